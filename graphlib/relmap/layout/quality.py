"""How well a layout reads: the lower the better, to choose the best of several."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from relmap.layout.springs import Springs

Array = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]

#: A tie shorter than this between the rims of its nodes is hard to see and to click, in pixels.
_VISIBLE = 60.0
#: Room between a tie and another node's rim, and between two ties, to tell them apart.
_CLEAR = 4.0
_APART = 9.0
#: The ties that are looked at: those that a reader follows first. All of them would take seconds.
_FOLLOWED = 160
#: Points along a tie at which it is looked for a clear stretch.
_POINTS = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes as they would be drawn: middles (n by 2), radii, and labels (left, top, right, bottom)."""

    positions: Array
    radii: Array
    labels: Array


def difficulty(picture: Picture, springs: Springs) -> float:
    """Return how hard a layout is to read.

    What counts, and for how much, per case: a tie without a stretch of its own, where it can be
    followed and clicked (up to 3, by weight), a tie that runs under a node it does not belong to
    (1), ties too short to be seen (up to 4.5, by weight), ties across labels (0.15).
    """
    springs = springs.heaviest(_FOLLOWED)
    if not len(springs.tails):
        return 0.0
    positions, radii = picture.positions, picture.radii
    start, end = positions[springs.tails], positions[springs.heads]
    pull = np.minimum(springs.weights, 3.0)
    visible = np.hypot(*(end - start).T) - radii[springs.tails] - radii[springs.heads]
    short = np.clip((_VISIBLE - visible) / _VISIBLE, 0.0, 1.0) * pull
    hidden = _hidden(positions, radii, start, end) * pull
    under = _under_nodes(positions, radii, springs.tails, springs.heads)
    across = _across_labels(picture.labels, start, end)
    return float(hidden.sum() + 1.5 * short.sum()) + under + 0.15 * across


def _hidden(positions: Array, radii: Array, start: Array, end: Array) -> Array:
    """Return 1.0 for each tie that nowhere is clear of all other ties and of all nodes."""
    parts = np.linspace(0.12, 0.88, _POINTS)
    points = start[:, None, :] + (end - start)[:, None, :] * parts[None, :, None]
    flat = points.reshape(-1, 2)
    to_ties = _distances(flat, start, end)
    own = np.repeat(np.arange(len(start)), len(parts))
    to_ties[np.arange(len(flat)), own] = np.inf
    to_nodes = np.hypot(
        flat[:, None, 0] - positions[None, :, 0], flat[:, None, 1] - positions[None, :, 1]
    )
    clear = (to_ties.min(axis=1) > _APART) & (to_nodes > radii[None, :] + _CLEAR).all(axis=1)
    hidden: Array = 1.0 - clear.reshape(-1, len(parts)).any(axis=1)
    return hidden


def _distances(points: Array, start: Array, end: Array) -> Array:
    """Return the distances of points (p by 2) from segments (s), p by s."""
    along = end - start
    square = np.maximum((along**2).sum(axis=1), 1e-9)
    offset_x = points[:, None, 0] - start[None, :, 0]
    offset_y = points[:, None, 1] - start[None, :, 1]
    part = np.clip((offset_x * along[:, 0] + offset_y * along[:, 1]) / square, 0.0, 1.0)
    apart: Array = np.hypot(offset_x - part * along[:, 0], offset_y - part * along[:, 1])
    return apart


def _under_nodes(positions: Array, radii: Array, tails: Index, heads: Index) -> int:
    """Count pairs of a tie and a node of others that it passes under."""
    apart = _distances(positions, positions[tails], positions[heads])
    near = apart < radii[:, None] + _CLEAR
    rows = np.arange(len(tails))
    near[tails, rows] = near[heads, rows] = False
    return int(near.sum())


def _across_labels(labels: Array, start: Array, end: Array) -> int:
    """Count pairs of a tie and a label that it runs across, whoever they belong to."""
    along = end - start
    safe = np.where(np.abs(along) < 1e-9, 1e-9, along)
    low = (labels[None, :, :2] - start[:, None, :]) / safe[:, None, :]
    high = (labels[None, :, 2:] - start[:, None, :]) / safe[:, None, :]
    enter = np.minimum(low, high).max(axis=2)
    leave = np.maximum(low, high).min(axis=2)
    return int(((enter < leave) & (leave > 0.0) & (enter < 1.0)).sum())
