"""The pyvis model as plain data: ids, places, order, and nothing that JSON cannot hold."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import numpy as np
import pytest

from relmap.graph import build_graph
from relmap.layout.boxes import short_label
from relmap.models import Actor, ActorInView, Tie
from relmap.view.network import MapData, draw
from relmap.view.theme import PALETTES, ThemeName, edge_width


def test_edges_have_the_id_of_their_tie_and_the_heaviest_comes_last(map_data: MapData) -> None:
    assert [row["id"] for row in map_data.edges] == [
        "country:AA|person:c",
        "country:AA|organization:b",
    ]
    assert all(row["id"] == f"{row['from']}|{row['to']}" for row in map_data.edges)
    assert map_data.edges[0]["width"] < map_data.edges[1]["width"]


def test_nodes_come_strongest_first_with_their_kind_as_shape(map_data: MapData) -> None:
    assert [(row["id"], row["rank"], row["shape"]) for row in map_data.nodes] == [
        ("country:AA", 0, "square"),
        ("organization:b", 1, "diamond"),
        ("person:c", 2, "dot"),
    ]


def test_the_graph_is_left_as_it_was() -> None:
    actors = {"person:a": Actor("person:a", "Ann Example", "person")}
    graph = build_graph(actors, [ActorInView("person:a", 2, 1, 0)], [])
    before = dict(graph.nodes["person:a"])
    draw(graph, {"person:a": (0.0, 0.0)})
    assert graph.nodes["person:a"] == before


def test_numpy_numbers_become_plain_ones(map_data: MapData) -> None:
    actors = {"person:a": Actor("person:a", "Ann Example", "person")}
    in_view = [ActorInView("person:a", np.int64(2), np.int64(1), np.int64(0))]  # type: ignore[arg-type]
    graph = build_graph(actors, in_view, [])
    drawn = draw(graph, {"person:a": (np.float64(1.5), np.float64(2.5))})
    assert '"x": 1.5' in json.dumps(drawn.payload())


def test_rows_hold_what_titles_are_made_of_and_no_titles(map_data: MapData) -> None:
    nodes = {row["id"]: row for row in map_data.nodes}
    assert (nodes["country:AA"]["mentions"], nodes["country:AA"]["articles"]) == (9, 4)
    assert [(row["weight"], row["articles"]) for row in map_data.edges] == [(1, 1), (5, 2)]
    assert not any("title" in row for row in (*map_data.nodes, *map_data.edges))


def test_the_payload_names_no_colour_row_by_row(map_data: MapData) -> None:
    payload = map_data.payload()
    assert not any("color" in row for row in (*payload["nodes"], *payload["edges"]))
    assert set(payload["palettes"]) == set(PALETTES)


def test_packed_holds_what_the_payload_holds(map_data: MapData) -> None:
    rows, columns = map_data.payload(), map_data.packed()
    assert unpacked_nodes(columns["nodes"]) == [dict(sorted(row.items())) for row in rows["nodes"]]
    assert unpacked_edges(columns["edges"], columns["nodes"]["id"]) == [
        dict(sorted(row.items())) for row in rows["edges"]
    ]
    rest = set(rows) - {"nodes", "edges"}
    assert all(rows[name] == columns[name] for name in rest)
    assert set(columns) == set(rows)


def unpacked_nodes(columns: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows again, as the drawing script makes them."""
    found = []
    for place, actor_id in enumerate(columns["id"]):
        row = {
            name: columns[name][place]
            for name in ("name", "size", "x", "y", "mentions", "articles", "community")
            if name in columns
        }
        kind, shape = columns["kinds"][columns["kind"][place]]
        row |= {"id": actor_id, "rank": place, "kind": kind, "shape": shape}
        row["label"] = columns["label"][place] or row["name"]
        row["unresolved"] = place in columns["unresolved"]
        found.append(dict(sorted(row.items())))
    return found


def unpacked_edges(columns: dict[str, Any], ids: list[str]) -> list[dict[str, Any]]:
    found = []
    for place, weight in enumerate(columns["weight"]):
        source, target = (ids[columns[end][place]] for end in ("from", "to"))
        row = {"id": f"{source}|{target}", "from": source, "to": target, "weight": weight}
        row |= {"articles": columns["articles"][place], "width": dict(columns["widths"])[weight]}
        row["opacity"] = columns["opacity"][place] / 100
        found.append(dict(sorted(row.items())))
    return found


# ---------------------------------------------------------------- communities

#: Two communities of two, and one that is alone.
GROUPED = {"a": 0, "b": 1, "c": 0, "d": 1, "e": 2}


