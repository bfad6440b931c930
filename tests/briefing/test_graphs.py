"""Graphs for other tools, each read by the library that others read it with."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from relmap.briefing.formats import GRAPH_FORMATS, GraphFormat
from relmap.briefing.graphs import write_graph
from relmap.briefing.names import distinct_names
from relmap.links import MOST_DRAWN, read_link
from relmap.models import Actor, Filters, Lens
from relmap.shown import Shown, show
from relmap.store import Store
from relmap.view.network import draw

GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
VIEWS = {
    "all": (Filters(), Lens()),
    "few": (Filters(), Lens(top=6)),
    "one tie": (Filters(kinds=frozenset({"country"})), Lens(top=2)),
    "communities": (Filters(), Lens(colouring="community")),
    "around": (Filters(references=True), Lens(around="country:PK", placement="shown")),
    "a day": (Filters(first=date(2023, 7, 5), last=date(2023, 7, 5), undated=False), Lens()),
    "nothing": (Filters(last=date(1900, 1, 1), undated=False), Lens()),
}
every_view = pytest.mark.parametrize("view", VIEWS)
every_form = pytest.mark.parametrize("form", GRAPH_FORMATS)
NODE = {"name", "kind", "mentions", "articles", "strength", "unresolved", "label"}
EDGE = {"weight", "articles", "outlets", "first_date", "last_date", "undated", "id"}


def look(store: Store, view: str) -> Shown:
    return show(store, *VIEWS[view])


def read(form: GraphFormat, content: bytes) -> nx.Graph[str]:
    if form == "json":
        return nx.node_link_graph(json.loads(content), edges="links")
    readers: dict[str, Callable[..., nx.Graph[str]]] = {
        "gexf": nx.read_gexf,
        "graphml": nx.read_graphml,
    }
    return readers[form](io.BytesIO(content))


@every_form
@every_view
def test_every_actor_and_tie_that_is_shown_is_there(
    store: Store, form: GraphFormat, view: str
) -> None:
    shown = look(store, view)
    graph = read(form, write_graph(store, shown, form))
    assert type(graph) is nx.Graph
    assert set(graph) == {actor.actor_id for actor in shown.actors}
    actors, names = store.actors(), distinct_names(store.actors())
    for seen in shown.actors:
        actor, data = actors[seen.actor_id], graph.nodes[seen.actor_id]
        assert (data["name"], data["kind"]) == (actor.name, actor.kind)
        assert data["label"] == names[actor.actor_id] + (" ?" if actor.ambiguous else "")
        counted = (data["mentions"], data["articles"], data["strength"])
        assert counted == (seen.mentions, seen.articles, seen.strength)
        assert data["unresolved"] is actor.ambiguous
        assert set(data) >= NODE
    assert graph.number_of_edges() == len(shown.ties)
    for tie in shown.ties:
        data = graph.edges[tie.source, tie.target]
        assert data["id"] == tie.tie_id
        counted = (data["weight"], data["articles"], data["outlets"])
        assert counted == (tie.sentences, tie.articles, tie.outlets)
        days = (data.get("first_date"), data.get("last_date"))
        assert days == tuple(day and day.isoformat() for day in (tie.first_date, tie.last_date))
        sentences = shown.view.evidence(tie.source, tie.target)
        assert data["undated"] == sum(each.date is None for each in sentences)
        assert set(data) | {"first_date", "last_date"} >= EDGE


@every_view
def test_looks_are_those_of_the_map(store: Store, view: str) -> None:
    shown = look(store, view)
    drawn = draw(shown.graph, shown.positions, communities=shown.communities or None)
    gexf = {node.get("id"): node for node in parse(store, shown, "gexf").iter(f"{GEXF}node")}
    graphml = read("graphml", write_graph(store, shown, "graphml")).nodes
    plain = read("json", write_graph(store, shown, "json")).nodes
    for row in drawn.nodes:
        node, colour = row["id"], row["color"]["background"]
        place = (row["x"], row["y"])
        assert (plain[node]["x"], plain[node]["y"]) == place
        assert (plain[node]["color"], plain[node]["size"]) == (colour, row["size"])
        # y points down on a screen and up in Gephi.
        assert (graphml[node]["x"], -graphml[node]["y"]) == place
        assert (graphml[node]["color"], graphml[node]["size"]) == (colour, row["size"])
        viz = {each.tag: each.attrib for each in gexf[node]}
        assert (float(viz[f"{VIZ}position"]["x"]), -float(viz[f"{VIZ}position"]["y"])) == place
        assert float(viz[f"{VIZ}size"]["value"]) == row["size"]
        assert "#{:02x}{:02x}{:02x}".format(*(int(viz[f"{VIZ}color"][c]) for c in "rgb")) == colour
        assert viz[f"{VIZ}shape"]["value"] in {"disc", "square", "diamond", "triangle"}
    coloured = shown.lens.colouring == "community"
    assert {"community" in data for data in plain.values()} <= {coloured}


def parse(store: Store, shown: Shown, form: GraphFormat) -> ElementTree.Element:
    return ElementTree.fromstring(write_graph(store, shown, form))


def days_of(element: ElementTree.Element) -> set[date]:
    """The days of an element's spells, which are sorted and never touch."""
    spells = [
        (date.fromisoformat(spell.attrib["start"]), date.fromisoformat(spell.attrib["end"]))
        for spell in element.iter(f"{GEXF}spell")
    ]
    assert all(first <= last for first, last in spells)
    for (_, last), (first, _) in pairwise(spells):
        assert first > last + timedelta(days=1)
    return {
        first + timedelta(days=number)
        for first, last in spells
        for number in range((last - first).days + 1)
    }


