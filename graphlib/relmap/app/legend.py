"""The legend under the map: what occurs on it, in the words of the page."""

from __future__ import annotations

from typing import Any

from relmap.app.wording import KIND_LABELS, count, number
from relmap.store import View
from relmap.view.network import MapData

#: What a line stands for, said wherever the map is shown.
NOTE = "A line: named in the same sentence. Not proof of a relation."


#: What slanted words in the sentences are, said while they count.
REFERRED = "she, the minister: stands for the actor whose colour it has"


def legend(drawn: MapData, view: View) -> dict[str, Any]:
    """Return what a map's legend says, as the panel takes it."""
    widths = drawn.legend["widths"]
    found = {item["kind"] for item in drawn.legend["kinds"]}
    return {
        "kinds": [
            {"kind": kind, "label": label} for kind, label in KIND_LABELS.items() if kind in found
        ],
        "communities": [
            {"colour": item["community"], "label": f"{item['label']} ({number(item['count'])})"}
            for item in drawn.legend.get("communities", ())
        ],
        "widths": [
            {"width": item["width"], "label": _weight(item["weight"], last=item is widths[-1])}
            for item in widths
        ],
        "unresolved": drawn.legend["unresolved"],
        "referred": REFERRED if view.filters.references else "",
        "note": NOTE,
    }


def _weight(weight: int, *, last: bool) -> str:
    """Return "1", "4", "14 sentences": the unit stands once, and the legend on one line."""
    return count(weight, "sentence") if last else number(weight)
