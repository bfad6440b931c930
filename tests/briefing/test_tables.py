"""The exported tables against the articles and against each other."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from relmap.briefing.formats import neutral
from relmap.briefing.names import distinct_names
from relmap.briefing.tables import COLUMNS, FORMATS, TABLES, Format, Row, Table, rows, write
from relmap.models import Filters, Sentence
from relmap.store import Store

FILTERS = {
    "all": Filters(),
    "dated": Filters(undated=False),
    "a day": Filters(first=date(2023, 7, 5), last=date(2023, 7, 5), undated=False),
    "countries": Filters(kinds=frozenset({"country"})),
    "heavy": Filters(min_weight=3),
    "named outlets": Filters(unknown_outlet=False),
    "references": Filters(references=True),
    "nothing": Filters(first=date(1900, 1, 1), last=date(1900, 1, 2), undated=False),
}
every_filter = pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS.keys())


def table(store: Store, name: Table, filters: Filters) -> list[Row]:
    return list(rows(store, name, filters))


@every_filter
@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_exactly_the_columns(store: Store, name: Table, filters: Filters) -> None:
    assert all(tuple(row) == COLUMNS[name] for row in table(store, name, filters))


@every_filter
def test_the_weight_of_a_tie_is_the_number_of_its_sentences(store: Store, filters: Filters) -> None:
    weights = {
        (row["source"], row["target"]): row["sentences"] for row in table(store, "ties", filters)
    }
    shown = Counter((row["source"], row["target"]) for row in table(store, "evidence", filters))
    assert weights == shown


@every_filter
def test_what_a_tie_says_of_its_articles_is_in_its_evidence(store: Store, filters: Filters) -> None:
    evidence = table(store, "evidence", filters)
    for tie in table(store, "ties", filters):
        own = [e for e in evidence if (e["source"], e["target"]) == (tie["source"], tie["target"])]
        days = sorted(str(e["date"]) for e in own if e["date"])
        assert tie["articles"] == len({e["article_id"] for e in own})
        assert tie["outlets"] == len({e["outlet"] for e in own if e["outlet"]})
        assert tie["first_date"] == (days[0] if days else None)
        assert tie["last_date"] == (days[-1] if days else None)


@every_filter
def test_an_actor_is_named_as_often_as_its_mentions_say(store: Store, filters: Filters) -> None:
    counted = {row["actor_id"]: row["mentions"] for row in table(store, "actors", filters)}
    listed = Counter(row["actor_id"] for row in table(store, "mentions", filters))
    assert counted == listed


@every_filter
def test_offsets_point_into_the_text_as_read(store: Store, filters: Filters) -> None:
    for row in table(store, "evidence", filters):
        text = store.article(str(row["article_id"])).text
        assert text[slice(row["start"], row["end"])] == row["sentence"]
    for row in table(store, "mentions", filters):
        text = store.article(str(row["article_id"])).text
        assert text[slice(row["start"], row["end"])] == row["surface"]


@every_filter
def test_rows_obey_the_filters(store: Store, filters: Filters) -> None:
    kept = {row["article_id"] for row in table(store, "articles", filters)}
    assert kept == store.view(filters).article_ids()
    for name in ("evidence", "mentions"):
        assert {row["article_id"] for row in table(store, name, filters)} <= kept
    for row in table(store, "ties", filters):
        assert {row["source_kind"], row["target_kind"]} <= filters.kinds
        assert row["sentences"] >= filters.min_weight
    assert {row["kind"] for row in table(store, "actors", filters)} <= filters.kinds


@pytest.mark.parametrize("name", TABLES)
def test_the_order_is_the_same_every_time(seeds_store: Path, name: Table) -> None:
    once, again = (table(Store.open(seeds_store), name, Filters()) for _ in range(2))
    assert once == again


def test_ties_stand_heaviest_first(store: Store) -> None:
    weights = [row["sentences"] for row in table(store, "ties", Filters())]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 1


def test_a_tie_has_its_first_and_last_day(store: Store) -> None:
    (tie,) = (
        row
        for row in table(store, "ties", Filters())
        if (row["source"], row["target"]) == ("Pakistan", "Russia")
    )
    assert (tie["first_date"], tie["last_date"]) == ("2023-03-30", "2023-07-05")


def test_unknown_is_none_and_days_are_iso(store: Store) -> None:
    articles = table(store, "articles", Filters())
    assert len(articles) == 5
    dates = [row["date"] for row in articles]
    assert {"2023-07-05", "2023-03-30"} <= set(dates)
    assert None in dates
    assert all(isinstance(row["words"], int) for row in articles)
    by_source = {row["date"] is None: row["date_source"] for row in articles}
    assert by_source[True] == "unknown"
    assert by_source[False] != "unknown"


def test_a_name_outside_the_story_is_no_row(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = Store.sentences

    def teasers(self: Store, article_id: str) -> tuple[Sentence, ...]:
        return tuple(replace(each, role="teaser") for each in sentences(self, article_id))

    assert table(store, "mentions", Filters())
    monkeypatch.setattr(Store, "sentences", teasers)
    assert table(store, "mentions", Filters()) == []


def test_references_are_told_from_names(store: Store) -> None:
    by_name = table(store, "mentions", Filters())
    everything = table(store, "mentions", Filters(references=True))
    assert {row["by"] for row in by_name} == {"name"}
    assert [row for row in everything if row["by"] == "name"] == by_name
    referred = [row for row in everything if row["by"] == "reference"]
    assert ("he", "Wang Xiaohong") in [(row["surface"], row["actor"]) for row in referred]
    assert {row["by"] for row in table(store, "evidence", Filters())} == {"name"}


def test_names_that_could_be_several_are_marked_in_every_table(store: Store) -> None:
    """Which actors these are is said by the store; the tables name them."""
    names = distinct_names(store.actors())
    marks = {
        names[key]: "yes" if actor.ambiguous else "no" for key, actor in store.actors().items()
    }
    everybody = Filters(references=True)
    for name, columns in (
        ("actors", [("actor", "unresolved")]),
        ("mentions", [("actor", "unresolved")]),
        ("ties", [("source", "source_unresolved"), ("target", "target_unresolved")]),
        ("evidence", [("source", "source_unresolved"), ("target", "target_unresolved")]),
    ):
        found = table(store, name, everybody)
        for actor, mark in columns:
            assert {(row[actor], row[mark]) for row in found} <= marks.items()


def test_a_mark_follows_the_actor(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeds may have no such name: here Russia is one."""
    actors = {
        key: replace(actor, ambiguous=key == "country:RU") for key, actor in store.actors().items()
    }
    monkeypatch.setattr(Store, "actors", lambda _: actors)
    marked = [
        row["actor"] for row in table(store, "actors", Filters()) if row["unresolved"] == "yes"
    ]
    assert marked == ["Russia"]
    for row in table(store, "ties", Filters()):
        ends = ((row["source"], "source_unresolved"), (row["target"], "target_unresolved"))
        assert all((row[mark] == "yes") is (end == "Russia") for end, mark in ends)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("form", FORMATS)
def test_pandas_reads_what_was_written(store: Store, name: Table, form: Format) -> None:
    expected = table(store, name, Filters(references=True))
    stream = io.StringIO(newline="")
    write(expected, COLUMNS[name], form, stream)
    stream.seek(0)
    frame = (
        pd.read_csv(stream, dtype_backend="pyarrow", na_values=[""], keep_default_na=False)
        if form == "csv"
        else pd.read_json(stream, lines=True, dtype=False)
    )
    if not expected:
        assert len(frame) == 0
        return
    assert tuple(frame.columns) == COLUMNS[name]
    assert len(frame) == len(expected)
    for column in set(COLUMNS[name]) & {"sentences", "articles", "mentions", "words", "start"}:
        assert frame[column].tolist() == [row[column] for row in expected]
    for column in set(COLUMNS[name]) & {"source", "actor", "surface", "by", "unresolved"}:
        assert frame[column].tolist() == [neutral(row[column]) for row in expected]