@every_view
def test_the_timeline_plays_the_days_of_the_evidence(store: Store, view: str) -> None:
    shown = look(store, view)
    (graph,) = parse(store, shown, "gexf").iter(f"{GEXF}graph")
    edges = {edge.attrib["id"]: days_of(edge) for edge in graph.iter(f"{GEXF}edge")}
    nodes = {node.attrib["id"]: days_of(node) for node in graph.iter(f"{GEXF}node")}
    for tie in shown.ties:
        sentences = shown.view.evidence(tie.source, tie.target)
        days = edges[tie.tie_id]
        assert days == {each.date for each in sentences if each.date}
        if days:
            assert (min(days), max(days)) == (tie.first_date, tie.last_date)
        for end in (tie.source, tie.target):
            assert not nodes[end] or (days and days <= nodes[end])
    if any([*edges.values(), *nodes.values()]):
        assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    else:
        assert (graph.get("mode"), graph.get("timeformat")) == ("static", None)


def test_the_seeds_have_both_what_is_dated_and_what_is_always_there(store: Store) -> None:
    tree = parse(store, look(store, "all"), "gexf")
    spelled = [bool(days_of(edge)) for edge in tree.iter(f"{GEXF}edge")]
    assert {*spelled} == {True, False}


@every_view
def test_gexf_declares_every_attribute_that_it_uses(store: Store, view: str) -> None:
    tree = parse(store, look(store, view), "gexf")
    assert tree.tag == f"{GEXF}gexf"
    (graph,) = tree.iter(f"{GEXF}graph")
    assert set(graph.attrib) <= {"defaultedgetype", "mode", "timeformat"}
    for what in ("node", "edge"):
        declared = {
            attribute.attrib["id"]: attribute.attrib["type"]
            for group in graph.iter(f"{GEXF}attributes")
            if group.get("class") == what
            for attribute in group
        }
        assert {*declared.values()} <= {"string", "long", "double", "boolean"}
        for element in graph.iter(f"{GEXF}{what}"):
            for value in element.iter(f"{GEXF}attvalue"):
                kind = declared[value.attrib["for"]]
                if kind == "long":
                    int(value.attrib["value"])
                if kind == "boolean":
                    assert value.attrib["value"] in {"true", "false"}


@every_view
def test_graphml_keys_are_one_each_and_none_is_mistaken_for_a_label(
    store: Store, view: str
) -> None:
    tree = parse(store, look(store, view), "graphml")
    keys = {key.attrib["id"]: key for key in tree.iter(f"{GRAPHML}key")}
    assert len(keys) == sum(1 for _ in tree.iter(f"{GRAPHML}key"))
    # Gephi takes "d3" and "d7" for the labels that yEd writes under these ids.
    assert not [key for key in keys if re.fullmatch(r"d\d+", key)]
    for data in tree.iter(f"{GRAPHML}data"):
        key = keys[data.attrib["key"]]
        assert data.text
        if key.get("attr.type") == "boolean":
            assert data.text in {"true", "false"}


