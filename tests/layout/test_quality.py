"""What makes a layout hard to read costs, and what does not matter does not."""

from __future__ import annotations

import numpy as np
import pytest

from relmap.layout.quality import Picture, difficulty
from relmap.layout.springs import Springs

TIE = Springs(np.array([0]), np.array([1]), np.array([1.0]))
RADII = np.array([8.0, 8.0, 8.0])
NOWHERE = np.full((3, 4), 900.0)


def test_a_clear_tie_costs_nothing() -> None:
    clear = np.array([[0.0, 0.0], [200.0, 0.0], [100.0, 90.0]])
    assert difficulty(Picture(clear, RADII, NOWHERE), TIE) == 0
    nothing = Springs(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))
    assert difficulty(Picture(clear, RADII, NOWHERE), nothing) == 0


def test_a_tie_under_a_foreign_node_or_too_short_is_harder_to_read() -> None:
    under = np.array([[0.0, 0.0], [200.0, 0.0], [100.0, 3.0]])
    short = np.array([[0.0, 0.0], [20.0, 0.0], [100.0, 90.0]])
    assert difficulty(Picture(under, RADII, NOWHERE), TIE) >= 1
    assert difficulty(Picture(short, RADII, NOWHERE), TIE) > 0


def test_a_tie_across_a_label_is_a_little_harder_to_read() -> None:
    clear = np.array([[0.0, 0.0], [200.0, 0.0], [100.0, 90.0]])
    label = np.array([[90.0, -5.0, 110.0, 5.0], *NOWHERE[1:]])
    assert difficulty(Picture(clear, RADII, label), TIE) == pytest.approx(0.15)


def test_of_very_many_ties_the_heaviest_are_looked_at() -> None:
    count = 400
    places = np.column_stack((np.repeat([0.0, 30.0], count), np.tile(np.arange(count) * 50.0, 2)))
    weights = np.concatenate((np.full(200, 1.0), np.full(200, 2.0)))
    ties = Springs(np.arange(count), np.arange(count) + count, weights)
    picture = Picture(places, np.full(2 * count, 2.0), np.full((2 * count, 4), 1e6))
    assert difficulty(picture, ties) == difficulty(picture, ties.only(weights > 1.0))
