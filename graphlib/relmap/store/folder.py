"""The folder that is a store: its marker, and what lies where in it.

relmap-store.json      says that this folder is a store, and of which format
catalogue.sqlite       the articles, where each was read, what was not read
parts/                 extracted facts, one immutable file per batch of articles
index/<generation>/    what the page reads; CURRENT names the generation in force
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from relmap.errors import StoreError
from relmap.models import STORE_MARKER
from relmap.store.files import TEMPORARY, write_whole

MARKER = STORE_MARKER
FORMAT = 2


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The places inside a store's folder."""

    root: Path

    @property
    def catalogue(self) -> Path:
        """The SQLite file."""
        return self.root / "catalogue.sqlite"

    @property
    def parts(self) -> Path:
        """The folder of extracted facts."""
        return self.root / "parts"

    @property
    def index(self) -> Path:
        """The folder of generations."""
        return self.root / "index"

    @property
    def current(self) -> Path:
        """The file that names the generation in force."""
        return self.root / "CURRENT"

    @property
    def lock(self) -> Path:
        """The file that a build locks."""
        return self.root / "build.lock"


def find_store(path: Path) -> StoreFolder:
    """Return the store at `path`.

    Raises
    ------
    StoreError
        when nothing is there, it is not a store, or its format is another one.
    """
    try:
        if not path.exists():
            raise StoreError(
                f'there is no store at "{path}"; '
                f'make one with: relmap build ARTICLES --store "{path}"'
            )
        if not (path / MARKER).is_file():
            raise StoreError(
                f'"{path}" is not a relmap store (it holds no {MARKER}); '
                "name another one with --store, or a new folder to build into"
            )
        _check_format(path / MARKER)
    except OSError as error:
        raise StoreError(
            f'"{path}" cannot be looked into ({error.strerror}); name another place with --store'
        ) from error
    return StoreFolder(path)


def make_store(path: Path) -> StoreFolder:
    """Return the store at `path`, made if nothing (or an empty folder) is there.

    Raises
    ------
    StoreError
        when something else is there, the folder cannot be written, or its catalogue is lost: a new
        one would know nothing of what was uploaded, nor of files that are gone since.
    """
    folder = StoreFolder(path)
    try:
        if path.exists() and not _is_unused(path):
            find_store(path)
            if folder.current.exists() and not folder.catalogue.exists():
                raise StoreError(
                    f'the catalogue "{folder.catalogue}" is missing, which holds the articles; '
                    "restore the file, or build the articles into a new store"
                )
        else:
            path.mkdir(parents=True, exist_ok=True)
            write_whole(path / MARKER, json.dumps({"format": FORMAT}).encode() + b"\n")
        folder.parts.mkdir(exist_ok=True)
        folder.index.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(
            f'no store can be made at "{path}" ({error.strerror}); name another place with --store'
        ) from error
    return folder


def _is_unused(path: Path) -> bool:
    """Tell whether a folder holds nothing but what a first build left that was killed at once."""
    return path.is_dir() and all(entry.name.endswith(TEMPORARY) for entry in path.iterdir())


def _check_format(marker: Path) -> None:
    try:
        found = json.loads(marker.read_text(encoding="utf-8"))["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f'the marker "{marker}" cannot be understood; build into a new folder'
        ) from error
    if found != FORMAT:
        raise StoreError(
            f'the store at "{marker.parent}" has format {found}, this relmap reads format '
            f"{FORMAT}; use the relmap that made it, or build the articles into a new folder"
        )
