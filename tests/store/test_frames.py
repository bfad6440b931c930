"""Frames say what they were made from, and mostly in a byte."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from relmap.store.frames import from_frames, to_frames
from relmap.store.index import ROLES

gaps = st.sampled_from([-9, -1, 0, 1, 2, 3, 4, 31, 500_000]) | st.integers(-(2**20), 2**20)
frames = st.tuples(gaps, st.integers(0, len(ROLES) - 1), st.integers(0, 12) | st.just(2**20))


def columns(rows: list[tuple[int, int, int]]) -> list[np.ndarray]:
    return [np.array([row[side] for row in rows], dtype=np.int64) for side in range(3)]


@given(st.lists(frames))
def test_they_come_back(rows: list[tuple[int, int, int]]) -> None:
    found = from_frames(to_frames(*columns(rows)))
    assert [column.tolist() for column in found] == [column.tolist() for column in columns(rows)]


def test_usual_ones_fit_a_byte() -> None:
    usual = [(gap, role, n) for gap in range(4) for role in range(len(ROLES)) for n in range(8)]
    made = to_frames(*columns(usual))
    assert (made.min(), made.max()) == (0, 247)
    assert to_frames(*columns([(0, 0, 8), (4, 0, 0), (-1, 0, 0)])).tolist() != [8, 256, -64]
