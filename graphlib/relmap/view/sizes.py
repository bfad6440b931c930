"""How large the nodes of a map are drawn: by their articles, and never one on another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import networkx as nx
import numpy as np
import numpy.typing as npt

from relmap.layout.boxes import node_radius
from relmap.models import Kind

Array = npt.NDArray[np.float64]

#: No node is drawn smaller than this share of what its articles ask for, however close others are.
_LEAST_SHARE = 0.5
#: A square as wide as a circle is a quarter larger, a diamond a third smaller; equal areas are wanted.
_HALF_WIDTHS: MappingProxyType[Kind, float] = MappingProxyType(
    {"person": 1.0, "country": 0.886, "organization": 1.253}
)
#: Between the rims of two nodes, in pixels of the canvas.
_GAP = 1.0


def radii_of(
    graph: nx.Graph[str], order: Sequence[str], positions: Mapping[str, tuple[float, float]]
) -> dict[str, float]:
    """Return half the width of each node of `order`, in pixels of the canvas, to a tenth.

    The area stands for the articles. Positions belong to the whole store: under a filter, two
    neighbours that were small among 2,000 actors may both be large, and then those two shrink
    until they no longer lie on each other; nobody else does.
    """
    most = max((int(graph.nodes[node]["articles"]) for node in order), default=0)
    wanted = [
        node_radius(int(graph.nodes[node]["articles"]), most, len(order))
        * _HALF_WIDTHS[graph.nodes[node]["kind"]]
        for node in order
    ]
    shares = fitting_shares([positions[node] for node in order], wanted)
    return {
        node: round(radius * max(_LEAST_SHARE, share), 1)
        for node, radius, share in zip(order, wanted, shares, strict=True)
    }


def fitting_shares(
    points: Sequence[tuple[float, float]], radii: Sequence[float]
) -> tuple[float, ...]:
    """Return for each circle the largest share, up to 1, of its radius at which none overlap.

    Of two circles that are too close both take the same share, so the larger stays the larger.
    """
    places, sizes = np.array(points, dtype=np.float64).reshape(-1, 2), np.array(radii, np.float64)
    shares = np.ones(len(sizes))
    for one, others in _close(places, sizes):
        apart = np.hypot(*(places[others] - places[one]).T)
        fitting = apart / (sizes[others] + sizes[one] + _GAP)
        shares[others] = np.minimum(shares[others], fitting)
        shares[one] = min(shares[one], float(fitting.min()))
    return tuple(shares.tolist())


def _close(places: Array, sizes: Array) -> Iterator[tuple[int, npt.NDArray[np.intp]]]:
    """Yield each circle with those to its right that are near enough from left to right."""
    order = np.argsort(places[:, 0], kind="stable")
    reach = 2 * float(sizes.max(initial=0.0)) + _GAP
    ends = np.searchsorted(places[order, 0], places[order, 0] + reach, side="right")
    for place, end in enumerate(ends.tolist()):
        if end > place + 1:
            yield int(order[place]), order[place + 1 : end]
