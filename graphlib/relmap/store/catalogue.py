"""The catalogue: the articles, every place they were read at, and what was not read (SQLite).

Contents and copies are kept apart. `articles` holds each content once; `copies` says at which
place (file and row) it was read. A place that is read again points to its new content, and
contents that no place points to leave the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from relmap.errors import StoreError
from relmap.models import Unread
from relmap.store.schema import CACHE, PAGE_SIZE, SCHEMA, SCHEMA_VERSION, sqlite_errors
from relmap.store.texts import inflate

_REVISION = "revision"


class Catalogue:
    """The write side of the catalogue; only a build that holds the store's lock makes one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with sqlite_errors(path):
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA busy_timeout = 30000")
            self._make_tables()

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    def _make_tables(self) -> None:
        found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if found not in {0, SCHEMA_VERSION}:
            raise StoreError(
                f'the catalogue "{self._path}" is of version {found}, this relmap writes version '
                f"{SCHEMA_VERSION}; build the articles into a new store"
            )
        self._db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        self._db.execute(f"PRAGMA cache_size = {-CACHE}")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if found == 0:
            # One transaction: a killed first build leaves all tables or none.
            self._db.executescript(
                f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )

    # statements

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Have all statements inside take effect together, or none."""
        with sqlite_errors(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                # On a full disk SQLite rolls back by itself; a second time would hide the reason.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def execute(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with sqlite_errors(self._path):
            return self._db.execute(statement, values)

    def execute_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for every row of values."""
        with sqlite_errors(self._path):
            self._db.executemany(statement, rows)

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, while it is being found."""
        with sqlite_errors(self._path):
            yield from self._db.execute(query, values)

    # what there is

    @property
    def revision(self) -> int:
        """A number that is another one after every change of what the store shows."""
        return int(self.fact(_REVISION) or 0)

    def note_change(self) -> None:
        """Count a change, in the transaction that makes it."""
        self._set(_REVISION, str(self.revision + 1))

    def unread(self) -> list[Unread]:
        """Return what was noted as unread, sorted by path and row."""
        query = "SELECT path, row, reason FROM unread ORDER BY path, row, reason"
        return [Unread(*record) for record in self.rows(query)]

    def texts(self, keys: Sequence[int]) -> Mapping[int, str]:
        """Return the texts of some articles by key."""
        query = "SELECT text FROM articles WHERE key = ?"
        written = {int(key): self.execute(query, (int(key),)).fetchone()[0] for key in keys}
        return {key: inflate(text, self._path) for key, text in written.items()}

    # facts

    def fact(self, name: str) -> str | None:
        """Return a remembered text, or None."""
        found = self.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if found is None else str(found[0])

    def remember(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        if self.fact(name) != value:
            with self.transaction():
                self._set(name, value)

    def _set(self, name: str, value: str) -> None:
        self.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
