"""The articles stand in pages: each is on exactly one, and other filters begin at the first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.app import pager, tables
from relmap.models import Filters
from relmap.store import Store

from .conftest import Dashboard


@given(st.integers(1, 50), st.integers(0, 400), st.data())
def test_every_way_leads_to_a_page_and_oldest_to_the_last(
    rows: int, total: int, data: st.DataObject
) -> None:
    starts = range(0, max(total, 1), rows)
    start = data.draw(st.sampled_from(starts))
    ways = {way["label"]: way for way in pager.pages(start, rows, total)}
    if total <= rows:
        assert not ways
        return
    assert [way["start"] in starts for way in ways.values()] == [True] * 4
    assert ways["Newest"]["start"] == starts[0]
    assert ways["Oldest"]["start"] == starts[-1]
    assert [label for label, way in ways.items() if way["off"]] == (
        ["Newest", "Newer"] * (start == starts[0]) + ["Older", "Oldest"] * (start == starts[-1])
    )


def test_all_pages_together_are_all_articles(
    seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(seeds_store)
    view = store.view(Filters())
    whole = tables.articles_table(store, view)
    assert whole["pages"] == []
    assert whole["more"] == ""
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    starts = (0, 2, 4)
    paged = [tables.articles_table(store, view, start) for start in starts]
    assert [row for table in paged for row in table["rows"]] == whole["rows"]
    assert [table["start"] for table in paged] == list(starts)
    assert [table["more"] for table in paged] == [
        "1 to 2 of 5 articles",
        "3 to 4 of 5 articles",
        "5 to 5 of 5 articles",
    ]
    assert tables.articles_table(store, view, 400) == paged[-1], "beyond the last is the last"


def test_another_filter_begins_at_the_first_page(
    dashboard: Callable[[Path], Dashboard], hostile_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 1)
    page = dashboard(hostile_store)
    page.set(f"tables.{len(Store.open(hostile_store).unread())}", "Articles")
    assert page.panel("table")["start"] == 0
    place = page.page.session_state["relmap.articles"]
    page.set("relmap.articles", replace(place, start=2))
    assert page.panel("table")["start"] == 2
    assert page.panel("table")["more"] == "3 to 3 of 4 articles"
    page.set("filter.undated", False)
    assert page.panel("table")["start"] == 0


@pytest.mark.parametrize("start", [-1, "2", None, 1.5])
def test_what_is_no_row_turns_no_page(start: object, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr("streamlit.session_state", state)
    assert pager.first_row("a") == 0
    pager.turn(3)
    pager.turn(start)
    assert pager.first_row("a") == 3
    assert pager.first_row("b") == 0
