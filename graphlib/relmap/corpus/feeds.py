"""A feed as it was saved, RSS or Atom → one article per entry, with what the feed says of it.

What feeds carry is often only a teaser of the story behind the link: it is an article all the
same, and the link is never followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from relmap.corpus import cells, languages, texts
from relmap.corpus.charsets import decode_declared
from relmap.corpus.decoding import clean, is_blank
from relmap.corpus.feedtitles import outlet_of
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.markup import text_of, without_markup
from relmap.corpus.pagebounds import shorten_tags
from relmap.corpus.sources import Source
from relmap.corpus.texts import too_long
from relmap.errors import InputError
from relmap.models import Article, Unread

#: A larger feed is not parsed.
LARGEST = 10_000_000
_CUT = "this feed ends {}; save it anew"
# Names of tags, with the prefix that they may have.
_END = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
# What feedparser calls "updated" is the day of publication only where it is a `dc:date`.
_CHANGED = re.compile(r"<(?:\w{1,20}:)?(?:updated|modified)[\s>]", re.IGNORECASE)
# What a picture shows is told apart: feedparser would take it for one more text of the entry.
_MEDIA = re.compile(r"\sxmlns:(\w{1,20})\s{0,9}=\s{0,9}[\"']http://search\.yahoo\.com/mrss/?[\"']")
_CAPTION = "media_caption"
# A summary that is hardly longer is the content on one line, with "The post appeared first on …".
_LONGER = 1.5
_DATES = ("published", "created", "updated")
# The text is encoded anew, whatever the feed itself declares.
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed says of itself, and the fields of its entries that may hold their day.

    `has_texts` says that entries have texts of their own, and not only those of their pictures.
    """

    channel: Mapping[str, Any]
    dates: tuple[str, ...]
    has_texts: bool


def read_feed(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the entries of a feed; the row is the entry's place in it.

    Raises:
        InputError: it is too large, no feed, or the library is missing.
        OSError: it cannot be opened.
    """
    with source.open() as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError(f"this feed is larger than {LARGEST / 1e6:.0f} MB; save it in parts")
    decoded = decode_declared(content)
    if decoded.notice:
        yield source.unread(decoded.notice)
    parsed = _parsed(decoded.text)
    cut = _is_cut(decoded.text)
    dates = _DATES[: 2 if _CHANGED.search(decoded.text) else 3]
    has_texts = any(_text(entry) for entry in parsed.entries)
    feed = _Feed(parsed.feed, dates, has_texts)
    for row, entry in enumerate(parsed.entries, start=1):
        if row == len(parsed.entries) and cut == "entry":
            yield source.unread(_CUT.format("within this entry, which is not read"), row)
        else:
            yield from _article(source, row, entry, feed, max_chars)
    if cut == "feed":
        yield source.unread(_CUT.format("in the middle"))


def _is_cut(text: str) -> str:
    """Return "" for a feed that is whole, else what was not saved to its end: "feed" or "entry"."""
    if _END.search(text):
        return ""
    opened = max((match.start() for match in _ENTRY.finditer(text)), default=-1)
    closed = max((match.start() for match in _ENTRY_END.finditer(text)), default=-1)
    return "entry" if opened > closed else "feed"


def _parsed(text: str) -> Any:
    with needed("feeds"):
        import feedparser  # noqa: PLC0415  only for feeds
    with unharmed("this feed is broken beyond reading; save it anew"):
        # Never the bytes themselves: feedparser takes bytes for the name of a file and opens it.
        feed = feedparser.parse(
            BytesIO(_with_captions(shorten_tags(text, xml=True)).encode()),
            response_headers=_HEADERS,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    if not feed.entries and not feed.get("version"):
        raise InputError(
            "this is no feed (RSS or Atom), and other XML is not read; save the articles as text"
        )
    return feed


def _with_captions(text: str) -> str:
    """Return a feed with each `<media:description>` as a `<media:caption>`, by whatever prefix."""
    prefixes = "|".join(sorted({"media", *_MEDIA.findall(text)}))
    tag = re.compile(rf"<(/?)({prefixes}):description(?=[\s/>])[^<>]*?(/?)>", re.IGNORECASE)
    return tag.sub(r"<\1\2:caption\3>", text)


def _article(
    source: Source, row: int, entry: Mapping[str, Any], feed: _Feed, max_chars: int
) -> Iterator[Article | Unread]:
    title = _plain(entry, "title")
    # A feed of films or photographs tells its stories nowhere else.
    others = (title, _caption(entry)) if feed.has_texts else (_caption(entry), title)
    text = _text(entry) or others[0] or others[1]
    if text is None:
        yield source.unread("this entry has neither a text nor a title; leave it out", row)
        return
    if len(text) > max_chars:
        yield source.unread(too_long(f"{len(text):,} characters", max_chars), row)
        return
    told, reasons = cells.told(
        {
            "title": title,
            # Never when it was last touched: an old story with a word mended is no news.
            "date": next((entry.get(name) for name in feed.dates if entry.get(name)), None),
            # An aggregator names each story's own: <source url="…">Reuters</source>.
            "outlet": _plain(_mapping(entry.get("source")), "title")
            or outlet_of(_plain(feed.channel, "title")),
            "url": entry.get("link"),
        }
    )
    for reason in reasons:
        yield source.unread(reason, row)
    yield texts.article(
        text,
        source.shown,
        row,
        own=replace(told, origin="metadata", declared=_declared(entry, feed)),
    )


def _declared(entry: Mapping[str, Any], feed: _Feed) -> tuple[str, ...]:
    """Return the codes of the languages that an entry and its feed declare, sorted."""
    details = [
        *(entry.get("content") or ()),
        entry.get("summary_detail"),
        entry.get("title_detail"),
    ]
    held = [entry, feed.channel, *map(_mapping, details)]
    names = [str(name) for one in held if (name := one.get("language"))]
    return tuple(sorted({languages.code_of(name) for name in names} - {""}))


def _text(entry: Mapping[str, Any]) -> str | None:
    """Return the longest of an entry's contents and its summary as plain text.

    The contents may be no more than "Read more", or what a picture shows.
    """
    contents = [_shown(_mapping(detail)) for detail in entry.get("content") or ()]
    text, summary = (
        max(contents, key=len, default=""),
        _shown(_mapping(entry.get("summary_detail"))),
    )
    text = summary if len(summary) > _LONGER * len(text) else text
    return None if is_blank(text) else text


def _caption(entry: Mapping[str, Any]) -> str | None:
    text = _shown({"value": entry.get(_CAPTION)})
    return None if is_blank(text) else text


def _plain(held: Mapping[str, Any], name: str) -> str | None:
    text = _shown(_mapping(held.get(f"{name}_detail"))) or text_of(str(held.get(name) or ""))
    return " ".join(text.split()) or None


def _shown(detail: Mapping[str, Any]) -> str:
    value = str(detail.get("value") or "")
    if detail.get("type") == "text/plain":
        return clean(value).strip()
    # Escaped once more than it should be, the text itself is a piece of HTML.
    return text_of(value) if "<" in value else without_markup(text_of(value))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
