"""A page of a PDF → its lines as printed, each with its place on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

#: In heights of a line: how far apart the lines of a paragraph are at most, and by how much sizes of
#: letters differ that are not the same.
WIDEST_GAP, OTHER_SIZE = 1.9, 0.15

# The library writes U+FFFE for a hyphen at the end of a line, and no line end behind it.
_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\r\n\x02\ufffe]")
_SPACE = re.compile(r"[ \t\xa0]+")
# In heights of a line: wider than most gaps between words, by how much those of a justified line
# differ, and the widest that a justified line of two words has.
_CELL_GAP, _OTHER_GAP, _WIDEST_WORD_GAP = 1.5, 0.15, 8
# So many lines of a column that end together show that it is justified.
_JUSTIFIED = 2
# "A meeting", "I am", "O Lord": no one can tell whether a large initial is a word.
_WORDS_OF_ONE, _MOST_INITIALS = "AIO", 30
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


class _Gap(NamedTuple):
    """White within a line: the place of the character behind it; its width in points and heights."""

    after: int
    width: float
    heights: float


class _Row(NamedTuple):
    """A line of the page before it is cut into cells."""

    match: re.Match[str]
    left: int
    right: int
    gaps: Sequence[_Gap]


def lines_of(page: PdfPage) -> list[Printed]:
    """Return the lines of a page in the order in which the file has them."""
    textpage = page.get_textpage()
    try:
        return with_initials(list(_lines(textpage)))
    finally:
        textpage.close()


def with_initials(page: Sequence[Printed]) -> list[Printed]:
    """Return the lines of a page, each large initial put before the word that it begins."""
    lines = list(page)
    initials = [line for line in page if line.text.isupper() and len(line.text) == 1]
    for initial in initials if len(initials) <= _MOST_INITIALS else ():
        if initial.text in _WORDS_OF_ONE:
            continue
        beside = [
            place
            for place, line in enumerate(lines)
            if line.text[:1].islower()
            and 2 * line.height < initial.height
            and abs(line.left - initial.right) < line.height
            and -line.height < line.base - initial.base < initial.height
        ]
        if beside:
            first = max(beside, key=lambda place: lines[place].base)
            lines[first] = lines[first]._replace(text=initial.text + lines[first].text)
            lines.remove(initial)
    return lines


def _lines(textpage: PdfTextPage) -> Iterator[Printed]:
    count = textpage.count_chars()
    if count <= 0:
        return
    found = _LINE.finditer(textpage.get_text_range())
    rows = [_row(textpage, match, count) for match in found if match[0].strip()]
    # Where lines of words end: ragged lines of a column do not end together, justified ones do.
    words = [row for row in rows if len(row.gaps) > 1 and not any(map(_is_wide, row.gaps))]
    ends = Counter(row.right for row in words)
    sides = Counter((row.left, row.right) for row in words)
    for row in rows:
        cuts = [] if _is_justified(row, ends, sides) else filter(_is_wide, row.gaps)
        start = row.match.start()
        for gap in cuts:
            yield from _printed(textpage, row.match.string[start : gap.after], start, count)
            start = gap.after
        yield from _printed(textpage, row.match.string[start : row.match.end()], start, count)


def _row(textpage: PdfTextPage, line: re.Match[str], count: int) -> _Row:
    gaps = []
    for space in _SPACE.finditer(line[0]):
        before, after = line.start() + space.start() - 1, line.start() + space.end()
        if before < line.start() or after >= min(line.end(), count):
            continue
        _, base, right, top = textpage.get_charbox(before, loose=True)
        width = textpage.get_charbox(after, loose=True)[0] - right
        gaps.append(_Gap(after, width, width / max(abs(top - base), 0.1)))
    whole = line[0].rstrip("".join((*_HYPHENS, " \t\xa0")))
    first = line.start() + len(line[0]) - len(line[0].lstrip())
    last = line.start() + max(len(whole) - 1, 0)
    left = textpage.get_charbox(min(first, count - 1), loose=True)[0]
    return _Row(
        line, round(left), round(textpage.get_charbox(min(last, count - 1), loose=True)[2]), gaps
    )


def _is_wide(gap: _Gap) -> bool:
    """Tell whether a gap is as wide as those between the cells of a table."""
    return gap.heights > _CELL_GAP


def _is_justified(row: _Row, ends: Counter[int], sides: Counter[tuple[int, int]]) -> bool:
    """Tell whether wide gaps only stretch a line to its column's edge: all are about the same.

    A line of two words has one gap, so both of its ends must be those of the column.
    """
    if not row.gaps:
        return False
    widest = max(row.gaps, key=lambda gap: gap.width)
    if len(row.gaps) == 1:
        near = product(
            (row.left - 1, row.left, row.left + 1), (row.right - 1, row.right, row.right + 1)
        )
        return sum(sides[both] for both in near) >= _JUSTIFIED and widest.heights < _WIDEST_WORD_GAP
    height = widest.width / max(widest.heights, 0.1)
    equal = widest.width - min(gap.width for gap in row.gaps) < _OTHER_GAP * max(height, 0.1)
    return equal and sum(ends[row.right + off] for off in (-1, 0, 1)) >= _JUSTIFIED


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
