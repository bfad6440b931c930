"""A graph and its positions to the pyvis model of the map, as plain data that can be sent."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from relmap.layout.boxes import CANVAS, FONT_SIZE, short_label
from relmap.models import KINDS
from relmap.view.fading import opacities
from relmap.view.packing import pack_edges, pack_nodes
from relmap.view.sizes import radii_of
from relmap.view.theme import (
    COMMUNITIES,
    KIND_WORDS,
    PALETTES,
    SHAPES,
    UNRESOLVED,
    Palette,
    ThemeName,
    edge_width,
    legend_weights,
)

Row = dict[str, Any]


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
        """Return everything that the drawing script needs, ready for JSON, a row for each mark.

        Colours come as palettes and not row by row: the page's theme can change under the map.
        """
        return self._frame() | {
            "nodes": [_without_colour(row) for row in self.nodes],
            "edges": [_without_colour(row) for row in self.edges],
        }

    def packed(self) -> Row:
        """Return the same in columns, which the drawing script reads as well: far fewer bytes."""
        return self._frame() | {
            "nodes": pack_nodes(self.nodes),
            "edges": pack_edges(self.edges, [row["id"] for row in self.nodes]),
        }

    def _frame(self) -> Row:
        return {
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
    *,
    communities: Mapping[str, int] | None = None,
) -> MapData:
    """Draw a graph of `graph.build_graph` at its positions as a pyvis network.

    Nodes come strongest first and edges lightest first, so that heavy ties lie on top; the id of
    an edge is that of its tie, "source|target". Every node must have a position.

    With `communities` (node -> 0 for the largest, 1, 2, …) colours say the community and shapes
    still the kind. A row's `community` is the place of its colour in `Palette.communities`: the
    largest have one each, those of a single actor and all further ones share the last, a grey.
    """
    found = _communities(graph, communities) if communities is not None else None
    network = _empty(theme)
    # Network.add_edge looks through all edges each time; 15,000 of them take 22 seconds.
    network.nodes = _nodes(graph, positions, theme, found)
    network.node_ids = [row["id"] for row in network.nodes]
    network.edges = _edges(graph, theme)
    nodes, edges, _, _, _, options = network.get_network_data()
    return MapData(tuple(nodes), tuple(edges), json.loads(options), _legend(graph, nodes))


def _empty(theme: ThemeName) -> Network:
    palette = PALETTES[theme]
    network = Network(bgcolor=palette.background, font_color=palette.ink)
    network.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 1.5, "font": {"size": FONT_SIZE}},
        "edges": {"smooth": False, "color": {"inherit": False}},
        # A place means the same on every map of a store, so nobody is dragged out of it.
        "interaction": {"hover": False, "selectable": False, "dragNodes": False},
    }
    return network


# ---------------------------------------------------------------- nodes


def _nodes(
    graph: nx.Graph[str],
    positions: Mapping[str, tuple[float, float]],
    theme: ThemeName,
    communities: Mapping[str, int] | None,
) -> list[Row]:
    order = sorted(graph, key=lambda node: (-int(graph.nodes[node]["strength"]), node))
    radii = radii_of(graph, order, positions)
    rows = []
    for rank, node in enumerate(order):
        data = graph.nodes[node]
        row = _node(node, data, positions[node]) | {"size": radii[node], "rank": rank}
        if communities is not None:
            row["community"] = communities[node]
        rows.append(row | {"color": _colour(row, PALETTES[theme])})
    return rows


def _node(node: str, data: Mapping[str, Any], place: tuple[float, float]) -> Row:
    row = Node(
        str(node),
        SHAPES[data["kind"]],
        short_label(str(data["name"])) + (" ?" if data["ambiguous"] else ""),
        kind=str(data["kind"]),
        name=str(data["name"]),
        mentions=int(data["mentions"]),
        articles=int(data["articles"]),
        x=round(float(place[0]), 1),
        y=round(float(place[1]), 1),
        unresolved=bool(data["ambiguous"]),
    )
    options: Row = row.options
    return options


def _colour(row: Row, palette: Palette) -> Row:
    if "community" in row:
        return dict.fromkeys(("background", "border"), palette.of_community(row["community"]))
    colours = palette.of(row["kind"])
    return {"background": colours.fill, "border": colours.border}


def _communities(graph: nx.Graph[str], communities: Mapping[str, int]) -> dict[str, int]:
    """Return the place of every node's colour: large communities have their own, others share one."""
    members = Counter(communities[node] for node in graph if node in communities)
    own = sorted(each for each, count in members.items() if count > 1)[:COMMUNITIES]
    places = {community: place for place, community in enumerate(own)}
    return {node: places.get(communities.get(node, -1), COMMUNITIES) for node in graph}


# ---------------------------------------------------------------- edges


def _edges(graph: nx.Graph[str], theme: ThemeName) -> list[Row]:
    ties = sorted(
        ((min(a, b), max(a, b), int(data["weight"])) for a, b, data in graph.edges(data=True)),
        key=lambda tie: (tie[2], tie[0], tie[1]),
    )
    strengths = {node: int(data["strength"]) for node, data in graph.nodes(data=True)}
    faded = opacities(ties, strengths)
    top, colour = ties[-1][2] if ties else 0, PALETTES[theme].edge
    return [
        _edge(source, target, int(graph.edges[source, target]["articles"]), weight)
        | {"width": edge_width(weight, top, len(ties)), "opacity": opacity, "color": colour}
        for (source, target, weight), opacity in zip(ties, faded, strict=True)
    ]


def _edge(source: str, target: str, articles: int, weight: int) -> Row:
    row = Edge(source, target, id=f"{source}|{target}", weight=weight, articles=articles)
    options: Row = row.options
    return options


# ---------------------------------------------------------------- legend


def _legend(graph: nx.Graph[str], nodes: Sequence[Row]) -> Row:
    """Return what occurs on the map, for whoever shows the legend."""
    found = [str(row["kind"]) for row in nodes]
    kinds = [
        {"kind": kind, "word": KIND_WORDS[kind], "shape": SHAPES[kind], "count": found.count(kind)}
        for kind in KINDS
        if kind in found
    ]
    return {
        "kinds": kinds,
        "widths": _legend_widths(graph),
        "unresolved": UNRESOLVED if any(row["unresolved"] for row in nodes) else "",
        "communities": _legend_communities(nodes),
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


def _legend_communities(nodes: Sequence[Row]) -> list[Row]:
    """Return the coloured communities, each by its strongest actor, and below them the others."""
    strongest: dict[int, str] = {}
    for row in nodes:
        if "community" in row:
            strongest.setdefault(row["community"], row["name"])
    counted = Counter(row.get("community") for row in nodes)
    return [
        {
            "community": place,
            "label": f"around {name}" if place < COMMUNITIES else "others",
            "count": counted[place],
        }
        for place, name in sorted(strongest.items())
    ]
