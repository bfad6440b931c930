"""One reading of the inputs: what is known stays, what is new or has changed is noted, what left goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from relmap.models import Article, Finished, Unread
from relmap.store.catalogue import Catalogue
from relmap.store.identity import bounds_inside, digest, places_of, sayable, source_of
from relmap.store.noting import Notes
from relmap.store.vanishing import drop_vanished

# `seen`: the places that were read; `finished`: the inputs that were read to their end, with what
# stands for them; `kept`: the sources of inputs that have not changed.
_TEMPORARY = """
DROP TABLE IF EXISTS temp.seen;
CREATE TEMP TABLE seen (
    source INTEGER, row INTEGER, nth INTEGER, key INTEGER, PRIMARY KEY (source, row, nth, key)
) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.finished;
CREATE TEMP TABLE finished (source TEXT PRIMARY KEY, path TEXT, digest BLOB) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.kept;
CREATE TEMP TABLE kept (source INTEGER PRIMARY KEY);
DROP TABLE IF EXISTS temp.unchanged;
CREATE TEMP TABLE unchanged (source TEXT PRIMARY KEY) WITHOUT ROWID
"""

#: Which copies this reading read, or need not read again.
WAS_READ = """(c.source IN (SELECT source FROM temp.kept)
    OR (c.source, c.row, c.nth, c.key) IN (SELECT source, row, nth, key FROM temp.seen))"""


class Reading:
    """Notes in the catalogue what one build reads.

    `code` stands for the rules of reading: under other rules every input is read again.
    """

    def __init__(self, catalogue: Catalogue, *, upload: bool, code: str) -> None:
        self._catalogue = catalogue
        self._upload = upload
        self._code = code
        self._stale: list[str] = []
        self._windows: set[str] = set()
        self._notes = Notes(catalogue, upload=upload)
        for statement in _TEMPORARY.split(";"):
            catalogue.execute(statement)
        if upload:
            # Uploads are counted by their contents, files by their places.
            catalogue.execute("CREATE INDEX temp.seen_by_key ON seen (key, nth)")

    def known(self, path: str, digest_of_input: str) -> bool:
        """Tell whether an input is noted with this very digest, as read by the same rules."""
        source = source_of(path, upload=self._upload)
        query = "SELECT digest FROM sources WHERE source = ?"
        noted = self._catalogue.execute(query, (source,)).fetchone()
        if noted is None or noted[0] is None:
            return False
        if noted[0] == self._stamp(digest_of_input):
            return True
        self._stale.append(source)
        return False

    def add(self, articles: Iterable[Article]) -> None:
        """Note where each article was read, and its content if it is new; one transaction."""
        with self._catalogue.transaction():
            # Were this build killed and the file put back as it was, it would not be as noted.
            query = "UPDATE sources SET digest = NULL WHERE source = ?"
            self._catalogue.execute_many(query, [(source,) for source in self._stale])
            if sum(self._notes.add(article) for article in articles):
                self._catalogue.note_change()
        self._stale.clear()

    def finish(self, input_: Finished) -> None:
        """Note that an input was read to its end, or need not be read."""
        source = source_of(input_.path, upload=self._upload)
        self._windows.update(source_of(path, upload=self._upload) for path in input_.windows)
        if not input_.unchanged:
            self._catalogue.execute(
                "INSERT OR REPLACE INTO temp.finished VALUES (?, ?, ?)",
                (source, sayable(input_.path), self._stamp(input_.digest)),
            )
            return
        self._catalogue.execute("INSERT OR IGNORE INTO temp.unchanged VALUES (?)", (source,))
        self._catalogue.execute(
            "INSERT OR IGNORE INTO temp.kept SELECT id FROM sources"
            " WHERE source = ? OR source >= ? AND source < ?",
            (source, *bounds_inside(source)),
        )

    def end(self, given: Iterable[str], unread: Sequence[Unread]) -> list[Unread]:
        """Let go of what is no longer in the inputs that were read, and note what was not read.

        What vanished from a file that was read to its end goes, all of it if nothing is in there
        now; a file that could not be read, or not to its end, keeps the articles it gave before,
        also those inside of it, and a feed those that it no longer shows. `given` are the inputs as
        named to the build: what was noted as unread in or under them is replaced, but for inputs
        that have not changed: of these it is returned, with `unread`.
        """
        before = set(self._catalogue.rows("SELECT source, path, row, reason FROM unread"))
        with self._catalogue.transaction():
            if self._drop_vanished(unread):
                self._catalogue.note_change()
            rows = [
                (
                    source_of(item.path, upload=self._upload),
                    sayable(item.path),
                    item.row,
                    sayable(item.reason),
                )
                for item in unread
            ]
            kept = [row for row in sorted(before, key=str) if self._is_unchanged(row[0])]
            gone = self._replaced(given, {row[0] for row in rows})
            after = {row for row in before if row[0] not in gone} | {*rows, *kept}
            if after != before:
                self._catalogue.note_change()
                self._catalogue.execute("DELETE FROM unread")
                self._catalogue.execute_many(
                    "INSERT INTO unread VALUES (?, ?, ?, ?)", sorted(after, key=str)
                )
            self._note_digests()
        return [*unread, *(Unread(*row[1:]) for row in kept)]

    @property
    def any_article(self) -> bool:
        """Whether any article was read, or need not be read again."""
        query = (
            "SELECT EXISTS (SELECT 1 FROM temp.seen) OR EXISTS"
            " (SELECT 1 FROM copies WHERE source IN (SELECT source FROM temp.kept))"
        )
        return bool(self._catalogue.execute(query).fetchone()[0])

    def keys(self) -> NDArray[np.int64]:
        """Return the keys of the articles that are shown as they were read here, ascending."""
        query = f"SELECT c.key FROM copies c WHERE c.shown_as IS NOT NULL AND {WAS_READ}"  # noqa: S608
        return np.unique(np.fromiter((key for (key,) in self._catalogue.rows(query)), np.int64))

    # the end of the reading

    def _drop_vanished(self, unread: Sequence[Unread]) -> bool:
        """Drop the copies that are no longer where they were read; True where there were any."""
        if self._upload:
            return False
        refused = {source_of(item.path, upload=False) for item in unread if item.refused}
        return drop_vanished(self._catalogue, refused, self._windows)

    def _replaced(self, given: Iterable[str], sources: set[str]) -> set[str]:
        """Return the sources whose notices are out of date."""
        query = "SELECT source FROM sources WHERE id IN (SELECT source FROM temp.seen)"
        gone = {source for (source,) in self._catalogue.rows(query)} | sources
        gone |= {source for (source,) in self._catalogue.rows("SELECT source FROM temp.finished")}
        above = {source_of(path, upload=self._upload) for path in given}
        noted = self._catalogue.rows("SELECT DISTINCT source FROM unread")
        return gone | {one for (one,) in noted if not above.isdisjoint(places_of(one))}

    def _is_unchanged(self, source: str) -> bool:
        """Tell whether a source is, or lies in, an input that has not changed."""
        query = "SELECT 1 FROM temp.unchanged WHERE source = ?"
        return any(
            self._catalogue.execute(query, (place,)).fetchone() for place in places_of(source)
        )

    def _note_digests(self) -> None:
        for source, path, stamp in list(self._catalogue.rows("SELECT * FROM temp.finished")):
            number = self._notes.number_source(source, path)
            query = "UPDATE sources SET digest = ? WHERE id = ?"
            self._catalogue.execute(query, (stamp, number))

    def _stamp(self, digest_of_input: str) -> bytes:
        return bytes.fromhex(digest((digest_of_input, self._code)))