@every_form
def test_a_file_says_where_it_comes_from(
    seeds_store: Path, form: GraphFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(seeds_store)
    monkeypatch.setattr(Store, "built", date(2001, 2, 3))
    shown = look(store, "around")
    content = write_graph(store, shown, form)
    text = content.decode()
    for said in ("2001-02-03", "relmap 0.1.0", "not proof of a relation", "references=yes"):
        assert said in text
    # networkx dates GEXF by the clock.
    if form == "gexf":
        (meta,) = ElementTree.fromstring(content).iter(f"{GEXF}meta")
        assert meta.attrib == {"lastmodifieddate": "2001-02-03"}
        assert [each.tag for each in meta] == [f"{GEXF}creator", f"{GEXF}description"]
        assert meta[0].text == "relmap 0.1.0"
    else:
        assert read_link(str(read(form, content).graph["link"])).lens == shown.lens


def test_json_counts_what_is_in_view_and_what_is_shown(store: Store) -> None:
    shown = look(store, "few")
    found: dict[str, Any] = json.loads(write_graph(store, shown, "json"))
    assert not found["directed"]
    assert not found["multigraph"]
    assert found["graph"]["counts"]["actors"] == shown.view.counts.actors
    assert found["graph"]["counts"]["actors_shown"] == len(found["nodes"]) == 6
    assert found["graph"]["counts"]["ties_shown"] == len(found["links"])
    assert found["graph"]["link"] == "top=6"
    assert any("6 of " in line for line in found["graph"]["caption"])


@every_form
def test_more_actors_than_a_link_can_draw_are_no_error(store: Store, form: GraphFormat) -> None:
    shown = show(store, Filters(), Lens(top=MOST_DRAWN + 1))
    graph = read(form, write_graph(store, shown, form))
    assert len(graph) == len(shown.actors)
    assert not graph.graph.get("link")


# hostile names

HOSTILE = (
    "A\x00\x01\x1b[31mB",
    "<b>&amp;\"'</b>]]><!--",
    "=cmd|' /C calc'!A0",
    "lone \ud800 surrogate",
    "not \ufffe\uffff characters",
    "line\nbreak\ttab\r\nreturn",
    "\u202eabc\u202c",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 中国",
    "",
)


@pytest.fixture
def hostile(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The seeds with names that break files, every other one unresolved."""
    actors = {
        key: replace(actor, name=HOSTILE[place % len(HOSTILE)], ambiguous=place % 2 == 0)
        for place, (key, actor) in enumerate(store.actors().items())
    }
    frozen: MappingProxyType[str, Actor] = MappingProxyType(actors)
    monkeypatch.setattr(Store, "actors", lambda _: frozen)
    return store


@every_form
def test_hostile_names_make_files_that_can_be_read(hostile: Store, form: GraphFormat) -> None:
    shown = show(hostile, Filters(), Lens())
    content = write_graph(hostile, shown, form)
    graph = read(form, content)
    actors = hostile.actors()
    assert len(graph) == len(shown.actors)
    for node, data in graph.nodes(data=True):
        assert data["unresolved"] is actors[node].ambiguous
        assert data["label"].endswith(" ?") is actors[node].ambiguous
        if form == "json":
            assert data["name"] == actors[node].name
        elif not re.search("[\x00-\x1f\ud800\ufffe]", actors[node].name):
            assert data.get("name") or actors[node].name == ""
    if form != "json":
        assert b"&#0;" not in content
        assert b"\x1b" not in content


@every_form
def test_the_same_bytes_every_time(seeds_store: Path, form: GraphFormat) -> None:
    once, again = (
        write_graph(store, show(store, *VIEWS["communities"]), form)
        for store in (Store.open(seeds_store), Store.open(seeds_store))
    )
    assert once == again


@every_form
def test_a_title_stands_there_only_where_one_was_given(store: Store, form: GraphFormat) -> None:
    shown = look(store, "few")
    plain, titled = (
        write_graph(store, shown, form),
        write_graph(store, shown, form, title="Who <met> whom"),
    )
    assert plain == write_graph(store, shown, form, title="  ")
    assert b"Who" not in plain
    if form == "gexf":
        tree = ElementTree.fromstring(titled)
        description = tree.findtext(f"{GEXF}meta/{GEXF}description")
        assert description is not None
        assert description.startswith("Who <met> whom\n")
    else:
        assert read(form, titled).graph["title"] == "Who <met> whom"
        assert "title" not in read(form, plain).graph
