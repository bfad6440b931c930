"""A store under filters as the one page that `relmap map` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relmap.briefing.names import distinct_names
from relmap.briefing.words import describe
from relmap.graph import build_graph
from relmap.layout import place_missing
from relmap.models import Evidence, Filters, Tie
from relmap.view.network import draw
from relmap.view.page import write_page

if TYPE_CHECKING:
    from relmap.store import Store, View

#: A page that is to fit an e-mail quotes the newest so many sentences of a tie.
QUOTED = 200


def map_page(store: Store, filters: Filters, *, title: str, top: int) -> str:
    """Return the HTML of the map of the `top` strongest actors, with the sentences of its ties.

    Below the title stand the filters in words, the counts, and what the page leaves out.

    Raises
    ------
    FilterError
        when the filters cannot be meant.
    """
    view = store.view(filters)
    shown = view.strongest(top)
    ties = view.ties_among(actor.actor_id for actor in shown)
    graph = build_graph(store.actors(), shown, ties)
    names = distinct_names(store.actors())
    return write_page(
        draw(graph, place_missing(graph, store.positions())),
        _quote(view, ties),
        title=title,
        notes=(*describe(filters, view.counts), *_left_out(view, ties, top)),
        names={actor.actor_id: names[actor.actor_id] for actor in shown},
    )


def _quote(view: View, ties: tuple[Tie, ...]) -> dict[str, tuple[Evidence, ...]]:
    return {tie.tie_id: view.evidence(tie.source, tie.target, limit=QUOTED) for tie in ties}


def _left_out(view: View, ties: tuple[Tie, ...], top: int) -> list[str]:
    notes = []
    if view.counts.actors > top:
        notes.append(f"drawn are the {top:,} strongest actors in view")
    if any(tie.sentences > QUOTED for tie in ties):
        notes.append(f"of ties with more sentences, the newest {QUOTED:,} are quoted")
    return notes
