"""Parts behind a URL: object stores and other machines' disks, through fsspec."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from relmap.errors import StoreError, WorkerError


def upload(url: str, file: Path) -> None:
    """Put a file into the folder at `url`: under a temporary name first, then renamed."""
    with _said(url):
        system, folder = _open(url)
        system.makedirs(folder, exist_ok=True)
        draft = f"{folder}/{file.name}.{secrets.token_hex(8)}.writing"
        system.put_file(str(file), draft)
        system.mv(draft, f"{folder}/{file.name}")


def download(url: str, file: Path) -> bool:
    """Fetch the file of that name from the folder at `url`; False where there is none."""
    with _said(url):
        system, folder = _open(url)
        system.invalidate_cache()
        try:
            system.get_file(f"{folder}/{file.name}", str(file))
        except FileNotFoundError:
            return False
    return True


def _open(url: str) -> tuple[Any, str]:
    """Return the file system of a URL, and the folder in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415
    except ImportError as error:
        raise WorkerError(
            f'"{url}" needs fsspec; install it with: pip install "relmap[cluster]"'
        ) from error
    system, folder = url_to_fs(url)
    return system, str(folder).rstrip("/")


@contextmanager
def _said(url: str) -> Iterator[None]:
    """Turn what a file system, or the want of one, raises into one sentence."""
    try:
        yield
    except ImportError as error:
        raise WorkerError(f'"{url}" cannot be opened ({error}); install what it names') from error
    except ValueError as error:
        raise WorkerError(
            f'"{url}" cannot be opened ({error}); name a folder, or a URL such as s3://bucket/parts'
        ) from error
    except OSError as error:
        raise StoreError(
            f'parts cannot be written to or read from "{url}" ({error}); '
            "check the address and the permissions, then run the same build again"
        ) from error
