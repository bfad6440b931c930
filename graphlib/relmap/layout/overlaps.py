"""Boxes that overlap are pushed apart, as little as possible and in pixels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_ROUNDS = 60
_GROWTH = 1.05
_SIDEWAYS = 0.6


def separate(positions: Array, sizes: Array, margin: float = 4.0) -> Array:
    """Push boxes centred at `positions` (n by 2) of `sizes` (width, height) apart.

    Each round moves every overlapping pair along the axis where it overlaps least; sideways is
    preferred a little, since a canvas is wider than high while labels are flat. Where there is
    not enough room the whole picture grows by a few per cent and the pushing starts again, so it
    always ends, without an overlap. Meant for the boxes of labels, of which a canvas holds 60.
    """
    moved = positions.copy()
    reach = (sizes[:, None, :] + sizes[None, :, :]) / 2.0 + margin
    while True:
        for _ in range(_ROUNDS):
            push = _pushes(moved, reach)
            if not push.any():
                return moved
            moved += push
        moved *= _GROWTH


def separate_within(
    positions: Array, sizes: Array, room: tuple[float, float], margin: float = 4.0
) -> Array:
    """Part boxes and press what they gain beyond `room` back into it, a few times over.

    `room` bounds the middles of the boxes. The result never overlaps and mostly fits: where it
    cannot fit it is larger than the room, never denser than the boxes allow.
    """
    limit = np.array(room)
    parted = separate(positions, sizes, margin)
    for _ in range(4):
        low, high = parted.min(axis=0), parted.max(axis=0)
        extent = np.maximum(high - low, 1e-9)
        if (extent <= limit * 1.01).all():
            break
        margin = max(4.0, margin - 4.0)
        pressed = (parted - (low + high) / 2.0) * np.minimum(1.0, limit / extent)
        parted = separate(pressed, sizes, margin)
    return parted


def overlaps(positions: Array, sizes: Array, margin: float = 0.0) -> int:
    """Count the pairs of boxes that overlap."""
    reach = (sizes[:, None, :] + sizes[None, :, :]) / 2.0 + margin
    gaps = reach - np.abs(positions[:, None, :] - positions[None, :, :])
    return int(np.triu((gaps > 1e-6).all(axis=2), 1).sum())


def _pushes(positions: Array, reach: Array) -> Array:
    """Return what one round adds to the positions; all zero when nothing overlaps."""
    across = positions[:, None, 0] - positions[None, :, 0]
    down = positions[:, None, 1] - positions[None, :, 1]
    gap_x, gap_y = reach[:, :, 0] - np.abs(across), reach[:, :, 1] - np.abs(down)
    hit = (gap_x > 1e-3) & (gap_y > 1e-3)
    np.fill_diagonal(hit, val=False)
    push = np.zeros_like(positions)
    firsts, seconds = np.nonzero(hit)
    for axis, gaps, offsets in ((0, gap_x, across), (1, gap_y, down)):
        sideways = gap_x[firsts, seconds] * _SIDEWAYS <= gap_y[firsts, seconds]
        chosen = sideways if axis == 0 else ~sideways
        ones, others = firsts[chosen], seconds[chosen]
        # Two boxes on the same spot part by their order, or they would stay together for ever.
        order = np.where(ones < others, -1.0, 1.0)
        side = np.where(offsets[ones, others] == 0.0, order, np.sign(offsets[ones, others]))
        amount = side * (gaps[ones, others] / 2.0 + 0.03)
        push[:, axis] = np.bincount(ones, amount, len(positions))
    # A box in a crowd is pushed from many sides at once and would overshoot.
    crowd = np.bincount(firsts, minlength=len(positions))
    push /= np.maximum(1.0, np.sqrt(crowd))[:, None]
    return push
