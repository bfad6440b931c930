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
_LOOSE = re.compile(rf"({'|'.join((*_ABOVE, *_STORY, *_BELOW))})(?:\s+|$)")
_WORDS = re.compile(r"[\d.,]+ words", re.IGNORECASE)
# "arl : Arland", "Document SNS0000020230705ej75002xy"
_CODED = re.compile(r"\w{1,20} ?: \S.*|Document \w{20,32}")


class Field(NamedTuple):
    """A label and what stands behind it, up to the next label."""

    label: str
    value: str


def labelled(text: str, rows: Sequence[Row]) -> list[Field]:
    """Return the fields of an article; none where its first row has no label.

    One space behind the labels is enough where fields stand behind them that no story has.
    """
    fields = _fields(text, rows, _LABEL)
    if any(field.label == "HD" for field in fields):
        return fields
    loose = _fields(text, rows, _LOOSE)
    values = {field.label: field.value for field in loose}
    is_right = {"HD", "SN", "PD"} <= set(values) and _WORDS.fullmatch(values.get("WC", ""))
    return loose if is_right else fields


def _fields(text: str, rows: Sequence[Row], label: re.Pattern[str]) -> list[Field]:
    places: list[tuple[str, int, int]] = []
    for row in rows:
        match = label.match(text[row.start : row.end])
        before = places[-1][0] if places else None
        if (
            match
            and (before is None or _follows(before, match[1]))
            and (label is _LABEL or _is_field(before, match[1], row.text[len(match[0]) :]))
        ):
            places.append((match[1], row.start, row.start + match.end()))
    if not places or places[0][1] != rows[0].start:
        return []
    ends = [start for _, start, _ in places[1:]] + [rows[-1].end]
    return [
        Field(label, text[value:end].strip())
        for (label, _, value), end in zip(places, ends, strict=True)
    ]


def _is_field(before: str | None, label: str, value: str) -> bool:
    """Tell whether a label before one space is one, and no beginning of a sentence in the story."""
    if before not in _STORY or label in _STORY:
        return True
    return label in _BELOW and _CODED.fullmatch(value) is not None


def _follows(before: str, label: str) -> bool:
    """Tell whether a label can come behind another: inside a story a line "CR" is no field."""
    return (
        label == "HD"
        or label in _BELOW
        or (label in _STORY and before != "TD")
        or (label in _ABOVE and before in _ABOVE)
    )
