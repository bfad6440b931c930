"""A graph and its positions to the pyvis model of the map, as plain data that can be sent."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from relmap.layout.boxes import CANVAS, FONT_SIZE, node_radius, short_label
from relmap.models import KINDS
from relmap.view.theme import (
    KIND_WORDS,
    PALETTES,
    SHAPES,
    UNRESOLVED,
    ThemeName,
    edge_width,
    legend_weights,
)

Row = dict[str, Any]

_LEAST_SHRINK = 0.5


@dataclass(frozen=True, slots=True)
class MapData:
    """What is drawn: rows of nodes and edges, vis-network's options, and the legend.

    Only text, numbers, truth values, lists and dicts with text keys, so that it can be sent to a
    browser as it is. Every text is plain text and must never be read as markup.
    """

    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]
    options: Row
    legend: Row

    def payload(self) -> Row:
        """Return everything that the drawing script needs, ready for JSON.

        Colours come as palettes and not row by row: the page's theme can change under the map.
        """
        return {
            "nodes": [_without_colour(row) for row in self.nodes],
            "edges": [_without_colour(row) for row in self.edges],
            "options": self.options,
            "legend": self.legend,
            "palettes": {name: palette.payload() for name, palette in PALETTES.items()},
            "font": FONT_SIZE,
            "canvas": list(CANVAS),
        }


def _without_colour(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "color"}


def draw(
    graph: nx.Graph[str],
    positions: Mapping[str, tuple[float, float]],
    theme: ThemeName = "light",
) -> MapData:
    """Draw a graph of `graph.build_graph` at its positions as a pyvis network.

    Nodes come strongest first and edges lightest first, so that heavy ties lie on top; the id of
    an edge is that of its tie, "source|target". Every node must have a position.
    """
    network = _empty(theme)
    # Network.add_edge looks through all edges each time; 15,000 of them take 22 seconds.
    network.nodes = _nodes(graph, positions, theme)
    network.node_ids = [row["id"] for row in network.nodes]
    network.edges = _edges(graph, theme)
    nodes, edges, _, _, _, options = network.get_network_data()
    return MapData(tuple(nodes), tuple(edges), json.loads(options), _legend(graph))


def _empty(theme: ThemeName) -> Network:
    palette = PALETTES[theme]
    network = Network(bgcolor=palette.background, font_color=palette.ink)
    network.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 1.5, "font": {"size": FONT_SIZE}},
        "edges": {"smooth": False, "color": {"inherit": False}},
        "interaction": {
            "hover": True,
            "hoverConnectedEdges": False,
            "selectConnectedEdges": False,
            "tooltipDelay": 150,
        },
    }
    return network


def _nodes(
    graph: nx.Graph[str], positions: Mapping[str, tuple[float, float]], theme: ThemeName
) -> list[Row]:
    order = sorted(graph, key=lambda node: (-int(graph.nodes[node]["strength"]), node))
    radii = _radii(graph, order, positions)
    return [
        _node(node, graph.nodes[node], positions[node], radii[node], theme) | {"rank": place}
        for place, node in enumerate(order)
    ]


def _radii(
    graph: nx.Graph[str], order: Sequence[str], positions: Mapping[str, tuple[float, float]]
) -> dict[str, float]:
    """Return the radius of each node; all shrink alike where two would lie on each other.

    Positions belong to the whole store: under a filter, ten neighbours that were small among
    2,000 actors are shown as large ones, and may need to be a little smaller than that.
    """
    most = max((int(graph.nodes[node]["articles"]) for node in order), default=0)
    wanted = [node_radius(int(graph.nodes[node]["articles"]), most, len(order)) for node in order]
    shrink = max(_LEAST_SHRINK, fitting_share([positions[node] for node in order], wanted))
    return {node: round(radius * shrink, 1) for node, radius in zip(order, wanted, strict=True)}


def fitting_share(points: Sequence[tuple[float, float]], radii: Sequence[float]) -> float:
    """Return the largest share, up to 1, of the radii at which no two circles overlap."""
    if len(points) < 2:
        return 1.0
    places, sizes = np.array(points, dtype=np.float64), np.array(radii, dtype=np.float64)
    share = 1.0
    for index in range(len(places) - 1):
        apart = np.hypot(*(places[index + 1 :] - places[index]).T)
        share = min(share, float((apart / (sizes[index + 1 :] + sizes[index] + 1.0)).min()))
    return share


def _node(
    node: str, data: Mapping[str, Any], place: tuple[float, float], radius: float, theme: ThemeName
) -> Row:
    colours = PALETTES[theme].of(data["kind"])
    row = Node(
        str(node),
        SHAPES[data["kind"]],
        short_label(str(data["name"])) + (" ?" if data["ambiguous"] else ""),
        kind=str(data["kind"]),
        name=str(data["name"]),
        title=_node_title(data),
        size=float(radius),
        x=float(place[0]),
        y=float(place[1]),
        color={"background": colours.fill, "border": colours.border},
        unresolved=bool(data["ambiguous"]),
    )
    options: Row = row.options
    return options


def _node_title(data: Mapping[str, Any]) -> str:
    mentions = _count(int(data["mentions"]), "mention")
    articles = _count(int(data["articles"]), "article")
    unresolved = f"\n{UNRESOLVED}: could be several" if data["ambiguous"] else ""
    return f"{data['name']}\n{KIND_WORDS[data['kind']]} · {mentions} in {articles}{unresolved}"


def _edges(graph: nx.Graph[str], theme: ThemeName) -> list[Row]:
    top, count, colour = _heaviest(graph), graph.number_of_edges(), PALETTES[theme].edge
    ties = [(min(a, b), max(a, b), int(data["weight"])) for a, b, data in graph.edges(data=True)]
    return [
        _edge(source, target, _tie_title(graph, source, target), weight)
        | {"width": edge_width(weight, top, count), "color": colour}
        for source, target, weight in sorted(ties, key=lambda tie: (tie[2], tie[0], tie[1]))
    ]


def _edge(source: str, target: str, title: str, weight: int) -> Row:
    row = Edge(source, target, id=f"{source}|{target}", title=title, weight=weight)
    options: Row = row.options
    return options


def _tie_title(graph: nx.Graph[str], source: str, target: str) -> str:
    data = graph.edges[source, target]
    names = f"{graph.nodes[source]['name']} – {graph.nodes[target]['name']}"
    counts = (
        f"{_count(int(data['weight']), 'sentence')} in {_count(int(data['articles']), 'article')}"
    )
    return f"{names}\n{counts}"


def _heaviest(graph: nx.Graph[str]) -> int:
    return max((int(data["weight"]) for _, _, data in graph.edges(data=True)), default=0)


def _legend(graph: nx.Graph[str]) -> Row:
    """Return the kinds and widths that occur, for whoever shows the legend."""
    found = [str(data["kind"]) for _, data in graph.nodes(data=True)]
    kinds = [
        {"kind": kind, "word": KIND_WORDS[kind], "shape": SHAPES[kind], "count": found.count(kind)}
        for kind in KINDS
        if kind in found
    ]
    unresolved = any(data["ambiguous"] for _, data in graph.nodes(data=True))
    return {
        "kinds": kinds,
        "widths": _legend_widths(graph),
        "unresolved": UNRESOLVED if unresolved else "",
    }


def _legend_widths(graph: nx.Graph[str]) -> list[Row]:
    weights = [int(data["weight"]) for _, _, data in graph.edges(data=True)]
    if not weights:
        return []
    heaviest = max(weights)
    return [
        {"weight": weight, "width": edge_width(weight, heaviest, len(weights))}
        for weight in legend_weights(min(weights), heaviest)
    ]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