def drawn_in_communities(groups: dict[str, int] | None, **given: Any) -> MapData:
    actors = {key: Actor(key, key.upper() + " Example", "person") for key in GROUPED}
    in_view = [
        ActorInView(key, 1, 1, strength) for strength, key in enumerate(sorted(GROUPED), start=1)
    ]
    graph = build_graph(actors, in_view, [Tie("a", "b", 1, 1, 1, None, None)])
    places = {key: (40.0 * place, 0.0) for place, key in enumerate(sorted(GROUPED))}
    return draw(graph, places, communities=groups, **given)


def test_without_communities_nothing_is_said_of_them() -> None:
    data = drawn_in_communities(None)
    assert not any("community" in row for row in data.nodes)
    assert data.legend["communities"] == []
    assert "community" not in data.packed()["nodes"]


def test_communities_are_named_after_their_strongest_and_the_lonely_are_others() -> None:
    data = drawn_in_communities(GROUPED)
    assert data.legend["communities"] == [
        {"community": 0, "label": "around C Example", "count": 2},
        {"community": 1, "label": "around D Example", "count": 2},
        {"community": 8, "label": "others", "count": 1},
    ]
    assert {row["id"]: row["community"] for row in data.nodes} == GROUPED | {"e": 8}
    assert unpacked_nodes(data.packed()["nodes"])[0]["community"] == 8
    assert len({row["shape"] for row in data.nodes}) == 1, "the shape says the kind"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_communities_have_the_colours_of_the_theme(theme: ThemeName) -> None:
    data = drawn_in_communities(GROUPED, theme=theme)
    colours = {row["id"]: row["color"]["background"] for row in data.nodes}
    palette = PALETTES[theme].communities
    assert colours == {
        "a": palette[0], "b": palette[1], "c": palette[0], "d": palette[1], "e": palette[8],
    }  # fmt: skip


def test_an_actor_of_no_community_is_among_the_others() -> None:
    data = drawn_in_communities({"a": 0, "b": 0})
    assert [row["community"] for row in data.nodes] == [8, 8, 8, 0, 0]


def test_at_most_eight_communities_have_a_colour_of_their_own() -> None:
    ids = [f"person:{number:02}" for number in range(24)]
    actors = {key: Actor(key, key, "person") for key in ids}
    graph = build_graph(actors, [ActorInView(key, 1, 1, 1) for key in ids], [])
    places = {key: (30.0 * place, 0.0) for place, key in enumerate(ids)}
    data = draw(graph, places, communities={key: place // 2 for place, key in enumerate(ids)})
    rows = data.legend["communities"]
    assert [row["community"] for row in rows] == list(range(9))
    assert rows[8] == {"community": 8, "label": "others", "count": 8}


def test_the_legend_counts_what_is_drawn(map_data: MapData) -> None:
    kinds = {row["kind"]: row["count"] for row in map_data.legend["kinds"]}
    assert kinds == {"person": 1, "organization": 1, "country": 1}
    assert [row["weight"] for row in map_data.legend["widths"]] == [1, 2, 5]


def test_physics_is_off(map_data: MapData) -> None:
    assert map_data.options["physics"] == {"enabled": False}


def test_nothing_in_view_is_an_empty_map() -> None:
    data = draw(build_graph({}, [], []), {})
    assert data.nodes == data.edges == ()
    assert data.legend == {"kinds": [], "widths": [], "unresolved": "", "communities": []}
    assert data.packed()["nodes"]["id"] == data.packed()["edges"]["weight"] == []


def test_15_000_ties_are_drawn_row_by_row() -> None:
    ids = [f"person:{number:03d}" for number in range(180)]
    actors = {key: Actor(key, key, "person") for key in ids}
    ties = [Tie(a, b, 1, 1, 1, date(2024, 1, 1), None) for a in ids for b in ids if a < b]
    graph = build_graph(actors, [ActorInView(key, 1, 1, 179) for key in ids], ties)
    places = {
        key: (float(number % 15) * 50, float(number // 15) * 50) for number, key in enumerate(ids)
    }
    assert len(draw(graph, places).edges) == 180 * 179 // 2


def test_labels_are_short_and_say_what_is_unresolved() -> None:
    name = "International Institute for Strategic Studies"
    actors = {"o": Actor("o", name, "organization", ambiguous=True)}
    graph = build_graph(actors, [ActorInView("o", 1, 1, 0)], [])
    (row,) = draw(graph, {"o": (0.04, -0.06)}).nodes
    assert row["label"] == short_label(name) + " ?"
    assert row["unresolved"]
    assert (row["x"], row["y"]) == (0.0, -0.1), "positions are rounded to a tenth of a pixel"


def test_widths_are_those_of_the_theme(map_data: MapData) -> None:
    assert [row["width"] for row in map_data.edges] == [edge_width(1, 5, 2), edge_width(5, 5, 2)]
