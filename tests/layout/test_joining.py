"""Newcomers begin near those they are tied to; those who stand do not move."""

from __future__ import annotations

import numpy as np

from relmap.layout.joining import join
from relmap.layout.springs import Springs


def test_newcomers_begin_near_their_neighbours() -> None:
    standing = np.array([[0.0, 0.0], [100.0, 0.0]])
    #  2 hangs on 1, 3 lies between 0 and 1 and nearer to 0, 4 hangs on 2 only, 5 on nobody
    springs = Springs(
        np.array([1, 0, 1, 2]), np.array([2, 3, 3, 4]), np.array([1.0, 3.0, 1.0, 1.0])
    )
    joined = join(standing, springs, 6)
    assert (joined[:2] == standing).all()
    near = 0.15 * 50.0 * 2
    assert np.hypot(*(joined[2] - [100.0, 0.0])) <= near
    assert np.hypot(*(joined[3] - [25.0, 0.0])) <= near
    assert np.hypot(*(joined[4] - joined[2])) <= near
    assert np.isfinite(joined).all()


def test_many_on_one_hub_do_not_stand_on_the_same_spot() -> None:
    count = 40
    springs = Springs(np.zeros(count - 2, np.intp), np.arange(2, count), np.ones(count - 2))
    joined = join(np.array([[0.0, 0.0], [100.0, 0.0]]), springs, count)
    assert len(np.unique(joined.round(6), axis=0)) == count
