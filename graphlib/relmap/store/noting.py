"""Articles as they are read, one by one → their contents, and the places where they were read."""

from __future__ import annotations

from collections.abc import Sequence

from relmap.models import Article
from relmap.store.catalogue import Catalogue
from relmap.store.identity import content_hash, sayable, source_of
from relmap.store.schema import NO_ROW, ORIGIN_NUMBERS
from relmap.store.texts import deflate

_COPY = "SELECT key, own_id, title_source, date_source, outlet_source, language FROM copies"
_FORGET_COPY = "DELETE FROM copies WHERE source = ? AND row = ? AND nth = ? AND key = ?"


class Notes:
    """Writes down articles, and in `temp.seen` at which places they were seen in this reading.

    What stood at such a place before stays until the reading ends: only then it is known whether
    it is gone.
    """

    def __init__(self, catalogue: Catalogue, *, upload: bool) -> None:
        self._catalogue = catalogue
        self._upload = upload
        self._source = ("", 0)

    def add(self, article: Article) -> bool:
        """Note an article; False where it is noted just so already."""
        content = content_hash(article)
        source = self._source_number(article.path)
        row = NO_ROW if article.row is None else article.row
        key = self._find_content(content)
        if key is None:
            key = self._add_content(article, content)
        if self._upload:
            nth = self._count("key = ?", (key,))
            place = self._upload_place(key, nth)
        else:
            nth = self._count("source = ? AND row = ?", (source, row))
            place = (source, row, nth)
        values = (
            key,
            article.article_id,
            *(
                ORIGIN_NUMBERS[origin]
                for origin in (article.title_source, article.date_source, article.outlet_source)
            ),
            article.language,
        )
        self._catalogue.execute(
            "INSERT INTO temp.seen VALUES (?, ?, ?, ?)", (source, row, nth, key)
        )
        found = self._catalogue.execute(
            f"{_COPY} WHERE source = ? AND row = ? AND nth = ? AND key = ?", (source, row, nth, key)
        ).fetchone()
        if found == values and place == (source, row, nth):
            return False
        if place is not None:
            self._catalogue.execute(_FORGET_COPY, (*place, key))
        self._catalogue.execute(
            "INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (source, row, nth, key, int(self._upload), *values[1:]),
        )
        return True

    def _count(self, where: str, values: Sequence[int]) -> int:
        """Count the articles read before at the same place: a file may hold several in no rows.

        They are numbered from 0, and the highest number is found without a look at the others.
        """
        query = f"SELECT max(nth) FROM temp.seen WHERE {where}"  # noqa: S608
        highest = self._catalogue.execute(query, values).fetchone()[0]
        return 0 if highest is None else int(highest) + 1

    def _upload_place(self, key: int, nth: int) -> tuple[int, int, int] | None:
        """Return where a content was uploaded to: two different files may be called "articles.csv"."""
        query = "SELECT source, row, nth FROM copies WHERE upload AND key = ? AND nth = ?"
        found = self._catalogue.execute(query, (key, nth)).fetchone()
        return None if found is None else (found[0], found[1], found[2])

    def _find_content(self, content: str) -> int | None:
        query = (
            "SELECT key FROM articles WHERE substr(content, 1, 6) = substr(?1, 1, 6)"
            " AND content = ?1"
        )
        found = self._catalogue.execute(query, (bytes.fromhex(content),)).fetchone()
        return None if found is None else int(found[0])

    def _add_content(self, article: Article, content: str) -> int:
        made = self._catalogue.execute(
            "INSERT INTO articles (content, title, day, outlet, url, words, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                bytes.fromhex(content),
                article.title,
                article.date.toordinal() if article.date else None,
                None if article.outlet is None else self._outlet_number(article.outlet),
                article.url,
                len(article.text.split()),
                deflate(article.text),
            ),
        )
        key = made.lastrowid
        assert key is not None  # noqa: S101 - an INSERT into a rowid table always has one
        return key

    def _outlet_number(self, name: str) -> int:
        self._catalogue.execute("INSERT OR IGNORE INTO outlets (name) VALUES (?)", (name,))
        query = "SELECT id FROM outlets WHERE name = ?"
        return int(self._catalogue.execute(query, (name,)).fetchone()[0])

    def _source_number(self, path: str) -> int:
        if self._source[0] != path:
            source = source_of(path, upload=self._upload)
            self._source = path, self.number_source(source, sayable(path))
        return self._source[1]

    def number_source(self, source: str, path: str) -> int:
        """Return the number of a source; it is shown by the path that it was last read by."""
        query = "SELECT id, path FROM sources WHERE source = ?"
        found = self._catalogue.execute(query, (source,)).fetchone()
        if found is None:
            made = self._catalogue.execute(
                "INSERT INTO sources (source, upload, path) VALUES (?, ?, ?)",
                (source, int(self._upload), path),
            )
            return int(made.lastrowid or 0)
        if found[1] != path:
            self._catalogue.execute("UPDATE sources SET path = ? WHERE id = ?", (path, found[0]))
            self._catalogue.note_change()
        return int(found[0])
