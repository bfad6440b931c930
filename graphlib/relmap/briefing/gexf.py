"""A graph as GEXF 1.2, with positions, colours, and spells for a timeline."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from relmap.briefing.spells import Spells
from relmap.briefing.xmltext import make_legal

#: vis-network's shapes by the names that GEXF has for them.
SHAPES = {"square": "square", "dot": "disc", "diamond": "diamond", "triangle": "triangle"}

#: What is said by an element of its own and not once more by an attribute.
_LOOKS = frozenset({"label", "x", "y", "size", "color", "shape", "width"})


def write_gexf(graph: nx.Graph[str], spells: Mapping[str, Spells]) -> bytes:
    """Return a graph of `graphs.write_graph` as GEXF, 1.2 being what every reader knows.

    A node or an edge without spells is always there; the graph is dynamic where any has some.
    `y` points up, as it does in Gephi.
    """
    writer = GEXFWriter(_to_gexf(graph, spells), version="1.2draft")
    # No attribute of the format; networkx writes it even where it is empty.
    writer.graph_element.attrib.pop("name", None)
    _describe(writer.xml.find("meta"), graph.graph)
    make_legal(writer.xml)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue().rstrip() + b"\n"


def _to_gexf(graph: nx.Graph[str], spells: Mapping[str, Spells]) -> nx.Graph[str]:
    """Return the graph in the words of networkx's writer."""
    plain: nx.Graph[str] = nx.Graph()
    for actor_id, data in graph.nodes(data=True):
        look = {"viz": _node_look(data), "spells": _days(spells.get(actor_id, ()))}
        plain.add_node(actor_id, label=data["label"], **_known(data), **look)
    for source, target, data in graph.edges(data=True):
        look = {"viz": {"thickness": data["width"]}, "spells": _days(spells.get(data["id"], ()))}
        plain.add_edge(source, target, **_known(data), **look)
    return plain


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in _LOOKS and value is not None}


def _node_look(data: Mapping[str, Any]) -> dict[str, Any]:
    red, green, blue = bytes.fromhex(data["color"].removeprefix("#"))
    return {
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        "size": data["size"],
        "position": {"x": data["x"], "y": 0.0 - data["y"], "z": 0.0},
        "shape": SHAPES[data["shape"]],
    }


def _days(spells: Spells) -> list[tuple[str, str]]:
    return [(first.isoformat(), last.isoformat()) for first, last in spells]


def _describe(meta: Element, about: Mapping[str, Any]) -> None:
    """Say where the file comes from; networkx would sign it and date it with today."""
    meta.clear()
    meta.set("lastmodifieddate", about["built"])
    SubElement(meta, "creator").text = about["version"]
    link = [f"link: {about['link']}"] if about["link"] else []
    title = [about["title"]] if "title" in about else []
    lines = [*title, *about["caption"], about["meaning"], *link]
    SubElement(meta, "description").text = "\n".join(lines)
