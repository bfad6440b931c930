"""What is shown, as a graph for other tools: GEXF, GraphML and node-link JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import networkx as nx

from relmap.briefing.captions import make_caption
from relmap.briefing.formats import GRAPH_FORMATS, GraphFormat
from relmap.briefing.gexf import write_gexf
from relmap.briefing.graphml import write_graphml
from relmap.briefing.names import Names
from relmap.briefing.spells import make_spells, tie_days
from relmap.view.network import draw

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store

__all__ = ["GRAPH_FORMATS", "GraphFormat", "write_graph"]

Days = Mapping[str, Mapping[date | None, int]]


def write_graph(store: Store, shown: Shown, form: GraphFormat, *, title: str = "") -> bytes:
    """Return the graph that is shown as a file of UTF-8 text, the same bytes every time.

    Nodes carry the ids of actors. What they and the edges hold is in docs/exports.md; what is not
    known is left out of GEXF and GraphML and null in JSON. A `title` stands there only if given.
    """
    days = tie_days(shown.view, shown.ties)
    graph = _dress(store, shown, days, title)
    if form == "json":
        return _write_json(graph)
    if form == "graphml":
        return write_graphml(graph)
    return write_gexf(graph, make_spells(shown.view, shown.actors, shown.ties, days))


def _dress(store: Store, shown: Shown, days: Days, title: str) -> nx.Graph[str]:
    """Return the graph with everything on it that its files hold, as plain Python values."""
    drawn = draw(shown.graph, shown.positions, communities=shown.communities or None)
    looks = {row["id"]: row for row in (*drawn.nodes, *drawn.edges)}
    names = Names(store)
    graph: nx.Graph[str] = nx.Graph()
    graph.graph.update(_describe_graph(store, shown, title))
    for actor_id, data in shown.graph.nodes(data=True):
        graph.add_node(actor_id, **_node(data, names[actor_id], looks[actor_id]))
    for tie in sorted(shown.ties, key=lambda tie: (tie.source, tie.target)):
        data = shown.graph.edges[tie.source, tie.target]
        undated = days[tie.tie_id].get(None, 0)
        graph.add_edge(tie.source, tie.target, **_edge(data, undated, looks[tie.tie_id]))
    return graph


def _describe_graph(store: Store, shown: Shown, title: str) -> dict[str, Any]:
    caption = make_caption(store, shown, title=title)
    return {
        **({"title": caption.title} if title.strip() else {}),
        "caption": list(caption.statements),
        "meaning": caption.meaning,
        "link": caption.link or "",
        "version": f"relmap {version('relmap')}",
        "built": store.built.isoformat(),
        "model": store.model,
        "counts": {
            **asdict(shown.view.counts),
            "actors_shown": len(shown.actors),
            "ties_shown": len(shown.ties),
        },
    }


def _node(data: Mapping[str, Any], name: str, look: Mapping[str, Any]) -> dict[str, Any]:
    unresolved = bool(data["ambiguous"])
    community = {"community": int(look["community"])} if "community" in look else {}
    return {
        "label": f"{name} ?" if unresolved else name,
        "name": str(data["name"]),
        "kind": str(data["kind"]),
        "mentions": int(data["mentions"]),
        "articles": int(data["articles"]),
        "strength": int(data["strength"]),
        "unresolved": unresolved,
        **community,
        "x": float(look["x"]),
        "y": float(look["y"]),
        "size": float(look["size"]),
        "color": str(look["color"]["background"]),
        "shape": str(look["shape"]),
    }


def _edge(data: Mapping[str, Any], undated: int, look: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": str(look["id"]),
        "weight": int(data["weight"]),
        "articles": int(data["articles"]),
        "outlets": int(data["outlets"]),
        "first_date": str(data["first_date"]) or None,
        "last_date": str(data["last_date"]) or None,
        "undated": int(undated),
        "width": float(look["width"]),
    }


def _write_json(graph: nx.Graph[str]) -> bytes:
    text = json.dumps(nx.node_link_data(graph, edges="links"), ensure_ascii=False, indent=1)
    # A lone surrogate has no UTF-8; its escape is JSON for the same character.
    return f"{text}\n".encode("utf-8", "backslashreplace")
