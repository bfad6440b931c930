"""A PDF document with text in it → its article."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from relmap.corpus.documents import content_of, read_document
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.pdfpages import Printed, lines_of
from relmap.corpus.pdftext import running_text
from relmap.corpus.sources import Source
from relmap.errors import InputError
from relmap.models import Article, Unread

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LARGEST, _MOST_PAGES = 100_000_000, 1_000
_BROKEN = "this is not a PDF document that can be read, or it is damaged; save or download it anew"
_SCANNED = "this document holds pictures of pages, no text; run OCR first (text recognition)"
_PASSWORD = 4  # what the library says of a document that opens with a password only
# The library is not made for two threads at once, and the page may read two uploads.
_ONE_AT_A_TIME = threading.Lock()


class _Content(NamedTuple):
    pages: list[list[Printed]]
    title: str
    pictures: list[int]


def read_pdf(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield the article that a PDF holds, and a notice where pages of it are pictures.

    Raises:
        InputError: it is too large, encrypted, damaged or scanned, or its library is missing.
        OSError: it cannot be opened.
    """
    content = content_of(source, _LARGEST)
    with _ONE_AT_A_TIME:
        found = _read(content, max_chars)
    if not any(found.pages):
        raise InputError(_SCANNED)
    if found.pictures:
        which = ", ".join(map(str, found.pictures[:10])) + (" …" if found.pictures[10:] else "")
        yield source.unread(
            f"these pages are pictures without text and are not read: {which}; run OCR first"
        )
    yield from read_document(source, running_text(found.pages), max_chars, found.title)


def _read(content: bytes, max_chars: int) -> _Content:
    with needed("PDF documents"):
        import pypdfium2  # noqa: PLC0415

    try:
        with unharmed(_BROKEN), pypdfium2.PdfDocument(content) as document:
            return _content(document, max_chars)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError(
                "this document opens with a password only; save it without one"
            ) from error
        raise InputError(_BROKEN) from error


def _content(document: PdfDocument, max_chars: int) -> _Content:
    if len(document) > _MOST_PAGES:
        raise InputError(
            f"this document is too long to be one article ({len(document):,} pages; at most "
            f"{_MOST_PAGES:,}); split it into one file per article"
        )
    found = _Content([], document.get_metadata_value("Title"), [])
    length = 0
    for number in range(len(document)):
        page = document[number]
        lines = lines_of(page)
        length += sum(len(line.text) for line in lines)
        if length > 2 * max_chars:
            raise InputError(
                f"this document is too long to be one article (over {max_chars:,} characters); "
                "split it into one file per article"
            )
        if not lines and next(page.get_objects(), None) is not None:
            found.pictures.append(number + 1)
        found.pages.append(lines)
        page.close()
    return found
