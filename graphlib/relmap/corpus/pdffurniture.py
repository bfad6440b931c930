"""The headers and footers of a PDF's pages: what stands at the edge of many of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from relmap.corpus.pdfpages import OTHER_SIZE, WIDEST_GAP, Printed

#: What a line has in common with that of another page, and its height.
Key = tuple[str, int]

# The first and last rows of a page can be its header and footer.
_EDGE = 2
# Shares of the pages, in per cent.
_MANY, _ALL = 50, 100
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


def key_of(line: Printed) -> Key:
    """Return what a header has in common from page to page: "12 | The Herald" without its number.

    Its size is part of it: the title of the first page is often the header of the others.
    """
    return " ".join(_DIGITS.sub("#", line.text).split()).casefold(), round(line.height)


def repeated(pages: Sequence[Sequence[Printed]]) -> Mapping[Key, int]:
    """Return the share of pages, in per cent, that have a line at their edge, if two have it.

    Two pages are too few to be all.
    """
    seen: Counter[Key] = Counter()
    for page in pages:
        places = (place for side in _sides(page) for row in side[:_EDGE] for place in row)
        seen.update({key_of(page[place]) for place in places})
    most = _ALL if len(pages) > 2 else _ALL - 1
    return {key: min(100 * times // len(pages), most) for key, times in seen.items() if times > 1}


def furniture(page: Sequence[Printed], shares: Mapping[Key, int]) -> set[int]:
    """Return the places of a page's headers and footers; `shares` is what `repeated` found.

    They are repeated on half of the pages, or a page's number, and stand apart from the text; or
    they are repeated on every page. The second row from outside counts if the first does.
    """
    found: set[int] = set()
    for side in _sides(page):
        second = _of_row(page, side, 1, shares, nested=False) if len(side) > 1 else set()
        first = _of_row(page, side, 0, shares, nested=bool(second)) if side else set()
        found |= first | (second if first else set())
    return found


def _of_row(
    page: Sequence[Printed],
    side: Sequence[Sequence[int]],
    depth: int,
    shares: Mapping[Key, int],
    *,
    nested: bool,
) -> set[int]:
    """Return which lines of a row are furniture; `nested` if the row further in is."""
    row, inner = side[depth], side[depth + 1] if depth + 1 < len(side) else ()
    apart = nested or not inner or _is_apart(page[row[0]], page[inner[0]])
    found = set()
    for place in row:
        share = shares.get(key_of(page[place]), 0)
        numbered = _PAGE.fullmatch(page[place].text) is not None
        if share == _ALL or (apart and (share >= _MANY or numbered)):
            found.add(place)
    return found


def _sides(page: Sequence[Printed]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the places of a page's outermost rows and one more: from the top, from the bottom.

    By where they stand on the page, for files often hold headers and footers first.
    """
    rows: list[list[int]] = []
    for place in sorted(range(len(page)), key=lambda place: -page[place].base):
        line = page[place]
        if rows and page[rows[-1][0]].base - line.base < 0.5 * max(line.height, 0.1):
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows[: _EDGE + 1], rows[::-1][: _EDGE + 1]


def _is_apart(line: Printed, inner: Printed) -> bool:
    """Tell whether a line is further from the next one than lines of a paragraph, or of other size."""
    size = max(line.height, inner.height, 0.1)
    other = abs(line.height - inner.height) > OTHER_SIZE * size
    return other or abs(line.base - inner.base) > WIDEST_GAP * size
