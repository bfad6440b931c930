"""What a graph says of its actors: which of them form a community."""

from __future__ import annotations

from math import sqrt

import networkx as nx

#: Any fixed number: Louvain visits the nodes in an order that it draws by lot.
_SEED = 1


def communities(graph: nx.Graph[str]) -> dict[str, int]:
    """Return the community of every node: 0 for the largest, then 1, 2, …

    Equally large communities are numbered by their smallest node id. Nodes without a tie come
    after all others, each alone.

    Louvain's method (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in
    large networks", 2008) at resolution 1, on Salton's cosine in place of the weights: a tie
    weighs what it is of all that its two ends have, w / sqrt(strength * strength). In 2,000
    articles of world news the bare weights draw everybody to the United States, and logarithms
    of them level everything; the cosine keeps North Korea with China and Japan, the special
    counsel with those he charged, and Modi with India.
    """
    nodes = sorted(node for node, degree in graph.degree() if degree)
    found = nx.community.louvain_communities(_number(graph, nodes), seed=_SEED) if nodes else []
    ranked = sorted(found, key=lambda members: (-len(members), min(members)))
    alone = sorted(set(graph) - set(nodes))
    groups = [
        *([nodes[member] for member in members] for members in ranked),
        *([one] for one in alone),
    ]
    belongs = {node: place for place, members in enumerate(groups) for node in members}
    return {node: belongs[node] for node in sorted(graph)}


def _number(graph: nx.Graph[str], nodes: list[str]) -> nx.Graph[int]:
    """Return the graph with places in `nodes` for ids, and the cosine as weight.

    The method keeps nodes in sets, and texts come out of a set in another order in every process.
    """
    place = {node: number for number, node in enumerate(nodes)}
    strength = dict(graph.degree(weight="weight"))
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(nodes)))
    for u, v in sorted((min(u, v), max(u, v)) for u, v in graph.edges):
        ends = strength[u] * strength[v]
        numbered.add_edge(place[u], place[v], weight=graph.edges[u, v]["weight"] / sqrt(ends))
    return numbered
