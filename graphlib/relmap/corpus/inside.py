"""Files inside files: how deep, how many and how much of them is opened, and their bytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from lzma import LZMAError
from typing import BinaryIO, cast
from zipfile import BadZipFile

from relmap.corpus.libraries import unharmed
from relmap.corpus.sources import Allowance, Reader, Source
from relmap.errors import InputError

#: An archive in an archive is opened, one in that is not.
DEEPEST = 2
# Text packs to a tenth; what packs to less than a hundredth is a trap, unless it is small anyway.
_RATIO, _SMALL, _LARGEST = 100, 200_000_000, 50_000_000_000
_FILES = 1_000_000
#: Files of up to this size are unpacked at once; larger ones as they are read, from the front.
AT_ONCE = 100_000_000
_BROKEN = "it is damaged or packed in a way that is not known; unpack it yourself"

#: Reads a source of any kind: what archives and mails ask for what lies in them.
ReadSource = Reader


def allowance_of(source: Source) -> Allowance:
    """Return what may be unpacked from a source, together with all that lies around it.

    Raises:
        InputError: the source lies too deep inside others for that.
    """
    if source.depth >= DEEPEST:
        raise InputError(
            "this lies too deep inside other archives or mails; unpack the outermost and give what lies in it"
        )
    if source.allowance is not None:
        return source.allowance
    return Allowance(_FILES, min(_LARGEST, max(_SMALL, _RATIO * source.size)))


@contextmanager
def unpacking(reason: str = _BROKEN) -> Iterator[None]:
    """Turn what a damaged archive raises inside the block into the reason why it goes unread.

    Raises:
        InputError: it did.
    """
    try:
        with unharmed(reason):
            yield
    except (zlib.error, LZMAError, BadZipFile) as error:
        raise InputError(reason) from error


class _Unpacked(RawIOBase):
    """A stream that is unpacked as it is read, up to a limit."""

    def __init__(self, packed: BinaryIO, limit: int) -> None:
        self._packed, self._limit = packed, limit

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(cast("bytearray", buffer)).cast("B")
        with unpacking():
            read = self._packed.read(len(view))
            here = self._packed.tell()
        if here > self._limit:
            raise InputError(
                f"it unpacks to more than can be meant (over {self._limit / 1e6:,.0f} MB); "
                "unpack it yourself and give what lies in it"
            )
        view[: len(read)] = read
        return len(read)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        with unpacking():
            return self._packed.seek(offset, whence)

    def tell(self) -> int:
        return self._packed.tell()

    def close(self) -> None:
        self._packed.close()
        super().close()


def unpacked(opened: Callable[[], BinaryIO], limit: int) -> BinaryIO:
    """Open a packed stream for reading; it ends in an `InputError` beyond `limit` bytes.

    Raises:
        InputError: it cannot be unpacked.
    """
    with unpacking():
        packed = opened()
    return BufferedReader(_Unpacked(packed, limit))
