"""The ties of a graph as arrays: who pulls whom, and how strongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Springs:
    """The edges of one graph: ends as indices into the nodes, and their weights."""

    tails: Index
    heads: Index
    weights: Array

    def among(self, count: int) -> Springs:
        """Return the springs whose two ends are among the first `count` nodes."""
        inside = (self.tails < count) & (self.heads < count)
        return self.only(inside)

    def heaviest(self, count: int) -> Springs:
        """Return the `count` heaviest springs, in their order; of equals the first."""
        if len(self.weights) <= count:
            return self
        return self.only(np.sort(np.argsort(-self.weights, kind="stable")[:count]))

    def strengths(self, count: int) -> Array:
        """Return the sum of the weights at each of `count` nodes."""
        ends = np.concatenate((self.tails, self.heads))
        weights = np.concatenate((self.weights, self.weights))
        return np.bincount(ends, weights, count).astype(np.float64)

    def only(self, chosen: npt.NDArray[np.bool_] | Index) -> Springs:
        """Return some of the springs."""
        return Springs(self.tails[chosen], self.heads[chosen], self.weights[chosen])


def springs_of(graph: nx.Graph[str], nodes: Sequence[str]) -> Springs:
    """Return the edges among `nodes` as indices, with 1 + log(weight) as their pull.

    Sorted by their ends, so that sums over them come out the same whatever order the graph was
    built in. Loops pull nobody and are left out.
    """
    index = {node: place for place, node in enumerate(nodes)}
    edges = sorted(
        (min(index[a], index[b]), max(index[a], index[b]), float(weight))
        for a, b, weight in graph.edges(nodes, data="weight", default=1.0)
        if a != b and a in index and b in index
    )
    tails, heads, weights = zip(*edges, strict=True) if edges else ((), (), ())
    return Springs(
        np.array(tails, dtype=np.intp),
        np.array(heads, dtype=np.intp),
        1.0 + np.log(np.maximum(np.array(weights, dtype=np.float64), 1.0)),
    )
