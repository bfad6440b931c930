"""What a store says of its articles and actors, beside the ties."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relmap.errors import FilterError, StoreError
from relmap.models import Alias, Filters, Sentence
from relmap.store import Store
from relmap.store import view as room


@pytest.fixture
def corpus(article) -> list[Any]:
    july, march = date(2023, 7, 5), date(2023, 3, 30)
    return [
        article(
            "Russia met Asif.\nAlso Read: Modi", "a.txt", article_id="a", title="B", date=march
        ),
        article("Moscow.", "b.txt", article_id="b", title="A", date=march, outlet="Dawn"),
        article("SCO met Modi.", "c.txt", article_id="c", date=july, outlet="Tass", url="http://t"),
        article("India.", "d.csv", row=4, article_id="d", title="A"),
        article("India. Again.", "d.csv", row=5, article_id="e"),
    ]


@pytest.fixture
def store(press, corpus, tmp_path: Path) -> Store:
    press.build(tmp_path / "s", corpus)
    return Store.open(tmp_path / "s")


def test_the_table_of_articles(store: Store) -> None:
    frame = store.articles()
    assert list(frame.columns) == (
        [
            "article_id",
            "title",
            "outlet",
            "outlet_source",
            "language",
            "date",
            "date_source",
            "words",
            "sentences",
            "url",
            "path",
            "row",
        ]
    )
    assert frame["article_id"].tolist() == ["c", "b", "a", "e", "d"]
    assert frame.to_dict("records")[0] == {
        "article_id": "c",
        "title": None,
        "outlet": "Tass",
        "outlet_source": "unknown",
        "language": "",
        "date": date(2023, 7, 5),
        "date_source": "unknown",
        "words": 3,
        "sentences": 1,
        "url": "http://t",
        "path": "c.txt",
        "row": None,
    }
    assert frame["row"].tolist() == [None, None, None, 5, 4]
    assert frame["date"].tolist()[3] is None
    frame.loc[0, "title"] = "changed"
    assert store.articles()["title"][0] is None, "everybody gets a table of their own"


def test_one_article(store: Store, corpus: list[Any]) -> None:
    assert [store.article(one.article_id) for one in corpus] == corpus
    assert list(store.read_articles(["e", "a", "e"])) == [corpus[4], corpus[0], corpus[4]]
    assert store.sentences("a") == (Sentence(0, 16, "story"), Sentence(17, 32, "teaser"))
    found = [(corpus[0].text[m.start : m.end], m.sentence, m.rule) for m in store.mentions("a")]
    assert found == [
        ("Russia", 0, "rule Russia"),
        ("Asif", 0, "rule Asif"),
        ("Modi", 1, "rule Modi"),
    ]
    for look in (store.article, store.sentences, store.mentions):
        with pytest.raises(StoreError, match='has no article "zz"'):
            look("zz")


def test_the_actors(store: Store) -> None:
    actors = store.actors()
    assert list(actors) == sorted(actors)
    russia, asif = actors["country:RU"], actors["person:khawaja-asif"]
    assert russia.aliases == (Alias("Moscow", 1, "fake"), Alias("Russia", 1, "fake"))
    assert (asif.name, asif.titles, asif.kind) == ("Khawaja Asif", ("Minister",), "person")
    assert set(store.positions()) == set(actors) - {"country:IN"}, "the fake places all but one"
    assert store.positions()["country:RU"] == (1.0, 2.0)
    with pytest.raises(TypeError):
        actors["x"] = russia


def test_what_the_store_says_of_itself(store: Store) -> None:
    assert (store.built, store.model, store.outlets) == (
        date(2024, 5, 17),
        "fake 1",
        ("Dawn", "Tass"),
    )
    assert len(store.generation) == 32
    assert "5 articles" in repr(store)
    assert repr(store.view(Filters())) == "<View: 5 actors, 2 ties, 5 articles>"


def test_ties_among_some(store: Store) -> None:
    view = store.view(Filters())
    some = view.ties_among(["country:RU", "person:khawaja-asif", "country:IN", "nobody"])
    assert [tie.tie_id for tie in some] == ["country:RU|person:khawaja-asif"]


FILTERS = [
    (
        Filters(first=date(2023, 2, 1), last=date(2023, 1, 31)),
        "the first day 2023-02-01 lies after the last day 2023-01-31; swap them",
    ),
    (
        Filters(min_weight=0),
        "the minimum weight is 0, but a tie has at least 1 sentence; choose 1 or more",
    ),
    (
        Filters(outlets=frozenset({"Dusk", "Dawn"})),
        'no article is from the outlet "Dusk"; there are "Dawn", "Tass"',
    ),
    (
        Filters(kinds=frozenset({"ship"})),
        'there is no kind "ship"; the kinds are person, organization, country',
    ),
]


@pytest.mark.parametrize(("filters", "message"), FILTERS)
def test_filters_that_cannot_be_meant(store: Store, filters: Filters, message: str) -> None:
    with pytest.raises(FilterError) as caught:
        store.view(filters)
    assert str(caught.value) == message


#: Reads a store as somebody who may not write there: a superuser may, and so becomes nobody, once
#: everything is imported.
SHARED = """
import os, pathlib, sys
from relmap.models import Filters
from relmap.store import Store
store = pathlib.Path(sys.argv[1])
look = lambda: Store.open(store).view(Filters()).evidence("country:RU", "person:khawaja-asif")
look()
if os.getuid() == 0:
    os.setuid(65534)
