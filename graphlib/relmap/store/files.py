"""Writing files so that a killed process leaves either the old file or the new one, never half."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from relmap.errors import StoreError

#: What files and folders are called while they are being written; leftovers are safe to remove.
TEMPORARY = ".writing"


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step: temporary name, flush to disk, rename."""
    # Two browser sessions may make the same store at once, in two threads of one process, and two
    # machines the same part in a folder that they share.
    draft = path.with_name(f"{path.name}.{token_hex(8)}{TEMPORARY}")
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)  # on a full disk what is half written takes the rest of it
        raise
    flush_folder(path.parent)


@contextmanager
def disk_errors(root: Path) -> Iterator[None]:
    """Turn a full disk or a missing permission into one sentence for the user."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f'the store at "{root}" cannot be written ({error.strerror or error}); '
            "make room or allow writing there, then run the same build again"
        ) from error


def flush_file(path: Path) -> None:
    """Make sure a closed file's content is on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def flush_folder(path: Path) -> None:
    """Make sure a rename inside the folder is on the disk (Windows has no such call)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
