"""One build at a time: a lock on the store that tells who holds it; readers never ask for it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from relmap.errors import StoreError
from relmap.store.files import disk_errors, write_whole
from relmap.store.folder import StoreFolder

#: Seconds that a second build waits before it says who is in the way.
PATIENCE = 10.0


@contextmanager
def only_build(folder: StoreFolder, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the store's lock; the system frees it when the process dies.

    Raises
    ------
    StoreError
        when another build still holds it after `patience` seconds.
    """
    holder = folder.lock.with_suffix(".holder")
    lock = FileLock(folder.lock)
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        who = _read_holder(holder.read_bytes() if holder.is_file() else b"")
        raise StoreError(
            f'another build ({who}) is writing to "{folder.root}"; run this again when it is done'
        ) from error
    except OSError as error:
        raise StoreError(
            f'the store at "{folder.root}" cannot be locked ({error.strerror}); '
            "allow writing there, or name another place with --store"
        ) from error
    try:
        with disk_errors(folder.root):
            write_whole(holder, f"process {os.getpid()} on {socket.gethostname()}".encode())
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _read_holder(content: bytes) -> str:
    return content.decode("utf-8", errors="replace").strip()[:200] or "unknown process"
