"""Chunks of articles in any order → whole columns, articles numbered by day and id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.store.columns import Column, combine, narrow, shorten
from relmap.store.encoding import STATES, Chunk, Numbers
from relmap.store.index import SHORT, TALLIES, Manifest
from relmap.ties import Int64s, gather

#: What articles own any number of.
_OWNED = ("sentence", "mention", "cast")

_LATER_THAN_ALL = np.iinfo(np.int32).max


class Arrangement:
    """Where each article of a draft comes in the index. The chunks are used up."""

    def __init__(self, chunks: Sequence[Chunk], numbers: Numbers) -> None:
        self._chunks = chunks
        self._numbers = numbers
        texts = pa.Table.from_batches([chunk.texts for chunk in chunks], _TEXTS)
        self._ids, self._titles, self._paths = (
            texts[name].combine_chunks() for name in _TEXTS.names
        )
        day = self._take("article.day").astype(np.int64)
        self._day = np.where(day == NO_DAY, _LATER_THAN_ALL, day)
        self._by_id = _to_ints(pc.sort_indices(self._ids))
        # Stable sorts, the least important first.
        self._order = self._by_id[np.argsort(self._day[self._by_id], kind="stable")]

    def columns(self, story_of: Mapping[int, int]) -> dict[str, Column]:
        """Return all columns of articles and of what they own, in the narrowest types."""
        keys = self._take("article.key")[self._order]
        columns = {
            "article.key": keys,
            "article.check": self._take("article.check")[self._order],
            "article.day": np.where(self._day == _LATER_THAN_ALL, NO_DAY, self._day)[self._order],
            "article.outlet": self._renumbered("article.outlet", self._numbers.outlets),
            "article.story": _number_stories(keys, story_of),
            "article.origin": self._renumbered("article.origin", self._numbers.origins),
            "article.path": self._path_numbers(),
            "article.row": self._take("article.row")[self._order],
            "article.words": self._take("article.words")[self._order],
            "article.by_id": self._new_numbers()[self._by_id],
            "article.listed": self._listed(),
        }
        columns = {name: narrow(column) for name, column in columns.items()}
        for table in _OWNED:
            columns |= self._owned(table)
        return columns

    def manifest(self, generation: str, extractor: str) -> Manifest:
        """Return what the numbers in the columns stand for."""
        numbers = self._numbers
        outlets, rules, origins = numbers.outlets, numbers.rules, numbers.origins
        return Manifest(
            generation,
            extractor,
            outlets=tuple(sorted(outlets)),
            rules=tuple(sorted(rules)),
            origins=tuple(sorted(origins)),
        )

    def tables(self) -> dict[str, pa.Table]:
        """Return the ids of the articles by number, and the paths that they were read from."""
        ids = self._ids.take(pa.array(self._order))
        return {
            "articles": pa.table({"article_id": ids}),
            "paths": pa.table({"path": self._sorted_paths()}),
        }

    def _take(self, name: str) -> Column:
        """Put together a column of the chunks, which let go of it."""
        return np.concatenate([chunk.columns.pop(name) for chunk in self._chunks])

    def _renumbered(self, name: str, numbers: Iterable[object]) -> Int64s:
        """Return a column with its numbers in the order of what they stand for."""
        return renumber(numbers)[self._take(name)[self._order].astype(np.int64)]

    def _new_numbers(self) -> Int64s:
        places = np.empty(len(self._order), dtype=np.int64)
        places[self._order] = np.arange(len(self._order))
        return places

    def _listed(self) -> Int64s:
        """Return the numbers of the articles newest first, undated last, then by title and id."""
        newest = np.where(self._day == _LATER_THAN_ALL, 1, -self._day)
        titles = _to_ints(pc.rank(self._titles, tiebreaker="dense"))
        ids = np.empty(len(self._by_id), dtype=np.int64)
        ids[self._by_id] = np.arange(len(self._by_id))
        listed: Int64s = self._new_numbers()[np.lexsort((ids, titles, newest))]
        return listed

    def _sorted_paths(self) -> pa.Array:
        paths = pc.unique(self._paths)
        return paths.take(pc.sort_indices(paths))

    def _path_numbers(self) -> Int64s:
        numbers = pc.index_in(self._paths, value_set=self._sorted_paths())
        return _to_ints(numbers)[self._order]

    def _owned(self, table: str) -> dict[str, Column]:
        """Return the columns of one table in the order of the articles, and how many each owns."""
        sizes = self._take(f"{table}.count").astype(np.int64)
        starts, ordered = np.cumsum(sizes) - sizes, sizes[self._order]
        columns = shorten(f"{table}.count", ordered)
        for name in sorted(self._chunks[0].columns):
            if not name.startswith(f"{table}."):
                continue
            column = self._take(name)
            if name == "mention.code":
                column = self._codes(column)
            column = gather(column, starts[self._order], ordered)
            columns |= shorten(name, column) if name in SHORT else {name: narrow(column)}
        return _tallied(columns) if table == "cast" else columns

    def _codes(self, column: Column) -> Column:
        rules = renumber(self._numbers.rules)[:-1]
        codes = (rules[:, None] * STATES + np.arange(STATES)).ravel()
        return narrow(codes)[column]


def renumber(numbers: Iterable[object]) -> Int64s:
    """Return the place in sorted order of each of these, and behind them that of none of them."""
    values: list[object] = list(numbers)
    places = np.full(len(values) + 1, NO_OUTLET, dtype=np.int64)
    for place, number in enumerate(sorted(range(len(values)), key=values.__getitem__)):  # type: ignore[arg-type]
        places[number] = place
    return places


def _to_ints(numbers: pa.Array) -> Int64s:
    return np.asarray(numbers, dtype=np.int64)


def _tallied(columns: dict[str, Column]) -> dict[str, Column]:
    """Return the cast with one number for its four counts, of which few combinations occur."""
    codes, counts = combine([columns.pop(f"cast.{name}") for name in TALLIES])
    tallies = {f"tally.{name}": column for name, column in zip(TALLIES, counts, strict=True)}
    return {**columns, "cast.tally": codes, **tallies}


def _number_stories(keys: Column, story_of: Mapping[int, int]) -> Int64s:
    """Number stories in the order of their first articles."""
    told = np.array([story_of[key] for key in keys.tolist()], dtype=np.int64)
    _, first, story = np.unique(told, return_index=True, return_inverse=True)
    return renumber(first.tolist())[story]


_TEXTS = pa.schema({"article_id": pa.string(), "title": pa.string(), "path": pa.string()})
