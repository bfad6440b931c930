"""Paths as they were given → the files to open, each once and in order, and what cannot be walked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from relmap.corpus.kinds import SUFFIXES
from relmap.corpus.sources import Source, from_file, shown, system_reason
from relmap.models import STORE_MARKER, Unread


def walk(paths: Sequence[Path]) -> Iterator[Source | Unread]:
    """Yield each file once: in the order given, folders recursively and sorted."""
    seen: set[Path] = set()
    for path in paths:
        found = False
        for file in _files(path):
            found = True
            source = file if isinstance(file, Unread) else _source(file)
            if isinstance(source, Unread):
                yield source
            elif source.real is not None and source.real not in seen:
                seen.add(source.real)
                yield source
        if not found:
            yield Unread(
                shown(path),
                None,
                f"this folder holds nothing to read; put {', '.join(SUFFIXES)} files into it",
            )


def _source(file: Path) -> Source | Unread:
    try:
        if not file.is_file():
            return Unread(shown(file), None, "this is not a regular file; give a file or a folder")
        return from_file(file)
    except OSError as error:
        return Unread(shown(file), None, system_reason(error))


def _files(path: Path) -> Iterator[Path | Unread]:
    try:
        if not path.exists():
            yield Unread(shown(path), None, "there is no such file or folder; check the path")
        elif path.is_dir():
            yield from _files_below(path)
        else:
            yield path
    except (OSError, ValueError) as error:
        yield Unread(shown(path), None, system_reason(error))


def _files_below(folder: Path) -> Iterator[Path | Unread]:
    """Yield the files of a folder and then of its folders, sorted; names with a dot are hidden.

    Links to folders are not followed, for they may lead in a circle; they are said, like stores.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Unread(shown(folder), None, system_reason(error))
        return
    if any(entry.name == STORE_MARKER for entry in entries):
        yield Unread(
            shown(folder),
            None,
            "this folder is a relmap store, not articles; leave it out, or name it with --store",
        )
        return
    for entry in entries:
        if not entry.is_dir():
            yield entry
    for entry in entries:
        if entry.is_symlink() and entry.is_dir():
            yield Unread(
                shown(entry),
                None,
                "this is a link to a folder and is not followed; give the folder itself",
            )
        elif entry.is_dir():
            yield from _files_below(entry)
