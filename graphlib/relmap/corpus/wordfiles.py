"""A Word document (.docx) → its article, or the articles of a press database's export."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from relmap.corpus.documents import MOST_ARTICLES, content_of, read_document, too_large
from relmap.corpus.libraries import unharmed
from relmap.corpus.sources import Source
from relmap.errors import InputError
from relmap.models import Article, Unread

if TYPE_CHECKING:
    from docx.document import Document

# lxml's element, which has no types.
Element = Any

_BROKEN = "this is not a Word document that can be read, or it is damaged; save it anew from Word"
# The packed file and what it unpacks to; the text's own part is a tree of many small objects.
_LARGEST, _LARGEST_UNPACKED, _LARGEST_TEXT = 100_000_000, 400_000_000, 100_000_000
_MOST_PARTS = 10_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What a text box is for programs that know no text boxes: the same text once more.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = frozenset((_FALLBACK, *(f"{_WORD}{name}" for name in ("p", "del", "moveFrom"))))
_SPACES = {
    f"{_WORD}{name}": text
    for name, text in (("tab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-"))
}
_OLD = b"\xd0\xcf\x11\xe0"


def read_docx(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield what a Word document holds.

    Paragraphs and the cells of tables come in their order, one paragraph each; what stands on every
    page (headers, footers), notes and comments are no part of the text.

    Raises:
        InputError: it is too large, empty, encrypted or no Word document.
        OSError: it cannot be opened.
    """
    content = content_of(source, _LARGEST)
    if content.startswith(_OLD):
        raise InputError(
            "this is an old or an encrypted Office document; open it, and save it as .docx without "
            "a password"
        )
    with unharmed(_BROKEN), _unpacked():
        _check(content)
        document = _opened(content)
        text = "\n\n".join(_bounded(document.element.body, MOST_ARTICLES * max_chars))
        title = document.core_properties.title
    yield from read_document(source, text, max_chars, title)


@contextmanager
def _unpacked() -> Iterator[None]:
    """Turn what unpacking a damaged archive raises into the reason why it goes unread.

    The file is in memory by then, so an `OSError` is the archive's fault, not the disk's.

    Raises:
        InputError: the block raised one of them.
    """
    try:
        yield
    except (
        OSError,
        MemoryError,
        RuntimeError,
        struct.error,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise InputError(_BROKEN) from error


def _opened(content: bytes) -> Document:
    # Here, because most builds read no Word document.
    import docx  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    try:
        return docx.Document(BytesIO(content))
    except OpcError as error:
        raise ValueError(str(error)) from error


def _check(content: bytes) -> None:
    """Look at what the file unpacks to before anything is unpacked.

    Raises:
        InputError: it is a bomb, or just too large.
    """
    with zipfile.ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or unpacked > _LARGEST_UNPACKED:
        raise InputError(too_large(unpacked, _LARGEST_UNPACKED))
    largest = max((part.file_size for part in parts if part.filename.endswith(".xml")), default=0)
    if largest > _LARGEST_TEXT:
        raise InputError(too_large(largest, _LARGEST_TEXT))


def _bounded(body: Element, most: int) -> Iterator[str]:
    """Yield the paragraphs up to `most` characters.

    Raises:
        InputError: there are more.
    """
    length = 0
    for paragraph in _paragraphs(body):
        length += len(paragraph)
        if length > most:
            raise InputError(
                f"this document is too long to be read (over {most:,} characters); split it"
            )
        yield paragraph


def _paragraphs(body: Element) -> Iterator[str]:
    """Yield the paragraphs that are not blank, wherever they stand: tables, forms, text boxes."""
    for paragraph in body.iter(f"{_WORD}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            text = "".join(_pieces(paragraph))
            if text.strip():
                yield text


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text inside a paragraph: links and inserted words count, deleted ones do not."""
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _APART:
            yield from _pieces(child)
