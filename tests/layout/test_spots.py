"""A spot is free, near, and found as soon in a crowd as on an empty canvas."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from relmap.layout.spots import Shape, Spots, disc

wishes = st.tuples(st.floats(-40, 40), st.floats(-40, 40))
shapes = st.one_of(
    st.integers(2, 12).map(float).map(disc),
    st.tuples(st.integers(2, 60), st.integers(2, 20)).map(lambda size: Shape(*map(float, size))),
)


@given(st.lists(st.tuples(wishes, shapes), max_size=12))
def test_what_is_taken_never_overlaps(asked: list[tuple[tuple[float, float], Shape]]) -> None:
    spots = Spots()
    found = [(*spots.take(wish, shape), shape) for wish, shape in asked]
    for (x, y, one), (u, v, other) in combinations(found, 2):
        if one.radius and other.radius:
            assert hypot(x - u, y - v) >= one.radius + other.radius - 1e-6
        else:
            apart = abs(x - u) >= one.across + other.across - 1e-6
            assert apart or abs(y - v) >= one.down + other.down - 1e-6


def test_a_free_wish_is_granted_to_the_tenth() -> None:
    assert Spots().take((3.14159, -2.71828), disc(4.0)) == (3.1, -2.7)


def test_a_crowd_around_one_wish_stays_dense() -> None:
    spots = Spots()
    found = [spots.take((0.0, 0.0), disc(5.0)) for _ in range(300)]
    # 300 discs of radius 5 fill a disc of radius 87; a spiral leaves some gaps.
    assert max(hypot(x, y) for x, y in found) < 1.6 * 87