for path in [store, *store.rglob("*")]:
    assert not os.access(path, os.W_OK)
print(len(look()))
"""


def test_a_store_in_a_folder_that_may_not_be_written_to(store: Store, tmp_path: Path) -> None:
    inside = [store.path, *store.path.rglob("*")]
    # Every folder above that the tests made: parallel runs have one more.
    around = [path for path in tmp_path.parents if path.name.startswith(("pytest-", "popen-"))]
    around.append(tmp_path)
    modes = {path: path.stat().st_mode for path in [*inside, *around]}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = [sys.executable, "-c", SHARED, str(store.path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert done.stdout == "1\n", done.stderr


def test_one_tie_and_one_actor_are_found_without_the_lists(seeds_store: Path) -> None:
    view = Store.open(seeds_store).view(Filters(undated=False))
    for tie in view.ties:
        assert view.find_tie(tie.source, tie.target) == tie
    for seen in view.actors:
        assert view.find_actor(seen.actor_id) == seen
        assert seen.sentences == len(view.sentences_of(seen.actor_id))
        assert view.ties_of(seen.actor_id) == tuple(
            tie for tie in view.ties if seen.actor_id in (tie.source, tie.target)
        )
    assert view.find_tie("country:BY", "country:PK") is None
    assert view.find_actor("country:BY") is None
    assert view.ties_of("country:BY") == view.ties_of("nobody") == ()


def test_rows_of_some_articles(store: Store) -> None:
    everything = store.articles().to_dict("records")
    known = {row["article_id"]: row for row in everything}
    rows = store.article_rows(["e", "a", "e"])
    assert list(rows.columns) == list(store.articles().columns)
    assert rows.to_dict("records") == [known["e"], known["a"], known["e"]]
    assert store.article_rows([]).to_dict("records") == []
    with pytest.raises(StoreError, match='has no article "zz"'):
        store.article_rows(["a", "zz"])


def test_the_articles_in_view_are_listed_page_by_page(store: Store) -> None:
    everything = store.articles().to_dict("records")
    for filters in (Filters(), Filters(undated=False), Filters(first=date(2023, 7, 1))):
        view = store.view(filters)
        kept = [row for row in everything if row["article_id"] in view.article_ids()]
        assert view.article_rows().to_dict("records") == kept
        pages = [view.article_rows(start, 2).to_dict("records") for start in range(0, 6, 2)]
        assert [row for page in pages for row in page] == kept


def test_who_has_a_name_alone(press, article, tmp_path: Path) -> None:
    press.build(tmp_path / "s", [article("Russia met Asif.")])
    store = Store.open(tmp_path / "s")
    assert not store.namesakes("country:RU")
    assert not store.namesakes("nobody")


def test_actors_that_only_references_bring_into_view_are_counted(
    press, article, tmp_path: Path
) -> None:
    """A teaser's name is no evidence, but "he" in the story may stand for it."""
    press.build(tmp_path / "s", [article("Also Read: Asif\nThen he met Russia.")])
    store = Store.open(tmp_path / "s")
    by_name, both = (store.view(Filters(references=wanted)) for wanted in (False, True))
    assert [seen.actor_id for seen in by_name.actors] == ["country:RU"]
    assert {seen.actor_id for seen in both.actors} == {"country:RU", "person:khawaja-asif"}
    for view in (by_name, both):
        assert view.counts.actors == view.counts.actors_total == len(view.actors)


@pytest.mark.parametrize(
    "tops", [(3, 1, 3, 2), (1, 3, 0, 2), (9, 2, None, 8), (None, 1, 4), (0, 1)]
)
def test_the_strongest_are_the_first_of_all_whatever_was_asked_before(
    store: Store, tops: tuple[int | None, ...]
) -> None:
    everybody = list(store.view(Filters()).actors)
    assert len(everybody) == 5
    view = store.view(Filters())
    for top in tops:
        assert list(view.strongest(top)) == everybody[:top]
        assert list(store.view(Filters()).strongest(top)) == everybody[:top]


def test_actors_are_listed_again_only_where_more_are_asked_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int | None] = []
    list_actors = room.list_actors

    def note(index, selected, names, top: int | None):
        asked.append(top)
        return list_actors(index, selected, names, top)

    monkeypatch.setattr(room, "list_actors", note)
    view = store.view(Filters())
    for top in (2, 1, 2, 3, 9, 5, 20, None):
        view.strongest(top)
    assert len(view.actors) == 5
    assert asked == [2, 3, 9], "of 9 there were 5, which are all"
