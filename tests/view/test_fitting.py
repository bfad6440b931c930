"""Places in a picture: inside, apart, and as the layout has them."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.view.fitting import LEAST_RADIUS, _near, fit
from relmap.view.shapes import Box, around

ROOM = Box(24, 100, 876, 700)
rows = st.lists(
    st.fixed_dictionaries(
        {
            "x": st.integers(-2000, 2000).map(float),
            "y": st.integers(-2000, 2000).map(float),
            "size": st.integers(3, 21).map(float),
        }
    ),
    max_size=60,
)


@given(rows)
def test_nodes_stay_in_the_room_and_apart(rows: list[dict[str, Any]]) -> None:
    places = fit(rows, ROOM)
    assert len(places) == len(rows)
    assert all(ROOM.holds(around(place.x, place.y, place.radius)) for place in places)
    for one, other in combinations(places, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 0.02


def test_the_map_is_filled_and_not_mirrored() -> None:
    corners = [(-400, -200), (400, -180), (-390, 210), (410, 190)]
    places = fit([{"x": float(x), "y": float(y), "size": 8.0} for x, y in corners], ROOM)
    assert max(place.x for place in places) - min(place.x for place in places) > 700
    assert max(place.y for place in places) - min(place.y for place in places) > 450
    assert places[0].x < places[1].x
    assert places[0].y < places[2].y


def test_one_and_nobody() -> None:
    assert fit([], ROOM) == ()
    (place,) = fit([{"x": 77.0, "y": -3.0, "size": 20.0}], ROOM)
    assert (place.x, place.y) == pytest.approx((450, 400))


def test_nodes_on_one_spot_are_parted() -> None:
    places = fit([{"x": 5.0, "y": 5.0, "size": 10.0}] * 3, ROOM)
    assert len({(place.x, place.y) for place in places}) == 3
    assert min(place.radius for place in places) > 5


def test_where_there_is_no_room_nodes_are_smaller() -> None:
    crowd = [{"x": float(n % 40), "y": float(n // 40), "size": 21.0} for n in range(1200)]
    places = fit(crowd, ROOM)
    assert all(ROOM.holds(around(place.x, place.y, place.radius)) for place in places)
    assert (
        min(
            hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius
            for one, other in combinations(places, 2)
        )
        >= -0.02
    )
    assert 1 < places[0].radius < 15


def test_a_close_pair_makes_nobody_else_smaller() -> None:
    # In a corner, from where a node cannot step aside.
    wide = [{"x": float(x), "y": float(y), "size": 12.0} for x, y in ((-300, -200), (300, 200))]
    heap = [{"x": 295.0 + n % 8, "y": 195.0 + n // 8, "size": 12.0} for n in range(64)]
    alone = fit(wide, ROOM)[0].radius
    places = fit([*wide, *heap], ROOM)
    assert places[0].radius == alone
    assert min(place.radius for place in places[1:]) < 0.9 * alone


def test_no_node_vanishes_however_many_there_are() -> None:
    crowd = [{"x": float(n % 40), "y": float(n // 40), "size": 2.0} for n in range(1200)]
    places = fit(crowd, Box(0, 0, 150, 100))
    assert min(place.radius for place in places) >= LEAST_RADIUS - 0.01


@given(rows.filter(bool), st.floats(1, 400))
def test_near_ones_are_found_as_by_asking_every_pair(
    rows: list[dict[str, Any]], reach: float
) -> None:
    places = np.array([[row["x"], row["y"]] for row in rows])
    ones, others = _near(places, reach)
    found = {frozenset(pair) for pair in zip(ones.tolist(), others.tolist(), strict=True)}
    assert len(found) == len(ones), "no pair twice"
    near = {
        frozenset((one, other))
        for one, other in combinations(range(len(rows)), 2)
        if hypot(*(places[one] - places[other])) < reach
    }
    assert near <= found
