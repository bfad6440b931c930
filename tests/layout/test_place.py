"""Newcomers stand beside their neighbours and on top of nobody; nobody else moves."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from relmap.layout import lay_out, place_missing
from relmap.layout.boxes import CANVAS
from relmap.layout.place import APART

places = st.tuples(st.integers(-300, 300).map(float), st.integers(-200, 200).map(float))


def test_near_the_weighted_mean_of_the_placed_neighbours() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("new", "left", weight=3)
    graph.add_edge("new", "right", weight=1)
    x, y = place_missing(graph, {"left": (0.0, 0.0), "right": (400.0, 0.0)})["new"]
    assert (x, y) == (100.0, 0.0)


def test_not_on_top_of_a_neighbour() -> None:
    graph: nx.Graph[str] = nx.Graph([("new", "only")])
    x, y = place_missing(graph, {"only": (10.0, 10.0)})["new"]
    assert hypot(x - 10, y - 10) * 2**0.5 >= APART
    assert hypot(x - 10, y - 10) < 3 * APART


def test_a_chain_of_newcomers_follows_its_end() -> None:
    graph: nx.Graph[str] = nx.path_graph(["old", "b", "c", "d"])
    found = place_missing(graph, {"old": (500.0, 500.0)})
    assert all(hypot(x - 500, y - 500) < 6 * APART for x, y in found.values())


def test_without_any_neighbour_below_everything() -> None:
    graph: nx.Graph[str] = nx.Graph([("a", "b")])
    graph.add_node("alone")
    found = place_missing(graph, {"a": (0.0, 0.0), "b": (90.0, 70.0)})
    assert found["alone"][1] > 70.0


def test_those_without_any_neighbour_come_in_rows_and_not_in_a_column() -> None:
    graph: nx.Graph[str] = nx.Graph([("a", "b")])
    graph.add_nodes_from(f"alone {number:03d}" for number in range(400))
    placed = {"a": (-300.0, -900.0), "b": (900.0, -300.0)}
    found = place_missing(graph, placed)
    rows = [point for node, point in found.items() if node not in placed]
    assert min(y for _, y in rows) > -300.0
    width = max(x for x, _ in rows) - min(x for x, _ in rows)
    assert 0.8 * 1200 < width <= 1200 + APART
    assert max(y for _, y in rows) + 300 < CANVAS[1]
    assert len({y for _, y in rows}) < 20


def test_a_few_in_a_row_have_room_for_their_names() -> None:
    graph: nx.Graph[str] = nx.Graph([("a", "b")])
    graph.add_nodes_from(["u", "v", "w"])
    found = place_missing(graph, {"a": (0.0, 0.0), "b": (90.0, 70.0)})
    (u, y), (v, beside), (w, _) = (found[node] for node in "uvw")
    assert y == beside
    assert min(v - u, w - v) >= 100.0


def test_those_tied_to_nobody_placed_stay_together() -> None:
    parts = [nx.path_graph([f"{part} {number}" for number in range(5)]) for part in "pqrstu"]
    graph: nx.Graph[str] = nx.compose_all([nx.Graph([("a", "b")]), *parts])
    found = place_missing(graph, {"a": (0.0, 0.0), "b": (90.0, 70.0)})
    for part in parts:
        xs, ys = zip(*(found[node] for node in part), strict=True)
        inside = [
            node
            for node, (x, y) in found.items()
            if min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)
        ]
        assert set(inside) == set(part)
        assert hypot(max(xs) - min(xs), max(ys) - min(ys)) < 6 * APART


def test_where_nobody_is_placed_the_graph_is_laid_out() -> None:
    graph: nx.Graph[str] = nx.path_graph(["a", "b", "c"])
    assert place_missing(graph, {"elsewhere": (0.0, 0.0)}) == lay_out(graph)


@given(st.dictionaries(st.sampled_from("abcdefgh"), places, min_size=1), st.integers(0, 30))
def test_the_given_stay_and_newcomers_keep_apart(
    given_places: dict[str, tuple[float, float]], seed: int
) -> None:
    graph: nx.Graph[str] = nx.relabel_nodes(
        nx.gnp_random_graph(12, 0.3, seed), dict(enumerate("abcdefghijkl"))
    )
    found = place_missing(graph, given_places)
    assert list(found) == sorted(graph)
    assert {node: found[node] for node in given_places} == given_places
    newcomers = set(graph) - set(given_places)
    for one, other in combinations(sorted(graph), 2):
        if one in newcomers or other in newcomers:
            (x, y), (u, v) = found[one], found[other]
            assert max(abs(x - u), abs(y - v)) >= APART - 0.11
    assert found == place_missing(graph, dict(reversed(given_places.items())))


def test_in_a_crowd_newcomers_come_closer() -> None:
    crowd: nx.Graph[str] = nx.star_graph(900)
    graph = nx.relabel_nodes(crowd, {number: f"n{number:03d}" for number in crowd})
    found = place_missing(graph, {"n000": (0.0, 0.0)})
    assert max(hypot(*point) for point in found.values()) < 0.65 * APART * 900**0.5
