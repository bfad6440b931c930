"""Bodies are pushed apart inside their room; what does not overlap stays."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.layout.boxes import Box
from relmap.layout.overlaps import Bodies, bodies_of, overlaps, part

ROOM = (900.0, 700.0)
boxes = st.lists(
    st.tuples(
        st.integers(-60, 60),
        st.integers(-60, 60),
        st.integers(4, 15),
        st.integers(0, 45),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


def bodies(drawn: list[tuple[int, int, int, int, bool]]) -> tuple[np.ndarray, Bodies]:
    made = [
        Box(radius, 2.0 * radius + wide, 2.0 * radius + 18.0, labelled=True)
        if labelled
        else Box(radius, 2.0 * radius + 4.0, 2.0 * radius + 4.0, labelled=False)
        for _, _, radius, wide, labelled in drawn
    ]
    return np.array([(x, y) for x, y, *_ in drawn], dtype=np.float64), bodies_of(made)


@given(boxes)
@settings(deadline=None)
def test_with_room_enough_nothing_overlaps_and_nobody_leaves(
    drawn: list[tuple[int, int, int, int, bool]],
) -> None:
    places, made = bodies(drawn)
    parted = part(places, made, ROOM, rounds=400)
    assert overlaps(parted, made) == 0
    middles = parted + made.drop
    assert (np.abs(middles) + made.halves <= np.array(ROOM) / 2 + 1e-6).all()


@given(boxes)
def test_overlaps_are_counted_as_by_hand(drawn: list[tuple[int, int, int, int, bool]]) -> None:
    places, made = bodies(drawn)
    middles, expected = places + made.drop, 0
    for one in range(len(drawn)):
        for other in range(one + 1, len(drawn)):
            along = np.abs(middles[one] - middles[other])
            if made.labelled[one] or made.labelled[other]:
                gaps = made.halves[one] + made.halves[other] - along
                expected += bool((gaps > 1e-3).all())
            else:
                expected += bool(np.hypot(*along) < made.reach[one] + made.reach[other] - 1e-3)
    assert overlaps(places, made) == expected


def test_what_does_not_overlap_stays() -> None:
    places, made = bodies([(0, 0, 5, 20, True), (60, 0, 5, 0, False), (0, 60, 5, 0, False)])
    assert (part(places, made, ROOM) == places).all()
    assert overlaps(places / 10, made) == 3


def test_a_pile_of_bare_nodes_becomes_a_heap_and_no_rows() -> None:
    places, made = bodies([(0, 0, 5, 0, False)] * 30)
    parted = part(places, made, ROOM, rounds=400)
    assert overlaps(parted, made) == 0
    assert 0.6 < np.ptp(parted[:, 0]) / np.ptp(parted[:, 1]) < 1.6
