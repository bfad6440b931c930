"""Texts as the catalogue holds them: deflated, to less than half of their size."""

from __future__ import annotations

import zlib
from pathlib import Path

from relmap.errors import StoreError


def deflate(text: str) -> bytes:
    """Return what the catalogue writes of a text."""
    return zlib.compress(text.encode("utf-8"))


def inflate(written: bytes, catalogue: Path) -> str:
    """Return the text that was written; StoreError where other bytes stand in its place."""
    try:
        return zlib.decompress(written).decode("utf-8")
    except (zlib.error, TypeError, UnicodeDecodeError) as error:
        raise StoreError(
            f'a text in the catalogue "{catalogue}" is damaged ({error}); '
            "restore the file, or build the articles into a new store"
        ) from error
