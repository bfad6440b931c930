"""A ZIP archive, or one packed file → what lies inside, read like any other file.

Nothing is written to the disk, whatever path a name inside pretends to be.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from relmap.corpus.inside import AT_ONCE, ReadSource, allowance_of, unpacked, unpacking
from relmap.corpus.sources import Source, from_inside
from relmap.errors import InputError
from relmap.models import Article, Unread

# A ZIP's table of contents is held at once: this many bytes list half a million files.
_LARGEST_CONTENTS = 64_000_000
_ENCRYPTED = 1
# How many of the encrypted are named, and how much of each name.
_NAMED, _LONGEST_NAME = 20, 100
_CHUNK = 1 << 20


class _Bounded:
    """A ZIP as `ZipFile` reads it, its table of contents with one call, which must not be huge."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        if size > _LARGEST_CONTENTS:
            raise InputError("this archive lists more files than can be read; pack it in parts")
        return self._stream.read(size)


def read_zip(source: Source, max_chars: int, read: ReadSource) -> Iterator[Article | Unread]:
    """Yield what `read` finds in the files of a ZIP, sorted by name; hidden ones are left out.

    Raises:
        InputError: it is no ZIP, damaged, too large, or lies too deep in others.
        OSError: it cannot be opened.
    """
    allowance = allowance_of(source)
    if source.depth and source.size > AT_ONCE:
        raise InputError("this archive is too large to be read inside another; unpack that one")
    with source.open() as stream:
        with unpacking("this is no ZIP archive, or a damaged one; pack it anew"):
            archive = ZipFile(cast("IO[bytes]", _Bounded(stream)))
            members = sorted(
                (info for info in archive.infolist() if _is_given(info)),
                key=lambda info: (info.filename, info.header_offset),
            )
        allowance.take(len(members), sum(info.file_size for info in members))
        yield from _locked(source, members)
        for info in members:
            if not info.flag_bits & _ENCRYPTED:
                opened = partial(_opened, archive, info)
                member = from_inside(source, info.filename, info.file_size, opened, allowance)
                yield from read(member, max_chars)


def _is_given(info: ZipInfo) -> bool:
    """Tell whether a member is a file that somebody put there: no folder, not ".DS_Store"."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    hidden = any(part == "__MACOSX" or part.strip(".") != part.rstrip(".") for part in parts)
    return not info.is_dir() and not hidden


def _locked(source: Source, members: list[ZipInfo]) -> Iterator[Unread]:
    names = [info.filename for info in members if info.flag_bits & _ENCRYPTED]
    if names:
        what = "1 file in this archive is" if len(names) == 1 else f"{len(names):,} files in it are"
        shown = ", ".join(" ".join(name.split())[-_LONGEST_NAME:] for name in names[:_NAMED])
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        yield source.unread(
            f"{what} encrypted and not read ({shown}{more}); "
            "unpack it with its password and give what lies in it",
            refused=True,
        )


def _opened(archive: ZipFile, info: ZipInfo) -> BinaryIO:
    stream = unpacked(lambda: cast("BinaryIO", archive.open(info)), info.file_size)
    if info.file_size > AT_ONCE:
        return stream
    with stream:
        return BytesIO(stream.read())


def read_gzip(source: Source, max_chars: int, read: ReadSource) -> Iterator[Article | Unread]:
    """Yield what `read` finds in a single packed file: "2023.csv.gz" holds "2023.csv".

    Raises:
        InputError: it is damaged, too large, or lies too deep in others.
        OSError: it cannot be opened.
    """
    allowance = allowance_of(source)

    def opened() -> BinaryIO:
        packed = source.open()
        return unpacked(lambda: cast("BinaryIO", gzip.GzipFile(fileobj=packed)), allowance.size)

    size, content = _measured(opened)
    allowance.take(1, size)
    again = opened if content is None else partial(BytesIO, content)
    name = PurePosixPath(source.shown).name[: -len(source.suffix)]
    yield from read(from_inside(source, name, size, again, allowance), max_chars)


def _measured(opened: Callable[[], BinaryIO]) -> tuple[int, bytes | None]:
    """Return how large a stream is, and all of it unless that is too much to be held."""
    size, held = 0, bytearray()
    with opened() as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size <= AT_ONCE:
                held += chunk
    return size, bytes(held) if size <= AT_ONCE else None
