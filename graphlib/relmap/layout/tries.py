"""A small component to positions: several layouts by forces, and the one that reads best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import LABEL_GAP
from relmap.layout.forces import Model, settle, sunflower
from relmap.layout.overlaps import Bodies, inner, part
from relmap.layout.quality import Picture, difficulty
from relmap.layout.shape import fill, orient
from relmap.layout.springs import Springs

Array = npt.NDArray[np.float64]
Size = tuple[float, float]

#: Up to the first of these many nodes there is one try, up to the second one start for each model.
_TINY, _MEDIUM = 4, 40
_STARTS, _FEWER_STARTS = 8, 3
_ITERATIONS = 240
#: How many of the tries are parted and looked at closely.
_FINALISTS = 5
_EASINGS = 3
#: The least length of a tie of one sentence between the rims of its nodes, in pixels.
_SHORTEST = 26.0
_MODELS = (
    Model(),
    Model(gravity=0.4, influence=0.5),
    Model(linlog=True, gravity=0.3),
    Model(gravity=0.8, influence=0.0),
)


def lay_out_best(springs: Springs, bodies: Bodies, room: Size, *, is_largest: bool = True) -> Array:
    """Lay out the nodes of `bodies` around (0, 0) in a room of pixels (n by 2).

    All tries, from several starts and by several settings of the forces, move at once. Those that
    read best at a rough look (`quality.difficulty` without labels) have their boxes parted and
    are judged again; ties go to the earliest. What is not looked at first gets one start.
    """
    count = len(bodies.reach)
    starts, models = _tries(count, is_largest=is_largest)
    settled = settle(starts, springs, models, _ITERATIONS)
    strengths, within = springs.strengths(count), inner(room, bodies)
    laid = [fill(orient(each, strengths), *within) for each in settled]
    if len(laid) == 1:
        return _ease(laid[0], springs, bodies, room)
    finalists = [
        _ease(each, springs, bodies, room) for each in _roughly_best(laid, springs, bodies)
    ]
    # A hair's breadth apart is the same: rounding elsewhere shall not choose another one.
    costs = [round(_cost(each, springs, bodies), 3) for each in finalists]
    return finalists[costs.index(min(costs))]


def _tries(count: int, *, is_largest: bool) -> tuple[Array, list[Model]]:
    """Return starts and settings; a start is the sunflower in another order each time."""
    start = sunflower(count)
    if count <= _TINY:
        return start[None], [_MODELS[0]]
    turns = (_STARTS if count <= _MEDIUM else _FEWER_STARTS) if is_largest else 1
    orders = [
        np.argsort((np.arange(count) * number * 0.618034) % 1.0, kind="stable")
        for number in range(1, turns)
    ]
    starts = [start, *(start[order] for order in orders)]
    pairs = [(each, model) for each in starts for model in _MODELS]
    return np.array([each for each, _ in pairs]), [model for _, model in pairs]


def _roughly_best(laid: Sequence[Array], springs: Springs, bodies: Bodies) -> list[Array]:
    nowhere = np.full((len(bodies.radii), 4), np.inf)
    costs = [round(difficulty(Picture(each, bodies.radii, nowhere), springs), 3) for each in laid]
    order = sorted(range(len(laid)), key=lambda number: (costs[number], number))
    return [laid[number] for number in order[:_FINALISTS]]


def _ease(placed: Array, springs: Springs, bodies: Bodies, room: Size) -> Array:
    """Lengthen the ties that are too short and part the boxes, in turn."""
    margin = _margin(bodies, room)
    for _ in range(_EASINGS):
        placed = part(lengthen(placed, springs, bodies.radii), bodies, room, margin=margin)
    return placed


def _cost(placed: Array, springs: Springs, bodies: Bodies) -> float:
    """Return how hard a layout is to read, with its labels; what weighs most shall be central."""
    across = bodies.halves[:, 0]
    top = placed[:, 1] + bodies.radii + LABEL_GAP
    bottom = placed[:, 1] - bodies.radii + 2.0 * bodies.halves[:, 1]
    labels = np.column_stack((placed[:, 0] - across, top, placed[:, 0] + across, bottom))
    picture = Picture(placed, bodies.radii, labels)
    return difficulty(picture, springs) + 10.0 * _off_centre(placed, springs)


def _off_centre(placed: Array, springs: Springs) -> float:
    """Return how far from the middle the ends of ties lie, heavy ones more, around 0 to 1."""
    ends = np.concatenate((springs.tails, springs.heads))
    pulls = np.concatenate((springs.weights, springs.weights))
    middle = (placed.max(axis=0) + placed.min(axis=0)) / 2.0
    half = np.maximum(np.ptp(placed, axis=0) / 2.0, 1e-9)
    away = np.hypot(*((placed - middle) / half).T)
    return float((away[ends] * pulls).sum() / max(float(pulls.sum()), 1e-9))


def lengthen(placed: Array, springs: Springs, radii: Array) -> Array:
    """Move the ends of ties apart whose line is too short for its weight to be seen and clicked.

    Forces pull the heaviest tie the shortest, and it is the one that is looked for first.
    """
    along = placed[springs.heads] - placed[springs.tails]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    wanted = radii[springs.tails] + radii[springs.heads] + _SHORTEST * springs.weights.clip(1, 3.5)
    lacking = np.maximum(wanted - length, 0.0) / 2.0
    moved = placed.copy()
    for axis in (0, 1):
        push = along[:, axis] / length * lacking
        moved[:, axis] += np.bincount(springs.heads, push, len(placed))
        moved[:, axis] -= np.bincount(springs.tails, push, len(placed))
    return moved


def _margin(bodies: Bodies, room: Size) -> float:
    """Return how far boxes may keep apart so that three fifths of the room are taken."""
    sizes, target = 2.0 * bodies.halves, 0.6 * room[0] * room[1]
    margin = 4.0
    while margin < 40.0 and float(np.prod(sizes + margin + 2.0, axis=1).sum()) < target:
        margin += 2.0
    return margin
