"""Pairs of numbers: what went in comes out by the first, whatever the order and however often."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors import pairs
from relmap.actors.pairs import Pairs

SOME = st.lists(st.tuples(st.integers(0, 5), st.sets(st.integers(0, 2**32 - 1), max_size=4)))


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch):
    monkeypatch.setattr(pairs, "FRESH", 3)


def collect(given_pairs: list[tuple[int, set[int]]]) -> Pairs:
    found = Pairs()
    for first, seconds in given_pairs:
        found.add(first, seconds)
    return found


@given(SOME)
def test_what_went_in_comes_out_in_order(given_pairs):
    found = collect(given_pairs)
    for first in range(7):
        seconds = {second for each, some in given_pairs for second in some if each == first}
        assert found.of(first).tolist() == sorted(seconds)


@given(SOME, st.lists(st.integers(0, 9), min_size=6, max_size=6))
def test_firsts_are_renamed_and_what_meets_is_one(given_pairs, names):
    found = collect(given_pairs)
    found.rename(np.array(names, np.uint64))
    for name in range(10):
        seconds = {second for each, some in given_pairs for second in some if names[each] == name}
        assert found.of(name).tolist() == sorted(seconds)


def test_pairs_can_be_asked_for_before_the_last_is_in():
    found = collect([(1, {7, 8}), (2, {7, 8, 9})])
    assert found.of(1).tolist() == [7, 8]
    found.add(1, [3])
    assert found.of(1).tolist() == [3, 7, 8]
    assert found.of(4).tolist() == []
