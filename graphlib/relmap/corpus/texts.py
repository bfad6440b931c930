"""One article's text → Article: title, day and outlet from what is told, else from the text.

What a table tells wins, then what the file's own fields tell. Else a headline-shaped first line is the title, a full date in the
dateline the day, and the outlet comes from the dateline's credit or the byline; a date at the
start of a file's name is the last resort for the day. What nothing tells stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import PurePath

from relmap.corpus import bylines, datelines, dates, headlines, languages
from relmap.corpus.lines import lines
from relmap.corpus.sources import NOTHING, Told
from relmap.models import Article, Line, Origin

# A dateline or byline stands at the top; a later "(AP) —" belongs to another item.
_TOP = 8
# "20110412.html": a page is saved under the end of its address, and there a number counts stories.
_NUMBERED_PAGE = re.compile(r"\d+\.(html?|xhtml)", re.IGNORECASE)
_FILE_DATE = re.compile(r"((?:18|19|20|21)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def article(
    text: str, path: str, row: int | None = None, told: Told = NOTHING, own: Told = NOTHING
) -> Article:
    """Return the article that `text` is; offsets of everything later point into `text`.

    `told` is what a table says of it, `own` what its file's fields say, such as a page's metadata.
    """
    top = _top(text)
    tellers = (told, own)
    title, title_source = _title(text, top, tellers)
    day, day_source = _day(text, path if row is None else None, top, tellers)
    outlet, outlet_source = _outlet(text, top, tellers)
    found = Article(
        article_id=told.article_id or own.article_id or "",
        text=text,
        path=path,
        row=row,
        title=title,
        title_source=title_source,
        date=day,
        date_source=day_source,
        outlet=outlet,
        outlet_source=outlet_source,
        url=told.url or own.url,
        language=told.language or own.language or languages.detect(text, own.declared),
    )
    return found if found.article_id else replace(found, article_id=identify(found))


def identify(article: Article) -> str:
    """Return 12 hexadecimal digits that stand for an article's content, the same everywhere.

    The language is left out: another detector must not make another article.
    """
    digest = blake2b(digest_size=6)
    day = article.date.isoformat() if article.date else None
    for part in (article.title, article.text, day, article.outlet, article.url):
        # The length in front keeps ("ab", "c") and ("a", "bc") apart; None differs from "".
        digest.update(b"-" if part is None else f"{len(part)}:{part}".encode())
    return digest.hexdigest()


def too_long(size: str, max_chars: int) -> str:
    """Return the reason why a text of `size` is not read as one article."""
    return (
        f"this text is too long for one article ({size}; at most {max_chars:,} characters); "
        "split it into one file or row per article"
    )


def _top(text: str) -> tuple[Line, ...]:
    """Return the article's first lines, from its first stretch of text only, which is quick."""
    return lines(text[:20_000])[:_TOP]


def _title(text: str, top: Sequence[Line], tellers: Sequence[Told]) -> tuple[str | None, Origin]:
    for told in tellers:
        if told.title:
            return told.title, told.origin
    if top and top[0].role == "heading":
        line = text[top[0].start : top[0].end]
        behind = max((line.end - line.start for line in top[1:]), default=0)
        if headlines.is_headline(line) and behind > len(line):
            return " ".join(line.split()), "headline"
    return None, "unknown"


def _day(
    text: str, path: str | None, top: Sequence[Line], tellers: Sequence[Told]
) -> tuple[date | None, Origin]:
    for told in tellers:
        if told.date:
            return told.date, told.origin
    for dateline in _datelines(text, top):
        if dateline.date:
            return dateline.date, "dateline"
    name = PurePath(path).name if path else ""
    named = None if _NUMBERED_PAGE.fullmatch(name) else _FILE_DATE.match(name)
    day = dates.parse("-".join(named.group(1, 3, 4))) if named else None
    return (day, "file name") if day else (None, "unknown")


def _outlet(text: str, top: Sequence[Line], tellers: Sequence[Told]) -> tuple[str | None, Origin]:
    for told in tellers:
        if told.outlet:
            return told.outlet, told.origin
    credited = [dateline.outlet for dateline in _datelines(text, top) if dateline.outlet]
    publisher = next((credit for credit in credited if credit.kind == "outlet"), None)
    if publisher:
        return publisher.name, "dateline"
    for name in _byline_outlets(text, top):
        return name, "byline"
    return (credited[0].name, "dateline") if credited else (None, "unknown")


def _datelines(text: str, top: Sequence[Line]) -> list[datelines.Dateline]:
    found = (datelines.find(text, line.start) for line in top if line.role == "dateline")
    return [dateline for dateline in found if dateline is not None][:1]


def _byline_outlets(text: str, top: Sequence[Line]) -> list[str]:
    found = (bylines.find(text[line.start : line.end]) for line in top if line.role == "byline")
    return [byline.outlet for byline in found if byline is not None and byline.outlet]
