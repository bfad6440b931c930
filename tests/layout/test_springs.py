"""Ties become springs in one order, whatever the graph's own, and loops pull nobody."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from relmap.layout.springs import springs_of

TIES = [("a", "b", 5), ("b", "c", 1), ("a", "c", 9), ("c", "c", 7), ("c", "x", 3)]


def test_springs_are_sorted_and_pull_by_the_logarithm_of_the_weight() -> None:
    graphs = [nx.Graph(), nx.Graph()]
    graphs[0].add_weighted_edges_from(TIES)
    graphs[1].add_weighted_edges_from((other, one, weight) for one, other, weight in TIES[::-1])
    for graph in graphs:
        springs = springs_of(graph, ["c", "a", "b"])
        assert springs.tails.tolist() == [0, 0, 1]
        assert springs.heads.tolist() == [1, 2, 2]
        assert springs.weights == pytest.approx(1 + np.log([9, 1, 5]))
        assert springs.strengths(3).tolist() == pytest.approx(
            [2 + np.log(9), 2 + np.log(45), 2 + np.log(5)]
        )


def test_some_of_the_springs() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(TIES)
    springs = springs_of(graph, ["c", "a", "b", "x"])
    assert springs.among(2).tails.tolist() == [0]
    assert springs.heaviest(2).weights == pytest.approx(1 + np.log([9, 5]))
    assert springs.heaviest(99) is springs


def test_nodes_without_ties_have_no_springs() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a")
    assert len(springs_of(graph, ["a"]).tails) == 0
