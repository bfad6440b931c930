"""The legend under the map: what occurs on it, in the words of the page."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from relmap.app.selection import Selection
from relmap.app.wording import KIND_LABELS, count, number
from relmap.store import View
from relmap.view.network import MapData

#: What a line stands for, said wherever the map is shown.
NOTE = "A line: named in the same sentence. Not proof of a relation."


#: What slanted words in the sentences are, said while they count.
REFERRED = "she, the minister: stands for the actor whose colour it has"


def legend(drawn: MapData, view: View, selection: Selection) -> dict[str, Any]:
    """Return what a map's legend says, as the panel takes it."""
    widths = drawn.legend["widths"]
    shown = {str(node["id"]) for node in drawn.nodes}
    found = {item["kind"] for item in drawn.legend["kinds"]}
    return {
        "kinds": [
            {"kind": kind, "label": label} for kind, label in KIND_LABELS.items() if kind in found
        ],
        "widths": [
            {"width": item["width"], "label": _weight(item["weight"], last=item is widths[-1])}
            for item in widths
        ],
        "unresolved": drawn.legend["unresolved"],
        "referred": REFERRED if view.filters.references else "",
        "left_out": _left_out(view, shown, selection),
        "note": NOTE,
    }


def _weight(weight: int, *, last: bool) -> str:
    """Return "1", "4", "14 sentences": the unit stands once, and the legend on one line."""
    return count(weight, "sentence") if last else number(weight)


def _left_out(view: View, shown: Set[str], selection: Selection) -> str:
    """Return "150 of 4,210 actors shown, the strongest.", or "" where none is left out."""
    if len(shown) >= view.counts.actors:
        return ""
    said = f"{number(len(shown))} of {number(view.counts.actors)} actors shown, the strongest."
    chosen = shown >= set(selection.actors)
    return said if chosen else f"{said} What you chose is not among them: show more actors."
