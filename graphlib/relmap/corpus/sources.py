"""A source: one file as it was given, from a disk or an upload, ready to be opened."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from relmap.corpus.decoding import clean
from relmap.errors import InputError
from relmap.models import Article, Origin, Unread


@dataclass(frozen=True, slots=True)
class Told:
    """What a table, or a file's own fields, say about an article; None is a blank.

    `language` is an ISO 639-1 code, "" where nothing is said. `origin` is where all this stands.
    `declared` are codes that a page's template or a feed gives, which the text may contradict.
    """

    article_id: str | None = None
    title: str | None = None
    date: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = ""
    origin: Origin = "table"
    declared: tuple[str, ...] = ()


NOTHING = Told()


# Controls and lone surrogates, of which a name inside an archive may be full.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST_NAME = 500
# Endings that say more than their last part does.
_DOUBLE = (".warc.gz",)


@dataclass(slots=True)
class Allowance:
    """How many files, and how many bytes of them, may still be unpacked from one input."""

    files: int
    size: int

    def take(self, files: int, size: int) -> None:
        """Take what is about to be unpacked.

        Raises:
            InputError: it is more than is left.
        """
        if files > self.files or size > self.size:
            raise InputError(
                f"it unpacks to more than can be meant (another {files:,} files, "
                f"{size / 1e6:,.0f} MB); unpack it yourself and give what lies in it"
            )
        self.files -= files
        self.size -= size


@dataclass(frozen=True, slots=True)
class Source:
    """A file: the name it is shown under, its size in bytes, and how to open it.

    `real` is the file's path with links resolved; None for an upload, whose name is only shown,
    never opened. `told` is what a table beside the file says of it. A file inside another one (an
    archive, a mail) is `depth` files deep in the outermost, and all that is unpacked from that one
    counts for the same `allowance`.
    """

    shown: str
    size: int
    open: Callable[[], BinaryIO]
    real: Path | None = None
    told: Told = NOTHING
    depth: int = 0
    allowance: Allowance | None = None

    @property
    def suffix(self) -> str:
        """The end of the name that says what the file is, in small letters: ".txt", ".warc.gz"."""
        path = Path(self.shown.lower())
        whole = "".join(path.suffixes[-2:])
        return whole if whole in _DOUBLE else path.suffix

    def unread(self, reason: str, row: int | None = None, *, refused: bool = False) -> Unread:
        """Return the notice that this file, or one row of it, was not read (see `Unread`).

        A reason may quote the file, and with it bytes that no store can hold.
        """
        return Unread(self.shown, row, clean(reason), refused)


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


def from_inside(
    outer: Source, name: str, size: int, opened: Callable[[], BinaryIO], allowance: Allowance | None
) -> Source:
    """Return the source for a file inside another: "press.zip/2023/a.html".

    The name is only shown: whatever path it pretends to be, nothing is opened or written there.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    inside = _UNSHOWABLE.sub("\ufffd", "/".join(parts))[-_LONGEST_NAME:] or "nameless"
    return Source(
        f"{outer.shown}/{inside}",
        size,
        opened,
        depth=outer.depth + 1,
        allowance=allowance,
    )


def shown(path: Path) -> str:
    """Return a path as it is shown: a name that is not UTF-8 must not break a store or a page.

    Its bytes become escapes, so that two names never look the same: "caf\\xe9.txt".
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def system_reason(error: Exception) -> str:
    """Return the reason why the system did not let a file be read."""
    what = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"the system could not open it ({what.lower()}); check the path and its permissions"
