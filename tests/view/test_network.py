"""The pyvis model as plain data: ids, places, order, and nothing that JSON cannot hold."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.graph import build_graph
from relmap.models import Actor, ActorInView, Tie
from relmap.view.network import MapData, draw, fitting_share


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


def test_titles_are_plain_text_with_counts(map_data: MapData) -> None:
    titles = {row["id"]: row["title"] for row in (*map_data.nodes, *map_data.edges)}
    assert titles["country:AA"] == "Aland\nCountry · 9 mentions in 4 articles"
    assert titles["country:AA|person:c"].endswith("\n1 sentence in 1 article")


def test_the_legend_counts_what_is_drawn(map_data: MapData) -> None:
    kinds = {row["kind"]: row["count"] for row in map_data.legend["kinds"]}
    assert kinds == {"person": 1, "organization": 1, "country": 1}
    assert [row["weight"] for row in map_data.legend["widths"]] == [1, 2, 5]


def test_physics_is_off(map_data: MapData) -> None:
    assert map_data.options["physics"] == {"enabled": False}


def test_nothing_in_view_is_an_empty_map() -> None:
    data = draw(build_graph({}, [], []), {})
    assert data.nodes == data.edges == ()
    assert data.legend == {"kinds": [], "widths": [], "unresolved": ""}


def test_15_000_ties_are_drawn_row_by_row() -> None:
    ids = [f"person:{number:03d}" for number in range(180)]
    actors = {key: Actor(key, key, "person") for key in ids}
    ties = [Tie(a, b, 1, 1, 1, date(2024, 1, 1), None) for a in ids for b in ids if a < b]
    graph = build_graph(actors, [ActorInView(key, 1, 1, 179) for key in ids], ties)
    places = {
        key: (float(number % 15) * 50, float(number // 15) * 50) for number, key in enumerate(ids)
    }
    assert len(draw(graph, places).edges) == 180 * 179 // 2


@given(
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(0, 80), st.integers(1, 30)),
        min_size=2,
        max_size=8,
        unique_by=lambda circle: circle[:2],
    )
)
def test_circles_at_the_fitting_share_do_not_overlap(circles: list[tuple[int, int, int]]) -> None:
    points, radii = [(float(x), float(y)) for x, y, _ in circles], [float(r) for *_, r in circles]
    share = fitting_share(points, radii)
    assert 0 < share <= 1
    pairs = [(i, j) for i in range(len(radii)) for j in range(i)]
    apart = [np.hypot(*np.subtract(points[i], points[j])) for i, j in pairs]
    reach = [(radii[i] + radii[j]) * share for i, j in pairs]
    assert all(a >= r - 1e-9 for a, r in zip(apart, reach, strict=True))
    if share < 1:
        assert min(a - r for a, r in zip(apart, reach, strict=True)) == pytest.approx(share)
