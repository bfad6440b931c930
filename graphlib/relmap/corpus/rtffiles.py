"""An RTF document → its article, or the articles of a press database's export."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relmap.corpus import press
from relmap.corpus.documents import MOST_ARTICLES, content_of, read_document
from relmap.corpus.libraries import needed, unharmed
from relmap.corpus.sources import Source
from relmap.errors import InputError
from relmap.models import Article, Unread

_BROKEN = "this is not an RTF document that can be read, or it is damaged; save it anew as RTF"
# Pictures are written out as digits, so a file is many times its text.
_LARGEST = 100_000_000
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_TITLE = re.compile(r"\{\\title ([^{}]{1,1000})\}")
# A control word or an escaped character, or an opening group: looked at in this order, so that the
# "{" of "\{" is no group.
_TOKEN = re.compile(r"\\(?:nest)?cell(?![a-z])|\\[^a-z]|\{", re.IGNORECASE)
# Each line end is a paragraph's: RTF has no others.
_BREAKS = re.compile(r"\s*\n\s*")
# "{\\fonttbl{\\f0\\fnil\\fcharset204 Arial;}…}": which font is in which of the old encodings.
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_FONT = re.compile(r"\\f(\d{1,6})(?:\\[a-z]{1,20}-?\d{0,6} ?){0,8}?\\fcharset(\d{1,3})(?!\d)")
_BRACE = re.compile(r"[{}]")
_LONGEST_FONTS = 500_000
# Those of old Macintoshes, whose encodings Python does not know by the names that they are given.
_NOT_KNOWN = range(78, 90)


def read_rtf(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    """Yield what an RTF document holds.

    Raises:
        InputError: it is too large, empty, no RTF, or its library is missing.
        OSError: it cannot be opened.
    """
    content = content_of(source, _LARGEST)
    if not content.lstrip().startswith(b"{\\rtf"):
        raise InputError(_BROKEN)
    written = _decoded(content)
    text = _text(written)
    if len(text) > MOST_ARTICLES * max_chars:
        raise InputError(
            f"this document is too long to be read ({len(text):,} characters); split it"
        )
    if not press.looks_like_export(text):  # whose blank lines tell its fields apart
        text = _BREAKS.sub("\n\n", text).strip()
    title = _TITLE.search(written)
    yield from read_document(
        source, text, max_chars, _text("{\\rtf1 " + title[1] + "}") if title else ""
    )


def _decoded(content: bytes) -> str:
    """Return the file's characters: RTF is ASCII, but some programs write others as they are."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        page = _CODE_PAGE.search(content[:2000].decode("ascii", "replace"))
        return _in_code_page(content, f"cp{page[1]}" if page else "cp1252")


def _in_code_page(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec, "replace")
    except LookupError:
        return content.decode("cp1252", "replace")


def _text(written: str) -> str:
    with needed("RTF documents"):
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    with unharmed(_BROKEN):
        text: str = rtf_to_text(_prepared(_with_plain_fonts(written)), errors="replace")  # type: ignore[no-untyped-call]
    # Characters beyond U+FFFF are written as two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _with_plain_fonts(written: str) -> str:
    """Return the document with a table of fonts that holds their encodings and nothing else.

    The library reads the table with an expression that takes forever on a long line without ";".

    Raises:
        InputError: the table has no end.
    """
    start = _FONTS.search(written)
    if start is None:
        return written
    depth, end = 1, 0
    for brace in _BRACE.finditer(written, start.end(), start.end() + _LONGEST_FONTS):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            end = brace.end()
            break
    else:
        raise InputError(_BROKEN)
    fonts = _FONT.findall(written, start.start(), end)
    table = "".join(
        f"{{\\f{font}\\fcharset{charset} x;}}"
        for font, charset in fonts
        if int(charset) not in _NOT_KNOWN
    )
    return f"{written[: start.start()]}{{\\fonttbl{table}}}{written[end:]}"


def _prepared(written: str) -> str:
    """Return the document with each cell of a table a paragraph, and each group on its own line.

    The library writes a cell's end as "|", which would glue the names of a row into one sentence,
    and looks for links with an expression that takes forever on a long line of groups. A line end
    is nothing in RTF.
    """
    return _TOKEN.sub(_token, written)


def _token(match: re.Match[str]) -> str:
    found = match[0]
    if found == "{":
        return "\n{"
    return "\\par " if found.lower().endswith("cell") else found
