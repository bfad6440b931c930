"""The evidence pack as the one HTML file that `relmap brief -o pack.html` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relmap.briefing.captions import make_caption
from relmap.briefing.contents import describe_map, gather
from relmap.view.network import draw
from relmap.view.pack import write_pack
from relmap.view.picture import compose
from relmap.view.svg import write_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relmap.shown import Shown
    from relmap.store import Store

#: A pack that is to fit an e-mail quotes the newest so many sentences of a tie.
QUOTED = 200


def pack_page(
    store: Store,
    shown: Shown,
    *,
    title: str,
    selection: Sequence[str] = (),
    quoted: int = QUOTED,
) -> str:
    """Return the pack of what is shown as one HTML file that needs no network.

    It holds the map, every tie with a number, at most `quoted` sentences of each, and what was
    undated, of unknown outlet or not read. `selection` is what the map opens with: one actor's
    id, or the two of a tie.
    """
    caption = make_caption(store, shown, title=title, selection=selection)
    pack = gather(store, shown, caption, quoted)
    data = draw(shown.graph, shown.positions, communities=shown.communities or None)
    return write_pack(
        pack,
        data,
        write_svg(compose(data, caption, numbers=pack.numbers(), selection=selection)),
        alt=describe_map(shown, pack),
        selected="|".join(sorted(selection)),
    )
