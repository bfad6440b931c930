"""An export's text → its rows: the lines that are not blank, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class Row(NamedTuple):
    """A line `[start, end)` without the space around it; `text` has single spaces only."""

    start: int
    end: int
    text: str


def rows_of(text: str) -> list[Row]:
    """Return the rows of a text."""
    return list(_rows(text))


def _rows(text: str) -> Iterator[Row]:
    for match in _LINE.finditer(text):
        line = match[0]
        words = " ".join(line.split())
        if words:
            start = match.start() + len(line) - len(line.lstrip())
            yield Row(start, match.start() + len(line.rstrip()), words)


def slice_of(text: str, rows: Sequence[Row]) -> str:
    """Return the text from the first of the rows to the last, "" when there are none."""
    return text[rows[0].start : rows[-1].end] if rows else ""


def blocks_of(text: str, rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows in blocks: blank lines stand between two of them."""
    blocks: list[list[Row]] = [[row] for row in rows[:1]]
    for before, row in pairwise(rows):
        if len((text[before.end : row.start].strip(" \t\xa0") + "|").splitlines()) > 2:
            blocks.append([])
        blocks[-1].append(row)
    return blocks
