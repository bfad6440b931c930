"""A plain text file → one article, or those of a press database's export."""

from __future__ import annotations

from collections.abc import Iterator

from relmap.corpus import press
from relmap.corpus.decoding import SAMPLE, decode
from relmap.corpus.documents import MOST_ARTICLES, read_document
from relmap.corpus.markup import without_markup
from relmap.corpus.signatures import check_ending
from relmap.corpus.sources import Source
from relmap.corpus.texts import too_long as too_long  # noqa: PLC0414  other readers know it here
from relmap.models import Article, Unread

# No encoding takes more than four bytes a character: a larger file is too long, unopened.
_BYTES_PER_CHARACTER = 4


def read_text(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the article that a .txt file holds, or each of an export's.

    Raises:
        InputError: the file is empty, blank, not a text, or a page or a document by its content.
        OSError: it cannot be opened.
    """
    if source.size > _BYTES_PER_CHARACTER * (max_chars + 1) and not _may_be_export(
        source, max_chars
    ):
        yield source.unread(too_long(f"{source.size / 1e6:,.1f} MB", max_chars), refused=True)
        return
    with source.open() as stream:
        content = stream.read()
    check_ending(content, ".txt")
    decoded = decode(content)
    check_ending(decoded.text[:SAMPLE].encode("utf-8", "replace"), ".txt")
    if decoded.notice:
        yield source.unread(decoded.notice)
    yield from read_document(source, without_markup(decoded.text), max_chars)


def _may_be_export(source: Source, max_chars: int) -> bool:
    """Tell whether a file too large for one article may hold many, from how it begins."""
    if source.size > _BYTES_PER_CHARACTER * MOST_ARTICLES * max_chars:
        return False
    with source.open() as stream:
        return press.looks_like_export(stream.read(SAMPLE).decode("utf-8", "replace"))
