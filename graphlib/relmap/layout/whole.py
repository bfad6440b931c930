"""A whole graph to positions in pixels: components, then shelves, then room for every node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import CANVAS, FOREMOST, Box, boxes_of
from relmap.layout.component import lay_out_component
from relmap.layout.overlaps import separate_within
from relmap.layout.packing import shelves
from relmap.layout.place import place_missing
from relmap.layout.shape import follow
from relmap.layout.spots import Spots, tenth

Array = npt.NDArray[np.float64]
Positions = dict[str, tuple[float, float]]

#: The forces look at every pair of nodes; beyond this many the rest is placed beside its ties.
LIMIT = 1200
_GAP = 14.0
_WIDEST_STRETCH = 1.35


def lay_out(graph: nx.Graph[str], *, limit: int = LIMIT) -> Positions:
    """Return a position for every node, in pixels around (0, 0), y growing downwards.

    The strongest `limit` nodes that have ties are laid out by forces, the largest component on
    top, the others and the nodes without a tie on shelves below it. Then the strongest
    `boxes.FOREMOST` share the canvas so that neither they nor the labels of as many of them as
    have room overlap, and all others follow their neighbours to the nearest free spot. Rounded to
    a tenth of a pixel, and the same on every run.
    """
    ranked = rank(graph)
    boxes = boxes_of(graph, ranked)
    tied = [node for node in ranked if graph.degree(node)][:limit]
    alone = [node for node in ranked if not graph.degree(node)]
    parts = [
        lay_out_component(
            graph, nodes, boxes, _room_for(len(nodes), len(tied), boxes), is_largest=not place
        )
        for place, nodes in enumerate(_components(graph, tied))
    ]
    stacked = _stack(parts, alone, boxes)
    return place_missing(graph, _make_room(stacked, ranked, boxes))


def rank(graph: nx.Graph[str]) -> list[str]:
    """Return the nodes, strongest first: by summed weights, then articles, then id."""
    return sorted(
        graph,
        key=lambda node: (
            -graph.degree(node, weight="weight"),
            -graph.nodes[node].get("articles", 0),
            node,
        ),
    )


def _components(graph: nx.Graph[str], drawn: Sequence[str]) -> list[list[str]]:
    """Return each connected component in the order of `drawn`, the largest component first."""
    order = {node: place for place, node in enumerate(drawn)}
    found = [
        sorted(part, key=order.__getitem__)
        for part in nx.connected_components(graph.subgraph(drawn))
    ]
    return sorted(found, key=lambda nodes: (-len(nodes), order[nodes[0]]))


def _room_for(count: int, total: int, boxes: Mapping[str, Box]) -> tuple[float, float]:
    """Return the room for the middles of `count` of `total` connected nodes.

    The largest component gets what its share of the nodes asks for, a pair or a triple no more
    than it needs. Boxes reach half their width and height further than their middles.
    """
    usual = sum(box.width for box in boxes.values()) / max(len(boxes), 1)
    share = (count / max(total, 1)) ** 0.5
    widest = 90.0 * (count - 1) + usual
    highest = 60.0 * max(count - 2, 0) + 45.0
    width = min(CANVAS[0] * share, widest) - usual
    return max(width, 60.0), max(min(CANVAS[1] * share, highest) - 45.0, 1.0)


def _stack(parts: Sequence[Positions], alone: Sequence[str], boxes: Mapping[str, Box]) -> Positions:
    """Put the components on shelves and the nodes without a tie in rows below them."""
    stacked: Positions = {}
    bottom = 0.0
    for pieces in (parts, [{node: (0.0, 0.0)} for node in alone]):
        frames = [_frame(piece, boxes) for piece in pieces]
        sizes = [(right - left, low - top) for left, top, right, low in frames]
        places = shelves(sizes, CANVAS[0], _GAP)
        for piece, frame, place in zip(pieces, frames, places, strict=True):
            shift_x = place[0] - (frame[0] + frame[2]) / 2.0
            shift_y = place[1] - (frame[1] + frame[3]) / 2.0 + bottom
            for node, (x, y) in piece.items():
                stacked[node] = (x + shift_x, y + shift_y)
        lowest = [place[1] + size[1] / 2 for place, size in zip(places, sizes, strict=True)]
        bottom += max(lowest, default=-_GAP) + _GAP
    return stacked


def _frame(piece: Positions, boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all boxes."""
    middles = [(boxes[node], x, y + boxes[node].drop) for node, (x, y) in piece.items()]
    return (
        min(x - box.width / 2 for box, x, _ in middles),
        min(y - box.height / 2 for box, _, y in middles),
        max(x + box.width / 2 for box, x, _ in middles),
        max(y + box.height / 2 for box, _, y in middles),
    )


def _make_room(laid: Positions, ranked: Sequence[str], boxes: Mapping[str, Box]) -> Positions:
    """Part the boxes of the foremost, let all others find room around them, centre, round."""
    nodes = [node for node in ranked if node in laid]
    if not nodes:
        return {}
    before = np.array([laid[node] for node in nodes])
    count = min(len(nodes), FOREMOST)
    first = _part_boxes(before[:count], [boxes[node] for node in nodes[:count]])
    wishes = follow(before[count:], before[:count], first)
    spots = Spots()
    moved = dict(zip(nodes, first.tolist(), strict=False))
    for node, (x, y) in moved.items():
        spots.add((x, y + boxes[node].drop), boxes[node].width, boxes[node].height)
    for node, wish in zip(nodes[count:], wishes.tolist(), strict=True):
        moved[node] = spots.take((wish[0], wish[1]), boxes[node].width, boxes[node].height)
    return _centre({node: (x, y) for node, (x, y) in moved.items()}, boxes)


def _part_boxes(positions: Array, boxes: Sequence[Box]) -> Array:
    """Move nodes as little as needed so that they and their labels do not overlap."""
    sizes = np.array([(box.width, box.height) for box in boxes])
    drop = np.column_stack((np.zeros(len(boxes)), [box.drop for box in boxes]))
    room = (CANVAS[0] - float(sizes[:, 0].mean()), CANVAS[1] - float(sizes[:, 1].mean()))
    parted: Array = separate_within(positions + drop, sizes, room) - drop
    return parted


def _centre(moved: Positions, boxes: Mapping[str, Box]) -> Positions:
    """Centre on (0, 0), and use the width where the boxes made the picture too high for it."""
    left, top, right, bottom = _frame(moved, boxes)
    aspect = (right - left) / max(bottom - top, 1e-9)
    stretch = min(_WIDEST_STRETCH, max(1.0, CANVAS[0] / CANVAS[1] / max(aspect, 1e-9)))
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return {
        node: (tenth((x - middle_x) * stretch), tenth(y - middle_y))
        for node, (x, y) in moved.items()
    }
