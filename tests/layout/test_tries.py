"""Of several tries the one that reads best is taken, and heavy ties are long enough to be seen."""

from __future__ import annotations

import numpy as np

from relmap.layout.boxes import Box
from relmap.layout.overlaps import bodies_of, overlaps
from relmap.layout.quality import Picture, difficulty
from relmap.layout.springs import Springs
from relmap.layout.tries import lay_out_best, lengthen

ROOM = (700.0, 450.0)
COUNT = 30
STEPS = (
    lambda a: a * a % 5,
    lambda a: a * 3 % COUNT,
    lambda a: (a * 7 + 1) % COUNT,
    lambda a: a % 4,
)
PAIRS = sorted({tuple(sorted((a, step(a)))) for a in range(COUNT) for step in STEPS})
TIES = Springs(
    np.array([a for a, b in PAIRS if a != b]),
    np.array([b for a, b in PAIRS if a != b]),
    np.array([1.0 + (a + b) % 3 for a, b in PAIRS if a != b]),
)
BODIES = bodies_of([Box(9.0, 70.0, 36.0, labelled=True)] * COUNT)


def cost(placed: np.ndarray) -> float:
    nowhere = np.full((COUNT, 4), np.inf)
    return difficulty(Picture(placed, BODIES.radii, nowhere), TIES)


def test_more_tries_read_better_and_stay_in_the_room() -> None:
    many = lay_out_best(TIES, BODIES, ROOM)
    few = lay_out_best(TIES, BODIES, ROOM, is_largest=False)
    assert cost(many) < cost(few)
    for placed in (many, few):
        assert overlaps(placed, BODIES) == 0
        assert (np.abs(placed + BODIES.drop) + BODIES.halves <= np.array(ROOM) / 2 + 1e-6).all()


def test_a_tie_too_short_is_lengthened_and_a_long_one_is_left() -> None:
    ties = Springs(np.array([0, 1]), np.array([1, 2]), np.array([1.0, 2.0]))
    radii = np.array([8.0, 8.0, 8.0])
    placed = np.array([[0.0, 0.0], [20.0, 0.0], [300.0, 0.0]])
    moved = lengthen(placed, ties, radii)
    assert moved[1, 0] - moved[0, 0] == 8 + 8 + 26
    assert (moved[2] == placed[2]).all()
