"""Exports of Nexis Uni and Nexis Advance (Word, RTF, text) → clippings.

A cover with the list of documents may come first. An article is title, outlet, day, copyright,
fields ("Section:", "Length:", "Byline:"), a line "Body", the story, perhaps "Graphic" with its
captions, "Classification" with more fields, "Load-Date:", and a line "End of Document".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from relmap.corpus import dates
from relmap.corpus.press.clippings import (
    NO_BODY,
    NOT_SPLIT,
    Clipping,
    Export,
    Fields,
    clip,
    counted,
    left_over,
    without_fields,
)
from relmap.corpus.press.rows import Row, slice_of

_END = re.compile(r"End of Document", re.IGNORECASE)
_BODY = re.compile(r"Body")
_LENGTH = re.compile(r"Length: ?[\d.,]+ words?")
_LOADED = re.compile(r"Load-Date:.*")
_FIELD = re.compile(
    r"(?:Section|Length|Byline|Dateline|Highlight|Series|Column|Edition|Type|Distribution|Source):.*"
)
# A caption names who took the picture, or is short; a story does not go on behind the captions.
_PICTURE = re.compile(
    r"\b(?:photo(?:s|graph|grapher)?|pictured?|captions?|credit|illustration|getty|reuters|afp)\b"
    r"|\b(?:left|right|cent(?:er|re))[,;:)]",
    re.IGNORECASE,
)
_CAPTION = 60
_COPYRIGHT = re.compile(r"(?:Copyright|\(c\)|©) .*|.*\bAll Rights Reserved\b.*", re.IGNORECASE)
_COVER = re.compile(r"(?:Date and Time|Job Number|Client/Matter|Search Type):.*")
_DOCUMENTS = re.compile(r"Documents? ?\((\d+)\)")
_LISTED = re.compile(r"1\.(?: (?P<title>.+))?")


def split(text: str, rows: Sequence[Row]) -> Export | None:
    """Return the clippings of an export of Nexis Uni, or None if the text is none."""
    if not _is_export(rows):
        return None
    segments, rest = _segments(rows)
    if not segments or any(_is_several(segment) for segment in segments):
        return Export(notice=NOT_SPLIT)
    said = next((match for row in rows if (match := _DOCUMENTS.fullmatch(row.text))), None)
    segments[0] = _without_cover(segments[0])
    clippings = tuple(_clipping(text, segment) for segment in segments)
    notices = [
        counted(len(clippings), int(said[1])) if said else "",
        left_over(len(slice_of(text, rest))) if rest else "",
    ]
    return Export(clippings, "; ".join(notice for notice in notices if notice))


def _is_export(rows: Sequence[Row]) -> bool:
    """Tell whether at least two kinds of the standing lines are there, among them an end."""
    kinds = (_BODY, _LENGTH, _LOADED)
    found = sum(any(kind.fullmatch(row.text) for row in rows) for kind in kinds)
    ended = any(_END.fullmatch(row.text) for row in rows)
    return found >= 2 or (found == 1 and ended)


def _segments(rows: Sequence[Row]) -> tuple[list[list[Row]], list[Row]]:
    """Return the rows of each article, and those behind the last that are no article."""
    segments: list[list[Row]] = [[]]
    for row in rows:
        if _END.fullmatch(row.text):
            segments.append([])
        else:
            segments[-1].append(row)
    rest = segments.pop()
    if any(_BODY.fullmatch(row.text) for row in rest):  # cut off before its last line
        return [*segments, rest], []
    return [segment for segment in segments if segment], rest


def _is_several(segment: Sequence[Row]) -> bool:
    """Tell whether a line "End of Document" is missing between two articles."""
    return any(sum(kind.fullmatch(row.text) is not None for row in segment) > 1
               for kind in (_LENGTH, _LOADED))  # fmt: skip


def _without_cover(segment: list[Row]) -> list[Row]:
    """Return the first article's rows without the list of documents before them.

    The list's first title is the article's: it begins where that stands for the last time.
    """
    body = next((i for i, row in enumerate(segment) if _BODY.fullmatch(row.text)), len(segment))
    if not any(_COVER.fullmatch(row.text) for row in segment[:body]):
        return segment
    listed = next((i for i in range(body) if _LISTED.fullmatch(segment[i].text)), None)
    if listed is not None:
        entry = _LISTED.fullmatch(segment[listed].text)
        title = (entry and entry["title"]) or segment[listed + 1].text
        again = [i for i in range(listed + 2, body) if _same(segment[i].text, title)]
        if again:
            return segment[again[-1] :]
    day = next((i for i in reversed(range(2, body)) if dates.parse_start(segment[i].text)), None)
    return segment if day is None else segment[day - 2 :]


def _same(line: str, title: str) -> bool:
    return line.casefold().rstrip(" .…") == title.casefold().rstrip(" .…")


def _clipping(text: str, segment: Sequence[Row]) -> Clipping:
    body = next((i for i, row in enumerate(segment) if _BODY.fullmatch(row.text)), None)
    head = _head(segment if body is None else segment[:body])
    if head is None:
        return without_fields(text, segment)
    start = _behind_fields(segment, head) if body is None else body + 1
    story = _story(segment[start:])
    fields = Fields(segment[0].text, segment[head - 1].text, segment[head].text)
    # A second line of the title, or a subtitle, is part of the article.
    clipping = clip(slice_of(text, story), fields, slice_of(text, segment[1 : head - 1]))
    if body is None and clipping.text:
        notices = (NO_BODY, clipping.notice)
        return replace(clipping, notice="; ".join(notice for notice in notices if notice))
    return clipping


def _behind_fields(segment: Sequence[Row], head: int) -> int:
    """Return the place behind the fields above a story that no line "Body" begins."""
    place = head + 1
    while place < len(segment) and (
        _FIELD.fullmatch(segment[place].text) or _COPYRIGHT.fullmatch(segment[place].text)
    ):
        place += 1
    return place


def _head(rows: Sequence[Row]) -> int | None:
    """Return the place of the row with the day: behind title and outlet, before the copyright."""
    limit = next((i for i, row in enumerate(rows) if _LENGTH.fullmatch(row.text)), len(rows))
    for place in range(2, min(limit, 8)):
        if dates.parse_start(rows[place].text):
            return place
    # "11. Januar 2010 Montag": not understood, but what it is shows its place.
    if limit > 3 and _COPYRIGHT.fullmatch(rows[3].text):
        return 2
    return None


def _is_caption(row: Row) -> bool:
    return len(row.text) <= _CAPTION or _PICTURE.search(row.text) is not None


def _story(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows before the fields behind the story, and before the captions of pictures."""
    places = {kind: [i for i, row in enumerate(rows) if row.text == kind]
              for kind in ("Classification", "Graphic")}  # fmt: skip
    loaded = [i for i, row in enumerate(rows) if _LOADED.fullmatch(row.text)]
    end = min([*places["Classification"][-1:], *loaded, len(rows)])
    captions = [
        i for i in places["Graphic"] if i < end and all(map(_is_caption, rows[i + 1 : end]))
    ]
    return rows[: captions[-1] if captions else end]
