"""Generations: a finished index becomes the one in force by one rename; the last one is kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

import pyarrow as pa

from relmap.errors import StoreError
from relmap.store.files import TEMPORARY, flush_file, flush_folder, write_whole
from relmap.store.folder import StoreFolder
from relmap.store.index import Index
from relmap.store.mapped import check_files, load_index, load_keys, save_index

_NAME = re.compile(r"[0-9a-f]{32}")


def current_generation(folder: StoreFolder) -> str | None:
    """Return the generation in force, or None where none was ever finished.

    Raises
    ------
    StoreError
        when the pointer holds anything but the name of a generation.
    """
    try:
        name = folder.current.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _damaged(folder) from error
    if not _NAME.fullmatch(name):
        raise _damaged(folder)
    return name


def generation_in_force(folder: StoreFolder) -> str | None:
    """Return the generation in force as a build sees it: a damaged pointer is simply replaced."""
    try:
        return current_generation(folder)
    except StoreError:
        return None


def open_current(folder: StoreFolder) -> tuple[Path, Index]:
    """Return the folder and the index of the generation in force, whose files are all checked.

    Raises
    ------
    StoreError
        when none was finished yet, or its files are missing or damaged.
    """
    name = current_generation(folder)
    while name is not None:
        try:
            return folder.index / name, _load_checked(folder.index / name)
        except StoreError:
            # Two builds may have ended between reading the pointer and opening the files.
            newer = current_generation(folder)
            if newer == name:
                raise
            name = newer
    raise StoreError(
        f'the store at "{folder.root}" was never finished; '
        'run the same "relmap build" again, it goes on where it stopped'
    )


def keys_of(folder: StoreFolder, generation: str | None) -> frozenset[int]:
    """Return the keys of the articles that a generation shows, also one of an older format."""
    return frozenset() if generation is None else load_keys(folder.index / generation)


def extractor_of(folder: StoreFolder, generation: str) -> str:
    """Return the version of the extractor that a generation was made with; "" where damaged."""
    try:
        return load_index(folder.index / generation).manifest.extractor
    except StoreError:
        return ""


def is_usable(folder: StoreFolder, generation: str) -> bool:
    """Tell whether a generation lies in the store, whole and in today's format."""
    path = folder.index / generation
    try:
        _load_checked(path)
    except StoreError:
        return False
    return True


def add_generation(folder: StoreFolder, index: Index, tables: Mapping[str, pa.Table]) -> Path:
    """Write a generation under a temporary name and rename it when every file is on the disk."""
    final = folder.index / index.manifest.generation
    draft = final.with_name(final.name + TEMPORARY)
    for old in (draft, final):
        if old.exists():
            shutil.rmtree(old)
    draft.mkdir(parents=True)
    save_index(draft, index, tables)
    for path in sorted(draft.iterdir()):
        flush_file(path)
    flush_folder(draft)
    draft.rename(final)
    flush_folder(folder.index)
    return final


def switch(folder: StoreFolder, generation: str) -> None:
    """Put a generation in force: readers that open the store from now on see it."""
    write_whole(folder.current, generation.encode("ascii") + b"\n")


def drop_others(folder: StoreFolder, kept: Collection[str | None]) -> None:
    """Remove all generations but the kept ones, and what killed builds left behind."""
    for path in sorted(folder.index.iterdir()):
        if path.is_dir() and path.name not in kept:
            # Where a reader still holds a file open and the system refuses, the next build tries.
            shutil.rmtree(path, ignore_errors=True)


def _load_checked(path: Path) -> Index:
    index = load_index(path)
    check_files(path)
    return index


def _damaged(folder: StoreFolder) -> StoreError:
    return StoreError(
        f'the pointer "{folder.current}" is damaged; '
        'run "relmap build" on the same articles and store again, it is then made anew'
    )
