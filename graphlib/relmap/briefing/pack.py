"""The evidence pack as the one HTML file that `relmap brief -o pack.html` writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relmap.briefing.captions import drawn_selection, make_caption
from relmap.briefing.contents import Extent, describe_map, gather
from relmap.briefing.quotes import QUOTED, TOTAL
from relmap.view.network import draw
from relmap.view.pack import write_pack
from relmap.view.picture import Picture, compose
from relmap.view.shapes import Line
from relmap.view.svg import write_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relmap.shown import Shown
    from relmap.store import Store


def pack_page(  # noqa: PLR0913 - all but the first two are named where it is called
    store: Store,
    shown: Shown,
    *,
    title: str,
    selection: Sequence[str] = (),
    quoted: int | None = None,
    total: int | None = None,
) -> str:
    """Return the pack of what is shown as one HTML file that needs no network.

    It holds the map, every tie with a number, at most `quoted` sentences of each and `total` in
    all, and what was undated, of unknown outlet or not read. Without `quoted` these are `QUOTED`
    and `TOTAL`, so that the file fits an e-mail; with it, only a given `total` counts. `selection`
    is what the map opens with, if it is drawn: one actor's id, or the two of a tie.
    """
    if quoted is None:
        quoted, total = QUOTED, TOTAL if total is None else total
    caption = make_caption(store, shown, title=title, selection=selection)
    pack = gather(store, shown, caption, Extent(quoted, total))
    data = draw(shown.graph, shown.positions, communities=shown.communities or None)
    return write_pack(
        pack,
        data,
        write_svg(_unnamed(compose(data, caption, numbers=pack.numbers(), selection=selection))),
        alt=describe_map(shown, pack),
        selected="|".join(sorted(drawn_selection(shown, selection))),
    )


def _unnamed(picture: Picture) -> Picture:
    """Return a still picture without the ids of its ties, which nobody asks for where it stands."""
    shapes = (
        replace(shape, owner="") if isinstance(shape, Line) else shape for shape in picture.shapes
    )
    return replace(picture, shapes=tuple(shapes))
