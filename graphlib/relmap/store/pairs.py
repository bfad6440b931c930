"""Sightings → pairs → entries: every two actors of a sentence, few of them in memory uncounted.

A sighting is an actor in a sentence. A list of 5,000 names is one sentence and 12.5 million pairs:
every one of them is a tie, so all are kept, but they are counted stretch by stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from relmap.filters import Bools
from relmap.store.columns import Column, narrow
from relmap.ties import Entries, Int64s, changes, cut, gather, spread, total

#: Pairs that are counted at once.
_AT_ONCE = 1 << 20


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

    def __len__(self) -> int:
        return len(self.key)

    def only(self, places: slice) -> Pairs:
        """Return some of them."""
        return Pairs(*(getattr(self, name)[places] for name in self.__slots__))

    def put(self, place: int, others: Pairs) -> None:
        """Fill in others from this place on."""
        for name in self.__slots__:
            getattr(self, name)[place : place + len(others)] = getattr(others, name)


def pair_up(sightings: Sightings, actors: int) -> Pairs:
    """Tie every two distinct actors of one sentence, and count their sentences in each article."""
    later = _partners(changes(sightings.sentence))
    found: list[Pairs] = []
    for some in cut(later, _AT_ONCE):
        found.append(_count(sightings, actors, some, later[some]))
        # A hundred lists of the same names are a hundred times their pairs: like sizes are merged
        # at once, so that no more is held than twice what is left of them.
        while len(found) > 1 and len(found[-2]) < 2 * len(found[-1]):
            found[-2:] = [merge(found[-2:])]
    return merge(found)


def merge(some: Sequence[Pairs]) -> Pairs:
    """Return pairs as if they had been counted at once; no article goes on before where one ends.

    All of one dyad is put in order together, and few dyads at once: beside what is given and what
    is returned hardly anything is in memory.
    """
    if len(some) == 1:
        return some[0]
    merged, done = _make_room(some), 0
    for few in _ranges(some):
        key = np.concatenate([pairs.key for pairs in few])
        order = np.argsort(key, kind="stable")
        article, named, referred = (
            np.concatenate([getattr(pairs, name) for pairs in few])[order]
            for name in ("article", "named", "referred")
        )
        piece = _add_up(key[order], article, named, referred)
        merged.put(done, piece)
        done += len(piece)
    return merged.only(slice(0, done))


def sort_by_weight(pairs: Pairs, actors: int) -> Entries:
    """Gather pairs by dyad, the heaviest first; equal ones by their actors."""
    starts = np.flatnonzero(changes(pairs.key))
    sizes = narrow(np.diff(starts, append=len(pairs)))
    weights = narrow(total(pairs.named, starts))
    order = np.argsort(weights.max(initial=0) - weights, kind="stable")
    starts, sizes = narrow(starts[order]), sizes[order]
    del weights, order
    bounds = narrow(np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))))
    key = pairs.key[starts]
    v = narrow(key % max(actors, 1))
    key //= max(actors, 1)
    u = key.astype(np.int32)
    del key
    counts = (pairs.article, pairs.named, pairs.referred)
    return Entries(u, v, bounds, *(gather(column, starts, sizes) for column in counts))


def _make_room(some: Sequence[Pairs]) -> Pairs:
    """Return pairs that are yet to be filled in, as many as there are in all of these at most."""
    size = sum(len(pairs) for pairs in some)

    def widest(name: str) -> Column:
        most = sum(int(getattr(pairs, name).max(initial=0)) for pairs in some)
        return np.empty(size, dtype=np.min_scalar_type(most))

    return Pairs(np.empty(size, dtype=np.int64), *map(widest, ("article", "named", "referred")))


def _ranges(some: Sequence[Pairs]) -> Iterator[list[Pairs]]:
    """Cut all of these at the same keys, so that what lies between two is not much."""
    step = max(1, _AT_ONCE // (2 * max(1, len(some))))
    sampled = np.sort(np.concatenate([[0], *(pairs.key[::step] for pairs in some)]))
    edges = np.unique(sampled[:: max(1, len(some))])[1:]
    bounds = [[0, *np.searchsorted(pairs.key, edges).tolist(), len(pairs)] for pairs in some]
    for spans in zip(*map(pairwise, bounds), strict=True):
        yield [pairs.only(slice(*span)) for pairs, span in zip(some, spans, strict=True)]


def _partners(opens: Bools) -> Int64s:
    """Return how many places come after each in its run; `opens` marks where runs begin."""
    starts = np.flatnonzero(opens)
    sizes = np.diff(starts, append=len(opens))
    return np.repeat(starts + sizes, sizes) - np.arange(len(opens)) - 1


def _count(sightings: Sightings, actors: int, some: slice, later: Int64s) -> Pairs:
    """Count the pairs of some sightings with those after them in their sentences."""
    places = np.arange(some.start, some.stop)
    left, right = np.repeat(places, later), spread(places + 1, later)
    one, other = (sightings.actor[ends].astype(np.int64) for ends in (left, right))
    key = np.minimum(one, other) * actors + np.maximum(one, other)
    both = (sightings.named[left] & sightings.named[right]).view(np.uint8)
    # Articles ascend already, and a stable sort leaves them so.
    order = np.argsort(key, kind="stable")
    named = both[order]
    return _add_up(key[order], sightings.article[left[order]], named, 1 - named)


def _add_up(key: Int64s, article: Column, named: Column, referred: Column) -> Pairs:
    """Return the counts of each dyad and article, which stand side by side, as one."""
    starts = np.flatnonzero(changes(key) | changes(article))
    if len(starts) < len(key):
        key, article = key[starts], article[starts]
        named, referred = total(named, starts), total(referred, starts)
    return Pairs(key, narrow(article), narrow(named), narrow(referred))
