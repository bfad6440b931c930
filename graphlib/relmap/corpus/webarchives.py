"""A web archive (WARC) → the stories of the pages in it, each with the address it came from.

When a page was fetched is not the day of its story, so the archive's own dates are not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from relmap.corpus import webpages
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.sources import Source
from relmap.errors import InputError
from relmap.models import Article, Unread

# "resource" is what programs write that save a page without its request.
_KINDS = frozenset(("response", "resource"))
_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
_CHUNK, _MOST = 1 << 20, 2_000_000_000
_EXAMPLES = 3
_BROKEN = "this web archive is damaged, or none, from here on; what stands before was read"


@dataclass(slots=True)
class _Left:
    """What of an archive did not become an article: other records, and pages with their reasons."""

    others: int = 0
    pages: dict[str, list[str]] = field(default_factory=dict)


def read_warc(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the stories of a .warc or .warc.gz; the row is the record's place in it.

    Pages without a story, of which a crawl is full, are counted, and so are records of other kinds.

    Raises:
        InputError: the library is missing.
        OSError: the file cannot be opened.
    """
    left = _Left()
    with source.open() as stream:
        records, row = _records(stream), 0
        try:
            for row, record in enumerate(records, start=1):
                yield from _page(source, record, row, max_chars, left)
        except InputError as error:
            yield source.unread(str(error), row + 1)
    yield from _counted(source, left)


def _records(stream: Any) -> Iterator[Any]:
    """Yield the records of an archive.

    Raises:
        InputError: it is damaged, or the library is missing.
    """
    with needed("web archives"):
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  only for these
    records = iter(ArchiveIterator(stream, parse_http=True, auto_decode="all", fsspec_args=False))
    while True:
        with unharmed(_BROKEN):
            record = next(records, None)
        if record is None:
            return
        yield record


def _page(
    source: Source, record: Any, row: int, max_chars: int, left: _Left
) -> Iterator[Article | Unread]:
    with unharmed(_BROKEN):
        kind, charset, url = _kind(record), record.http_charset, _address(record)
        content = _content(record) if kind in _PAGES else b""
    if kind not in _PAGES:
        left.others += 1
        return
    try:
        read = webpages.read_plain if kind == "text/plain" else webpages.read_story
        yield from read(source, webpages.Page(content, charset, url, row), max_chars)
    except InputError as error:
        left.pages.setdefault(str(error), []).append(url or f"record {row:,}")


def _kind(record: Any) -> str:
    """Return the media type of what a record holds, "" where that is no page that was found."""
    name = str(record.record_type).rpartition(".")[2].lower()
    headers = record.http_headers
    if name not in _KINDS or (headers is not None and headers.status_code != 200):
        return ""
    kind = record.http_content_type if headers is not None else record.headers.get("Content-Type")
    return (kind or "").partition(";")[0].strip().lower()


def _content(record: Any) -> bytes:
    """Return a record's bytes, at most one more than a page may have.

    The reader is emptied in any case: it finds the next record only from the end of this one.
    """
    content = bytes(record.reader.read(webpages.LARGEST + 1))
    passed = len(content)
    while chunk := record.reader.read(_CHUNK):
        passed += len(chunk)
        if passed > _MOST:
            raise InputError(_BROKEN)
    return content


def _address(record: Any) -> str | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    return url if url.startswith(("http://", "https://")) else None


def _counted(source: Source, left: _Left) -> Iterator[Unread]:
    for reason, urls in left.pages.items():
        shown = ", ".join(url[:200] for url in urls[:_EXAMPLES])
        more = f" and {len(urls) - _EXAMPLES:,} more" if len(urls) > _EXAMPLES else ""
        yield source.unread(f"{_count(len(urls), 'page')} ({shown}{more}): {reason}")
    if left.others:
        yield source.unread(
            f"{_count(left.others, 'record')} of other kinds (requests, pictures, errors) "
            "passed over"
        )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
