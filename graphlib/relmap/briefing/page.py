"""What is shown of a store as the one page that `relmap map` writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relmap.briefing.captions import drawn_selection, make_caption
from relmap.briefing.names import readable_actors
from relmap.briefing.quotes import QUOTED, TOTAL, allot, say_allotted
from relmap.models import Evidence
from relmap.view.network import draw
from relmap.view.page import write_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relmap.shown import Shown
    from relmap.store import Store


def map_page(  # noqa: PLR0913 - all but the first two are named where it is called
    store: Store,
    shown: Shown,
    *,
    title: str,
    selection: Sequence[str] = (),
    quoted: int = QUOTED,
    total: int | None = TOTAL,
) -> str:
    """Return the HTML of the map of what is shown, with the sentences of its ties.

    It holds the newest `quoted` sentences of each tie, and in all `total`, so that it fits an
    e-mail. Below the title stand the statements of the caption, and what the page leaves out.
    `selection` is what the page opens with, if it is drawn: one actor's id, or the two of a tie.
    """
    caption = make_caption(store, shown, title=title, selection=selection)
    actors = readable_actors(store, (actor.actor_id for actor in shown.actors))
    shares = allot(shown.ties, quoted, total)
    left_out = say_allotted(shown.ties, shares, quoted)
    return write_page(
        draw(shown.graph, shown.positions, communities=shown.communities or None),
        _quote(shown, shares),
        replace(caption, statements=(*caption.statements, *filter(None, [left_out]))),
        names={actor_id: actor.name for actor_id, actor in actors.items()},
        selected="|".join(sorted(drawn_selection(shown, selection))),
    )


def _quote(shown: Shown, shares: Sequence[int]) -> dict[str, tuple[Evidence, ...]]:
    return {
        tie.tie_id: shown.view.evidence(tie.source, tie.target, limit=share) if share else ()
        for tie, share in zip(shown.ties, shares, strict=True)
    }
