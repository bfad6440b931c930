"""A cloud is turned the same way every time and reaches into the corners of its room."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.layout.shape import fill, orient, unroll


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


def test_a_disc_is_unrolled_into_the_corners() -> None:
    angles = np.linspace(0.0, 2 * np.pi, 400, endpoint=False)
    radii = np.tile([0.2, 0.5, 0.8, 1.0], 100)
    disc = np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))
    laid = unroll(disc, 600.0, 400.0)
    for corner in ([300.0, 200.0], [-300.0, 200.0], [300.0, -200.0], [-300.0, -200.0]):
        assert np.hypot(*(laid - corner).T).min() < 60.0


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=30))
def test_nobody_leaves_the_room_or_changes_sides(points: list[tuple[float, float]]) -> None:
    cloud = np.array(points)
    laid = unroll(cloud, 600.0, 400.0)
    assert (np.abs(laid) <= [300.001, 200.001]).all()
    assert (laid * cloud >= -1e-9).all()


def test_a_few_far_out_do_not_press_the_others_together() -> None:
    rng = np.random.default_rng(3)
    cloud = np.vstack((rng.normal(size=(200, 2)), [[90.0, 0.0], [0.0, 300.0]]))
    laid = unroll(cloud, 600.0, 400.0)
    assert laid[:200].std(axis=0).min() > 55.0
