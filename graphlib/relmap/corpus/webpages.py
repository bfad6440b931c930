"""A web page → its story: the text without what stands around it, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from relmap.corpus import (
    cells,
    pagearticles,
    pageblocks,
    pagebounds,
    pagefacts,
    pagelines,
    pagetables,
    texts,
)
from relmap.corpus.charsets import decode_declared
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.signatures import check_ending
from relmap.corpus.sources import NOTHING, Source, Told
from relmap.corpus.texts import too_long
from relmap.errors import EmptyError, InputError
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
    r"|turned)"
    r"|(disable|turn off|switch off|deactivate|pause|allow(list)?|whitelist) [\w’' ]{0,40}"
    r"\bad[ -]?block(er|ers|ing)?\b|ad[ -]?block(er|ing)? (is |has been )?(detected|enabled|on)\b",
    re.IGNORECASE,
)
# Of a page that calls itself a list less has to be teasers than of one that says nothing.
_MOST_TEASERS = {"": 0.5, "list": 1 / 3}
#: Said of a page with a table in its story.
TABLES = "a table in its story is not read; save it as text if it matters"
_LIST = (
    "this page is a list of other stories (a home page or a section); "
    "save the pages of the stories themselves"
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
    check_ending(page.content, ".html")
    decoded = decode_declared(page.content, page.charset)
    if decoded.notice:
        yield source.unread(decoded.notice, page.row)
    first, *others = _stories(decoded.text, page.url)
    if len(first.text) > max_chars:
        raise InputError(too_long(f"{len(first.text):,} characters", max_chars))
    if first.tables:
        yield source.unread(TABLES, page.row)
    yield from _article(replace(first, row=page.row), source, source.told, max_chars)
    if len(others) >= pagearticles.MOST_STORIES:
        yield source.unread(
            f"of this page only {pagearticles.MOST_STORIES} stories are read", page.row
        )
    for place, other in enumerate(others, start=2):
        found = replace(other, row=place if page.row is None else page.row)
        yield from _article(found, source, NOTHING, max_chars)


def _article(
    found: _Found, source: Source, told: Told, max_chars: int
) -> Iterator[Article | Unread]:
    if len(found.text) > max_chars:
        yield source.unread(too_long(f"{len(found.text):,} characters", max_chars), found.row)
        return
    own, reasons = cells.told(found.cells)
    for reason in reasons:
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A story on a page: its text, what the page says of it, and in which languages it may be."""

    text: str
    cells: cells.Cells
    languages: tuple[str, ...] = ()
    row: int | None = None
    tables: int = 0


def _stories(page: str, url: str | None) -> list[_Found]:
    """Return a page's story, and behind it the further ones that stand in articles of their own."""
    with needed("web pages"):
        from trafilatura import load_html  # noqa: PLC0415  only for pages
    with unharmed("this page is broken beyond reading; save its article as plain text"):
        tree = load_html(pagebounds.shorten_tags(page))
        if tree is None:
            raise InputError("this is no web page; save the article as plain text")
        pagebounds.check_size(tree)
        facts = pagefacts.facts(tree, url)
        text = _extracted(tree)
        _check_story(tree, text, facts.kind)
        elements = pagearticles.candidates(tree)
        text, told = _own(tree, elements, text, facts)
        own = _Found(
            text,
            {**told, "url": url or facts.cells["url"]},
            facts.languages,
            tables=pagetables.count_tables(tree, text),
        )
        return [own, *_further(tree, elements, own)]


def _extracted(tree: Any) -> str:
    """Return the text of the story of a page (an lxml tree), "" where none is found."""
    from trafilatura import bare_extraction  # noqa: PLC0415  only for pages

    found = bare_extraction(tree, include_comments=False, include_tables=False)
    return pagelines.unglued(tree, getattr(found, "text", None) or "")


def _check_story(tree: Any, text: str, kind: str) -> None:
    """Refuse what is no story.

    Raises:
        InputError: it is too short, or asks for something.
        EmptyError: it is a list of other stories.
    """
    if _letters(text) < _FEWEST_LETTERS:
        raise InputError(
            "no story was found on this page (a list of links, a login, a video?); "
            "save its article as plain text if there is one"
        )
    if _ASKS.search(text) and len(text) < _LONGEST_ASKING:
        raise InputError(
            "this page only asks for JavaScript or to see advertisements, its story is not in it; "
            "open it in a browser and save the article as plain text"
        )
    if kind != "story" and pageblocks.linked_share(tree, text) > _MOST_TEASERS[kind]:
        raise EmptyError(_LIST)


def _own(
    tree: Any, elements: Sequence[Any], text: str, facts: pagefacts.Facts
) -> tuple[str, cells.Cells]:
    """Return what of the text found is the story that the page is about, and what is told of it.

    `elements` are the articles of the page that could be stories. The entries of a live blog stay
    together, and so does a story with its boxes or chapters; of the posts of a blog the page's own
    fields tell nothing.
    """
    held = [element for element in elements if pagearticles.is_held(element, text)]
    if not pagearticles.are_all(held, text):
        return text, facts.cells
    title = facts.cells["title"]
    own = pagearticles.own(elements, title if isinstance(title, str) else None)
    if len(held) > 1 and facts.kind == "story" and not pagearticles.are_separate(held):
        return text, facts.cells
    told = facts.cells
    if own is None and held:
        own = held[0]
        if facts.kind != "story":
            told = pagefacts.facts_within(tree, own, pagearticles.headline(own))
    if own is None or held == [own]:
        return text, told
    alone = _extracted(pagearticles.alone(own))
    return (alone, told) if _letters(alone) >= _FEWEST_LETTERS else (text, facts.cells)


def _further(tree: Any, elements: Sequence[Any], own: _Found) -> Iterator[_Found]:
    """Yield the stories of a page that its own text does not hold."""
    read = [own.text]
    for element in elements:
        if any(pagearticles.is_held(element, text) for text in read):
            continue
        alone = pagearticles.alone(element)
        text = _extracted(alone)
        if _letters(text) < _FEWEST_LETTERS:
            continue
        if pageblocks.linked_share(alone, text) > _MOST_TEASERS[""]:
            continue
        read.append(text)
        title = pagearticles.headline(element)
        yield _Found(text, pagefacts.facts_within(tree, element, title), own.languages)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
