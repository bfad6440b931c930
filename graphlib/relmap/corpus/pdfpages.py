"""A page of a PDF → its lines as printed, each with its place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

#: In heights of a line: how far apart the lines of a paragraph are at most, and by how much sizes of
#: letters differ that are not the same.
WIDEST_GAP, OTHER_SIZE = 1.9, 0.15

# The library writes U+FFFE for a hyphen at the end of a line, and no line end behind it.
_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\r\n\x02\ufffe]")
_SPACE = re.compile(r"[ \t\xa0]+")
# In heights of a line: wider than the gaps between the words of a justified line.
_CELL_GAP = 1.5
_HYPHENS = "\x02\ufffe\u00ad"


class Printed(NamedTuple):
    """A printed line: left and right end, base and height in points; the base grows upwards.

    `hyphen` marks a line whose last word is divided; the hyphen is not in `text`.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    hyphen: bool = False


def lines_of(page: PdfPage) -> list[Printed]:
    """Return the lines of a page in the order in which the file has them."""
    textpage = page.get_textpage()
    try:
        return list(_lines(textpage))
    finally:
        textpage.close()


def _lines(textpage: PdfTextPage) -> Iterator[Printed]:
    count = textpage.count_chars()
    if count <= 0:
        return
    for match in _LINE.finditer(textpage.get_text_range()):
        yield from _cells(textpage, match, count)


def _cells(textpage: PdfTextPage, line: re.Match[str], count: int) -> Iterator[Printed]:
    """Yield a line, or its parts where gaps as wide as between the cells of a table are in it."""
    start = line.start()
    for space in _SPACE.finditer(line[0]):
        before, after = line.start() + space.start() - 1, line.start() + space.end()
        if before < start or after >= min(line.end(), count):
            continue
        _, base, right, top = textpage.get_charbox(before, loose=True)
        left = textpage.get_charbox(after, loose=True)[0]
        if left - right > _CELL_GAP * abs(top - base):
            yield from _printed(textpage, line.string[start:after], start, count)
            start = after
    yield from _printed(textpage, line.string[start : line.end()], start, count)


def _printed(textpage: PdfTextPage, piece: str, start: int, count: int) -> Iterator[Printed]:
    text = piece.strip()
    hyphen = text.endswith(tuple(_HYPHENS))
    text = text.rstrip(_HYPHENS).rstrip() if hyphen else text
    if text:
        first = min(start + len(piece) - len(piece.lstrip()), count - 1)
        last = min(first + len(text) - 1, count - 1)
        left, base, _, top = textpage.get_charbox(first, loose=True)
        _, _, right, _ = textpage.get_charbox(last, loose=True)
        yield Printed(text, left, right, base, abs(top - base), hyphen)
