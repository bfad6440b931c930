"""What readers take from the catalogue: article texts by key, read from the catalogue while a build may be writing to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from relmap.errors import StoreError

#: Keys asked for at once; SQLite takes at least 999 parameters.
_AT_ONCE = 500


def read_texts(catalogue: Path, articles: Mapping[int, str]) -> Mapping[int, str]:
    """Return the text of each article, asked for by key with the hash of its content.

    Every call opens a connection of its own, so that any thread may ask.

    Raises
    ------
    StoreError
        when the catalogue is missing or damaged, or does not hold these articles.
    """
    wanted = sorted(articles)
    texts: dict[int, str] = {}
    with _reading(catalogue) as connection:
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            query = f"SELECT key, content, text FROM articles WHERE key IN ({marks})"  # noqa: S608
            found = connection.execute(query, some)
            # Offsets into another article's text would show sentences that nobody wrote.
            texts |= {key: text for key, content, text in found if content == articles[key]}
    if len(texts) < len(wanted):
        raise StoreError(
            f'the store "{catalogue.parent}" has been built anew since it was opened; open it again'
        )
    return texts


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
