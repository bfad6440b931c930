"""Nodes that joined after the layout find a place beside their neighbours; nobody else moves."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

import networkx as nx

from relmap.layout.boxes import BARE_GAP, FOREMOST, node_radius
from relmap.layout.spots import Point, Shape, Spots

#: A node placed here keeps a square of this size to itself, in pixels; in a crowd a smaller one.
APART = 30.0
_LEAST_SHARE = 0.4


def place_missing(graph: nx.Graph[str], positions: Mapping[str, Point]) -> dict[str, Point]:
    """Return a position for every node of the graph; those given stay where they are.

    A node without one goes near the mean of its placed neighbours, weighted by the ties, to the
    nearest spot that is not on top of another; without placed neighbours below everything. Those
    with the heaviest placed ties go first, so that chains of newcomers follow each other. The
    result holds exactly the graph's nodes, in sorted order.
    """
    placed = {node: point for node, point in sorted(positions.items()) if node in graph}
    squares = _squares(graph)
    spots = Spots()
    for node, point in placed.items():
        spots.add(point, squares[node])
    queue = _Queue(graph, placed)
    while (newcomer := queue.next()) is not None:
        node, wish = newcomer
        below = (0.0, spots.bottom + APART) if placed else (0.0, 0.0)
        placed[node] = spots.take(wish or below, squares[node])
        queue.pull(node, placed[node])
    return {node: placed[node] for node in sorted(graph)}


class _Queue:
    """Those that wait for a place, and how strongly they are pulled where."""

    def __init__(self, graph: nx.Graph[str], placed: Mapping[str, Point]) -> None:
        self._graph = graph
        self._pulls = {node: (0.0, 0.0, 0.0) for node in sorted(graph) if node not in placed}
        self._heap = [(0.0, node) for node in self._pulls]
        for node, point in placed.items():
            self.pull(node, point)

    def next(self) -> tuple[str, Point | None] | None:
        """Return who is pulled the strongest and where to; nowhere if nobody pulls it."""
        while self._heap:
            _, node = heapq.heappop(self._heap)
            if node in self._pulls:
                x, y, weight = self._pulls.pop(node)
                return node, ((x / weight, y / weight) if weight > 0 else None)
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
