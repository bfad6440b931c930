"""Articles that carry the same text are one story, whoever printed it and when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from relmap.models import Filters
from relmap.store import Store

WIRE = "Russia met Pakistan."


@pytest.fixture
def store(press, article, tmp_path: Path) -> Store:
    march, july = date(2023, 3, 30), date(2023, 7, 5)
    corpus = [
        article(WIRE, "a.txt", title="Talks", outlet="Dawn", date=march),
        article(WIRE, "b.txt", title="Talks held", outlet="Tass", date=july),
        article(WIRE, "c.txt", outlet="Dawn", title="Again", url="http://t"),
        article("Pakistan met Russia.", "d.txt", outlet="Tass"),
        article("India met Modi.", "e.txt", date=july),
    ]
    press.build(tmp_path / "s", corpus)
    return Store.open(tmp_path / "s")


COUNTS = [
    (Filters(), 5, 3),
    (Filters(undated=False), 3, 2),
    (Filters(outlets=frozenset({"Dawn"}), unknown_outlet=False), 2, 1),
    (Filters(outlets=frozenset({"Tass"}), unknown_outlet=False), 2, 2),
    (Filters(outlets=frozenset(), unknown_outlet=False), 0, 0),
    # Kinds and weights choose among ties: the articles stay in view, and so do their stories.
    (Filters(kinds=frozenset(), min_weight=9), 5, 3),
]


@pytest.mark.parametrize(("filters", "articles", "stories"), COUNTS)
def test_a_text_is_counted_once_under_every_filter(
    store: Store, filters: Filters, articles: int, stories: int
) -> None:
    counts = store.view(filters).counts
    assert (counts.articles, counts.stories) == (articles, stories)


def test_a_changed_text_is_another_story(press, article, tmp_path: Path) -> None:
    path = tmp_path / "s"
    press.build(path, [article(WIRE, row=1), article(WIRE, row=2, title="Again")])
    assert Store.open(path).view(Filters()).counts.stories == 1
    press.build(path, [article(WIRE, row=1), article("Russia met India.", row=2)])
    assert Store.open(path).view(Filters()).counts.stories == 2
