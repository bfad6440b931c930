"""What is shown of a store as the one page that `relmap map` writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relmap.briefing.captions import make_caption
from relmap.briefing.names import distinct_names
from relmap.models import Evidence
from relmap.view.network import draw
from relmap.view.page import write_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relmap.shown import Shown
    from relmap.store import Store

#: A page that is to fit an e-mail quotes the newest so many sentences of a tie.
QUOTED = 200


def map_page(store: Store, shown: Shown, *, title: str, selection: Sequence[str] = ()) -> str:
    """Return the HTML of the map of what is shown, with the sentences of its ties.

    Below the title stand the statements of the caption, and what the page leaves out. `selection`
    is what the page opens with: one actor's id, or the two of a tie.
    """
    caption = make_caption(store, shown, title=title, selection=selection)
    names = distinct_names(store.actors())
    return write_page(
        draw(shown.graph, shown.positions, communities=shown.communities or None),
        _quote(shown),
        replace(caption, statements=(*caption.statements, *_left_out(shown))),
        names={actor.actor_id: names[actor.actor_id] for actor in shown.actors},
        selected="|".join(sorted(selection)),
    )


def _quote(shown: Shown) -> dict[str, tuple[Evidence, ...]]:
    view = shown.view
    return {tie.tie_id: view.evidence(tie.source, tie.target, limit=QUOTED) for tie in shown.ties}


def _left_out(shown: Shown) -> list[str]:
    if any(tie.sentences > QUOTED for tie in shown.ties):
        return [f"of ties with more sentences, the newest {QUOTED:,} are quoted"]
    return []
