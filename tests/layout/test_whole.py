"""A layout is the same every time, fills its canvas, and keeps nodes and labels apart."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import combinations
from math import hypot
from random import Random

import layout_scenes as graphs
import networkx as nx
import numpy as np
import pytest
from graph_scenes import turned
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.layout import lay_out
from relmap.layout.boxes import CANVAS, FOREMOST, boxes_of
from relmap.layout.whole import rank

SEEDS_SIZED = (18, 73, 3)
LARGER = (56, 190, 4)
SIZES = [SEEDS_SIZED, LARGER, (150, 420, 6), (320, 900, 9)]


def rectangles(graph: nx.Graph[str]) -> dict[str, tuple[float, float, float, float]]:
    boxes, places = boxes_of(graph, rank(graph)), lay_out(graph)
    found = {}
    for node, (x, y) in places.items():
        box = boxes[node]
        middle = y + box.drop
        found[node] = (
            x - box.width / 2,
            middle - box.height / 2,
            x + box.width / 2,
            middle + box.height / 2,
        )
    return found


def clashes(graph: nx.Graph[str]) -> list[tuple[str, str]]:
    """Pairs that overlap: bare nodes as discs, whatever has a label as its rectangle."""
    boxes, places = boxes_of(graph, rank(graph)), lay_out(graph)
    frames = rectangles(graph)
    found = []
    for one, other in combinations(sorted(frames), 2):
        a, b = frames[one], frames[other]
        if boxes[one].labelled or boxes[other].labelled:
            across, down = (min(a[i + 2], b[i + 2]) - max(a[i], b[i]) for i in (0, 1))
            meet = across > 0.2 and down > 0.2
        else:
            meet = apart(places, one, other) < (boxes[one].width + boxes[other].width) / 2 - 1e-6
        found += [(one, other)] if meet else []
    return found


def apart(places: dict[str, tuple[float, float]], one: str, other: str) -> float:
    return hypot(places[one][0] - places[other][0], places[one][1] - places[other][1])


@pytest.mark.parametrize("size", SIZES)
def test_no_node_or_label_lies_on_another(size: tuple[int, int, int]) -> None:
    assert not clashes(graphs.made_graph(*size))


@st.composite
def any_graph(draw: st.DrawFn) -> nx.Graph[str]:
    """Up to 60 nodes, with hubs or without, in any number of pieces, with loops now and then."""
    count = draw(st.integers(1, 60))
    nodes = st.integers(0, count - 1)
    hubs = st.integers(0, min(count - 1, 2))
    ties = draw(st.lists(st.tuples(st.one_of(nodes, hubs), nodes, st.integers(1, 90)), max_size=90))
    graph: nx.Graph[str] = nx.Graph()
    for number in range(count):
        name = draw(st.sampled_from(("", "Fiji", "A council with a rather long name, of sorts")))
        graph.add_node(f"person:{number}", name=name, articles=draw(st.integers(0, 40)))
    for one, other, weight in ties:
        graph.add_edge(f"person:{one}", f"person:{other}", weight=weight)
    return graph


@given(any_graph())
@settings(deadline=None, max_examples=25)
def test_in_any_graph_everybody_has_a_place_of_their_own(graph: nx.Graph[str]) -> None:
    places = lay_out(graph)
    boxes = boxes_of(graph, rank(graph))
    assert list(places) == sorted(graph)
    assert np.isfinite(list(places.values())).all()
    for one, other in combinations(places, 2):
        assert apart(places, one, other) >= boxes[one].radius + boxes[other].radius


@given(any_graph(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=15)
def test_the_order_of_insertion_does_not_matter(graph: nx.Graph[str], dice: Random) -> None:
    assert lay_out(turned(graph, dice)) == lay_out(graph)


@pytest.mark.parametrize("size", [SEEDS_SIZED, LARGER])
def test_small_maps_have_room_for_every_label(size: tuple[int, int, int]) -> None:
    graph = graphs.made_graph(*size)
    named = [box.labelled for box in boxes_of(graph, rank(graph)).values()]
    assert all(named[:35])
    assert sum(named) >= 0.65 * len(named)


@pytest.mark.parametrize("size", SIZES[:3])
def test_a_map_fills_a_canvas_wider_than_high(size: tuple[int, int, int]) -> None:
    frames = np.array(list(rectangles(graphs.made_graph(*size)).values()))
    width = frames[:, 2].max() - frames[:, 0].min()
    height = frames[:, 3].max() - frames[:, 1].min()
    assert 1.15 <= width / height <= 1.9
    assert width <= 1.4 * CANVAS[0]
    assert abs(frames[:, 2].max() + frames[:, 0].min()) < 1.4 * 0.2 * CANVAS[0]


def test_hubs_stand_nearer_to_the_middle_than_the_rest() -> None:
    graph = graphs.made_graph(*LARGER)
    places = lay_out(graph)
    ranked = [node for node in rank(graph) if graph.degree(node)]
    away = [np.hypot(places[node][0] / CANVAS[0], places[node][1] / CANVAS[1]) for node in ranked]
    assert np.mean(away[:5]) < 0.85 * np.mean(away[len(away) // 2 :])


def test_processes_agree_to_the_byte_whatever_their_seed_and_threads() -> None:
    sizes = [SEEDS_SIZED, (200, 500, 3)]
    code = (
        "import json, runpy, sys; from relmap.layout import lay_out;"
        f"made = runpy.run_path({graphs.__file__!r})['made_graph'];"
        f"sys.stdout.write(json.dumps([lay_out(made(*size)) for size in {sizes!r}]))"
    )
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin", **dict.fromkeys(threads, number)},
            capture_output=True,
            check=True,
        ).stdout
        for seed, number in (("1", "1"), ("2", "2"), ("3", "4"))
    }
    assert len(answers) == 1
    found = json.loads(answers.pop())
    ours = [lay_out(graphs.made_graph(*size)) for size in sizes]
    assert found == [{key: list(xy) for key, xy in places.items()} for places in ours]


def test_positions_are_tenths_and_there_for_every_node() -> None:
    graph = graphs.made_graph(30, 60, 5)
    graph.add_edge("country:000", "country:000", weight=3)
    places = lay_out(graph, limit=12)
    assert set(places) == set(graph)
    assert all(round(value, 1) == value for point in places.values() for value in point)
    assert len(set(places.values())) == len(graph)


def test_pieces_that_are_not_connected_do_not_mix() -> None:
    graph = graphs.made_graph(20, 40)
    pair = [("person:900", "Ann Other"), ("person:901", "Ben Other")]
    for node, name in pair:
        graph.add_node(node, name=name, kind="person", mentions=1, articles=1, strength=1)
    graph.add_edge("person:900", "person:901", weight=1)
    frames = rectangles(graph)
    large = [frame for node, frame in frames.items() if not node.startswith("person:90")]
    assert min(frames["person:900"][1], frames["person:901"][1]) >= max(f[3] for f in large) - 20


def test_an_empty_graph_and_a_single_node() -> None:
    empty: nx.Graph[str] = nx.Graph()
    assert lay_out(empty) == {}
    assert len(lay_out(graphs.made_graph(1, 0))) == 1


def test_the_foremost_keep_their_canvas_in_a_large_store() -> None:
    graph = graphs.made_graph(320, 900)
    places = lay_out(graph)
    first = np.array([places[node] for node in rank(graph)[:FOREMOST]])
    extent = first.max(axis=0) - first.min(axis=0)
    assert extent[0] <= 1.4 * CANVAS[0]
    assert extent[1] <= 1.4 * CANVAS[1]


def test_beyond_the_limit_nodes_stand_beside_their_ties() -> None:
    graph = graphs.made_graph(240, 700)
    ranked = rank(graph)
    for node in ranked[120:]:  # the last half hangs on one of the first each
        graph.remove_edges_from(list(graph.edges(node)))
    for number, node in enumerate(ranked[120:]):
        graph.add_edge(node, ranked[number % 6], weight=1)
    places = lay_out(graph, limit=120)
    assert set(places) == set(graph)
    usual = np.mean([apart(places, one, other) for one, other in combinations(places, 2)])
    own = [apart(places, node, ranked[place % 6]) for place, node in enumerate(ranked[120:])]
    assert np.mean(own) < 0.6 * usual


def test_two_large_pieces_stand_beside_each_other() -> None:
    one, other = graphs.made_graph(40, 120), graphs.made_graph(40, 120)
    both = nx.compose(one, nx.relabel_nodes(other, {node: f"{node}b" for node in other}))
    frames = rectangles(both)
    left = [frame for node, frame in frames.items() if not node.endswith("b")]
    right = [frame for node, frame in frames.items() if node.endswith("b")]
    assert max(frame[2] for frame in left) <= min(frame[0] for frame in right) + 0.2


def test_all_parts_of_the_canvas_are_used() -> None:
    graph = graphs.made_graph(150, 420)
    places = np.array(list(lay_out(graph).values()))
    cells, _, _ = np.histogram2d(*places.T, bins=(6, 4))
    assert (cells > 0).all()
    assert cells.std() < 0.3 * cells.mean()


def test_the_foremost_are_spread_out_among_two_thousand() -> None:
    graph = graphs.made_graph(2000, 5200)
    places = lay_out(graph)
    first = np.array([places[node] for node in rank(graph)[:FOREMOST]])
    cells, _, _ = np.histogram2d(*first.T, bins=(4, 3))
    assert (cells > 0).sum() >= 11
