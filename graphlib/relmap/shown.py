"""A store, filters and a lens → what is drawn: the same for the page, the pictures and the packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import networkx as nx

from relmap.errors import FilterError
from relmap.graph import build_graph
from relmap.layout import lay_out, place_missing
from relmap.measures import communities
from relmap.models import ActorInView, Colouring, Filters, Lens, Placement, Tie

if TYPE_CHECKING:
    from relmap.store import Store, View


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a view is drawn.

    `actors` are the strongest first, but with `lens.around` that actor stands before all others
    and nearer ones before farther ones; `ties` are those among them, heaviest first. `within` is
    how many actors the lens could show: all in view, or all within its steps. `communities` is
    empty unless the lens colours by them.
    """

    view: View
    lens: Lens
    actors: tuple[ActorInView, ...]
    ties: tuple[Tie, ...]
    graph: nx.Graph[str]
    positions: Mapping[str, tuple[float, float]]
    communities: Mapping[str, int]
    within: int


def show(store: Store, filters: Filters, lens: Lens) -> Shown:
    """Look at a store through filters and a lens.

    An actor in `lens.around` of which the filters leave nothing gives an empty picture.

    Raises
    ------
    FilterError
        when the filters or the lens cannot be meant, or the store has no such actor.
    """
    return show_view(store, store.view(filters), lens)


def show_view(store: Store, view: View, lens: Lens) -> Shown:
    """Look through a lens at a view of the store that is at hand; raises what `show` raises."""
    _check(store, lens)
    if lens.around:
        actors, within = view.neighbourhood(lens.around, lens.steps, lens.top)
    else:
        actors, within = view.strongest(lens.top), view.counts.actors
    ties = view.ties_among(actor.actor_id for actor in actors)
    graph = build_graph(store.actors(), actors, ties)
    return Shown(
        view=view,
        lens=lens,
        actors=actors,
        ties=ties,
        graph=graph,
        positions=_place(store, lens, graph),
        communities=communities(graph) if lens.colouring == "community" else {},
        within=within,
    )


def _place(store: Store, lens: Lens, graph: nx.Graph[str]) -> Mapping[str, tuple[float, float]]:
    if lens.placement == "shown":
        return lay_out(graph)
    known = store.positions()
    return place_missing(graph, {node: known[node] for node in graph if node in known})


def _check(store: Store, lens: Lens) -> None:
    if lens.top < 1:
        raise FilterError(f"a map of {lens.top} actors shows nothing; choose 1 or more")
    if lens.steps not in (1, 2):
        raise FilterError(f"{lens.steps} steps around an actor cannot be shown; choose 1 or 2")
    if lens.placement not in get_args(Placement):
        raise FilterError(
            f'there is no layout "{lens.placement}"; there are {", ".join(get_args(Placement))}'
        )
    if lens.colouring not in get_args(Colouring):
        raise FilterError(
            f'there are no colours by "{lens.colouring}"; there are '
            f"{', '.join(get_args(Colouring))}"
        )
    if lens.around and store.actor_number(lens.around) is None:
        raise FilterError(
            f'the store has no actor "{lens.around}"; find its id in the table of actors '
            "(relmap export actors)"
        )
