"""Exports of Factiva (Word, RTF, text), with field labels or without → clippings.

An article ends with its number: "Document LBA0000020230705ej75002xy". With labels each field has
two or three capitals before it: HD is the headline, SN the source, PD the day, LP and TD the
story. Without, the fields come in that order: headline, byline, "512 words", day, time, source,
its code, language, copyright; then the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from relmap.corpus import dates, headlines
from relmap.corpus.press.clippings import (
    NOT_SPLIT,
    Clipping,
    Export,
    Fields,
    clip,
    left_over,
    without_fields,
)
from relmap.corpus.press.labels import labelled
from relmap.corpus.press.rows import Row, slice_of

_END = re.compile(r"(?:AN )?Document (?=\w*\d)[A-Za-z0-9]{20,32}")
_WORDS = re.compile(r"[\d.,]+ words")
_TIME = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_LANGUAGE = re.compile(
    r"(?:English|French|German|Spanish|Italian|Portuguese|Dutch|Russian|Chinese|Japanese|Korean|"
    r"Arabic|Turkish|Polish|Swedish|Danish|Norwegian|Finnish|Czech|Hungarian|Indonesian|Malay|Thai|"
    r"Vietnamese|Hebrew|Ukrainian|Bulgarian|Romanian|Greek|Slovak|Catalan)"
    r"(?: - (?:Simplified|Traditional)| Language)?"
)
_COPYRIGHT = re.compile(r"(?:Copyright|\(c\)|©).*|.*\bAll Rights Reserved\b.*", re.IGNORECASE)
_BYLINE = re.compile(r"by\b.*", re.IGNORECASE)
# The summary of the search behind the last article, and what stands on each page.
_STANDING = re.compile(r"© \d{4} Factiva,? Inc\..*|.* © \d{4} Factiva,? Inc\..*|Page \d+ of \d+.*")
_SUMMARY = re.compile(r"Search Summary.*")
# Title, section, column and two lines of names; more is a list of contents.
_MOST_ABOVE = 6


def split(text: str, rows: Sequence[Row]) -> Export | None:
    """Return the clippings of an export of Factiva, or None if the text is none."""
    rows = [row for row in rows if not _STANDING.fullmatch(row.text)]
    segments, rest = _segments(rows)
    if not any(_starts(text, segment) for segment in segments):
        # Many numbers: an export with its fields in another language. One: a file's number.
        return Export(notice=NOT_SPLIT) if len(segments) > 1 else None
    if any(_starts(text, segment) > 1 for segment in [*segments, rest]) or _starts(text, rest):
        return Export(notice=NOT_SPLIT)
    clippings = tuple(_clipping(text, segment) for segment in segments)
    if rest and not _SUMMARY.fullmatch(rest[0].text):
        return Export(clippings, left_over(len(slice_of(text, rest))))
    return Export(clippings)


def _segments(rows: Sequence[Row]) -> tuple[list[list[Row]], list[Row]]:
    """Return the rows of each article without its last line, and those behind the last."""
    segments: list[list[Row]] = [[]]
    for row in rows:
        if not _END.fullmatch(row.text):
            segments[-1].append(row)
        elif segments[-1][-1:] and segments[-1][-1].text == "AN":  # its label, in a cell of its own
            del segments[-1][-1]
            segments.append([])
        else:
            segments.append([])
    rest = segments.pop()
    return [segment for segment in segments if segment], rest


def _starts(text: str, segment: Sequence[Row]) -> int:
    """Return how many articles begin in a segment: word counts with a day below, or headlines."""
    counts = _counts(segment)
    fields = labelled(text, segment)
    heads = [field for field in fields if field.label == "HD"]
    return len(heads) if heads else len(counts)


def _counts(segment: Sequence[Row]) -> list[int]:
    """Return the places of the word counts that have a day below them."""
    return [
        i
        for i in range(len(segment) - 1)
        if _WORDS.fullmatch(segment[i].text) and dates.parse_start(segment[i + 1].text)
    ]


def _clipping(text: str, segment: Sequence[Row]) -> Clipping:
    fields = {field.label: field for field in labelled(text, segment)}
    if "HD" in fields:
        if not {"SN", "PD"} <= set(fields) or not {"LP", "TD"} & set(fields):
            return without_fields(text, segment)
        facts = Fields(*(" ".join(fields[label].value.split()) for label in ("HD", "SN", "PD")))
        story = [fields[label].value for label in ("LP", "TD") if label in fields]
        return clip("\n\n".join(part for part in story if part), facts)
    return _unlabelled(text, segment)


def _unlabelled(text: str, segment: Sequence[Row]) -> Clipping:
    counts = _counts(segment)
    if len(counts) != 1:
        return without_fields(text, segment)
    day = counts[0] + 1
    source = day + 1
    if source < len(segment) and _TIME.fullmatch(segment[source].text):
        source += 1
    language = next(
        (i for i in range(source + 1, min(len(segment), source + 9))
         if _LANGUAGE.fullmatch(segment[i].text)), None
    )  # fmt: skip
    above = segment[: counts[0]]
    if language is None or not above or len(above) > _MOST_ABOVE:
        return without_fields(text, segment)
    story = language + 1
    while story < len(segment) and _COPYRIGHT.fullmatch(segment[story].text):
        story += 1
    title = _title(above)
    fields = Fields(title, segment[source].text, segment[day].text)
    return clip(slice_of(text, segment[story:]), fields, "" if title else slice_of(text, above))


def _title(above: Sequence[Row]) -> str:
    """Return the title among section, title and names, "" where two lines could be it."""
    byline = next((i for i, row in enumerate(above) if i and _BYLINE.fullmatch(row.text)), None)
    rest = above if byline is None else above[:byline]
    if len(rest) == 1:
        return rest[0].text
    like = [row.text for row in rest if headlines.is_headline(row.text)]
    return like[0] if len(like) == 1 else ""
