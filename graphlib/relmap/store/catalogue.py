"""The catalogue: the articles, every place they were read at, and what was not read (SQLite).

Contents and copies are kept apart. `articles` holds each content once; `copies` says at which
place (file and row) it was read. A place that is read again points to its new content, and
contents that no place points to leave the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType

from relmap.errors import StoreError
from relmap.models import Article, Unread
from relmap.store.identity import Copy, Place, content_hash, digest, sayable, source_of

SCHEMA_VERSION = 1

# Keys count up and are never used twice (AUTOINCREMENT): a reader that still shows an older
# generation must not find another article under its key.
SCHEMA = """
CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    content TEXT NOT NULL UNIQUE,
    title TEXT, text TEXT NOT NULL, date TEXT, outlet TEXT, url TEXT, words INTEGER NOT NULL
);
CREATE TABLE copies (
    place TEXT PRIMARY KEY,
    upload INTEGER NOT NULL, source TEXT NOT NULL, row INTEGER,
    key INTEGER NOT NULL REFERENCES articles (key),
    path TEXT NOT NULL, own_id TEXT NOT NULL,
    title_source TEXT NOT NULL, date_source TEXT NOT NULL, outlet_source TEXT NOT NULL
);
CREATE INDEX copies_by_key ON copies (key);
CREATE INDEX copies_by_source ON copies (source);
CREATE TABLE unread (
    source TEXT NOT NULL, path TEXT NOT NULL, row INTEGER, reason TEXT NOT NULL
);
CREATE TABLE parts (
    extractor TEXT NOT NULL, key INTEGER NOT NULL, part TEXT NOT NULL,
    PRIMARY KEY (extractor, key)
) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

# The columns are the fields of `Copy`.
_COPIES_IN_ORDER = """
SELECT c.key, a.content, c.own_id, c.path, c.row, a.title, c.title_source, a.outlet,
    c.outlet_source, a.date, c.date_source, a.url, a.words
FROM copies c JOIN articles a ON a.key = c.key
ORDER BY c.upload, c.source, c.row, c.place
"""


