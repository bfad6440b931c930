from __future__ import annotations

import pytest

from relmap.app import tables
from relmap.app.selection import Selection
from relmap.models import Filters
from relmap.store import Store, View


@pytest.fixture
def view(store: Store) -> View:
    return store.view(Filters())


def test_ties_come_heaviest_first(store: Store, view: View) -> None:
    table = tables.ties_table(store, view, Selection())
    weights = [row["cells"][2] for row in table["rows"]]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) == view.counts.ties
    assert table["more"] == ""


def test_what_does_not_fit_is_counted_and_the_chosen_row_is_there(
    store: Store, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    last = view.ties[-1]
    table = tables.ties_table(store, view, Selection((last.source, last.target)))
    assert len(table["rows"]) == 4
    assert table["rows"][-1]["id"] == last.tie_id
    assert table["more"] == f"{view.counts.ties - 4} more: narrow the filters or export"
    weakest = view.actors[-1].actor_id
    actors = tables.actors_table(store, view, Selection((weakest,)))
    assert [row["id"] for row in actors["rows"]][-1] == weakest


def test_rows_do_not_change_with_the_selection(store: Store, view: View) -> None:
    tie = view.ties[0]
    chosen = Selection((tie.source, tie.target))
    assert tables.ties_table(store, view, chosen) == tables.ties_table(store, view, Selection())


def test_articles_in_view_newest_first_undated_last(store: Store) -> None:
    table = tables.articles_table(store, store.view(Filters()))
    days = [row["cells"][0] for row in table["rows"]]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[len(dated) :] == [None] * (len(days) - len(dated))
    assert all(row["cells"][2] for row in table["rows"]), (
        "an untitled article goes by its beginning"
    )
    dated_only = tables.articles_table(store, store.view(Filters(undated=False)))
    assert len(dated_only["rows"]) == len(dated)


def test_every_row_has_a_cell_for_every_column(store: Store, view: View) -> None:
    for table in (
        tables.ties_table(store, view, Selection()),
        tables.actors_table(store, view, Selection()),
        tables.articles_table(store, view),
        tables.unread_table(store.unread()),
    ):
        assert {len(row["cells"]) for row in table["rows"]} <= {len(table["columns"])}
        assert table["caption"]
        assert table["empty"]


@pytest.mark.parametrize(
    ("model", "language", "read"),
    [
        ("en_core_web_md 3.7.1 + names b07911d2 / rules 2", "en", True),
        ("en_core_web_md 3.7.1 + names b07911d2 / rules 2", "de", False),
        ("de_core_news_sm 3.8.0 / rules 2", "de", True),
        ("en_core_web_md 3.7.1 / rules 2", "", True),
        ("generated 1", "de", True),
        ("desk_model 2", "en", True),
    ],
)
def test_a_model_reads_the_language_in_its_name(model: str, language: str, read: bool) -> None:
    assert tables.reads(model, language) is read


def test_another_language_is_said_and_one_language_is_not(
    store: Store, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = view.article_rows()
    rows["language"] = "en"
    monkeypatch.setattr(View, "article_rows", lambda *_: rows)
    assert "Language" not in [
        each["label"] for each in tables.articles_table(store, view)["columns"]
    ]
    rows.loc[1, "language"] = "de"
    rows.loc[2, "language"] = ""
    table = tables.articles_table(store, view)
    assert table["columns"][-1]["label"] == "Language"
    assert [row["cells"][-1] for row in table["rows"]] == ["en", "de", None, "en", "en"]
