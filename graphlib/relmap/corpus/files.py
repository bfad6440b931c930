"""Inputs → articles: files and folders, read for the first time or where they have changed.

Nothing is lost: every file ends as an article or as an `Unread` with the reason. The kinds of
files that can be opened are listed in `kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TypeVar

from relmap.corpus.digests import digest
from relmap.corpus.kinds import guarded, is_read, is_window, read_source
from relmap.corpus.listings import Listed, is_listing, read_listing
from relmap.corpus.otherkinds import folded, reason_of
from relmap.corpus.sources import Source, Told, from_upload, shown, system_reason
from relmap.corpus.walking import walk
from relmap.models import Article, Finished, Unread

Item = TypeVar("Item")

#: The longest article, in characters.
MAX_CHARS = 1_000_000

#: Tells whether a file (its shown path) is known with this digest: then it need not be read again.
Known = Callable[[str, str], bool]


def read(paths: Sequence[Path], *, max_chars: int = MAX_CHARS) -> Iterator[Article | Unread]:
    """Yield what files and folders hold, in the order given, folders recursively and sorted.

    A table that describes files (`listings`) counts for those of its files that are given too.
    Never raises for a bad input: what cannot be read is yielded as `Unread`.
    """
    for item in read_anew(paths, lambda _path, _digest: False, max_chars=max_chars):
        if not isinstance(item, Finished):
            yield item


def read_anew(
    paths: Sequence[Path], known: Known, *, max_chars: int = MAX_CHARS
) -> Iterator[Article | Unread | Finished]:
    """Yield what `read` does, but nothing of a file for which `known(path, digest)` is true.

    Behind what a file holds stands `Finished`; for a known file it stands alone. The digest is that
    of the file's bytes and of what a table beside it tells of it, so a changed row of that table
    changes the digests of the files it describes. What cannot be opened, or is of a kind that is
    not read, has no `Finished`: it is said each time.
    """
    found = tuple(walk(paths))
    sources = [source for source in found if isinstance(source, Source)]
    listings = [source for source in sources if is_listing(source, max_chars)]
    told: dict[Path, Told] = {}
    for listing in listings:
        yield from _read_listing(listing, sources, known, max_chars, told)
    tables = {listing.real for listing in listings}
    folders = [shown(path) for path in paths if path.is_dir()]
    others: list[Unread] = []
    for source in found:
        if isinstance(source, Unread):
            yield source
        elif not is_read(source):
            unread = source.unread(reason_of(source.suffix))
            if any(PurePath(source.shown).is_relative_to(folder) for folder in folders):
                others.append(unread)
            else:
                yield unread
        elif source.real not in tables:
            described = _describe(source, told)
            items = read_source(described, max_chars)
            yield from _unless_known(described, items, known, max_chars)
    yield from folded(iter(others))


def read_upload(
    name: str, content: bytes, *, max_chars: int = MAX_CHARS
) -> Iterator[Article | Unread]:
    """Yield what an uploaded file holds; `name` is shown, never opened."""
    yield from read_source(from_upload(name, content), max_chars)


def _read_listing(
    listing: Source, sources: Sequence[Source], known: Known, max_chars: int, told: dict[Path, Told]
) -> Iterator[Unread | Finished]:
    """Fill `told` with what a listing says; yield what is wrong with it, unless that is known.

    What is wrong depends on the files that are given beside it: hence it counts for the digest.
    """
    given = {source.real for source in sources if source.real is not None}
    items = tuple(guarded(listing, read_listing(listing, max_chars, given)))
    for item in items:
        if isinstance(item, Listed):
            told.setdefault(item.file, item.told)
    notices = [item for item in items if isinstance(item, Unread)]
    yield from _unless_known(listing, _said(notices), known, max_chars, notices)


def _said(notices: Sequence[Unread]) -> Generator[Unread, None, bool]:
    yield from notices
    return True


def _unless_known(
    source: Source,
    items: Generator[Item, None, bool],
    known: Known,
    max_chars: int,
    notices: Sequence[Unread] = (),
) -> Iterator[Item | Unread | Finished]:
    """Yield the items of a source, which are not asked for where it is known, then `Finished`."""
    try:
        # Before it is read: if it changes meanwhile, the next build sees another digest.
        found = digest(source, max_chars, notices)
    except OSError as error:
        yield source.unread(system_reason(error))
        return
    if known(source.shown, found):
        yield Finished(source.shown, found, unchanged=True)
        return
    windows: set[str] = set()
    if (yield from _noting_windows(items, windows)):
        yield Finished(source.shown, found, windows=tuple(sorted(windows)))


def _noting_windows(
    items: Generator[Item, None, bool], windows: set[str]
) -> Generator[Item, None, bool]:
    """Yield the items; put the paths of those that come from feeds into `windows`."""
    while True:
        try:
            item = next(items)
        except StopIteration as stop:
            return bool(stop.value)
        if isinstance(item, (Article, Unread)) and is_window(item.path):
            windows.add(item.path)
        yield item


def _describe(source: Source, told: Mapping[Path, Told]) -> Source:
    known = told.get(source.real) if source.real is not None else None
    return replace(source, told=known) if known else source
