"""Entries → ties: what a filter leaves of the entries adds up to the weights.

An entry says in how many sentences of an article a dyad stands. Weights are sums over the entries
that a filter has selected and are never shown under another one, so that every weight can be
counted again in the sentences shown behind it.

All arrays are columns: one place per entry, dyad or article. Articles are numbered by day, undated
ones last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relmap.filters import NO_DAY, NO_OUTLET, Bools

Column = NDArray[Any]
Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]

#: Entries, and marks of (tie, outlet), that are looked at in one go: what memory a long list takes.
_AT_ONCE = 1 << 20

#: Dyads that are looked at in one go: what is worked out of each takes several times its weight.
_DYADS_AT_ONCE = 1 << 18

_LATER_THAN_ALL = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Entries:
    """In which articles each dyad stands, the heaviest dyads first.

    Dyad `d` ties the actors `u[d] < v[d]` and owns the entries `[bounds[d], bounds[d + 1])`, at
    least one; inside a dyad they ascend by article. Dyads are sorted by falling sum of `named`.
    """

    u: Column
    v: Column
    bounds: Column
    article: Column
    named: Column
    referred: Column

    def __len__(self) -> int:
        return len(self.u)

    def count(self, places: slice | Column, *, references: bool) -> Column:
        """Return the sentences of these entries, with `references` also those that need one."""
        named = self.named[places]
        return np.add(named, self.referred[places], dtype=np.int64) if references else named

    def span(self, dyad: int) -> slice:
        """Return where the entries of a dyad lie."""
        return slice(int(self.bounds[dyad]), int(self.bounds[dyad + 1]))


@dataclass(frozen=True, slots=True)
class Printed:
    """When and by whom each article was printed; `NO_DAY` and `NO_OUTLET` where that is unknown."""

    day: Column
    outlet: Column


@dataclass(frozen=True, slots=True)
class Details:
    """What is told of a tie beside its weight. Days are ordinals, `NO_DAY` where none is dated."""

    articles: Int64s
    outlets: Int64s
    first_day: Int64s
    last_day: Int64s


def weigh(
    entries: Entries, kept: Bools | None, first: int, last: int, *, references: bool
) -> Int32s:
    """Return the weights of the dyads `[first, last)`: their sentences in the kept articles.

    `kept` says per article whether it counts; None means that all do.
    """
    weights = np.empty(last - first, dtype=np.int32)
    for begin, end in dyads_at_once(first, last):
        bounds = entries.bounds[begin : end + 1].astype(np.int64)
        counts = _count(
            entries, kept, slice(int(bounds[0]), int(bounds[-1])), references=references
        )
        weights[begin - first : end - first] = total(counts, bounds[:-1] - bounds[0])
    return weights


def weigh_some(entries: Entries, kept: Bools | None, dyads: Column, *, references: bool) -> Int32s:
    """Return the weights of some dyads."""
    weights = np.empty(len(dyads), dtype=np.int32)
    for span, places, starts in _pieces(entries, dyads, 1):
        weights[span] = total(_count(entries, kept, places, references=references), starts)
    return weights


def detail(
    entries: Entries,
    kept: Bools | None,
    dyads: Column,
    printed: Printed,
    *,
    references: bool,
) -> Details:
    """Return what the kept articles tell of some dyads, each of which has weight there."""
    outlets = int(printed.outlet.max(initial=0)) + 1
    found = [np.zeros(len(dyads), dtype=np.int64) for _ in range(4)]
    for span, places, starts in _pieces(entries, dyads, outlets):
        counted = entries.count(places, references=references) > 0
        article = entries.article[places]
        if kept is not None:
            counted &= kept[article]
        group = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(places)))[counted]
        article = article[counted]
        # One place more for NO_OUTLET, which is -1 and so marks the last.
        seen = np.zeros((len(starts), outlets + 1), dtype=np.bool_)
        seen[group, printed.outlet[article]] = True
        begins = np.flatnonzero(changes(group))
        found[0][span] = np.diff(begins, append=len(group))
        found[1][span] = np.count_nonzero(seen[:, :NO_OUTLET], axis=1)
        found[2][span], found[3][span] = _first_and_last(printed.day[article], begins)
    return Details(*found)


def changes(column: Column) -> Bools:
    """Mark the places that differ from the one before, and the first."""
    changed = np.ones(len(column), dtype=np.bool_)
    np.not_equal(column[1:], column[:-1], out=changed[1:])
    return changed


def total(column: Column, starts: Int64s) -> Int64s:
    """Return the sum of every run; runs begin at `starts` and are never empty."""
    if len(starts) == 0:
        return np.zeros(0, dtype=np.int64)
    return np.add.reduceat(column, starts, dtype=np.int64)


def spread(starts: Column, sizes: Column) -> Int64s:
    """Return the places of runs, one after the other: 7, 8, 9, 2, 3 for 3 from 7 and 2 from 2."""
    sizes = sizes.astype(np.int64)
    ends = np.cumsum(sizes)
    shift = np.repeat(starts.astype(np.int64) - (ends - sizes), sizes)
    shift += np.arange(len(shift))
    return shift


def cut(sizes: Column, most: int) -> Iterator[slice]:
    """Cut a column into slices of which each adds up to no more than `most`, or is one place."""
    done = np.cumsum(sizes, dtype=np.int64)
    begin = 0
    while begin < len(done):
        before = int(done[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(done, before + most, side="right")))
        yield slice(begin, end)
        begin = end


def dyads_at_once(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut the dyads `[first, last)` into ranges that are looked at in one go."""
    starts = range(first, last, _DYADS_AT_ONCE)
    return ((start, min(start + _DYADS_AT_ONCE, last)) for start in starts)


def gather(column: Column, starts: Int64s, sizes: Column) -> Column:
    """Return the runs of a column one after the other, a piece at a time to save memory."""
    pieces = (column[spread(starts[some], sizes[some])] for some in cut(sizes, _AT_ONCE))
    gathered = np.empty(int(sizes.sum(dtype=np.int64)), dtype=column.dtype)
    done = 0
    for piece in pieces:
        gathered[done : done + len(piece)] = piece
        done += len(piece)
    return gathered


def _count(
    entries: Entries, kept: Bools | None, places: slice | Column, *, references: bool
) -> Column:
    """Return the sentences of entries, 0 in articles that do not count."""
    counts = entries.count(places, references=references)
    return counts if kept is None else counts * kept[entries.article[places]]


def _pieces(entries: Entries, dyads: Column, width: int) -> Iterator[tuple[slice, Int64s, Int64s]]:
    """Cut dyads into pieces of bounded size: which they are, their entries, where each begins."""
    starts = entries.bounds[dyads].astype(np.int64)
    sizes = entries.bounds[np.asarray(dyads, dtype=np.int64) + 1].astype(np.int64) - starts
    for span in cut(np.maximum(sizes, width), _AT_ONCE):
        mine = sizes[span]
        yield span, spread(starts[span], mine), np.cumsum(mine) - mine


def _first_and_last(days: Column, starts: Int64s) -> tuple[Int64s, Int64s]:
    day = days.astype(np.int64)
    last = np.maximum.reduceat(day, starts)
    first = np.minimum.reduceat(np.where(day == NO_DAY, _LATER_THAN_ALL, day), starts)
    return np.where(last == NO_DAY, NO_DAY, first), last
