"""A web page → its story: the text without what stands around it, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from relmap.corpus import cells, pageparts, texts
from relmap.corpus.charsets import decode_declared
from relmap.corpus.pageparts import Found
from relmap.corpus.signatures import check_ending
from relmap.corpus.sources import NOTHING, Source, Told
from relmap.corpus.texts import too_long
from relmap.errors import InputError
from relmap.models import Article, Unread

#: A page with more bytes is not parsed: the longest stories have half a megabyte of markup.
LARGEST = 10_000_000
#: Said of a page with a table in its story.
TABLES = "a table in its story is not read; save it as text if it matters"
# "robots.txt" and its like, which every crawl holds, are written for programs.
_FOR_PROGRAMS = re.compile(
    r"[^?#]*/(robots|ads|app-ads|sellers|security|humans|llms|llms-full)\.txt([?#].*)?\Z",
    re.IGNORECASE,
)
_RULES = re.compile(r"\s*(#[^\n]*\n\s*)*(user-agent|disallow|sitemap)\s*:", re.IGNORECASE)


def read_page(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the story of a .html file.

    Raises:
        InputError: it is too large, no page, without a story, or the library is missing.
        OSError: it cannot be opened.
    """
    with source.open() as stream:
        content = stream.read(LARGEST + 1)
    yield from read_story(source, Page(content), max_chars)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes, what came beside them, and the row where they stand in a larger file."""

    content: bytes
    charset: str | None = None
    url: str | None = None
    row: int | None = None


def read_story(source: Source, page: Page, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the story of a page.

    Raises:
        InputError: as `read_page`.
    """
    if len(page.content) > LARGEST:
        raise InputError(
            f"this page is larger than {LARGEST / 1e6:.0f} MB; save its article as plain text"
        )
    check_ending(page.content, ".html")
    decoded = decode_declared(page.content, page.charset)
    if decoded.notice:
        yield source.unread(decoded.notice, page.row)
    first, *others = pageparts.stories(decoded.text, page.url)
    if len(first.text) > max_chars:
        raise InputError(too_long(f"{len(first.text):,} characters", max_chars))
    if first.tables:
        yield source.unread(TABLES, page.row)
    yield from _article(replace(first, row=page.row), source, source.told, max_chars)
    for place, other in enumerate(others, start=2):
        found = replace(other, row=place if page.row is None else page.row)
        yield from _article(found, source, NOTHING, max_chars)


def _article(
    found: Found, source: Source, told: Told, max_chars: int
) -> Iterator[Article | Unread]:
    if len(found.text) > max_chars:
        yield source.unread(too_long(f"{len(found.text):,} characters", max_chars), found.row)
        return
    own, reasons = cells.told(found.cells)
    for reason in (*found.notices, *reasons):
        yield source.unread(reason, found.row)
    own = replace(own, origin="metadata", declared=found.languages)
    yield texts.article(found.text, source.shown, found.row, told, own)


def read_plain(source: Source, page: Page, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the article that plain text from an address is.

    Raises:
        InputError: it is too large, blank, not a text, or written for programs.
    """
    decoded = decode_declared(page.content[: 4 * max_chars + 4], page.charset)
    if _FOR_PROGRAMS.match(page.url or "") or _RULES.match(decoded.text[:2_000]):
        raise InputError("this is no article but a file for programs, such as robots.txt")
    if len(decoded.text) > max_chars:
        raise InputError(too_long(f"{len(page.content) / 1e6:,.1f} MB", max_chars))
    if decoded.notice:
        yield source.unread(decoded.notice, page.row)
    told, _ = cells.told({"url": page.url})
    yield texts.article(decoded.text, source.shown, page.row, own=replace(told, origin="metadata"))
