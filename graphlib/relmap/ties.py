"""Sightings → entries → ties: what a filter leaves of the entries adds up to the weights.

A sighting is an actor in a sentence. An entry says in how many sentences of an article a dyad
stands. Weights are sums over the entries that a filter has selected and are never shown under
another one, so that every weight can be counted again in the sentences shown behind it.

All arrays are columns: one place per sighting, entry, dyad or article. Articles are numbered by
day, undated ones last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relmap.filters import NO_DAY, NO_OUTLET, Bools

Column = NDArray[Any]
Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]

#: Entries, and marks of (tie, outlet), that are looked at in one go: what memory a long list takes.
_AT_ONCE = 1 << 22

_LATER_THAN_ALL = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Sightings:
    """Who stands in which sentence: each actor once a sentence, sentence after sentence.

    `sentence` ascends through all articles. `named` marks the actors that the sentence names; the
    others are only referred to ("she").
    """

    article: Column
    sentence: Column
    actor: Column
    named: Bools


@dataclass(frozen=True, slots=True)
class Pairs:
    """Per dyad and article the sentences with both, sorted by dyad and article.

    `key` is `u * actors + v` of the two actors `u < v`. `named` counts the sentences that name
    both, `referred` those that need a reference for one of them.
    """

    key: Int64s
    article: Column
    named: Column
    referred: Column


@dataclass(frozen=True, slots=True)
class Entries:
    """The pairs of all articles, the heaviest dyads first.

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


def pair_up(sightings: Sightings, actors: int) -> Pairs:
    """Tie every two distinct actors of one sentence, and count their sentences in each article."""
    left, right = _pairs_within(changes(sightings.sentence))
    one = sightings.actor[left].astype(np.int64)
    other = sightings.actor[right].astype(np.int64)
    key = np.minimum(one, other) * actors + np.maximum(one, other)
    both = sightings.named[left] & sightings.named[right]
    # Articles ascend already, and a stable sort leaves them so.
    order = np.argsort(key, kind="stable")
    key, article, both = key[order], sightings.article[left[order]], both[order]
    starts = np.flatnonzero(changes(key) | changes(article))
    named = total(both, starts)
    return Pairs(
        key[starts], article[starts], named, np.diff(starts, append=len(key)).astype(int) - named
    )


def merge(some: Sequence[Pairs]) -> Pairs:
    """Return the pairs of articles that follow one another as if they had been paired at once."""
    key = np.concatenate([pairs.key for pairs in some] or [np.zeros(0, dtype=np.int64)])
    order = np.argsort(key, kind="stable")
    rest = (
        np.concatenate([getattr(pairs, name) for pairs in some] or [np.zeros(0, dtype=np.int64)])
        for name in ("article", "named", "referred")
    )
    return Pairs(key[order], *(column[order] for column in rest))


def sort_by_weight(pairs: Pairs, actors: int) -> Entries:
    """Gather pairs by dyad, the heaviest first; equal ones by their actors."""
    starts = np.flatnonzero(changes(pairs.key))
    sizes = np.diff(starts, append=len(pairs.key))
    order = np.argsort(-total(pairs.named, starts), kind="stable")
    bounds = np.concatenate(([0], np.cumsum(sizes[order])))
    places = spread(starts[order], sizes[order])
    key = pairs.key[starts[order]]
    return Entries(
        u=key // max(actors, 1),
        v=key % max(actors, 1),
        bounds=bounds,
        article=pairs.article[places],
        named=pairs.named[places],
        referred=pairs.referred[places],
    )


def weigh(
    entries: Entries, kept: Bools | None, first: int, last: int, *, references: bool
) -> Int64s:
    """Return the weights of the dyads `[first, last)`: their sentences in the kept articles.

    `kept` says per article whether it counts; None means that all do.
    """
    bounds = entries.bounds[first : last + 1].astype(np.int64)
    places = slice(int(bounds[0]), int(bounds[-1]))
    counts = entries.count(places, references=references)
    if kept is not None:
        counts = counts * kept[entries.article[places]]
    return total(counts, bounds[:-1] - bounds[0])


def weigh_some(entries: Entries, kept: Bools | None, dyads: Column, *, references: bool) -> Int64s:
    """Return the weights of some dyads."""
    weights = np.zeros(len(dyads), dtype=np.int64)
    for span, places, starts in _pieces(entries, dyads, 1):
        counts = entries.count(places, references=references)
        if kept is not None:
            counts = counts * kept[entries.article[places]]
        weights[span] = total(counts, starts)
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


def _pieces(entries: Entries, dyads: Column, width: int) -> Iterator[tuple[slice, Int64s, Int64s]]:
    """Cut dyads into pieces of bounded size: which they are, their entries, where each begins."""
    starts = entries.bounds[dyads].astype(np.int64)
    sizes = entries.bounds[np.asarray(dyads, dtype=np.int64) + 1].astype(np.int64) - starts
    done = np.cumsum(np.maximum(sizes, width))
    begin = 0
    while begin < len(dyads):
        before = int(done[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(done, before + _AT_ONCE, side="right")))
        mine = sizes[begin:end]
        yield slice(begin, end), spread(starts[begin:end], mine), np.cumsum(mine) - mine
        begin = end


def _first_and_last(days: Column, starts: Int64s) -> tuple[Int64s, Int64s]:
    day = days.astype(np.int64)
    last = np.maximum.reduceat(day, starts)
    first = np.minimum.reduceat(np.where(day == NO_DAY, _LATER_THAN_ALL, day), starts)
    return np.where(last == NO_DAY, NO_DAY, first), last


def _pairs_within(opens: Bools) -> tuple[Int64s, Int64s]:
    """Pair every place with each later one of its run; `opens` marks where runs begin."""
    starts = np.flatnonzero(opens)
    sizes = np.diff(starts, append=len(opens))
    ends = np.repeat(starts + sizes, sizes)
    positions = np.arange(len(opens))
    partners = ends - positions - 1
    left = np.repeat(positions, partners)
    return left, spread(positions + 1, partners)
