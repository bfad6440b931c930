"""Nodes that joined after the layout find a place beside their neighbours; nobody else moves."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

import networkx as nx

from relmap.layout.spots import Point, Spots

#: A node placed here keeps a square of this size to itself, in pixels.
APART = 30.0


def place_missing(graph: nx.Graph[str], positions: Mapping[str, Point]) -> dict[str, Point]:
    """Return a position for every node of the graph; those given stay where they are.

    A node without one goes near the mean of its placed neighbours, weighted by the ties, to the
    nearest spot that is not on top of another; without placed neighbours below everything. Those
    with the heaviest placed ties go first, so that chains of newcomers follow each other. The
    result holds exactly the graph's nodes, in sorted order.
    """
    placed = {node: point for node, point in sorted(positions.items()) if node in graph}
    spots = Spots()
    for point in placed.values():
        spots.add(point, APART, APART)
    waiting = set(graph) - set(placed)
    queue = [(-_pull(graph, node, placed)[2], node) for node in sorted(waiting)]
    heapq.heapify(queue)
    while queue:
        _, node = heapq.heappop(queue)
        if node not in waiting:
            continue
        waiting.remove(node)
        placed[node] = spots.take(_wish(graph, node, placed, spots), APART, APART)
        for neighbour in sorted(set(graph[node]) & waiting):
            heapq.heappush(queue, (-_pull(graph, neighbour, placed)[2], neighbour))
    return {node: placed[node] for node in sorted(graph)}


def _wish(graph: nx.Graph[str], node: str, placed: Mapping[str, Point], spots: Spots) -> Point:
    x, y, weight = _pull(graph, node, placed)
    if weight > 0:
        return x / weight, y / weight
    return (0.0, spots.bottom + APART) if placed else (0.0, 0.0)


def _pull(
    graph: nx.Graph[str], node: str, placed: Mapping[str, Point]
) -> tuple[float, float, float]:
    """Return the sums of x, y and weight over the placed neighbours."""
    x = y = total = 0.0
    for neighbour in sorted(graph[node]):
        if neighbour in placed and neighbour != node:
            weight = float(graph[node][neighbour].get("weight", 1.0))
            x += weight * placed[neighbour][0]
            y += weight * placed[neighbour][1]
            total += weight
    return x, y, total
