"""Made-up graphs for the tests of the layout: a hub-and-communities model without chance."""

from __future__ import annotations

import networkx as nx

NAMES = (
    "Ana Ib",
    "Bartholomew Winterbottom",
    "The Council for Regional Co-operation",
    "Chad",
    "Federated States of Elsewhere",
    "Oyelaran Adebayo",
)
KINDS = ("country", "person", "organization")


def made_graph(count: int, ties: int, alone: int = 0) -> nx.Graph[str]:
    """A connected graph of `count` nodes, `ties` edges, and `alone` nodes without any."""
    graph: nx.Graph[str] = nx.Graph()
    for number in range(count + alone):
        graph.add_node(
            f"{KINDS[number % 3]}:{number:03d}",
            name=f"{NAMES[number % len(NAMES)]} {number}",
            kind=KINDS[number % 3],
            mentions=60 // (number + 1) + 1,
            articles=30 // (number + 1) + 1,
            strength=0,
        )
    nodes = list(graph)[:count]
    for number in range(1, count):
        graph.add_edge(nodes[number], nodes[number * number % number if number < 4 else number % 4])
    step = 0
    while graph.number_of_edges() < ties:
        step += 1
        one, other = step * 7 % count, (step * step * 3 + step // 5) % count
        if one != other:
            graph.add_edge(nodes[one], nodes[other])
    for number, (one, other) in enumerate(sorted(graph.edges)):
        graph.edges[one, other].update(
            weight=1 + 14 // (number % 9 + 1), articles=1, outlets=1, first_date="", last_date=""
        )
    for node, strength in graph.degree(weight="weight"):
        graph.nodes[node]["strength"] = strength
    return graph
