"""A file → the digest that stands for everything which decides what is read from it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b

from relmap.corpus.kinds import libraries_of
from relmap.corpus.sources import Source

_CHUNK = 1 << 20


def digest(source: Source, max_chars: int, told: Iterable[object] = ()) -> str:
    """Return 32 hexadecimal digits for a file's bytes, what was told of it, and its reader.

    A file that went unread for want of a library, or that another version of one reads, has to be
    read again: so the versions count as well.

    Raises:
        OSError: the file cannot be opened.
    """
    found = blake2b(digest_size=16)
    with source.open() as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
    versions = [_version(name) for name in libraries_of(source)]
    for part in (max_chars, source.told, *told, *versions):
        line = repr(part).encode("utf-8", "surrogatepass")
        found.update(b"%d:%b" % (len(line), line))
    return found.hexdigest()


@cache
def _version(name: str) -> str:
    from importlib import metadata  # noqa: PLC0415  slow to load, and for few kinds only

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
