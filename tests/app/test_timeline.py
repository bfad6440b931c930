from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.app import corpus_facts
from relmap.app.corpus_facts import CorpusFacts
from relmap.app.selection import Selection
from relmap.app.timeline import brushed_days, timeline, without_days
from relmap.models import Filters
from relmap.store import Store


@pytest.fixture(scope="module")
def facts(store: Store) -> CorpusFacts:
    return corpus_facts.gather(("a", "b"), store.view(Filters(references=True)))


def made(
    store: Store, facts: CorpusFacts, filters: Filters, chosen: Selection | None = None
) -> Mapping[str, Any]:
    return timeline(facts, store.view(without_days(filters)), filters, chosen or Selection())


def test_every_article_is_in_a_bar_or_beside_them(store: Store, facts: CorpusFacts) -> None:
    data = made(store, facts, Filters())
    assert sum(bar["articles"] for bar in data["bars"]) + data["undated"]["articles"] == 5
    assert data["from"] == 0
    assert data["to"] == len(data["bars"]) - 1
    assert not data["brushed"]
    assert data["tie"] == ""
    assert all("sentences" not in bar for bar in data["bars"])


def test_a_range_leaves_every_bar_where_it_was(store: Store, facts: CorpusFacts) -> None:
    whole = made(store, facts, Filters())
    assert facts.last
    part = made(store, facts, Filters(first=facts.last, undated=False))
    assert part["bars"] == whole["bars"]
    assert part["from"] == part["to"] == len(whole["bars"]) - 1
    assert part["brushed"]
    assert part["undated"]["articles"] == whole["undated"]["articles"]
    assert part["undated"]["label"] == "undated, left out"


def test_a_tie_shows_its_sentences_by_period(store: Store, facts: CorpusFacts) -> None:
    tie = store.view(Filters()).ties[0]
    data = made(store, facts, Filters(min_weight=2), Selection((tie.source, tie.target)))
    dated = sum(bar["sentences"] for bar in data["bars"])
    assert dated + data["undated"]["sentences"] == tie.sentences
    evidence = store.view(Filters()).evidence(tie.source, tie.target)
    assert dated == sum(one.date is not None for one in evidence)
    assert data["tie"].startswith(f"{tie.sentences} sentence")


def test_each_bar_counts_its_own_days(store: Store, facts: CorpusFacts) -> None:
    data = made(store, facts, Filters())
    days = [day for day in store.articles()["date"] if day]
    counted = [sum(bar.first <= day <= bar.last for day in days) for bar in facts.bars]
    assert [bar["articles"] for bar in data["bars"]] == counted


@given(data=st.data())
def test_brushed_bars_and_their_days_agree(
    store: Store, facts: CorpusFacts, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(facts.bars) - 1))
    last = data.draw(st.integers(first, len(facts.bars) - 1))
    days = brushed_days(facts, {"from": first, "to": last})
    assert days is not None
    assert facts.first
    assert facts.last
    assert facts.first <= days[0] <= days[1] <= facts.last
    again = made(store, facts, Filters(first=days[0], last=days[1]))
    assert (again["from"], again["to"]) == (first, last)


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"from": 3, "to": 1},
        {"from": -1, "to": 0},
        {"from": 0, "to": 10_000},
        {"from": "0", "to": "1"},
        {"from": None, "to": 0},
    ],
)
def test_a_brush_that_cannot_be_meant_is_passed_over(facts: CorpusFacts, event) -> None:
    assert brushed_days(facts, event) is None


def test_no_article_has_a_date(store: Store, facts: CorpusFacts) -> None:
    bare = replace(facts, first=None, last=None, bars=())
    data = timeline(bare, store.view(Filters()), Filters(), Selection())
    assert data["bars"] == []
    assert data["title"] == "No article has a date"
    assert brushed_days(bare, {"from": 0, "to": 0}) is None


def test_a_range_between_two_articles_marks_its_own_bars(store: Store, facts: CorpusFacts) -> None:
    assert facts.first
    alone = facts.first + timedelta(days=1)
    data = made(store, facts, Filters(first=alone, last=alone))
    assert 0 <= data["from"] <= data["to"] < len(data["bars"])
    assert data["range"].startswith(str(alone.day))
    assert date.fromisoformat("2023-01-01") < alone
