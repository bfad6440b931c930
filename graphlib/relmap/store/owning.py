"""Which of several copies is the article, and the id that it goes by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import Any

from relmap.models import Unread
from relmap.store.catalogue import Catalogue
from relmap.store.identity import Copy, Owned
from relmap.store.inputs import WAS_READ
from relmap.store.schema import NO_ROW, ORIGINS, to_day

_CHOSEN = "revision chosen"

#: Copies looked at before their changes are written.
_AT_ONCE = 10_000

# The order decides, never the order in which copies were read: building a folder in two goes gives
# what building it in one gives.
_IN_ORDER = "ORDER BY s.upload, s.source, c.row, c.nth, a.content"
_COPIES = """
SELECT c.source, c.row, c.nth, c.key, c.own_id, c.shown_as, s.path
FROM sources s CROSS JOIN copies c ON c.source = s.id CROSS JOIN articles a ON a.key = c.key
"""
#: What `to_owned` reads, of a copy `c`, its source `s`, its content `a` and the outlet `o` of that.
OWNED = """
SELECT c.key, a.content, c.own_id, c.shown_as, s.path, c.row, a.title, c.title_source, o.name,
    c.outlet_source, a.day, c.date_source, a.url, a.words, c.language
"""
_BY_ID = f"""
{OWNED} FROM copies c JOIN sources s ON s.id = c.source JOIN articles a ON a.key = c.key
LEFT JOIN outlets o ON o.id = a.outlet
WHERE c.shown_as IS NOT NULL ORDER BY iif(c.shown_as = '', c.own_id, c.shown_as)
"""
_COPIED = """
SELECT s.path, c.row, t.path, k.row, a.title, k.own_id, k.shown_as
FROM sources s CROSS JOIN copies c ON c.source = s.id JOIN articles a ON a.key = c.key
JOIN temp.first f ON f.key = c.key
JOIN copies k ON (k.source, k.row, k.nth, k.key) = (f.source, f.row, f.nth, f.key)
JOIN sources t ON t.id = k.source
WHERE c.shown_as IS NULL
"""
_RENAMED = """
SELECT s.path, c.row, c.own_id, c.shown_as
FROM sources s CROSS JOIN copies c ON c.source = s.id CROSS JOIN articles a ON a.key = c.key
WHERE c.shown_as <> ''
"""


def choose_copies(catalogue: Catalogue) -> None:
    """Let the first copy of each content be the article, where anything has changed.

    It keeps the id that it was read with, lengthened where an article before it has the same one:
    "1", "1~c0ffee".
    """
    revision = str(catalogue.revision)
    if catalogue.fact(_CHOSEN) == revision:
        return
    with catalogue.transaction():
        _write_choice(catalogue)
        catalogue.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_CHOSEN, revision))


def _write_choice(catalogue: Catalogue) -> None:
    """Write down for every copy what it is shown as, where that is not what stands there."""
    catalogue.execute(
        "CREATE TEMP TABLE changed (source, row, nth, key, shown_as,"
        " PRIMARY KEY (source, row, nth, key)) WITHOUT ROWID"
    )
    changes: list[tuple[Any, ...]] = []
    for place, shown_as in _choices(catalogue):
        changes.append((*place, shown_as))
        if len(changes) >= _AT_ONCE:
            _keep(catalogue, changes)
    _keep(catalogue, changes)
    # Afterwards, since a table that is being read had better not change.
    catalogue.execute(
        "UPDATE copies AS c SET shown_as = n.shown_as FROM temp.changed n"
        " WHERE (n.source, n.row, n.nth, n.key) = (c.source, c.row, c.nth, c.key)"
    )
    catalogue.execute("DROP TABLE temp.changed")


def _keep(catalogue: Catalogue, changes: list[tuple[Any, ...]]) -> None:
    catalogue.execute_many("INSERT INTO temp.changed VALUES (?, ?, ?, ?, ?)", changes)
    changes.clear()


def _choices(catalogue: Catalogue) -> Iterator[tuple[tuple[int, ...], str | None]]:
    """Yield the copies that are shown as something else than is written down, and as what."""
    last = catalogue.execute("SELECT max(key) FROM articles").fetchone()[0] or 0
    owned = bytearray(last + 1)  # one byte an article tells whether it has its copy
    catalogue.execute("CREATE TEMP TABLE taken (article_id TEXT PRIMARY KEY) WITHOUT ROWID")
    for *place, own_id, noted, _ in catalogue.rows(f"{_COPIES} {_IN_ORDER}"):
        key = place[3]
        shown_as = None
        if not owned[key]:
            owned[key] = 1
            article_id = _take_id(catalogue, own_id, key)
            shown_as = "" if article_id == own_id else article_id
        if shown_as != noted:
            yield tuple(place), shown_as
    catalogue.execute("DROP TABLE temp.taken")


def _take_id(catalogue: Catalogue, own_id: str, key: int) -> str:
    """Return the copy's own id if it is free, else a longer one, and take it."""
    if _is_taken_now(catalogue, own_id):
        return own_id
    query = "SELECT content FROM articles WHERE key = ?"
    content = catalogue.execute(query, (key,)).fetchone()[0].hex()
    long = f"{own_id}~{content}"
    # Who writes a table may have given even the long one to another article.
    longer = (f"{long}~{number}" for number in count(2))
    ids = chain((f"{own_id}~{content[:6]}", long), longer)
    return next(one for one in ids if _is_taken_now(catalogue, one))


