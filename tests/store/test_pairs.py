"""Long lists in one sentence: every two of their names are paired, few pairs at a time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from relmap.store import pairs
from relmap.store.pairs import Pairs, Sightings, merge, pair_up, sort_by_weight

AT_ONCE = 100


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many pairs each stretch has, and how many are left of any that were merged."""
    sizes: list[int] = []
    count = pairs._count

    def note(*given) -> Pairs:
        sizes.append(int(given[-1].sum()))
        return count(*given)

    monkeypatch.setattr(pairs, "_AT_ONCE", AT_ONCE)
    monkeypatch.setattr(pairs, "_count", note)
    return sizes


def lists(names: int, sentences: int, articles: int = 1) -> Sightings:
    """Articles of so many sentences, each a list of the same names."""
    sentence = np.repeat(np.arange(sentences * articles), names)
    actor = np.tile(np.arange(names), sentences * articles)
    return Sightings(sentence // sentences, sentence, actor, actor % 10 > 0)


def test_a_list_of_many_names_is_paired_in_stretches(counted: list[int]) -> None:
    found = pair_up(lists(70, 1), 70)
    assert found.key.tolist() == [u * 70 + v for u in range(70) for v in range(u + 1, 70)]
    assert sum(counted) == 70 * 69 // 2
    assert max(counted) <= AT_ONCE
    entries = sort_by_weight(found, 70)
    assert len(entries) == 70 * 69 // 2
    ends = zip(entries.u.tolist(), entries.v.tolist(), strict=True)
    named = [u % 10 > 0 < v % 10 for u, v in ends]
    assert entries.named.tolist() == named == sorted(named, reverse=True)
    assert (entries.named + entries.referred == 1).all()


def test_a_list_that_is_repeated_is_counted_once_an_article(counted: list[int]) -> None:
    found = pair_up(lists(30, 300, articles=2), 30)
    assert max(counted) <= AT_ONCE
    assert len(found.key) == 2 * 30 * 29 // 2
    assert found.article.tolist() == [0, 1] * (30 * 29 // 2)
    assert set((found.named.astype(int) + found.referred).tolist()) == {300}


def test_what_is_merged_is_put_in_order_a_little_at_a_time(
    counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    ordered: list[int] = []
    add_up = pairs._add_up

    def note(key, *counts) -> Pairs:
        ordered.append(len(key))
        return add_up(key, *counts)

    halves = [pair_up(lists(60, 1), 70), pair_up(lists(70, 1), 70)]
    monkeypatch.setattr(pairs, "_add_up", note)
    merged = merge(halves)
    assert max(ordered) <= AT_ONCE
    assert sum(ordered) == sum(counted) == 60 * 59 // 2 + 70 * 69 // 2
    assert len(merged) == 70 * 69 // 2, "both lists are of one article here"


def test_a_list_that_is_repeated_takes_no_more_memory(
    counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits to be merged is bounded by what is left of it, not by how often it is said."""
    held: list[int] = []

    def note(some: list[Pairs]) -> Pairs:
        held.append(sum(len(each.key) for each in some))
        return merge(some)

    monkeypatch.setattr(pairs, "merge", note)
    dyads = len(pair_up(lists(30, 300), 30).key)
    assert len(counted) > 1000
    assert max(held) <= 3 * dyads
