"""The map as one HTML file that asks for nothing: open it from a disk, a mail or a stick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from relmap.models import Evidence
from relmap.view.caption import Caption
from relmap.view.directions import LONGEST_NAME, LONGEST_TITLE, harmless, isolate, shorten
from relmap.view.network import MapData
from relmap.view.standalone import fill, our_scripts, our_styles, readable_map, web_address


def write_page(
    data: MapData,
    evidence: Mapping[str, Sequence[Evidence]],
    caption: Caption,
    *,
    names: Mapping[str, str],
    selected: str = "",
) -> str:
    """Return a complete HTML page with the map and, beside it, the sentences of every tie.

    `evidence` holds the sentences by tie id, `names` the full names by actor id; `selected` is the
    actor or tie that the page opens with, if it is drawn. Everything that comes from articles is
    written as text or as data, never as markup or script; a policy in the page forbids every
    request and every script but its own. The same input gives the same text, byte by byte; write
    it as UTF-8.
    """
    return fill(
        "page.html",
        scripts=our_scripts("page.js"),
        styles=our_styles("page.css"),
        data=_page_data(data, evidence, names) | {"selected": selected},
        caption=caption,
    )


def _page_data(
    data: MapData, evidence: Mapping[str, Sequence[Evidence]], names: Mapping[str, str]
) -> dict[str, Any]:
    drawn = {row["id"] for row in data.edges}
    return {
        "map": readable_map(data).payload(),
        "names": {actor: isolate(names[actor]) for actor in sorted(names)},
        "evidence": {
            tie: [_sentence(each) for each in evidence[tie]]
            for tie in sorted(evidence)
            if tie in drawn
        },
    }


def _sentence(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": harmless(evidence.sentence),
        "outlet": isolate(shorten(evidence.outlet or "", LONGEST_NAME)),
        "date": evidence.date.isoformat() if evidence.date else "",
        "title": shorten(evidence.title or "", LONGEST_TITLE),
        "url": web_address(evidence.url),
        "marks": [
            [
                mark.start - evidence.start,
                mark.end - evidence.start,
                mark.actor_id,
                *(["referred"] if mark.referred else []),
            ]
            for mark in evidence.marks
        ],
    }
