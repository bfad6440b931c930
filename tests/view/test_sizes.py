"""Sizes say how many articles, and no node lies on another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.graph import build_graph
from relmap.layout.boxes import node_radius
from relmap.models import KINDS, Actor, ActorInView, Kind
from relmap.view.sizes import fitting_shares, radii_of

CIRCLES = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 80), st.integers(1, 30)),
    max_size=9,
    unique_by=lambda circle: circle[:2],
)


@given(CIRCLES)
def test_circles_at_their_shares_do_not_overlap(circles: list[tuple[int, int, int]]) -> None:
    points, radii = [(float(x), float(y)) for x, y, _ in circles], [float(r) for *_, r in circles]
    shares = fitting_shares(points, radii)
    for i in range(len(radii)):
        for j in range(i):
            apart = float(np.hypot(*np.subtract(points[i], points[j])))
            assert apart >= radii[i] * shares[i] + radii[j] * shares[j]


@given(CIRCLES)
def test_a_circle_shrinks_for_its_closest_neighbour_and_for_nobody_else(
    circles: list[tuple[int, int, int]],
) -> None:
    points, radii = [(float(x), float(y)) for x, y, _ in circles], [float(r) for *_, r in circles]
    wanted = [
        min(
            1.0,
            *(
                float(np.hypot(*np.subtract(points[i], points[j]))) / (radii[i] + radii[j] + 1)
                for j in range(len(radii))
                if j != i
            ),
            1.0,
        )
        for i in range(len(radii))
    ]
    assert fitting_shares(points, radii) == pytest.approx(wanted)


def sized(places: dict[str, tuple[float, float]], kind: Kind = "person") -> dict[str, float]:
    actors = {key: Actor(key, key, kind) for key in places}
    seen = [ActorInView(key, 1, 9 if key == "a" else 1, 1) for key in places]
    graph = build_graph(actors, seen, [])
    return radii_of(graph, sorted(places), places)


def test_only_those_who_are_too_close_are_smaller() -> None:
    apart = sized({"a": (0, 0), "b": (300, 0), "c": (0, 300)})
    close = sized({"a": (0, 0), "b": (20, 0), "c": (0, 300)})
    assert apart["a"] == node_radius(9, 9, 3)
    assert close["a"] < apart["a"]
    assert close["a"] + close["b"] < 20
    assert close["a"] / close["b"] == pytest.approx(apart["a"] / apart["b"], rel=0.02)
    assert close["c"] == apart["c"]


def test_nobody_shrinks_to_nothing() -> None:
    heap = sized({"a": (0, 0), "b": (0.1, 0)})
    assert heap["b"] >= 0.49 * node_radius(1, 9, 2)


def test_shapes_of_the_same_articles_have_the_same_area() -> None:
    half = {kind: sized({"a": (0, 0)}, kind)["a"] for kind in KINDS}
    areas = (
        np.pi * half["person"] ** 2,
        4 * half["country"] ** 2,
        2 * half["organization"] ** 2,
    )
    assert max(areas) == pytest.approx(min(areas), rel=0.02)
