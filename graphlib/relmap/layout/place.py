"""Nodes that joined after the layout find a place beside their neighbours; nobody else moves."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

import networkx as nx

from relmap.layout.boxes import BARE_GAP, CANVAS, FOREMOST, Box, node_radius
from relmap.layout.pieces import Piece, piece_of, shelve
from relmap.layout.spots import Point, Shape, Spots, tenth
from relmap.layout.whole import lay_out

#: A node placed here keeps a square of this size to itself, in pixels; in a crowd a smaller one.
APART = 30.0
_LEAST_SHARE = 0.4
#: What is tried as air between those in rows, in pixels, the widest first: room for their names.
_AIRS = (80.0, 50.0, 25.0, 0.0)
#: Rows with that much air are no higher than this share of the canvas.
_ROWS_SHARE = 0.3


def place_missing(graph: nx.Graph[str], positions: Mapping[str, Point]) -> dict[str, Point]:
    """Return a position for every node of the graph; those given stay where they are.

    A node without one goes near the mean of its placed neighbours, weighted by the ties, to the
    nearest spot that is not on top of another. Those with the heaviest placed ties go first, so
    that chains of newcomers follow each other. Who hangs together with nobody placed comes in rows
    below everything, each component together. Where no node is placed at all, the graph is laid
    out anew. The result holds exactly the graph's nodes, in sorted order.
    """
    placed = {node: point for node, point in sorted(positions.items()) if node in graph}
    if not placed:
        return lay_out(graph)
    squares = _squares(graph)
    found = _follow(graph, placed, squares)
    loose = graph.subgraph([node for node in graph if node not in found])
    found |= _in_rows(loose, found, squares)
    return {node: found[node] for node in sorted(graph)}


def _follow(
    graph: nx.Graph[str], placed: Mapping[str, Point], squares: Mapping[str, Shape]
) -> dict[str, Point]:
    """Return the placed, and near them a spot for everybody who hangs together with them."""
    found = dict(placed)
    spots = Spots()
    for node, point in placed.items():
        spots.add(point, squares[node])
    queue = _Queue(graph, placed)
    while (newcomer := queue.next()) is not None:
        node, wish = newcomer
        found[node] = spots.take(wish, squares[node])
        queue.pull(node, found[node])
    return found


def _in_rows(
    loose: nx.Graph[str], found: Mapping[str, Point], squares: Mapping[str, Shape]
) -> dict[str, Point]:
    """Put components side by side, the largest first, in rows as wide as all that is found."""
    left = min(x - squares[node].across for node, (x, _) in found.items())
    right = max(x + squares[node].across for node, (x, _) in found.items())
    bottom = max(y + squares[node].down for node, (_, y) in found.items())
    parts = sorted(map(sorted, nx.connected_components(loose)), key=lambda part: (-len(part), part))
    pieces = [_around_first(loose.subgraph(part), squares) for part in parts]
    rows = _shelve(pieces, max(CANVAS[0], right - left), squares)
    middle = ((left + right) / 2.0, bottom + APART + rows.room.size[1] / 2.0)
    return {node: (tenth(x), tenth(y)) for node, (x, y) in rows.at(middle).places.items()}


def _around_first(part: nx.Graph[str], squares: Mapping[str, Shape]) -> dict[str, Point]:
    """Place a component around the one of its members with the most neighbours."""
    first = min(part, key=lambda node: (-part.degree(node), node))
    return _follow(part, {first: (0.0, 0.0)}, squares)


def _shelve(pieces: list[dict[str, Point]], width: float, squares: Mapping[str, Shape]) -> Piece:
    """Put pieces in rows, with as much air for their names as leaves the rows low."""
    for air in _AIRS:
        boxes = {
            node: Box(
                0.0, 2.0 * squares[node].across + air, 2.0 * squares[node].down + air / 3.0, False
            )
            for piece in pieces
            for node in piece
        }
        rows = shelve([piece_of(piece, boxes) for piece in pieces], width, 0.0, boxes)
        if rows.room.size[1] <= _ROWS_SHARE * CANVAS[1]:
            break
    return rows


class _Queue:
    """Those that wait for a place, and how strongly they are pulled where."""

    def __init__(self, graph: nx.Graph[str], placed: Mapping[str, Point]) -> None:
        self._graph = graph
        self._pulls = {node: (0.0, 0.0, 0.0) for node in sorted(graph) if node not in placed}
        self._heap: list[tuple[float, str]] = []
        for node, point in placed.items():
            self.pull(node, point)

    def next(self) -> tuple[str, Point] | None:
        """Return who is pulled the strongest and where to; None where nobody is pulled any more."""
        while self._heap:
            _, node = heapq.heappop(self._heap)
            if node in self._pulls:
                x, y, weight = self._pulls.pop(node)
                return node, (x / weight, y / weight)
        return None

    def pull(self, node: str, point: Point) -> None:
        """Let a node that has found its place pull those of its neighbours that wait."""
        for neighbour in sorted(other for other in self._graph[node] if other in self._pulls):
            weight = float(self._graph[node][neighbour].get("weight", 1.0))
            x, y, total = self._pulls[neighbour]
            pulled = (x + weight * point[0], y + weight * point[1], total + weight)
            self._pulls[neighbour] = pulled
            heapq.heappush(self._heap, (-pulled[2], neighbour))


def _squares(graph: nx.Graph[str]) -> dict[str, Shape]:
    """Return what each node keeps to itself: less in a crowd, never less than its disc."""
    articles = {node: int(data.get("articles", 0)) for node, data in graph.nodes(data=True)}
    most, count = max(articles.values(), default=0), len(articles)
    usual = APART / 2.0 * min(1.0, max(_LEAST_SHARE, (FOREMOST / max(count, 1)) ** 0.5))
    sides = {
        node: max(usual, node_radius(number, most, count) + BARE_GAP / 2.0)
        for node, number in articles.items()
    }
    return {node: Shape(side, side) for node, side in sides.items()}
