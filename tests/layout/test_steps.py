"""The steps of a layout one by one: forces, shape, overlaps, shelves, difficulty."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.layout.forces import Model, Springs, settle, sunflower
from relmap.layout.overlaps import overlaps, separate
from relmap.layout.packing import shelves
from relmap.layout.quality import Picture, difficulty
from relmap.layout.shape import draw_in, fill, follow, orient


def springs(*edges: tuple[int, int, float]) -> Springs:
    tails, heads, weights = zip(*edges, strict=True)
    return Springs(np.array(tails), np.array(heads), np.array(weights))


def test_tied_nodes_come_closer_than_others() -> None:
    two_triangles = springs(
        (0, 1, 1.0), (0, 2, 1.0), (1, 2, 1.0), (3, 4, 1.0), (3, 5, 1.0), (4, 5, 1.0), (0, 3, 1.0)
    )
    places = settle(sunflower(6), two_triangles, Model())
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    assert max(apart[1, 2], apart[4, 5]) < 0.5 * min(apart[1, 4], apart[2, 5], apart[1, 5])


def test_the_principal_axis_lies_flat_and_the_heavy_side_left_and_on_top() -> None:
    rng = np.random.default_rng(7)
    cloud = rng.normal(size=(40, 2)) * [10.0, 2.0]
    weights = np.exp(cloud[:, 0] / 5) + np.exp(cloud[:, 1])
    expected = orient(cloud, weights)
    for angle in (0.3, 1.2, 2.0, 3.0, 5.5):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        for mirror in ([1, 1], [-1, 1], [1, -1]):
            assert np.allclose(orient((cloud * mirror) @ turn.T, weights), expected, atol=1e-6)
    assert np.ptp(expected[:, 0]) > np.ptp(expected[:, 1])
    assert ((expected * weights[:, None]).sum(axis=0) <= 0).all()


def test_fill_reaches_the_rim_and_keeps_left_left() -> None:
    points = np.array([[0.0, 0.0], [1.0, 0.2], [1.1, 0.4], [1.2, 0.9], [9.0, 1.0]])
    filled = fill(points, 600.0, 400.0)
    assert np.ptp(filled[:, 0]) == pytest.approx(600.0)
    assert np.ptp(filled[:, 1]) <= 400.0
    assert (np.diff(filled[:, 0]) > 0).all()


def test_far_points_are_drawn_in_and_near_ones_stay() -> None:
    points = np.array([[100.0, 0.0], [5000.0, 0.0]])
    drawn = draw_in(points, 400.0, 300.0)
    assert drawn[0].tolist() == [100.0, 0.0]
    assert 200.0 < drawn[1, 0] <= 260.0


def test_points_follow_their_neighbours() -> None:
    before = np.array([[0.0, 0.0], [1000.0, 0.0]])
    moved = follow(np.array([[10.0, 0.0]]), before, before + np.array([[50.0, 0.0], [0.0, 0.0]]))
    assert moved[0, 0] == pytest.approx(60.0, abs=2.0)


boxes = st.lists(
    st.tuples(st.integers(-60, 60), st.integers(-60, 60), st.integers(5, 90), st.integers(5, 40)),
    min_size=1,
    max_size=12,
)


@given(boxes)
@settings(deadline=None)
def test_separated_boxes_never_overlap(drawn: list[tuple[int, int, int, int]]) -> None:
    values = np.array(drawn, dtype=np.float64)
    parted = separate(values[:, :2], values[:, 2:])
    assert overlaps(parted, values[:, 2:]) == 0


def test_boxes_that_do_not_overlap_stay() -> None:
    places = np.array([[0.0, 0.0], [100.0, 0.0]])
    sizes = np.array([[50.0, 20.0], [50.0, 20.0]])
    assert (separate(places, sizes) == places).all()
    assert overlaps(places, sizes * 3) == 1


def test_shelves_keep_the_order_and_the_width() -> None:
    assert shelves([(100, 50), (40, 20), (40, 30), (40, 10)], 100, 10) == [
        (0.0, 25.0),
        (-25.0, 70.0),
        (25.0, 75.0),
        (0.0, 105.0),
    ]
    assert shelves([], 100, 10) == []


def test_a_tie_under_a_foreign_node_is_harder_to_read() -> None:
    radii, ties = np.array([8.0, 8.0, 8.0]), springs((0, 1, 1.0))
    nowhere = np.full((3, 4), 900.0)
    clear = np.array([[0.0, 0.0], [200.0, 0.0], [100.0, 90.0]])
    under = np.array([[0.0, 0.0], [200.0, 0.0], [100.0, 3.0]])
    short = np.array([[0.0, 0.0], [20.0, 0.0], [100.0, 90.0]])
    label = np.array([[90.0, -5.0, 110.0, 5.0], *nowhere[1:]])
    assert difficulty(Picture(clear, radii, nowhere), ties) == 0
    assert difficulty(Picture(under, radii, nowhere), ties) >= 1
    assert difficulty(Picture(short, radii, nowhere), ties) > 0
    assert difficulty(Picture(clear, radii, label), ties) == pytest.approx(0.15)
