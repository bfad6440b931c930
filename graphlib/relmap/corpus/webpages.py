"""A web page → its story: the text without what stands around it, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from relmap.corpus import cells, pagebounds, pagefacts, texts
from relmap.corpus.charsets import decode_declared
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.sources import Source
from relmap.corpus.texts import too_long
from relmap.errors import InputError
from relmap.models import Article, Unread

#: A page with more bytes is not parsed: the longest stories have half a megabyte of markup.
LARGEST = 10_000_000
# "Accept cookies" is no story.
_FEWEST_LETTERS = 60
# "Please enable JavaScript to read this story and turn off your ad blocker."
_LONGEST_ASKING = 400
_ASKS = re.compile(
    r"(enable|turn on|activate|allow|requires?|needs?|without) (your browser[’']s )?java ?script\b"
    r"|java ?script (is|has been|must be|needs to be|appears to be) (disabled|enabled|required|off"
    r"|turned)",
    re.IGNORECASE,
)
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
    decoded = decode_declared(page.content, page.charset)
    text, own = _story(decoded.text, page.url)
    if len(text) > max_chars:
        raise InputError(too_long(f"{len(text):,} characters", max_chars))
    told, reasons = cells.told(own, lambda: None)
    for reason in (decoded.notice, *reasons):
        if reason:
            yield source.unread(reason, page.row)
    yield texts.article(text, source.shown, page.row, source.told, replace(told, origin="metadata"))


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
    told, _ = cells.told({"url": page.url}, lambda: None)
    yield texts.article(decoded.text, source.shown, page.row, own=replace(told, origin="metadata"))


def _story(page: str, url: str | None) -> tuple[str, cells.Cells]:
    """Return a page's story and what the page says of itself."""
    with needed("web pages"):
        from trafilatura import bare_extraction, load_html  # noqa: PLC0415  only for pages
    with unharmed("this page is broken beyond reading; save its article as plain text"):
        tree = load_html(pagebounds.shorten_tags(page))
        if tree is None:
            raise InputError("this is no web page; save the article as plain text")
        pagebounds.check_size(tree)
        own = dict(pagefacts.facts(tree, url))
        found = bare_extraction(tree, include_comments=False, include_tables=False)
    text = getattr(found, "text", None) or ""
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        raise InputError(
            "no story was found on this page (a list of links, a login, a video?); "
            "save its article as plain text if there is one"
        )
    if _ASKS.search(text) and len(text) < _LONGEST_ASKING:
        raise InputError(
            "this page only asks for JavaScript, its story is not in it; "
            "open it in a browser and save the article as plain text"
        )
    return text, own | {"url": url or own["url"]}
