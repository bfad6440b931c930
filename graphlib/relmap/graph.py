"""Ties to a weighted graph: actors become nodes, ties become edges, always in the same order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import networkx as nx

from relmap.models import Actor, ActorInView, Tie


def build_graph(
    actors: Mapping[str, Actor],
    view_actors: Sequence[ActorInView],
    ties: Sequence[Tie],
    top: int | None = None,
) -> nx.Graph[str]:
    """Build the graph of what is in view.

    Nodes are actor ids with `name`, `kind`, `mentions`, `articles`, `strength` and `ambiguous`;
    edges carry `weight` (sentences), `articles`, `outlets`, `first_date` and `last_date` (ISO
    text, "" where no evidence is dated). Both are inserted in sorted order, so that everything computed from the
    graph comes out the same whatever order the store answered in. Actors without a tie stay as
    nodes without an edge.

    `top` keeps that many of the strongest actors and the ties among them; `strength` stays what
    it is in the whole view, since it says how strong an actor is and not what is drawn.
    """
    kept = {shown.actor_id: shown for shown in strongest(view_actors, top)}
    graph: nx.Graph[str] = nx.Graph()
    for actor_id in sorted(kept):
        graph.add_node(actor_id, **_describe_actor(actors[actor_id], kept[actor_id]))
    for tie in sorted(ties, key=lambda tie: (tie.source, tie.target)):
        if tie.source in kept and tie.target in kept:
            graph.add_edge(tie.source, tie.target, **_describe_tie(tie))
    return graph


def strongest(view_actors: Sequence[ActorInView], top: int | None) -> list[ActorInView]:
    """Return the `top` strongest actors (all of them for None), the same ones every time."""
    ranked = sorted(
        view_actors,
        key=lambda shown: (-shown.strength, -shown.articles, -shown.mentions, shown.actor_id),
    )
    return ranked if top is None else ranked[: max(top, 0)]


def _describe_actor(actor: Actor, shown: ActorInView) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "mentions": shown.mentions,
        "articles": shown.articles,
        "strength": shown.strength,
        "ambiguous": actor.ambiguous,
    }


def _describe_tie(tie: Tie) -> dict[str, Any]:
    return {
        "weight": tie.sentences,
        "articles": tie.articles,
        "outlets": tie.outlets,
        "first_date": _iso(tie.first_date),
        "last_date": _iso(tie.last_date),
    }


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
