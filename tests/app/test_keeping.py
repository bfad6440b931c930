"""What is kept is what was asked for last, and never weighs more than allowed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relmap.app.keeping import Keeper


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40)), max_size=60))
def test_the_last_ones_asked_for_are_kept_up_to_the_weight(asked: list[tuple[int, int]]) -> None:
    keeper: Keeper[tuple[int, int]] = Keeper(50, least=2, most=4)
    expected: list[tuple[int, int]] = []
    for key, weight in asked:
        known = [pair for pair in expected if pair[0] == key]
        made: list[int] = []

        def make(key: int = key, weight: int = weight, made: list[int] = made) -> tuple[int, int]:
            made.append(key)
            return key, weight

        got = keeper.get(key, make, weight)
        assert got == (known[0] if known else (key, weight))
        assert bool(made) is not bool(known)
        expected = [pair for pair in expected if pair[0] != key] + [got]
        while len(expected) > 4 or (sum(w for _, w in expected) > 50 and len(expected) > 2):
            expected.pop(0)
        assert len(keeper) == len(expected)


def test_what_weighs_too_much_stays_while_it_is_needed() -> None:
    keeper: Keeper[str] = Keeper(10, least=1, most=8)
    assert keeper.get("a", lambda: "huge", 1_000) == "huge"
    assert keeper.get("a", lambda: "again", 1_000) == "huge"
    assert keeper.get("b", lambda: "small", 1) == "small"
    assert len(keeper) == 1
    assert keeper.get("a", lambda: "anew", 1) == "anew"
