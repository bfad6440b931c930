"""Which part on disk holds what was extracted from which article, and what no part holds yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relmap.models import Article
from relmap.store.catalogue import Catalogue
from relmap.store.identity import Owned
from relmap.store.inputs import WAS_READ
from relmap.store.owning import OWNED, to_owned

_JOINED = f"""
{OWNED} FROM temp.owner f CROSS JOIN copies c ON (c.source, c.row, c.nth, c.key)
    = (f.source, f.row, f.nth, f.key)
CROSS JOIN articles a ON a.key = c.key CROSS JOIN sources s ON s.id = c.source
LEFT JOIN outlets o ON o.id = a.outlet
WHERE 1
"""
_COUNTED = """
SELECT s.path, count(*), min(c.row) FROM copies c JOIN sources s ON s.id = c.source
WHERE c.shown_as IS NOT NULL AND c.language = ?
"""
_IN_PART = "f.readable AND f.key IN (SELECT key FROM extracted WHERE part = ?) ORDER BY f.key"
_TAKEN_FROM = " AND ".join((_JOINED, _IN_PART))
_NAMES_IN = """
SELECT c.key, a.content, c.own_id, c.shown_as
FROM temp.owner f CROSS JOIN copies c ON (c.source, c.row, c.nth, c.key)
    = (f.source, f.row, f.nth, f.key)
CROSS JOIN articles a ON a.key = c.key
WHERE f.readable AND f.key IN (SELECT key FROM extracted WHERE part = ?) ORDER BY f.key
"""
_MINE = "SELECT e.key FROM parts p JOIN extracted e ON e.part = p.id WHERE p.extractor = ?"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the catalogue knows: its number there, and the name of its file."""

    number: int
    name: str


def list_languages(catalogue: Catalogue) -> list[str]:
    """Return the languages that the articles are in, sorted; "" for those where it is not known."""
    query = "SELECT DISTINCT language FROM copies WHERE shown_as IS NOT NULL ORDER BY language"
    return [language for (language,) in catalogue.rows(query)]


def count_language(
    catalogue: Catalogue, language: str, *, only_read: bool = False
) -> Iterator[tuple[Any, ...]]:
    """Yield each file with articles in a language: its path, how many, and their first row."""
    read = WAS_READ if only_read else "1"
    query = f"{_COUNTED} AND {read} GROUP BY s.id ORDER BY s.source"
    yield from catalogue.rows(query, (language,))


def set_apart(catalogue: Catalogue, foreign: Collection[str]) -> None:
    """Tell the articles in `foreign` languages, which are listed only, from those to be extracted.

    What follows in this module stands on it until articles are read again.
    """
    catalogue.execute("DROP TABLE IF EXISTS temp.owner")
    catalogue.execute(
        "CREATE TEMP TABLE owner (key INTEGER PRIMARY KEY, source INTEGER, row INTEGER,"
        " nth INTEGER, readable INTEGER)"
    )
    marks = ", ".join("?" * len(foreign))
    catalogue.execute(
        f"INSERT INTO temp.owner SELECT key, source, row, nth, language NOT IN ({marks})"  # noqa: S608
        " FROM copies WHERE shown_as IS NOT NULL",
        sorted(foreign),
    )


def find_pending(catalogue: Catalogue, extractor: str) -> NDArray[np.int64]:
    """Return the keys of the articles that this extractor has still to read, ascending."""
    query = f"SELECT key FROM temp.owner WHERE readable AND key NOT IN ({_MINE}) ORDER BY key"  # noqa: S608
    return np.fromiter((key for (key,) in catalogue.rows(query, (extractor,))), np.int64)


def read_articles(catalogue: Catalogue, keys: Sequence[int]) -> list[Article]:
    """Return the articles of some keys in the order given, known by the hash of their content."""
    texts = catalogue.texts(keys)
    return [
        Article(
            article_id=one.copy.content,
            text=texts[one.copy.key],
            path=one.copy.path,
            row=one.copy.row,
            title=one.copy.title,
            date=None if one.copy.date is None else date.fromisoformat(one.copy.date),
            outlet=one.copy.outlet,
            url=one.copy.url,
            language=one.copy.language,
        )
        for key in keys
        for one in to_owned(catalogue, f"{_JOINED} AND f.key = ?", (int(key),))
    ]


def parts_of(catalogue: Catalogue, extractor: str) -> list[Part]:
    """Return the extractor's parts in the order in which they were noted."""
    query = "SELECT id, name FROM parts WHERE extractor = ? ORDER BY id"
    return [Part(*record) for record in catalogue.rows(query, (extractor,))]


def owned_by(catalogue: Catalogue, part: Part) -> list[Owned]:
    """Return the articles that are taken from a part, by their keys."""
    return list(to_owned(catalogue, _TAKEN_FROM, (part.number,)))


def names_in(catalogue: Catalogue, part: Part) -> list[tuple[int, str, str]]:
    """Return of each article of `owned_by` its key, its content and its id, in the same order."""
    return [
        (key, content.hex(), shown_as or own_id)
        for key, content, own_id, shown_as in catalogue.rows(_NAMES_IN, (part.number,))
    ]


def owned_by_none(catalogue: Catalogue) -> Iterator[Owned]:
    """Yield the articles that are listed without being extracted, by their keys."""
    return to_owned(catalogue, f"{_JOINED} AND NOT f.readable ORDER BY f.key")


def add_part(catalogue: Catalogue, extractor: str, name: str, keys: Iterable[int]) -> None:
    """Note that a part on disk holds what was extracted from the articles; one transaction."""
    with catalogue.transaction():
        query = "INSERT INTO parts (extractor, name) VALUES (?, ?)"
        number = catalogue.execute(query, (extractor, name)).lastrowid
        catalogue.execute_many(
            "INSERT INTO extracted VALUES (?, ?)", ((number, int(key)) for key in keys)
        )


def forget_part(catalogue: Catalogue, part: Part) -> None:
    """Have the articles of a part extracted again: its file is missing or damaged."""
    with catalogue.transaction():
        catalogue.execute("DELETE FROM extracted WHERE part = ?", (part.number,))
        catalogue.execute("DELETE FROM parts WHERE id = ?", (part.number,))


def prune(catalogue: Catalogue, extractors: Collection[str], in_use: Iterable[int]) -> None:
    """Drop contents that neither a place nor a kept generation uses, and others' parts."""
    unplaced = "SELECT key FROM articles WHERE key NOT IN (SELECT key FROM copies)"
    loose = {key for (key,) in catalogue.rows(unplaced)}.difference(in_use) or ()
    with catalogue.transaction():
        catalogue.execute_many("DELETE FROM articles WHERE key = ?", ((key,) for key in loose))
        marks = ", ".join("?" * len(extractors))
        query = f"DELETE FROM parts WHERE extractor NOT IN ({marks})"  # noqa: S608
        catalogue.execute(query, sorted(extractors))
        for statement in (
            "DELETE FROM extracted WHERE key NOT IN (SELECT key FROM articles)"
            " OR part NOT IN (SELECT id FROM parts)",
            "DELETE FROM parts WHERE id NOT IN (SELECT part FROM extracted)",
        ):
            catalogue.execute(statement)
        catalogue.execute(
            "DELETE FROM sources WHERE digest IS NULL AND id NOT IN (SELECT source FROM copies)"
        )
        query = "DELETE FROM outlets WHERE id NOT IN (SELECT outlet FROM articles"
        catalogue.execute(f"{query} WHERE outlet IS NOT NULL)")
