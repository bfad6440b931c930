"""Room that is given away, and ink below a box, as a slow and simple search says."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relmap.view.room import Stroke, Strokes, Taken
from relmap.view.shapes import Box

sides = st.floats(-50, 450).map(lambda value: round(value, 1))
lengths = st.floats(0.1, 120).map(lambda value: round(value, 1))
boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    *(sides, sides, lengths, lengths),
)


@given(st.lists(boxes, max_size=30), boxes)
def test_room_is_free_where_no_box_is(given_away: list[Box], wanted: Box) -> None:
    taken = Taken()
    for number, box in enumerate(given_away):
        taken.add(box, str(number))
    assert taken.is_free(wanted) == (not any(box.overlaps(wanted) for box in given_away))
    others = given_away[1:]
    assert taken.is_free(wanted, "0") == (not any(box.overlaps(wanted) for box in others))


@given(boxes, st.tuples(sides, sides, sides, sides))
def test_ink_below_a_box_is_the_length_of_the_ties_inside(
    box: Box, ends: tuple[float, float, float, float]
) -> None:
    x, y, to_x, to_y = ends
    # A tie that runs along a side lies neither inside nor outside.
    assume(x != to_x or x not in (box.left, box.right))
    assume(y != to_y or y not in (box.top, box.bottom))
    steps = 4_000
    inside = sum(
        box.left <= x + share * (to_x - x) <= box.right
        and box.top <= y + share * (to_y - y) <= box.bottom
        for share in ((step + 0.5) / steps for step in range(steps))
    )
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    found = Strokes([Stroke("a|b", (x, y), (to_x, to_y), 2.0)]).below(box)
    assert found == pytest.approx(2.0 * length * inside / steps, abs=2.5)


@given(st.lists(boxes, max_size=30), boxes, st.integers(0, 30))
def test_some_count_only_up_to_a_rank(given_away: list[Box], wanted: Box, before: int) -> None:
    taken = Taken()
    for rank, box in enumerate(given_away):
        taken.add(box, str(rank), rank)
    met = [rank for rank, box in enumerate(given_away) if box.overlaps(wanted)]
    assert taken.is_free(wanted, before=before) == (not any(rank < before for rank in met))
    assert taken.under(wanted, "0") == {str(rank) for rank in met if rank != 0}
