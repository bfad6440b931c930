"""Slices share a room by area, shelves keep the order and the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.layout.packing import Room, shelves, slices


def test_shelves_keep_the_order_and_the_width() -> None:
    assert shelves([(100, 50), (40, 20), (40, 30), (40, 10)], 100, 10) == [
        (0.0, 25.0),
        (-25.0, 70.0),
        (25.0, 75.0),
        (0.0, 105.0),
    ]
    assert shelves([], 100, 10) == []


@given(st.lists(st.integers(1, 500), min_size=1, max_size=6))
def test_slices_share_the_room_by_area_and_do_not_overlap(areas: list[int]) -> None:
    rooms = slices(areas, Room((0.0, 0.0), (600.0, 400.0)))
    assert len(rooms) == len(areas)
    for room, area in zip(rooms, areas, strict=True):
        share = room.size[0] * room.size[1] / 240_000.0
        assert share == pytest.approx(area / sum(areas))
        assert abs(room.middle[0]) + room.size[0] / 2 <= 300.001
        assert abs(room.middle[1]) + room.size[1] / 2 <= 200.001
    for place, one in enumerate(rooms):
        for other in rooms[place + 1 :]:
            reach = [(one.size[axis] + other.size[axis]) / 2 - 1e-6 for axis in (0, 1)]
            apart = [abs(one.middle[axis] - other.middle[axis]) for axis in (0, 1)]
            assert apart[0] >= reach[0] or apart[1] >= reach[1]


def test_without_pieces_there_are_no_slices() -> None:
    assert slices([], Room((0.0, 0.0), (600.0, 400.0))) == []
