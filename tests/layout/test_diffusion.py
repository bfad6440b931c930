"""Points flow until the room is filled about evenly, and neighbours stay neighbours."""

from __future__ import annotations

import numpy as np

from relmap.layout.diffusion import spread

ROOM = (600.0, 400.0)


def knot(count: int = 600) -> np.ndarray:
    return np.random.default_rng(5).normal(size=(count, 2)) * [60.0, 30.0] + [100.0, 50.0]


def crowding(points: np.ndarray) -> float:
    found, _, _ = np.histogram2d(*points.T, bins=(6, 4), range=[[-300, 300], [-200, 200]])
    return float(found.std() / found.mean())


def test_a_knot_fills_the_room() -> None:
    before = knot()
    after = spread(before, np.ones(len(before)), ROOM)
    assert (np.abs(after) <= [300.0, 200.0]).all()
    assert crowding(after) < 0.4 * crowding(before)
    assert np.ptp(after[:, 0]) > 500.0
    assert np.ptp(after[:, 1]) > 330.0


def test_neighbours_stay_neighbours() -> None:
    before = knot(300)
    after = spread(before, np.ones(300), ROOM)
    for axis in (0, 1):
        order = np.argsort(before[:, axis])
        third = order[:100], order[-100:]
        assert np.median(after[third[0], axis]) < np.median(after[third[1], axis]) - 100.0


def test_who_asks_for_more_gets_more() -> None:
    before = knot(300)
    weights = np.where(before[:, 0] < 100.0, 9.0, 1.0)
    even = spread(before, np.ones(300), ROOM)
    uneven = spread(before, weights, ROOM)
    heavy = weights > 1
    assert np.ptp(uneven[heavy, 0]) > 1.2 * np.ptp(even[heavy, 0])


def test_more_ground_leaves_more_as_it_was() -> None:
    before = knot()
    little, much = (spread(before, np.ones(600), ROOM, ground) for ground in (0.2, 5.0))
    assert crowding(little) < crowding(much) < crowding(before)
