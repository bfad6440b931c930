from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.evaluation.scores import Score, compare, number, total

SETS = st.frozensets(st.integers(0, 12))


def test_counts_become_shares():
    score = Score(right=3, found=4, there=6)
    assert score.precision == 0.75
    assert score.recall == 0.5
    assert score.f1 == pytest.approx(0.6)


def test_nothing_found_where_nothing_is_there_is_right():
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)


def test_nothing_found_where_something_is_there_is_wrong():
    missed, invented = Score(0, 0, 3), Score(0, 3, 0)
    assert (missed.precision, missed.recall, missed.f1) == (0.0, 0.0, 0.0)
    assert (invented.precision, invented.recall, invented.f1) == (0.0, 0.0, 0.0)


def test_scores_add_up_by_their_counts():
    assert total([Score(1, 2, 3), Score(4, 5, 6)]) == Score(5, 7, 9)


@given(SETS, SETS)
def test_two_sets_compare_as_counted_one_by_one(found, there):
    right = sum(1 for each in found if each in there)
    assert compare(found, there) == Score(right, len(found), len(there))
    if right:
        precision, recall = right / len(found), right / len(there)
        assert compare(found, there).f1 == pytest.approx(
            2 * precision * recall / (precision + recall)
        )


def test_number_says_one_and_many():
    assert number([1], "article") == "1 article"
    assert number(range(1200), "article") == "1,200 articles"
