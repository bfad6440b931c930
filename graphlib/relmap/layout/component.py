"""One connected component to positions: several tries by forces, and the one that reads best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import FOREMOST, LABEL_GAP, Box
from relmap.layout.forces import Model, Springs, settle, sunflower
from relmap.layout.overlaps import separate_within
from relmap.layout.quality import Picture, difficulty
from relmap.layout.shape import draw_in, fill, follow, orient

Array = npt.NDArray[np.float64]

#: Between the first and the last of these many nodes several layouts are tried, above the middle
#: one fewer of them; all others take the first.
_TINY, _MEDIUM, _SMALL = 4, 40, 90
_TRIES = 32
_EASINGS = 3
#: The least length of a tie of one sentence between the rims of its nodes, in pixels.
_SHORTEST = 26.0
_MODELS = (
    Model(),
    Model(gravity=0.4, influence=0.5),
    Model(linlog=True, gravity=0.3),
    Model(gravity=0.8, influence=0.0),
)


def lay_out_component(
    graph: nx.Graph[str],
    nodes: Sequence[str],
    boxes: Mapping[str, Box],
    room: tuple[float, float],
    *,
    is_largest: bool = True,
) -> dict[str, tuple[float, float]]:
    """Lay out connected `nodes`, strongest first, around (0, 0) in a room of pixels.

    Small components are laid out from several starts and by several settings of the forces, and
    the layout that is easiest to read (`quality.difficulty`) wins; ties go to the earliest. One
    that is not the graph's largest is looked at last and gets one start.
    """
    springs = springs_of(graph, nodes)
    strengths = np.array([graph.degree(node, weight="weight") for node in nodes], dtype=np.float64)
    laid = (
        _fill(orient(settle(start, springs, model), strengths), room)
        for start, model in _tries(len(nodes), is_largest=is_largest)
    )
    if len(nodes) > _SMALL:
        best = next(laid)
    else:
        # A hair's breadth apart is the same: rounding elsewhere shall not choose another one.
        judged = [_judge(each, [boxes[node] for node in nodes], springs, room) for each in laid]
        best = min(judged, key=lambda pair: round(pair[1], 3))[0]
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, best, strict=True)}


def springs_of(graph: nx.Graph[str], nodes: Sequence[str]) -> Springs:
    """Return the edges among `nodes` as indices, with 1 + log(weight) as their pull."""
    index = {node: place for place, node in enumerate(nodes)}
    edges = sorted(
        (min(index[a], index[b]), max(index[a], index[b]), float(weight))
        for a, b, weight in graph.subgraph(nodes).edges(data="weight", default=1.0)
        if a != b
    )
    tails, heads, weights = zip(*edges, strict=True) if edges else ((), (), ())
    return Springs(
        np.array(tails, dtype=np.intp),
        np.array(heads, dtype=np.intp),
        1.0 + np.log(np.maximum(np.array(weights, dtype=np.float64), 1.0)),
    )


def _fill(settled: Array, room: tuple[float, float]) -> Array:
    """Let the foremost fill the room; those beyond them go along and may lie outside of it."""
    if len(settled) <= FOREMOST:
        return fill(settled, *room)
    scale = room[0] / max(float(np.ptp(settled[:FOREMOST, 0])), 1e-9)
    scaled = (settled - settled[:FOREMOST].mean(axis=0)) * scale
    first = fill(scaled[:FOREMOST], *room)
    rest = follow(scaled[FOREMOST:], scaled[:FOREMOST], first)
    filled: Array = np.vstack((first, draw_in(rest, *room)))
    return filled


def _tries(count: int, *, is_largest: bool) -> list[tuple[Array, Model]]:
    """Return starts and settings; a start is the sunflower in another order each time."""
    start = sunflower(count)
    if count > _SMALL:
        return [(start, Model(iterations=240 if count <= FOREMOST else 150))]
    if count <= _TINY:
        return [(start, _MODELS[0])]
    orders = [
        np.argsort((np.arange(count) * number * 0.618034) % 1.0, kind="stable")
        for number in range(1, _TRIES // len(_MODELS) if count <= _MEDIUM else 3)
    ]
    starts = [start, *(start[order] for order in orders if is_largest)]
    return [(each, model) for each in starts for model in _MODELS]


def _judge(
    placed: Array, boxes: Sequence[Box], springs: Springs, room: tuple[float, float]
) -> tuple[Array, float]:
    """Part the boxes of one layout; return it with its difficulty."""
    radii = np.array([box.radius for box in boxes])
    sizes = np.array([(box.width, box.height) for box in boxes])
    drop = np.column_stack((np.zeros(len(boxes)), [box.drop for box in boxes]))
    margin = _margin(sizes, room)
    parted = placed
    for _ in range(_EASINGS):
        parted = lengthen(parted, radii, springs)
        parted = separate_within(parted + drop, sizes, room, margin) - drop
    top = parted[:, 1] + radii + LABEL_GAP
    bottom = parted[:, 1] - radii + sizes[:, 1]
    half = sizes[:, 0] / 2.0
    labels = np.column_stack((parted[:, 0] - half, top, parted[:, 0] + half, bottom))
    cost = difficulty(Picture(parted, radii, labels), springs)
    extent = parted.max(axis=0) - parted.min(axis=0)
    beyond = float(np.maximum(extent / np.array(room) - 1.0, 0.0).sum())
    return parted, cost + 20.0 * beyond + 10.0 * _off_centre(parted, springs)


def _off_centre(positions: Array, springs: Springs) -> float:
    """Return how far from the middle the ends of ties lie, heavy ones more, around 0 to 1."""
    ends = np.concatenate((springs.tails, springs.heads))
    pulls = np.concatenate((springs.weights, springs.weights))
    middle = (positions.max(axis=0) + positions.min(axis=0)) / 2.0
    half = np.maximum(np.ptp(positions, axis=0) / 2.0, 1e-9)
    away = np.hypot(*((positions - middle) / half).T)
    return float((away[ends] * pulls).sum() / max(float(pulls.sum()), 1e-9))


def lengthen(positions: Array, radii: Array, springs: Springs) -> Array:
    """Move the ends of ties apart whose line is too short for its weight to be seen and clicked.

    Forces pull the heaviest tie the shortest, and it is the one that is looked for first.
    """
    if not len(springs.tails):
        return positions
    along = positions[springs.heads] - positions[springs.tails]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    wanted = radii[springs.tails] + radii[springs.heads] + _SHORTEST * springs.weights.clip(1, 3.5)
    lacking = np.maximum(wanted - length, 0.0) / 2.0
    moved = positions.copy()
    for axis in (0, 1):
        push = along[:, axis] / length * lacking
        moved[:, axis] += np.bincount(springs.heads, push, len(positions))
        moved[:, axis] -= np.bincount(springs.tails, push, len(positions))
    return moved


def _margin(sizes: Array, room: tuple[float, float]) -> float:
    """Return how far boxes may keep apart so that two thirds of the room are taken."""
    target = 0.6 * (room[0] + sizes[:, 0].mean()) * (room[1] + sizes[:, 1].mean())
    margin = 4.0
    while margin < 40.0 and float(np.prod(sizes + margin + 2.0, axis=1).sum()) < target:
        margin += 2.0
    return margin
