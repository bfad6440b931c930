"""Inputs → articles: walks files and folders, and opens each with the reader for its kind.

Nothing is lost: every file ends as an article or as an `Unread` with the reason. A new kind of
file is one entry in `READERS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from relmap.corpus.listings import is_listing, read_listing
from relmap.corpus.sources import Reader, Source, Told, from_file, from_upload, shown
from relmap.corpus.tables import RECORDS, read_table
from relmap.corpus.textfiles import read_text
from relmap.errors import InputError
from relmap.models import STORE_MARKER, Article, Unread

Item = TypeVar("Item")

#: The reader for each suffix (small letters).
READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    **dict.fromkeys(RECORDS, read_table),
}
#: The longest article, in characters.
MAX_CHARS = 1_000_000


def read(paths: Sequence[Path], *, max_chars: int = MAX_CHARS) -> Iterator[Article | Unread]:
    """Yield what files and folders hold, in the order given, folders recursively and sorted.

    A table that describes files (`listings`) counts for those of its files that are given too.
    Never raises for a bad input: what cannot be read is yielded as `Unread`.
    """
    found = tuple(_walk(paths))
    sources = [source for source in found if isinstance(source, Source)]
    listings = {source.shown for source in sources if is_listing(source, max_chars)}
    told: dict[Path, Told] = {}
    yield from _read_listings([s for s in sources if s.shown in listings], sources, max_chars, told)
    for source in found:
        if isinstance(source, Unread):
            yield source
        elif source.shown not in listings:
            yield from _read_one(_describe(source, told), max_chars)


def _read_listings(
    listings: Sequence[Source], sources: Sequence[Source], max_chars: int, told: dict[Path, Told]
) -> Iterator[Unread]:
    """Fill `told` with what the listings say; yield what is wrong with them."""
    given = {source.real for source in sources if source.real is not None}
    for listing in listings:
        for item in _guarded(listing, read_listing(listing, max_chars, given)):
            if isinstance(item, Unread):
                yield item
            else:
                told.setdefault(item.file, item.told)


def _describe(source: Source, told: Mapping[Path, Told]) -> Source:
    known = told.get(source.real) if source.real is not None else None
    return replace(source, told=known) if known else source


def read_upload(
    name: str, content: bytes, *, max_chars: int = MAX_CHARS
) -> Iterator[Article | Unread]:
    """Yield what an uploaded file holds; `name` is shown, never opened."""
    yield from _read_one(from_upload(name, content), max_chars)


def _read_one(source: Source, max_chars: int) -> Iterator[Article | Unread]:
    reader = READERS.get(source.suffix)
    if reader is None:
        return iter([source.unread(_unknown_kind(source.suffix))])
    return _guarded(source, reader(source, max_chars))


def _guarded(source: Source, items: Iterator[Item]) -> Iterator[Item | Unread]:
    """Yield a reader's items, and what stops it as a notice; one that yields none is said so."""
    nothing = True
    try:
        for item in items:
            nothing = False
            yield item
    except InputError as error:
        yield source.unread(str(error))
    except OSError as error:
        yield source.unread(_system_reason(error))
    else:
        if nothing:
            yield source.unread("the file holds no articles; put some into it or leave it out")


def _walk(paths: Sequence[Path]) -> Iterator[Source | Unread]:
    """Yield each file once, in order, and what cannot be walked."""
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
                f"this folder holds nothing to read; put {_kinds()} files into it",
            )


def _source(file: Path) -> Source | Unread:
    try:
        if not file.is_file():
            return Unread(shown(file), None, "this is not a regular file; give a file or a folder")
        return from_file(file)
    except OSError as error:
        return Unread(shown(file), None, _system_reason(error))


def _files(path: Path) -> Iterator[Path | Unread]:
    try:
        if not path.exists():
            yield Unread(shown(path), None, "there is no such file or folder; check the path")
        elif path.is_dir():
            yield from _files_below(path)
        else:
            yield path
    except (OSError, ValueError) as error:
        yield Unread(shown(path), None, _system_reason(error))


def _files_below(folder: Path) -> Iterator[Path | Unread]:
    """Yield the files of a folder and then of its folders, sorted; names with a dot are hidden.

    Links to folders are not followed, for they may lead in a circle; they are said, like stores.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Unread(shown(folder), None, _system_reason(error))
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


def _system_reason(error: Exception) -> str:
    what = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"the system could not open it ({what.lower()}); check the path and its permissions"


def _kinds() -> str:
    return ", ".join(sorted(READERS))


def _unknown_kind(suffix: str) -> str:
    named = f'files that end in "{suffix}"' if suffix else "files without an ending"
    return f"{named} are not read; relmap reads {_kinds()}: save the article as one of these"
