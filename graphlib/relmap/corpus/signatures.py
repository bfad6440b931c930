"""A file's first bytes → what it is in truth, where its ending says something else."""

from __future__ import annotations

import re

from relmap.errors import InputError

_STARTS = ((b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"), (b"WARC/1.", ".warc"))
# Each token is read once: `*+` never gives back what it took.
_PAGE = re.compile(
    rb"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)
_MARKS = (b"\xef\xbb\xbf",)
_LOOKED_AT = 4_096
_NAMES = {
    ".docx": "a Word document",
    ".pdf": "a PDF",
    ".rtf": "an RTF document",
    ".warc": "a web archive",
    ".html": "a web page",
}


def check_ending(content: bytes, ending: str) -> None:
    """Refuse a file that is of another kind than its ending says.

    Raises:
        InputError: it is, with the ending to give it.
    """
    true = ending_of(content)
    if true and true != ending:
        raise InputError(
            f"this is {_NAMES[true]}, although its name says otherwise; "
            f'rename it so that it ends in "{true}"'
        )


def ending_of(content: bytes) -> str:
    """Return the ending that a file's first bytes ask for, "" where they say nothing."""
    start = content[:_LOOKED_AT].removeprefix(_MARKS[0])
    found = next((ending for mark, ending in _STARTS if start.lstrip().startswith(mark)), "")
    if start.startswith(b"PK\x03\x04") and b"word/" in start:
        return ".docx"
    return found or (".html" if _PAGE.match(start) else "")
