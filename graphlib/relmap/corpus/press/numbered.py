"""Text exports of LexisNexis ("3 of 100 DOCUMENTS" above each article) → clippings.

Below that line stand the outlet, the day with the edition, the title, fields in capitals
("BYLINE:", "LENGTH:"), the story, more fields ("LOAD-DATE:", "LANGUAGE:") and the copyright;
blank lines between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from relmap.corpus import dates
from relmap.corpus.press.clippings import (
    NOT_SPLIT,
    Clipping,
    Export,
    Fields,
    clip,
    without_fields,
)
from relmap.corpus.press.rows import Row, blocks_of, slice_of

_START = re.compile(r"(\d+) of (\d+) DOCUMENTS?")
_LENGTH = re.compile(r"LENGTH: ?[\d.,]+ words?")
_ABOVE = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|COLUMN|TYPE|EDITION|SOURCE|HEADLINE): .*"
)
_ONE_ROW = re.compile(rf"{_LENGTH.pattern}|DATELINE: .*")
_HEADLINE = re.compile(r"HEADLINE: (.+)")
_BELOW = re.compile(
    r"(?:GRAPHIC|LOAD-DATE|UPDATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|DOCUMENT-TYPE|URL|SUBJECT|"
    r"DISTRIBUTION|ACC-NO|CORRECTION-DATE|PERSON|COMPANY|ORGANIZATION|GEOGRAPHIC|INDUSTRY): ?.*"
)
_COPYRIGHT = re.compile(r"Copyright (?:\(c\) )?\d{4}\b.*|All Rights Reserved", re.IGNORECASE)
_EDITION = re.compile(r".*\bEditions?\b.*", re.IGNORECASE)


def split(text: str, rows: Sequence[Row]) -> Export | None:
    """Return the clippings of an export of LexisNexis, or None if the text is none."""
    starts = [(i, match) for i, row in enumerate(rows) if (match := _START.fullmatch(row.text))]
    if not starts:
        return None
    numbers = [int(match[1]) for _, match in starts]
    totals = {match[2] for _, match in starts}
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))) or len(totals) > 1:
        return Export(notice=NOT_SPLIT)
    ends = [i for i, _ in starts[1:]] + [len(rows)]
    segments = [rows[i + 1 : end] for (i, _), end in zip(starts, ends, strict=True)]
    if any(sum(_is_length(row) for row in segment) > 1 for segment in segments):
        return Export(notice=NOT_SPLIT)
    return Export(tuple(_clipping(text, segment) for segment in segments))


def _is_length(row: Row) -> bool:
    return _LENGTH.fullmatch(row.text) is not None


def _clipping(text: str, segment: Sequence[Row]) -> Clipping:
    blocks = [b for b in blocks_of(text, segment) if not _COPYRIGHT.fullmatch(b[0].text)]
    blocks = [piece for block in blocks for piece in _apart(block)]
    length = next((i for i, block in enumerate(blocks) if any(map(_is_length, block))), None)
    day = next((i for i in range(1, length or 0) if dates.parse_start(blocks[i][0].text)), None)
    if length is None or day is None or len(blocks[day - 1]) > 1:
        return without_fields(text, segment)
    titles = [block for block in blocks[day + 1 : length] if not _ABOVE.fullmatch(block[0].text)]
    if titles and _EDITION.fullmatch(titles[0][0].text) and len(titles) > 1:
        del titles[0]
    fields = Fields(_title(titles, blocks[:length]), blocks[day - 1][0].text, blocks[day][0].text)
    return clip(_story(text, blocks[length + 1 :]), fields)


def _apart(block: Sequence[Row]) -> list[list[Row]]:
    """Return a block with each field of one row by itself: a story may begin right below it."""
    pieces: list[list[Row]] = []
    alone = True
    for row in block:
        is_field = _ONE_ROW.fullmatch(row.text) is not None
        if is_field or alone:
            pieces.append([])
        pieces[-1].append(row)
        alone = is_field
    return pieces


def _title(titles: Sequence[Sequence[Row]], blocks: Sequence[Sequence[Row]]) -> str:
    """Return the title, whose lines are one; a field tells it where there is one."""
    for block in blocks:
        named = _HEADLINE.fullmatch(" ".join(row.text for row in block))
        if named:
            return named[1]
    return " ".join(row.text for row in titles[0]) if titles else ""


def _story(text: str, blocks: Sequence[Sequence[Row]]) -> str:
    """Return the text between the fields above the story and those below it.

    In a short item "DATELINE: BERLIN" stands below the story: fields between are left out.
    """
    first = next((i for i, b in enumerate(blocks) if not _ABOVE.fullmatch(b[0].text)), len(blocks))
    below = (i for i in range(first, len(blocks)) if _BELOW.fullmatch(blocks[i][0].text))
    runs: list[list[Row]] = [[]]
    for block in blocks[first : next(below, len(blocks))]:
        if _ABOVE.fullmatch(block[0].text):
            runs.append([])
        else:
            runs[-1].extend(block)
    return "\n\n".join(slice_of(text, run) for run in runs if run)