class Catalogue:
    """The write side of the catalogue; only a build that holds the store's lock makes one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with sqlite_errors(path):
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA busy_timeout = 30000")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
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
        if found == 0:
            # One transaction: a killed first build leaves all tables or none.
            self._db.executescript(
                f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
            )
        elif found != SCHEMA_VERSION:
            raise StoreError(
                f'the catalogue "{self._path}" is of version {found}, this relmap writes version '
                f"{SCHEMA_VERSION}; build the articles into a new store"
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
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

    # reading the inputs

    def begin_reading(self) -> None:
        """Forget what the last reading saw."""
        with sqlite_errors(self._path):
            self._db.executescript(
                "DROP TABLE IF EXISTS temp.seen;"
                "CREATE TEMP TABLE seen (place TEXT PRIMARY KEY, source TEXT) WITHOUT ROWID;"
            )

    def add(self, articles: Iterable[Article], *, upload: bool) -> None:
        """Note where each article was read, and its content if it is new; one transaction."""
        with self._transaction():
            for article in articles:
                self._add_copy(article, self._add_content(article), upload=upload)

    def _add_content(self, article: Article) -> int:
        content = content_hash(article)
        found = self._db.execute("SELECT key FROM articles WHERE content = ?", (content,))
        if (known := found.fetchone()) is not None:
            return int(known[0])
        made = self._db.execute(
            "INSERT INTO articles (content, title, text, date, outlet, url, words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                content,
                article.title,
                article.text,
                article.date.isoformat() if article.date else None,
                article.outlet,
                article.url,
                len(article.text.split()),
            ),
        )
        key = made.lastrowid
        assert key is not None  # noqa: S101 - an INSERT into a rowid table always has one
        return key

    def _add_copy(self, article: Article, key: int, *, upload: bool) -> None:
        source = source_of(article.path, upload=upload)
        # An upload has no place of its own: two different files may be called "articles.csv".
        parts = (content_hash(article),) if upload else (source, article.row)
        place = self._free_place(parts)
        self._db.execute("INSERT INTO temp.seen VALUES (?, ?)", (place, source))
        self._db.execute(
            "INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                place,
                int(upload),
                source,
                article.row,
                key,
                sayable(article.path),
                article.article_id,
                article.title_source,
                article.date_source,
                article.outlet_source,
            ),
        )

    def _free_place(self, parts: Sequence[object]) -> str:
        """Return a name for the place; a file that holds several articles in no rows counts them."""
        nth = 0
        while True:
            place = digest((*parts, nth))
            seen = self._db.execute("SELECT 1 FROM temp.seen WHERE place = ?", (place,)).fetchone()
            if seen is None:
                return place
            nth += 1

    def end_reading(
        self, given: Iterable[str], unread: Iterable[Unread], *, upload: bool = False
    ) -> None:
        """Let go of what is no longer in the inputs that were read, and note what was not read.

        Rows that vanished from a table that was read go; a file that could not be read at all
        keeps the articles it gave before. `given` are the inputs as named to the build: what was
        noted as unread in or under them is replaced.
        """
        with self._transaction():
            self._db.execute(
                "DELETE FROM copies WHERE upload = 0"
                " AND source IN (SELECT source FROM temp.seen)"
                " AND place NOT IN (SELECT place FROM temp.seen)"
            )
            self._db.execute("DELETE FROM unread WHERE source IN (SELECT source FROM temp.seen)")
            for path in given:
                self._forget_unread(source_of(path, upload=upload))
            unread = list(unread)
            sources = [source_of(item.path, upload=upload) for item in unread]
            for source in sources:
                self._db.execute("DELETE FROM unread WHERE source = ?", (source,))
            self._db.executemany(
                "INSERT INTO unread VALUES (?, ?, ?, ?)",
                [
                    (source, sayable(item.path), item.row, sayable(item.reason))
                    for source, item in zip(sources, unread, strict=True)
                ],
            )

    def _forget_unread(self, source: str) -> None:
        inside = str(Path(source) / "x")[:-1]
        self._db.execute(
            "DELETE FROM unread WHERE source = ? OR substr(source, 1, ?) = ?",
            (source, len(inside), inside),
        )

    # what there is

    def copies(self) -> list[Copy]:
        """Return all places in the order that decides which copy an article is shown as."""
        with sqlite_errors(self._path):
            return [Copy(*record) for record in self._db.execute(_COPIES_IN_ORDER)]

    def seen(self) -> list[Place]:
        """Return the places that this reading read."""
        query = "SELECT key, path, row FROM copies WHERE place IN (SELECT place FROM temp.seen)"
        with sqlite_errors(self._path):
            return [Place(*record) for record in self._db.execute(query)]

    def unread(self) -> list[Unread]:
        """Return what was noted as unread, sorted by path and row."""
        query = "SELECT path, row, reason FROM unread ORDER BY path, row, reason"
        with sqlite_errors(self._path):
            return [Unread(*record) for record in self._db.execute(query)]

    def articles(self, keys: Sequence[int]) -> list[Article]:
        """Return the contents of the given keys, known by their hash, in the order given."""
        return [self._article(key) for key in keys]

    def _article(self, key: int) -> Article:
        query = "SELECT content, text, title, date, outlet, url FROM articles WHERE key = ?"
        with sqlite_errors(self._path):
            content, text, title, day, outlet, url = self._db.execute(query, (key,)).fetchone()
        return Article(
            article_id=content,
            text=text,
            path="",
            title=title,
            date=None if day is None else date.fromisoformat(day),
            outlet=outlet,
            url=url,
        )

    def text_hashes(self) -> dict[int, str]:
        """Return a hash of the text alone of every content, by key; reads all texts."""
        query = "SELECT key, text FROM articles"
        with sqlite_errors(self._path):
            return {key: digest((text,)) for key, text in self._db.execute(query)}

    # parts

    def without_part(self, extractor: str, keys: Iterable[int]) -> list[int]:
        """Return which of the articles this extractor has not read yet, ascending."""
        with sqlite_errors(self._path):
            query = "SELECT key FROM parts WHERE extractor = ?"
            known = {key for (key,) in self._db.execute(query, (extractor,))}
        return sorted(set(keys) - known)

    def add_part(self, extractor: str, part: str, keys: Iterable[int]) -> None:
        """Note that a part on disk holds what was extracted from the articles; one transaction."""
        with self._transaction():
            self._db.executemany(
                "INSERT OR REPLACE INTO parts VALUES (?, ?, ?)",
                [(extractor, key, part) for key in keys],
            )

    def forget_part(self, part: str) -> None:
        """Have the articles of a part extracted again: its file is missing or damaged."""
        with self._transaction():
            self._db.execute("DELETE FROM parts WHERE part = ?", (part,))

    def parts(self, extractor: str) -> list[str]:
        """Return the names of the extractor's parts, sorted."""
        query = "SELECT DISTINCT part FROM parts WHERE extractor = ? ORDER BY part"
        with sqlite_errors(self._path):
            return [part for (part,) in self._db.execute(query, (extractor,))]

    def prune(self, extractor: str, keys_in_use: Iterable[int]) -> None:
        """Drop contents that neither a place nor a kept generation uses, and others' parts."""
        with self._transaction():
            self._db.execute("CREATE TEMP TABLE used (key INTEGER PRIMARY KEY)")
            self._db.executemany(
                "INSERT OR IGNORE INTO used VALUES (?)", [(int(key),) for key in keys_in_use]
            )
            self._db.execute(
                "DELETE FROM articles WHERE key NOT IN (SELECT key FROM used)"
                " AND key NOT IN (SELECT key FROM copies)"
            )
            self._db.execute(
                "DELETE FROM parts WHERE extractor <> ? OR key NOT IN (SELECT key FROM articles)",
                (extractor,),
            )
            self._db.execute("DROP TABLE used")

    # facts

    def fact(self, name: str) -> str | None:
        """Return a remembered text, or None."""
        query = "SELECT value FROM facts WHERE name = ?"
        with sqlite_errors(self._path):
            found = self._db.execute(query, (name,)).fetchone()
        return None if found is None else str(found[0])

    def remember(self, name: str, value: str) -> None:
        """Remember a text under a name."""
        with self._transaction():
            self._db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite complains about into one sentence for the user."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            f'the catalogue "{path}" cannot be used ({error}); '
            "free some disk space or restore the file, or build the articles into a new store"
        ) from error
