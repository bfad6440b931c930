"""Nodes and labels that overlap are pushed apart, as little as possible and in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import Box

Array = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]
Pairs = tuple[Index, Index]

_SIDEWAYS = 0.6
#: Pushed a little further than needed, or many rounds would end in hairs.
_HAIR = 0.05
#: The cells around one in which a bare node is compared with others; the rest is their mirror.
_AHEAD = ((0, 0), (0, 1), (1, -1), (1, 0), (1, 1))


@dataclass(frozen=True, slots=True)
class Bodies:
    """What takes room: labelled nodes as rectangles, bare nodes as discs.

    `halves` are half the widths and heights (n by 2), `radii` those of the nodes, `reach` the
    same with the air around them, `drop` how far the middle of a rectangle lies below the middle
    of its node.
    """

    halves: Array
    radii: Array
    reach: Array
    drop: Array
    labelled: npt.NDArray[np.bool_]


def bodies_of(boxes: Sequence[Box]) -> Bodies:
    """Return the bodies of some boxes, in their order."""
    return Bodies(
        np.array([(box.width / 2.0, box.height / 2.0) for box in boxes]).reshape(-1, 2),
        np.array([box.radius for box in boxes]),
        np.array([box.width / 2.0 for box in boxes]),
        np.array([(0.0, box.drop) for box in boxes]).reshape(-1, 2),
        np.array([box.labelled for box in boxes], dtype=bool),
    )


def inner(room: tuple[float, float], bodies: Bodies) -> tuple[float, float]:
    """Return the room for the middles of bodies: they reach further by half their size."""
    usual = 2.0 * bodies.halves.mean(axis=0)
    return max(room[0] - float(usual[0]), 1.0), max(room[1] - float(usual[1]), 1.0)


def part(
    positions: Array,
    bodies: Bodies,
    room: tuple[float, float],
    *,
    margin: float = 2.0,
    rounds: int = 60,
) -> Array:
    """Push bodies at `positions` (n by 2) apart, inside a room around the origin.

    Each round moves every overlapping pair: bare nodes along the line between them, whatever has
    a label along the axis where it overlaps least, sideways a little rather than down, since
    labels are flat. Whoever is pushed through a wall stays at it. Ends when nothing overlaps or
    after `rounds`; where the room is too small some overlaps are left for `spots.Spots`.
    """
    middles = positions + bodies.drop
    limits = np.maximum(np.array(room) / 2.0 - bodies.halves, 0.0)
    middles = np.clip(middles, -limits, limits)
    for _ in range(rounds):
        push = _pushes(middles, bodies, margin)
        if not push.any():
            break
        middles = np.clip(middles + push, -limits, limits)
    parted: Array = middles - bodies.drop
    return parted


def overlaps(positions: Array, bodies: Bodies) -> int:
    """Count the pairs of bodies that overlap."""
    middles = positions + bodies.drop
    push_pairs = [_meeting_boxes(middles, bodies, 0.0), _meeting_discs(middles, bodies, 0.0)]
    return sum(len(firsts) for firsts, _ in push_pairs)


def _pushes(middles: Array, bodies: Bodies, margin: float) -> Array:
    """Return what one round adds to the middles; all zero when nothing overlaps."""
    boxes = _meeting_boxes(middles, bodies, margin)
    discs = _meeting_discs(middles, bodies, margin / 2.0)
    firsts = np.concatenate((boxes[0], discs[0]))
    seconds = np.concatenate((boxes[1], discs[1]))
    away = np.vstack(
        (
            _part_boxes(middles, bodies, boxes, margin),
            _part_discs(middles, bodies, discs, margin / 2.0),
        )
    )
    count = len(middles)
    # A body in a crowd is pushed from many sides at once and would overshoot.
    crowd = np.bincount(firsts, minlength=count) + np.bincount(seconds, minlength=count)
    calm = np.maximum(1.0, np.sqrt(crowd))
    pushed = [
        (np.bincount(seconds, away[:, axis], count) - np.bincount(firsts, away[:, axis], count))
        / calm
        for axis in (0, 1)
    ]
    return np.column_stack(pushed)


def _meeting_boxes(middles: Array, bodies: Bodies, margin: float) -> Pairs:
    """Return the pairs of a labelled body and any other that overlap, each pair once."""
    labelled = np.flatnonzero(bodies.labelled)
    hit = np.ones((len(labelled), len(middles)), dtype=bool)
    for axis in (0, 1):
        place, half = middles[:, axis], bodies.halves[:, axis] + margin / 2.0 - 5e-4
        hit &= np.abs(place[labelled, None] - place) < half[labelled, None] + half
    hit &= ~bodies.labelled[None, :] | (labelled[:, None] < np.arange(len(middles))[None, :])
    rows, others = np.nonzero(hit)
    return labelled[rows], others


def _part_boxes(middles: Array, bodies: Bodies, pairs: Pairs, margin: float) -> Array:
    """Return how far the second of each pair goes; the first goes as far the other way."""
    firsts, seconds = pairs
    along = middles[seconds] - middles[firsts]
    gaps = bodies.halves[firsts] + bodies.halves[seconds] + margin - np.abs(along)
    sideways = gaps[:, 0] * _SIDEWAYS <= gaps[:, 1]
    chosen = np.column_stack((sideways, ~sideways))
    # Two boxes on the same spot part by their order, or they would stay together for ever.
    side = np.where(along >= 0.0, 1.0, -1.0)
    away: Array = np.where(chosen, side * (gaps / 2.0 + _HAIR), 0.0)
    return away


def _meeting_discs(middles: Array, bodies: Bodies, margin: float) -> Pairs:
    """Return the pairs of bare bodies that overlap, each pair once."""
    bare = np.flatnonzero(~bodies.labelled)
    if len(bare) < 2:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    places, reach = middles[bare], bodies.reach[bare]
    firsts, seconds = _near(places, 2.0 * float(reach.max()) + margin)
    apart = np.hypot(*(places[firsts] - places[seconds]).T)
    hit = apart < reach[firsts] + reach[seconds] + margin - 1e-3
    return bare[firsts[hit]], bare[seconds[hit]]


def _part_discs(middles: Array, bodies: Bodies, pairs: Pairs, margin: float) -> Array:
    firsts, seconds = pairs
    along = middles[seconds] - middles[firsts]
    apart = np.hypot(along[:, 0], along[:, 1])
    lacking = bodies.reach[firsts] + bodies.reach[seconds] + margin - apart
    # On the same spot each pair takes a direction of its own.
    turn = (firsts * 0.618034 + seconds * 0.414214) * 2.0 * np.pi
    aside = np.column_stack((np.cos(turn), np.sin(turn)))
    same = apart < 1e-6
    unit = np.where(same[:, None], aside, along / np.maximum(apart, 1e-6)[:, None])
    away: Array = unit * (lacking / 2.0 + _HAIR)[:, None]
    return away


def _near(places: Array, cell: float) -> Pairs:
    """Return every pair of places less than `cell` apart, once, and some that are not."""
    cells = np.floor((places - places.min(axis=0)) / cell).astype(np.intp)
    width = int(cells[:, 0].max()) + 3
    keys = cells[:, 1] * width + cells[:, 0] + 1
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    firsts, seconds = [], []
    for down, across in _AHEAD:
        wanted = ordered + down * width + across
        begin, end = np.searchsorted(ordered, wanted), np.searchsorted(ordered, wanted, "right")
        if (down, across) == (0, 0):
            begin = np.arange(1, len(ordered) + 1)
        lengths = np.maximum(end - begin, 0)
        rows = np.repeat(np.arange(len(ordered)), lengths)
        steps = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        firsts.append(order[rows])
        seconds.append(order[np.repeat(begin, lengths) + steps])
    return np.concatenate(firsts), np.concatenate(seconds)
