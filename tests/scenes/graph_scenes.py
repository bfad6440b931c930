"""The same graph put together in another order."""

from __future__ import annotations

from random import Random

import networkx as nx


def turned(graph: nx.Graph[str], chance: Random) -> nx.Graph[str]:
    """The same graph, its nodes and edges shuffled and every edge the other way round."""
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other: nx.Graph[str] = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from((v, u, data) for u, v, data in edges)
    return other
