"""What lacks a date or an outlet, and what was not read, is listed: nothing is lost in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from relmap.briefing import remainders as module
from relmap.briefing.remainders import remainders
from relmap.briefing.sources import cite
from relmap.models import Filters, Unread
from relmap.store import Store


def test_the_undated_and_those_of_unknown_outlet_are_listed(store: Store) -> None:
    undated, unknown, unread = remainders(store, Filters())
    assert undated.heading == "Undated articles (3)"
    assert {source.day for source in undated.sources} == {"undated"}
    assert undated.says.endswith("They count here.")
    assert unknown.heading == "Articles of unknown outlet (2)"
    assert {source.outlet for source in unknown.sources} == {"unknown outlet"}
    assert unread.heading == "Not read (0)"
    assert unread.says == "Everything that was given could be read."


def test_what_a_switch_leaves_out_is_listed_as_left_out(store: Store) -> None:
    undated, unknown, _ = remainders(store, Filters(undated=False, unknown_outlet=False))
    # Two of the three undated articles are of unknown outlet, which the other switch leaves out.
    assert undated.heading == "Undated articles (1)"
    assert "left out" in undated.says
    assert unknown.heading == "Articles of unknown outlet (0)"
    assert unknown.says == "The outlet of every article in view is known."


def test_long_lists_say_how_many_are_missing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LISTED", 2)
    undated, unknown, _ = remainders(store, Filters())
    assert len(undated.sources) == 2
    assert undated.more == "and 1 more"
    assert unknown.more == ""


def test_what_was_not_read_is_named_without_its_folders(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        Unread("/home/ann/secret/news.csv", 7, "the row is empty"),
        Unread("C:\\Users\\ann\\old.doc", None, "no reader"),
        Unread("plain.txt", None, "empty"),
    ]
    monkeypatch.setattr(store, "unread", lambda: found)
    *_, unread = remainders(store, Filters())
    assert unread.heading == "Not read (3)"
    assert [each.path for each in unread.unread] == ["news.csv", "old.doc", "plain.txt"]
    assert unread.unread[0].row == 7


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(undated=False),
        Filters(unknown_outlet=False),
        Filters(first=date(2023, 7, 1)),
        Filters(outlets=frozenset({"The Diplomatic Insight"})),
        Filters(outlets=frozenset(), undated=False),
        Filters(last=date(1900, 1, 1), undated=False, unknown_outlet=False),
    ],
)
def test_they_are_those_that_the_filters_keep_but_for_the_switch(
    store: Store, filters: Filters
) -> None:
    articles = store.articles()
    undated, unknown, _ = remainders(store, filters)
    for column, found, widened in (
        ("date", undated, replace(filters, undated=True)),
        ("outlet", unknown, replace(filters, unknown_outlet=True)),
    ):
        kept = store.view(widened).article_ids()
        lacking = articles[articles[column].isna() & articles["article_id"].isin(kept)]
        assert found.heading.endswith(f"({len(lacking)})")
        assert list(found.sources) == list(cite(store, lacking["article_id"]).values())
