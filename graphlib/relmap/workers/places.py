"""Where parts lie: a folder, or a URL that fsspec opens; a part appears there whole or not at all."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from relmap.errors import StoreError
from relmap.models import Extraction
from relmap.store.files import disk_errors, write_whole
from relmap.store.parts import is_whole, part_file, write_part
from relmap.store.unpacking import Sketch
from relmap.workers import urls

#: Seconds until a file that another machine wrote must be seen here: folders that machines share
#: may tell of new files a minute late.
PATIENCE = 75.0


def is_url(parts: str) -> bool:
    """Tell whether parts lie behind a URL rather than in a folder."""
    return "://" in parts


def make_place(parts: str) -> str:
    """Make the folder if it is missing, and return where it is wherever a process works.

    Only the driver does, for a worker may lack the disk.
    """
    if is_url(parts):
        return parts
    folder = Path(parts).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(parts, error) from error
    return str(folder)


def has_part(parts: str, part: str) -> bool:
    """Tell whether a part lies there whole."""
    if not is_url(parts):
        return is_whole(part_file(Path(parts), part))
    with TemporaryDirectory(prefix="relmap-") as scratch:
        file = part_file(Path(scratch), part)
        return urls.download(parts, file) and is_whole(file)


def put_part(
    parts: str,
    part: str,
    extractions: Mapping[str, Extraction],
    sketches: Mapping[str, Sketch],
) -> None:
    """Write a part there: under a temporary name first, then renamed.

    Raises
    ------
    StoreError
        when nothing can be written there.
    """
    if is_url(parts):
        with TemporaryDirectory(prefix="relmap-") as scratch:
            file = part_file(Path(scratch), part)
            write_part(file, extractions, sketches)
            urls.upload(parts, file)
        return
    try:
        write_part(part_file(Path(parts), part), extractions, sketches)
    except OSError as error:
        raise _unwritable(parts, error) from error


def fetch_part(parts: str, part: str, folder: Path, *, patience: float = PATIENCE) -> None:
    """Have a part that a worker wrote to `parts` lie whole in `folder`, a store's own.

    Where `parts` is that folder, this only waits until the part is seen.

    Raises
    ------
    StoreError
        when it is not there after `patience` seconds, or cannot be written here.
    """
    file = part_file(folder, part)
    until = time.monotonic() + patience
    while not is_whole(file) and not _copy(parts, file):
        if time.monotonic() > until:
            raise StoreError(
                f'a worker has written "{file.name}" to "{parts}", but from here it cannot be '
                "seen; name with --parts a folder or a URL that this machine and all workers share"
            )
        time.sleep(min(0.5, patience))


def _copy(parts: str, file: Path) -> bool:
    """Copy a part to `file` if it is whole there; the copy is put in place in one step."""
    if not is_url(parts):
        source = Path(parts) / file.name
        # Listing a shared folder makes the system ask anew what is in it.
        if source.parent.is_dir() and source in source.parent.iterdir() and is_whole(source):
            with disk_errors(file.parent):
                write_whole(file, source.read_bytes())
        return is_whole(file)
    with TemporaryDirectory(prefix="relmap-") as scratch:
        draft = Path(scratch) / file.name
        if urls.download(parts, draft) and is_whole(draft):
            with disk_errors(file.parent):
                write_whole(file, draft.read_bytes())
    return is_whole(file)


def _unwritable(parts: str, error: OSError) -> StoreError:
    remedy = (
        "mount it there, or name with --parts a folder or a URL that this machine and all workers share"
        if isinstance(error, FileNotFoundError)
        else "make room or allow writing there"
    )
    return StoreError(
        f'parts cannot be written to "{parts}" on {socket.gethostname()} '
        f"({error.strerror or error}); {remedy}; then run the same build again"
    )
