"""A graph as GraphML, its keys named so that every tool reads them as they are meant."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from relmap.briefing.xmltext import make_legal

#: What is said of the whole graph.
_ABOUT = ("title", "caption", "meaning", "link", "version", "built", "model")


def write_graphml(graph: nx.Graph[str]) -> bytes:
    """Return a graph of `graphs.write_graph` as GraphML; `y` points up, as it does in Gephi."""
    # Not `write_graphml`, which writes other bytes where lxml happens to be installed.
    writer = GraphMLWriter(_to_graphml(graph))
    _name_edges(writer.xml)
    _name_keys(writer.xml)
    make_legal(writer.xml)
    stream = io.BytesIO()
    writer.dump(stream)
    return stream.getvalue().rstrip() + b"\n"


def _to_graphml(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Return the graph with the types that GraphML has, without what is not known."""
    plain: nx.Graph[str] = nx.Graph()
    plain.graph.update(_about(graph.graph))
    for actor_id, data in graph.nodes(data=True):
        plain.add_node(actor_id, **{**data, "y": 0.0 - data["y"]})
    for source, target, data in graph.edges(data=True):
        known = {name: value for name, value in data.items() if value is not None}
        plain.add_edge(source, target, **{name: known[name] for name in known if name != "id"})
    return plain


def _about(about: Mapping[str, Any]) -> dict[str, str]:
    words = {**about, "caption": "\n".join(about["caption"])}
    return {name: words[name] for name in _ABOUT if words.get(name)}


def _name_edges(tree: Element) -> None:
    for edge in tree.iter("edge"):
        edge.set("id", "|".join(sorted((edge.attrib["source"], edge.attrib["target"]))))


def _name_keys(tree: Element) -> None:
    """Give "d3" the id "node_kind": what a key is called "d3" Gephi takes for the label.

    Truth is written in small letters, as in Java and XML; Python's "True" some tools refuse.
    """
    keys = {key.attrib["id"]: key for key in tree.iter("key")}
    for data in tree.iter("data"):
        key = keys[data.attrib["key"]]
        data.set("key", _key_id(key))
        if key.attrib["attr.type"] == "boolean" and data.text:
            data.text = data.text.lower()
    for key in keys.values():
        key.set("id", _key_id(key))


def _key_id(key: Element) -> str:
    return f"{key.attrib['for']}_{key.attrib['attr.name']}"
