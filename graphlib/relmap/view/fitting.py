"""Positions of the layout to places in a picture: filling its map, no node on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import CANVAS
from relmap.view.network import Row
from relmap.view.shapes import Box

Array = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.signedinteger[Any]]

#: How much wider than high, or the other way round, the layout may be pulled to fill the map; as
#: on the page.
STRETCH = 1.9
#: A map of three actors does not get wider than so many times the layout's own canvas.
_LARGEST = 2.0
#: Nodes are pressed to no less than this share of their size before they are moved instead.
_LEAST_SHRINK = 0.6
#: What stays free around and between nodes, in pixels: names stand beside the outermost.
_SIDE, _ABOVE, _BETWEEN = 34.0, 20.0, 2.0
_ROUNDS = 150
#: What of their size is tried for nodes that the room does not hold, one after the other.
_SHARES = (1.0, 0.7, 0.5, 0.35, 0.2)
#: No node is drawn smaller than this radius in pixels, not even where two lie on one spot: what
#: is in view must be seen.
LEAST_RADIUS = 2.25


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands in the picture and how far it reaches, in pixels."""

    x: float
    y: float
    radius: float


def fit(rows: Sequence[Row], room: Box) -> tuple[Place, ...]:
    """Return the places of nodes (rows of `MapData.nodes`) inside of `room`, in their order.

    The layout is scaled and moved, and at most stretched a little, so that the picture looks like
    the page. Only nodes that would lie on each other step aside, and of those that still have no
    room only they themselves are drawn smaller.
    """
    if not rows:
        return ()
    points = np.array([[row["x"], row["y"]] for row in rows], dtype=np.float64)
    radii = np.array([row["size"] for row in rows], dtype=np.float64) * room.width / CANVAS[0]
    reach = float(radii.max())
    inner = (room.width - 2 * (reach + _SIDE), room.height - 2 * (reach + _ABOVE))
    middle = np.array([(room.left + room.right) / 2, (room.top + room.bottom) / 2])
    placed = _scale(points, inner, room.width / CANVAS[0]) + middle
    radii *= np.maximum(_LEAST_SHRINK, _fitting_shares(placed, radii))
    radii = np.maximum(radii, LEAST_RADIUS)
    placed = _make_room(placed, radii, room)
    radii = np.minimum(radii * _fitting_shares(placed, radii), _to_walls(placed, room))
    radii = np.maximum(radii, LEAST_RADIUS)
    return tuple(
        Place(round(x, 2), round(y, 2), round(float(radius) - 0.005, 2))
        for (x, y), radius in zip(placed.tolist(), radii, strict=True)
    )


def _scale(points: Array, inner: tuple[float, float], natural: float) -> Array:
    """Centre the points on nothing and scale them to a frame, each way for itself."""
    low, high = points.min(axis=0), points.max(axis=0)
    fitting = np.minimum(np.array(inner) / np.maximum(high - low, 1e-9), _LARGEST * natural)
    scale = np.minimum(fitting, fitting.min() * STRETCH)
    centred: Array = (points - (low + high) / 2.0) * scale
    return centred


def _fitting_shares(placed: Array, radii: Array) -> Array:
    """The share, up to 1, of each radius at which a node meets none of its own neighbours.

    Two that are too close both take the same share, so the larger stays the larger; nobody else
    is smaller for their sake.
    """
    ones, others = _near(placed, 2.0 * float(radii.max()))
    gaps = np.hypot(*(placed[ones] - placed[others]).T)
    fitting = gaps / (radii[ones] + radii[others])
    shares = np.ones(len(radii))
    np.minimum.at(shares, ones, fitting)
    np.minimum.at(shares, others, fitting)
    return shares


def _to_walls(placed: Array, room: Box) -> Array:
    """How far each node is from the nearest side of the room."""
    low, high = np.array([room.left, room.top]), np.array([room.right, room.bottom])
    nearest: Array = np.minimum(placed - low, high - placed).min(axis=1)
    return nearest


def _make_room(placed: Array, radii: Array, room: Box) -> Array:
    """Part the nodes; where the room does not hold them, as if they were smaller.

    What is still a heap then is pushed on from where the last push left it.
    """
    parted = placed
    for again in (False, True):
        for share in _SHARES:
            smaller = np.maximum(share * radii, LEAST_RADIUS)
            parted = _part(parted if again else placed, smaller, room)
            if float(_fitting_shares(parted, smaller).min()) >= _LEAST_SHRINK:
                return parted
    return parted


def _part(placed: Array, radii: Array, room: Box) -> Array:
    """Push nodes that overlap apart, a little in each round, and keep all of them in the room."""
    low = np.array([room.left, room.top]) + radii[:, None]
    high = np.array([room.right, room.bottom]) - radii[:, None]
    moved = placed.copy()
    for _ in range(_ROUNDS):
        ones, others = _near(moved, 2.0 * float(radii.max()) + _BETWEEN)
        apart = moved[ones] - moved[others]
        gaps = np.hypot(apart[:, 0], apart[:, 1])
        lacking = radii[ones] + radii[others] + _BETWEEN - gaps
        hit = lacking > 1e-6
        if not hit.any():
            break
        push = _direction(apart[hit], gaps[hit]) * (lacking[hit] / 2.0 + 0.01)[:, None]
        for axis in (0, 1):
            moved[:, axis] += np.bincount(ones[hit], push[:, axis], len(moved))
            moved[:, axis] -= np.bincount(others[hit], push[:, axis], len(moved))
        moved = np.clip(moved, low, high)
    return moved


def _direction(apart: Array, gaps: Array) -> Array:
    """Of length 1, from the second of each pair to the first; sideways where both are one spot."""
    sideways = np.broadcast_to(np.array([-1.0, 0.0]), apart.shape)
    return np.where(gaps[:, None] > 1e-9, apart / np.maximum(gaps, 1e-9)[:, None], sideways)


def _near(places: Array, reach: float) -> tuple[Numbers, Numbers]:
    """Return all pairs that can be nearer than `reach`: those in the same or adjoining cells.

    Asking each pair would take a minute for a few thousand nodes.
    """
    cells = np.floor((places - places.min(axis=0)) / reach).astype(np.int64) + 1
    across = int(cells[:, 0].max()) + 2
    keys = cells[:, 1] * across + cells[:, 0]
    order = np.argsort(keys, kind="stable")
    found: list[tuple[Numbers, Numbers]] = []
    for offset in (0, 1, across - 1, across, across + 1):
        starts = np.searchsorted(keys[order], keys + offset, "left")
        counts = np.searchsorted(keys[order], keys + offset, "right") - starts
        ones = np.repeat(np.arange(len(keys)), counts)
        steps = np.arange(len(ones)) - np.repeat(np.cumsum(counts) - counts, counts)
        others = order[np.repeat(starts, counts) + steps]
        once = ones < others if offset == 0 else np.ones(len(ones), dtype=bool)
        found.append((ones[once], others[once]))
    ones, others = (np.concatenate(side) for side in zip(*found, strict=True))
    return ones, others
