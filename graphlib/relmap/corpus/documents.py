"""A document's text → its article, or the articles of the press database's export that it is.

What its properties tell counts only where no table tells anything of the file, and only a title
that could be one: a file's time is when it was saved, not when the story was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relmap.corpus import headlines, press, texts
from relmap.corpus.decoding import clean, is_blank
from relmap.corpus.signatures import check_ending
from relmap.corpus.sources import NOTHING, Source, Told
from relmap.errors import EmptyError, InputError
from relmap.models import Article, Unread

#: An export holds many articles: how many times the longest article it may be.
MOST_ARTICLES = 50
_NOT_TOLD = (
    "a table describes this file, which is an export of {:,} articles, so what it tells is put on "
    "none of them; describe files of one article each, or take the row out of the table"
)
# "Microsoft Word - talks.doc", "report_final_v2", "C:\\Users\\…", "Talks resume.indd"
_FILE = re.compile(
    r"Microsoft |PowerPoint|Untitled|Document\d|[a-z]:\\|https?:|.*\.[a-z]{2,5}$|.*\w_\w|.*[\\<>{}]",
    re.IGNORECASE,
)
# "Ministers meet in Samarkand | The Herald": a browser prints the name of the site behind it.
_SITE = re.compile(r"\s+[|–—-]\s+")


def read_document(
    source: Source, text: str, max_chars: int, title: str = ""
) -> Iterator[Article | Unread]:
    """Yield what a document's text holds; `title` is that of its properties.

    Raises:
        InputError: the text is blank.
    """
    text = clean(text)
    if is_blank(text):
        raise EmptyError("the file holds no text; put the article's text into it or leave it out")
    export = press.split(text)
    if export and export.clippings:
        yield from _clippings(source, export, max_chars)
        return
    if export:  # its fields and covers are no story, and its articles have days of their own
        yield source.unread(export.notice)
        return
    if len(text) > max_chars:
        yield source.unread(texts.too_long(f"{len(text):,} characters", max_chars), refused=True)
        return
    told = source.told
    named = title_of(title, text) if told == NOTHING else None
    yield texts.article(
        text, source.shown, told=Told(title=named, origin="metadata") if named else told
    )


def _clippings(source: Source, export: press.Export, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the articles of an export; the row is an article's number in it."""
    if export.notice:
        yield source.unread(export.notice)
    # What a table tells is true of one article only.
    told = source.told if len(export.clippings) == 1 else NOTHING
    if source.told != told:
        yield source.unread(_NOT_TOLD.format(len(export.clippings)))
    for row, clipping in enumerate(export.clippings, start=1):
        if clipping.notice:
            yield source.unread(clipping.notice, row)
        if len(clipping.text) > max_chars:
            yield source.unread(
                texts.too_long(f"{len(clipping.text):,} characters", max_chars), row
            )
        elif clipping.text:
            own = Told(
                title=clipping.title, date=clipping.day, outlet=clipping.outlet, origin="metadata"
            )
            yield texts.article(clipping.text, source.shown, row, told, own)


def content_of(source: Source, largest: int) -> bytes:
    """Return a document's bytes.

    Raises:
        InputError: there are none, more than `largest`, or those of another kind of file.
        OSError: it cannot be opened.
    """
    if source.size > largest:
        raise InputError(too_large(source.size, largest))
    with source.open() as stream:
        content = stream.read(largest + 1)
    if not content:
        raise EmptyError("the file is empty; put the article into it or leave it out")
    check_ending(content, source.suffix)
    return content


def too_large(size: int, largest: int) -> str:
    """Return the reason why a document of `size` bytes is not opened."""
    return (
        f"this document is too large to be read ({size / 1e6:,.0f} MB; at most "
        f"{largest / 1e6:,.0f} MB); leave its pictures out, or split it"
    )


def title_of(title: str, text: str) -> str | None:
    """Return a document's own title if it could be its article's, without the name of a site."""
    title = " ".join(clean(title).split())
    if _FILE.match(title) or not headlines.is_headline(title):
        return None
    first = _SITE.split(title)[0]
    stands = " ".join(text[:20_000].casefold().split())
    return first if headlines.is_headline(first) and first.casefold() in stands else title