def _is_taken_now(catalogue: Catalogue, article_id: str) -> bool:
    """Take an id; False where another article has it."""
    query = "INSERT OR IGNORE INTO temp.taken VALUES (?)"
    return catalogue.execute(query, (article_id,)).rowcount == 1


def count_owned(catalogue: Catalogue) -> int:
    """Return how many articles there are, each counted once."""
    query = "SELECT count(*) FROM copies WHERE shown_as IS NOT NULL"
    return int(catalogue.execute(query).fetchone()[0])


def list_owned(catalogue: Catalogue) -> Iterator[Owned]:
    """Yield all articles by their ids."""
    return to_owned(catalogue, _BY_ID)


def to_owned(catalogue: Catalogue, query: str, values: Sequence[Any] = ()) -> Iterator[Owned]:
    """Yield what a query for `OWNED` finds."""
    for record in catalogue.rows(query, values):
        key, content, own_id, shown_as, path, row, title, by, outlet, its, day, on, *rest = record
        copy = Copy(
            key,
            content.hex(),
            own_id,
            path,
            None if row == NO_ROW else row,
            title,
            ORIGINS[by],
            outlet,
            ORIGINS[its],
            to_day(day),
            ORIGINS[on],
            *rest,
        )
        yield Owned(shown_as or own_id, copy)


def list_notices(catalogue: Catalogue, *, only_read: bool = False) -> list[Unread]:
    """Return which copies were left out or renamed; with `only_read` those of this reading."""
    read = f"AND {WAS_READ}" if only_read else ""
    catalogue.execute("DROP TABLE IF EXISTS temp.first")
    catalogue.execute(
        "CREATE TEMP TABLE first (key INTEGER PRIMARY KEY, source INTEGER, row INTEGER, nth INTEGER)"
    )
    catalogue.execute(
        "INSERT INTO temp.first SELECT key, source, row, nth FROM copies"
        " WHERE shown_as IS NOT NULL AND key IN (SELECT key FROM copies WHERE shown_as IS NULL)"
    )
    said = [_as_copied(*record) for record in catalogue.rows(f"{_COPIED} {read} {_IN_ORDER}")]
    renamed: dict[str, Unread] = {}
    for path, row, own_id, article_id in catalogue.rows(f"{_RENAMED} {_IN_ORDER}"):
        # Once a file: where two tables count from 1, its other rows are no different.
        renamed.setdefault(path, _as_renamed(path, row, own_id, article_id))
    if only_read:
        query = f"SELECT DISTINCT s.path FROM copies c JOIN sources s ON s.id = c.source WHERE {WAS_READ}"  # noqa: S608
        paths = {path for (path,) in catalogue.rows(query)} if renamed else set()
        renamed = {path: notice for path, notice in renamed.items() if path in paths}
    return [*said, *renamed.values()]


def _as_copied(  # noqa: PLR0913, PLR0917 - the columns of one query
    path: str, row: int, kept: str, kept_row: int, title: str | None, own_id: str, shown_as: str
) -> Unread:
    where = kept if kept_row == NO_ROW else f"{kept}, row {kept_row}"
    name = title or shown_as or own_id
    reason = f'the same article as "{name}" ({where}), read already'
    return Unread(path, None if row == NO_ROW else row, reason)


def _as_renamed(path: str, row: int, own_id: str, article_id: str) -> Unread:
    return Unread(
        path,
        None if row == NO_ROW else row,
        f'the id "{own_id}" already stands for another article; this one, and others like it '
        f'in this file, are kept under longer ids ("{article_id}"); '
        "give every article an id of its own",
    )
