"""A source: one file as it was given, from a disk or an upload, ready to be opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from relmap.models import Article, Unread


@dataclass(frozen=True, slots=True)
class Told:
    """What a table says about an article; None is a blank cell."""

    article_id: str | None = None
    title: str | None = None
    date: date | None = None
    outlet: str | None = None
    url: str | None = None


NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Source:
    """A file: the name it is shown under, its size in bytes, and how to open it.

    `real` is the file's path with links resolved; None for an upload, whose name is only shown,
    never opened. `told` is what a table beside the file says of it.
    """

    shown: str
    size: int
    open: Callable[[], BinaryIO]
    real: Path | None = None
    told: Told = NOTHING

    @property
    def suffix(self) -> str:
        """The end of the name that says what the file is, in small letters: ".txt"."""
        return Path(self.shown).suffix.lower()

    def unread(self, reason: str, row: int | None = None) -> Unread:
        """Return the notice that this file, or one row of it, was not read."""
        return Unread(self.shown, row, reason)


#: A reader turns a source into articles and notices; the number is the longest article's length.
Reader = Callable[[Source, int], Iterator[Article | Unread]]


def from_file(path: Path) -> Source:
    """Return the source for a file on disk.

    Raises:
        OSError: the file cannot be looked at.
    """
    return Source(shown(path), path.stat().st_size, lambda: path.open("rb"), path.resolve())


def from_upload(name: str, content: bytes) -> Source:
    """Return the source for bytes that came without a file."""
    return Source(name, len(content), lambda: BytesIO(content))


def shown(path: Path) -> str:
    """Return a path as it is shown: a name that is not UTF-8 must not break a store or a page."""
    return os.fsencode(path).decode("utf-8", "replace")
