"""A whole graph to positions in pixels: a room for every component, then a spot for every node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

import networkx as nx

from relmap.layout.boxes import CANVAS, FULL, Box, boxes_of
from relmap.layout.component import lay_out_component
from relmap.layout.overlaps import bodies_of
from relmap.layout.packing import Room, Size, slices
from relmap.layout.pieces import Piece, Point, beside, piece_of, shelve, stack
from relmap.layout.spots import Shape, Spots, disc, tenth
from relmap.layout.springs import springs_of

Positions = dict[str, Point]

#: The forces look at every pair of nodes; beyond this many the rest begins beside its ties.
LIMIT = 2000
_GAP = 12.0
#: A component of so many nodes, and of this share of the largest, gets a slice of the canvas.
_LEAST, _SHARE = 12, 0.15
#: What shelves take away from the height of the slices leaves them at most so flat.
_FLATTEST = 1.65
#: Share of its room that a component on a shelf may fill.
_AIRY = 0.15


def lay_out(graph: nx.Graph[str], *, limit: int = LIMIT) -> Positions:
    """Return a position for every node, in pixels around (0, 0), y growing downwards.

    The large components share a canvas of the proportions of `boxes.CANVAS`, which grows only
    where the nodes would not fit; small ones and nodes without a tie stand on shelves below them.
    The strongest `limit` nodes are laid out by forces, all others begin beside their ties. No two
    nodes overlap, and neither do the labels of as many of the strongest as have room
    (`boxes.boxes_of`). Rounded to a tenth of a pixel, and the same on every run.
    """
    ranked = rank(graph)
    task = _Task(graph, boxes_of(graph, ranked), frozenset(ranked[:limit]))
    components = _components(graph, ranked)
    alone = [task.piece({nodes[0]: (0.0, 0.0)}) for nodes in components if len(nodes) == 1]
    tied = [nodes for nodes in components if len(nodes) > 1]
    count = _count_large(tied)
    width, height = _canvas(task)
    small = [_lay_out_small(task, nodes) for nodes in tied[count:]]
    shelved = [
        shelve(small, width, 2.0 * _GAP, task.boxes),
        shelve(alone, width, _GAP, task.boxes),
    ]
    taken = sum(piece.room.size[1] + _GAP for piece in shelved if piece.places)
    canvas = (width, max(height - taken, width / _FLATTEST))
    large = _lay_out_large(task, tied[:count], canvas)
    return _find_spots(stack((large, *shelved), _GAP, task.boxes), ranked, task.boxes)


def rank(graph: nx.Graph[str]) -> list[str]:
    """Return the nodes, strongest first: by summed weights, then articles, then id."""
    strength = {
        node: fsum(data.get("weight", 1.0) for other, data in ties.items() if other != node)
        for node, ties in graph.adjacency()
    }
    articles = {node: data.get("articles", 0) for node, data in graph.nodes(data=True)}
    return sorted(graph, key=lambda node: (-strength[node], -articles[node], node))


@dataclass(frozen=True, slots=True)
class _Task:
    """A graph to lay out, the box of each node, and the nodes that are laid out by forces."""

    graph: nx.Graph[str]
    boxes: Mapping[str, Box]
    forced: frozenset[str]

    def piece(self, places: Mapping[str, Point]) -> Piece:
        """Return nodes at their places as one piece."""
        return piece_of(places, self.boxes)

    def area(self, nodes: Iterable[str]) -> float:
        """Return what the boxes of some nodes take, in square pixels."""
        return fsum(self.boxes[node].width * self.boxes[node].height for node in nodes)

    def lay_out(self, nodes: Sequence[str], room: Size, *, is_largest: bool) -> Piece:
        """Lay out a connected component in a room of its own."""
        forced = sum(node in self.forced for node in nodes)
        bodies = bodies_of([self.boxes[node] for node in nodes])
        laid = lay_out_component(
            springs_of(self.graph, nodes), bodies, room, forced=forced, is_largest=is_largest
        )
        return self.piece({node: (x, y) for node, (x, y) in zip(nodes, laid.tolist(), strict=True)})


def _components(graph: nx.Graph[str], ranked: Sequence[str]) -> list[list[str]]:
    """Return each connected component in the order of `ranked`, the largest component first."""
    order = {node: place for place, node in enumerate(ranked)}
    found = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    return sorted(found, key=lambda nodes: (-len(nodes), order[nodes[0]]))


def _count_large(tied: Sequence[Sequence[str]]) -> int:
    """Count the components that get a slice of the canvas: the largest, and those like it."""
    if not tied:
        return 0
    least = max(_LEAST, _SHARE * len(tied[0]))
    return max(1, sum(len(nodes) >= least for nodes in tied))


def _canvas(task: _Task) -> Size:
    """Return the width and height in which all boxes fill the canvas as far as it may be."""
    needed = task.area(task.boxes) / FULL
    grown = max(1.0, sqrt(needed / (CANVAS[0] * CANVAS[1])))
    return CANVAS[0] * grown, CANVAS[1] * grown


def _lay_out_large(task: _Task, components: Sequence[Sequence[str]], canvas: Size) -> Piece:
    """Lay out each component in a slice of the canvas."""
    rooms = slices([task.area(nodes) for nodes in components], Room((0.0, 0.0), canvas))
    pieces = []
    for nodes, room in zip(components, rooms, strict=True):
        wanted = _at_ease(task, nodes)
        size = min(wanted[0], room.size[0] - _GAP), min(wanted[1], room.size[1] - _GAP)
        pieces.append(task.lay_out(nodes, size, is_largest=nodes is components[0]))
    return beside(pieces, rooms, task.boxes)


def _lay_out_small(task: _Task, nodes: Sequence[str]) -> Piece:
    """Lay out a component for a shelf, in as much room as it needs."""
    wanted = _at_ease(task, nodes)
    width = sqrt(task.area(nodes) / _AIRY * CANVAS[0] / CANVAS[1])
    size = min(wanted[0], width), min(wanted[1], width * CANVAS[1] / CANVAS[0])
    return task.lay_out(nodes, size, is_largest=False)


def _at_ease(task: _Task, nodes: Sequence[str]) -> Size:
    """Return the room in which a few nodes have ties that are long enough, and no longer."""
    count = len(nodes)
    width = sum(task.boxes[node].width for node in nodes) / count
    height = sum(task.boxes[node].height for node in nodes) / count
    return (
        width + (30.0 + 0.7 * width) * (count - 1),
        height + (22.0 + 0.7 * height) * max(count - 2, 0),
    )


def _find_spots(whole: Piece, ranked: Sequence[str], boxes: Mapping[str, Box]) -> Positions:
    """Centre the picture and give every node a spot of its own, nearly always where it is."""
    centred = whole.at((0.0, 0.0)).places
    spots, found = Spots(), {}
    for node in sorted(ranked, key=lambda node: not boxes[node].labelled):
        box, (x, y) = boxes[node], centred[node]
        shape = Shape(box.width / 2, box.height / 2) if box.labelled else disc(box.width / 2)
        spot = spots.take((x, y + box.drop), shape)
        found[node] = (spot[0], tenth(spot[1] - box.drop))
    return {node: found[node] for node in sorted(found)}
