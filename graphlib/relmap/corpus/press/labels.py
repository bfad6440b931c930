"""Factiva's field labels ("HD", "LP", "TD") → the fields of an article, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from relmap.corpus.press.rows import Row

_ABOVE = (
    "CLM",
    "SE",
    "HD",
    "BY",
    "CR",
    "WC",
    "PD",
    "ET",
    "SN",
    "SC",
    "ED",
    "PG",
    "VOL",
    "LA",
    "CY",
)
_STORY = ("LP", "TD", "ART")
_BELOW = ("CT", "RF", "CO", "IN", "NS", "RE", "NGC", "GC", "IPC", "IPD", "PUB", "AN")
# Alone in a cell or line, or before a tab or wide gap: "CO operation" is a sentence's beginning.
_LABEL = re.compile(rf"({'|'.join((*_ABOVE, *_STORY, *_BELOW))})(?:\s*\t\s*|[ \xa0]{{2,}}|$)")


class Field(NamedTuple):
    """A label and what stands behind it, up to the next label."""

    label: str
    value: str


def labelled(text: str, rows: Sequence[Row]) -> list[Field]:
    """Return the fields of an article; none where its first row has no label."""
    places: list[tuple[str, int, int]] = []
    for row in rows:
        match = _LABEL.match(text[row.start : row.end])
        if match and (not places or _follows(places[-1][0], match[1])):
            places.append((match[1], row.start, row.start + match.end()))
    if not places or places[0][1] != rows[0].start:
        return []
    ends = [start for _, start, _ in places[1:]] + [rows[-1].end]
    return [
        Field(label, text[value:end].strip())
        for (label, _, value), end in zip(places, ends, strict=True)
    ]


def _follows(before: str, label: str) -> bool:
    """Tell whether a label can come behind another: inside a story a line "CR" is no field."""
    return (
        label == "HD"
        or label in _BELOW
        or (label in _STORY and before != "TD")
        or (label in _ABOVE and before in _ABOVE)
    )
