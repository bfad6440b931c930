"""What readers take from the catalogue, while a build may be writing to it: articles by key."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from relmap.errors import StoreError
from relmap.store.encoding import check_of
from relmap.store.texts import inflate

#: Keys asked for at once; SQLite takes at least 999 parameters.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Content:
    """What the catalogue knows of an article; `text` is empty where it was not asked for."""

    title: str | None
    url: str | None
    text: str = ""


def read_contents(catalogue: Path, checks: Mapping[int, int], *, texts: bool) -> dict[int, Content]:
    """Return what the catalogue knows of articles, asked for by key with the index's check.

    Every call opens a connection of its own, so that any thread may ask.

    Raises
    ------
    StoreError
        when the catalogue is missing or damaged, or does not hold these articles.
    """
    # Offsets into another article's text would show sentences that nobody wrote.
    found = {
        key: Content(title, url, *(inflate(text, catalogue) for text in written))
        for key, content, title, url, *written in _rows(catalogue, sorted(checks), texts=texts)
        if check_of(content) == checks[key]
    }
    if len(found) < len(checks):
        raise StoreError(
            f'the store "{catalogue.parent}" has been built anew since it was opened; open it again'
        )
    return found


def read_built(catalogue: Path) -> date:
    """Return the day of the last build.

    Raises
    ------
    StoreError
        when the catalogue is missing or damaged.
    """
    with _reading(catalogue) as connection:
        found = connection.execute("SELECT value FROM facts WHERE name = 'built'").fetchone()
    return date.fromisoformat(found[0]) if found else date.min


def _rows(catalogue: Path, keys: list[int], *, texts: bool) -> Iterator[tuple[Any, ...]]:
    columns = "key, content, title, url, text" if texts else "key, content, title, url"
    with _reading(catalogue) as connection:
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            query = f"SELECT {columns} FROM articles WHERE key IN ({marks})"  # noqa: S608
            yield from connection.execute(query, some)


@contextmanager
def _reading(catalogue: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(_connect(catalogue)) as connection:
            yield connection
    except (sqlite3.Error, ValueError) as error:
        raise StoreError(
            f'the catalogue "{catalogue}" cannot be read ({error}); '
            "restore the file, or build the articles into a new store"
        ) from error


def _connect(catalogue: Path) -> sqlite3.Connection:
    address = catalogue.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True)
    try:
        connection.execute("SELECT 1 FROM articles LIMIT 1")
    except sqlite3.OperationalError:
        connection.close()
        # In a folder that may not be written to, SQLite cannot keep its shared memory beside the
        # file; then nobody can be writing either, and the file may be taken as it is.
        if catalogue.with_name(f"{catalogue.name}-wal").exists():
            raise
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)
    return connection
