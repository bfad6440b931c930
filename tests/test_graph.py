"""The graph against a plain count of its own, for any actors and ties in any order."""

from __future__ import annotations

from datetime import date

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from relmap.graph import build_graph, strongest
from relmap.models import Actor, ActorInView, Tie

IDS = [f"person:{letter}" for letter in "abcdefgh"]
ACTORS = {actor_id: Actor(actor_id, actor_id.upper(), "person") for actor_id in IDS}

days = st.none() | st.dates(date(2020, 1, 1), date(2024, 12, 31))


@st.composite
def views(draw: st.DrawFn) -> tuple[list[ActorInView], list[Tie]]:
    pairs = draw(
        st.lists(st.sampled_from([(a, b) for a in IDS for b in IDS if a < b]), unique=True)
    )
    ties = [
        Tie(a, b, draw(st.integers(1, 50)), draw(st.integers(1, 9)), 1, draw(days), draw(days))
        for a, b in pairs
    ]
    shown = draw(st.lists(st.sampled_from(IDS), unique=True))
    strength = {key: sum(t.sentences for t in ties if key in (t.source, t.target)) for key in shown}
    return [ActorInView(key, 3, draw(st.integers(1, 9)), strength[key]) for key in shown], ties


@given(views(), st.none() | st.integers(0, 9))
def test_the_graph_holds_exactly_what_is_in_view(
    view: tuple[list[ActorInView], list[Tie]], top: int | None
) -> None:
    in_view, ties = view
    graph = build_graph(ACTORS, in_view, ties, top)

    kept = {shown.actor_id for shown in strongest(in_view, top)}
    assert len(kept) == len(in_view) if top is None else len(kept) == min(top, len(in_view))
    weakest_kept = min((s.strength for s in in_view if s.actor_id in kept), default=10**9)
    assert all(s.strength <= weakest_kept for s in in_view if s.actor_id not in kept)

    expected = {(t.source, t.target): t for t in ties if {t.source, t.target} <= kept}
    assert set(graph) == kept
    assert {tuple(sorted(edge)) for edge in graph.edges} == set(expected)
    for (source, target), tie in expected.items():
        edge = graph.edges[source, target]
        assert edge["weight"] == tie.sentences
        assert edge["first_date"] == (tie.first_date.isoformat() if tie.first_date else "")
        assert edge["last_date"] == (tie.last_date.isoformat() if tie.last_date else "")
    for shown in in_view:
        if shown.actor_id in kept:
            assert graph.nodes[shown.actor_id]["strength"] == shown.strength
            assert graph.nodes[shown.actor_id]["name"] == shown.actor_id.upper()


@given(views())
def test_the_order_of_the_answer_does_not_matter(
    view: tuple[list[ActorInView], list[Tie]],
) -> None:
    in_view, ties = view
    again = build_graph(ACTORS, list(reversed(in_view)), list(reversed(ties)), 4)
    graph = build_graph(ACTORS, in_view, ties, 4)
    assert list(graph.nodes(data=True)) == list(again.nodes(data=True))
    assert list(graph.edges(data=True)) == list(again.edges(data=True))


def test_an_empty_view_is_an_empty_graph() -> None:
    assert nx.is_empty(build_graph(ACTORS, [], []))
