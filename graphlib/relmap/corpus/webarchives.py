"""A web archive (WARC) → the stories of the pages in it, each with the address it came from.

When a page was fetched is not the day of its story, so the archive's own dates are not used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from relmap.corpus import webpages
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.sources import Source
from relmap.errors import InputError
from relmap.models import Article, Unread

# "resource" is what programs write that save a page without its request.
_KINDS = frozenset(("response", "resource"))
_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
# A record is read as far as this: one with more bytes holds no page that is read.
_LARGEST = 2 * webpages.LARGEST
_EXAMPLES, _NAMED = 3, 8
_BROKEN = "this web archive is damaged, or none, from here on; what stands before was read"
_CUT = "this web archive ends in the middle of this record, which is not read; fetch it anew"
_UNREADABLE = (
    "what was saved of this page is damaged, or packed in another way than it says; fetch it anew"
)


@dataclass(slots=True)
class _Left:
    """What of an archive did not become an article: other records, and pages with their reasons."""

    others: Counter[str] = field(default_factory=Counter)
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
            yield source.unread(str(error), row + 1, refused=True)
    yield from _counted(source, left)


def _records(stream: Any) -> Iterator[Any]:
    """Yield the records of an archive.

    Raises:
        InputError: it is damaged, or the library is missing.
    """
    with needed("web archives"):
        import fastwarc.warc  # noqa: F401, PLC0415  only for these
        import trafilatura  # noqa: F401, PLC0415  else each of its pages would go unread
    records = _iterate(stream, parse_http=False)
    while True:
        with unharmed(_BROKEN):
            record = next(records, None)
        if record is None:
            return
        yield record


def _iterate(stream: Any, *, parse_http: bool) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  only for these

    return iter(
        ArchiveIterator(stream, parse_http=parse_http, auto_decode="all", fsspec_args=False)
    )


def _page(
    source: Source, record: Any, row: int, max_chars: int, left: _Left
) -> Iterator[Article | Unread]:
    with unharmed(_BROKEN):
        url, block = _address(record), _block(record)
    if block is None:
        yield source.unread(_CUT, row, refused=True)
        return
    try:
        with unharmed(_UNREADABLE):
            kind, charset, content = _opened(record, block)
        if kind not in _PAGES:
            left.others[kind[:60] or "unnamed"] += 1
            return
        read = webpages.read_plain if kind == "text/plain" else webpages.read_story
        for item in read(source, webpages.Page(content, charset, url, row), max_chars):
            if isinstance(item, Unread) and item.reason == webpages.TABLES:
                left.pages.setdefault(item.reason, []).append(url or f"record {row:,}")
            else:
                yield item
    except InputError as error:
        left.pages.setdefault(str(error), []).append(url or f"record {row:,}")


def _block(record: Any) -> bytes | None:
    """Return a record's bytes as far as they are read; None where it is shorter than it says."""
    told = record.headers.get("Content-Length")
    block = bytes(record.reader.read(_LARGEST))
    whole = told is not None and len(block) >= min(record.content_length, _LARGEST)
    return block if whole else None


def _opened(record: Any, block: bytes) -> tuple[str, str | None, bytes]:
    """Return a record's kind, its encoding, and its bytes if it is a page.

    It is opened apart from its archive: whatever is wrong with it, the next record is found.
    """
    name = str(record.record_type).rpartition(".")[2].lower()
    if name not in _KINDS:
        return name, None, b""
    declared = record.headers.get("Content-Type") or ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {name}\r\nContent-Type: {declared}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    apart = next(_iterate(BytesIO(head.encode("latin-1", "replace") + block), parse_http=True))
    kind = _kind(apart)
    # One byte more than a page may have is enough to tell that it has too many.
    content = bytes(apart.reader.read(webpages.LARGEST + 1)) if kind in _PAGES else b""
    return kind, apart.http_charset, content


def _kind(record: Any) -> str:
    """Return the media type of what a record holds, "answer 404" where nothing was found."""
    headers = record.http_headers
    if headers is not None and headers.status_code != 200:
        return f"answer {headers.status_code}"
    kind = record.http_content_type if headers is not None else record.headers.get("Content-Type")
    return (kind or "").partition(";")[0].strip().lower()


def _address(record: Any) -> str | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    return url if url.startswith(("http://", "https://")) else None


def _counted(source: Source, left: _Left) -> Iterator[Unread]:
    for reason, urls in left.pages.items():
        shown = ", ".join(url[:200] for url in urls[:_EXAMPLES])
        more = f" and {len(urls) - _EXAMPLES:,} more" if len(urls) > _EXAMPLES else ""
        yield source.unread(f"{_count(len(urls), 'page')} ({shown}{more}): {reason}")
    if left.others:
        named = [f"{number:,} {kind}" for kind, number in left.others.most_common(_NAMED)]
        more = ", …" if len(left.others) > _NAMED else ""
        yield source.unread(
            f"{_count(left.others.total(), 'record')} of other kinds "
            f"({', '.join(named)}{more}) passed over"
        )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
