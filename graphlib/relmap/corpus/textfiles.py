"""A plain text file → one article."""

from __future__ import annotations

from collections.abc import Iterator

from relmap.corpus import texts
from relmap.corpus.decoding import decode
from relmap.corpus.sources import Source
from relmap.models import Article, Unread

# No encoding takes more than four bytes a character: a larger file is too long, unopened.
_BYTES_PER_CHARACTER = 4


def read_text(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the article that a .txt file holds.

    Raises:
        InputError: the file is empty, blank or not a text.
        OSError: it cannot be opened.
    """
    if source.size > _BYTES_PER_CHARACTER * (max_chars + 1):
        yield source.unread(too_long(f"{source.size / 1e6:,.1f} MB", max_chars))
        return
    with source.open() as stream:
        decoded = decode(stream.read())
    if len(decoded.text) > max_chars:
        yield source.unread(too_long(f"{len(decoded.text):,} characters", max_chars))
        return
    if decoded.notice:
        yield source.unread(decoded.notice)
    yield texts.article(decoded.text, source.shown, told=source.told)


def too_long(size: str, max_chars: int) -> str:
    """Return the reason why a text of `size` is not read as one article."""
    return (
        f"this text is too long for one article ({size}; at most {max_chars:,} characters); "
        "split it into one file or row per article"
    )
