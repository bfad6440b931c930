"""The tables of the catalogue, and the small numbers that stand in them for words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Error

from relmap.errors import StoreError
from relmap.models import Origin

SCHEMA_VERSION = 3

#: Texts of one or two kilobytes leave a third of SQLite's usual pages of 4 kB empty.
PAGE_SIZE = 65536

#: Kilobytes of memory for pages: a million contents are found again by 22 MB of them.
CACHE = 64_000

#: The place in this list is an origin's number in the catalogue: add at the end only.
ORIGINS: tuple[Origin, ...] = (
    "unknown",
    "table",
    "headline",
    "dateline",
    "byline",
    "file name",
    "user",
    "metadata",
)
ORIGIN_NUMBERS = {origin: number for number, origin in enumerate(ORIGINS)}

#: The row of an article that is a whole file.
NO_ROW = -1

# Keys count up and are never used twice (AUTOINCREMENT): a reader that still shows an older
# generation must not find another article under its key. The text stands last, so that nothing
# else of a long article lies behind it.
#
# `copies.shown_as` is NULL where another copy is the article, "" where this one is and goes by its
# own id, and else the longer id that it goes by.
SCHEMA = """
CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    content BLOB NOT NULL,
    title TEXT, day INTEGER, outlet INTEGER REFERENCES outlets (id), url TEXT,
    words INTEGER NOT NULL, text BLOB NOT NULL
);
CREATE INDEX articles_by_content ON articles (substr(content, 1, 6));
CREATE TABLE outlets (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, upload INTEGER NOT NULL,
    path TEXT NOT NULL, digest BLOB
);
CREATE TABLE copies (
    source INTEGER NOT NULL REFERENCES sources (id), row INTEGER NOT NULL, nth INTEGER NOT NULL,
    key INTEGER NOT NULL REFERENCES articles (key),
    upload INTEGER NOT NULL, own_id TEXT NOT NULL,
    title_source INTEGER NOT NULL, date_source INTEGER NOT NULL, outlet_source INTEGER NOT NULL,
    language TEXT NOT NULL, shown_as TEXT,
    PRIMARY KEY (source, row, nth, key)
) WITHOUT ROWID;
CREATE INDEX uploads_by_key ON copies (key) WHERE upload;
CREATE TABLE unread (
    source TEXT NOT NULL, path TEXT NOT NULL, row INTEGER, reason TEXT NOT NULL
);
CREATE TABLE parts (id INTEGER PRIMARY KEY, extractor TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE extracted (
    part INTEGER NOT NULL REFERENCES parts (id), key INTEGER NOT NULL, PRIMARY KEY (part, key)
) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def to_day(number: int | None) -> str | None:
    """Return the ISO text of a day in the catalogue."""
    return None if number is None else date.fromordinal(number).isoformat()


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite complains about into one sentence for the user."""
    try:
        yield
    except Error as error:
        raise StoreError(
            f'the catalogue "{path}" cannot be used ({error}); '
            "free some disk space or restore the file, or build the articles into a new store"
        ) from error
