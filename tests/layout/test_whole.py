"""A layout is the same every time, fills its canvas, and keeps nodes and labels apart."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from relmap.layout import lay_out
from relmap.layout.boxes import CANVAS, FOREMOST, boxes_of
from relmap.layout.whole import rank

GRAPHS = Path(__file__).with_name("graphs.py")
_spec = importlib.util.spec_from_file_location("layout_graphs", GRAPHS)
assert _spec is not None
assert _spec.loader is not None
graphs = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(graphs)

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


@pytest.mark.parametrize("size", SIZES)
def test_no_node_or_label_lies_on_another(size: tuple[int, int, int]) -> None:
    found = sorted(rectangles(graphs.made_graph(*size)).items())
    clashes = [
        (one, other)
        for place, (one, a) in enumerate(found)
        for other, b in found[place + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.2 and min(a[3], b[3]) - max(a[1], b[1]) > 0.2
    ]
    assert not clashes


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


def test_the_order_of_nodes_and_edges_does_not_matter() -> None:
    graph = graphs.made_graph(*SEEDS_SIZED)
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(graph.edges(data=True))))
    assert lay_out(turned) == lay_out(graph)


def test_two_processes_agree_to_the_byte() -> None:
    code = (
        "import json, runpy, sys; from relmap.layout import lay_out;"
        f"made = runpy.run_path({str(GRAPHS)!r})['made_graph'];"
        "sys.stdout.write(json.dumps([lay_out(made(*size)) for size in "
        f"{[SEEDS_SIZED, (200, 500, 3)]!r}]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
    first, _ = json.loads(answers.pop())
    assert first == {key: list(xy) for key, xy in lay_out(graphs.made_graph(*SEEDS_SIZED)).items()}


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
