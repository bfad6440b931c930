"""Filters → what they leave of an index, as numbers that are added up when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from relmap.filters import Bools, check, mask_articles, mask_kinds
from relmap.models import KINDS, Filters
from relmap.store.columns import Column
from relmap.store.index import Index
from relmap.store.pairing import pair_articles
from relmap.ties import Entries, Int32s, Int64s, dyads_at_once, spread, weigh, weigh_some

#: Few articles are paired anew where they have this many times fewer mentions than there are
#: entries: that is when it is quicker than looking at every entry.
NARROW = 40

#: Articles whose cast is looked at in one go.
_AT_ONCE = 1 << 17

_NOTHING = np.empty(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Counted:
    """Which entries are added up: those of the kept articles (None: of all), references or not."""

    entries: Entries
    kept: Bools | None
    references: bool

    def weigh(self, first: int, last: int) -> Int32s:
        """Return the weights of the dyads `[first, last)`, also 0."""
        return weigh(self.entries, self.kept, first, last, references=self.references)

    def weigh_some(self, dyads: Column) -> Int32s:
        """Return the weights of some dyads, also 0."""
        return weigh_some(self.entries, self.kept, dyads, references=self.references)


@dataclass(frozen=True, slots=True)
class Ties:
    """Some ties in view: the numbers of their dyads among the entries counted, and their weights."""

    counted: Counted
    group: Int32s
    sentences: Int32s

    @property
    def ends(self) -> tuple[Column, Column]:
        """The numbers of the actors that each ties."""
        entries = self.counted.entries
        return entries.u.take(self.group), entries.v.take(self.group)

    def __len__(self) -> int:
        return len(self.group)

    def only(self, chosen: slice | Column) -> Ties:
        """Return the ties that `chosen` marks or names."""
        return Ties(self.counted, self.group[chosen], self.sentences[chosen])

    def pieces(self) -> Iterator[Ties]:
        """Yield the same ties, some at a time."""
        return (self.only(slice(begin, end)) for begin, end in dyads_at_once(0, len(self)))


@dataclass(frozen=True, slots=True)
class Seen:
    """The actors in view, by number."""

    group: Int64s


class Selection:
    """What filters leave of an index.

    `kept` says per article whether it counts. Every weight is a sum over the entries of kept
    articles; a sum that is stored is used only where nothing is filtered out.
    """

    def __init__(self, index: Index, filters: Filters) -> None:
        self.index = index
        self.filters = filters
        self.kept = mask_articles(
            filters, index["article.day"], index["article.outlet"], index.manifest.outlets
        )

    @cached_property
    def articles(self) -> Int64s:
        """The numbers of the articles that count."""
        return np.flatnonzero(self.kept)

    @cached_property
    def whole(self) -> bool:
        """Whether every article counts."""
        return len(self.articles) == self.index.articles

    @property
    def everything(self) -> bool:
        """Whether nothing is left out, so that the totals are the answer."""
        return self.whole and self.chosen is None and self.filters.min_weight == 1

    @cached_property
    def _narrow(self) -> bool:
        mentions = int(self.index.lengthen("mention.count", self.articles).sum())
        return mentions * NARROW < len(self.index["entry.article"])

    @cached_property
    def counted(self) -> Counted:
        """What to add up: entries of all, or where few articles count those of these alone."""
        references = self.filters.references
        if self._narrow:
            return Counted(pair_articles(self.index, self.articles), None, references)
        return Counted(self.index.entries, None if self.whole else self.kept, references)

    @property
    def entries(self) -> Entries:
        """The entries that are added up."""
        return self.counted.entries

    @cached_property
    def ceilings(self) -> Int32s:
        """Per dyad of `entries` the weight that neither it nor any behind it can exceed."""
        references = self.filters.references
        if self._narrow:
            weights = self.counted.weigh(0, len(self.entries))
        else:
            weights = self.index.weigh_all(references=references)
        # By names alone the weights fall as they are.
        return np.maximum.accumulate(weights[::-1])[::-1] if references else weights

    @cached_property
    def chosen(self) -> Bools | None:
        """Which actors are of a kind that counts; None where all are."""
        if self.filters.kinds == frozenset(KINDS):
            return None
        return mask_kinds(self.filters, self.index["actor.kind"])

    def weigh(self, first: int, last: int) -> Ties:
        """Return those of the dyads `[first, last)` that are ties in view."""
        return self._all_in_view(first, self.counted.weigh(first, last))

    def weigh_some(self, dyads: Column) -> Ties:
        """Return those of some dyads, given ascending, that are ties in view."""
        if "ties" not in vars(self):
            return self._in_view(dyads.astype(np.int32), self.counted.weigh_some(dyads))
        places = np.searchsorted(self.ties.group, dyads)
        places = places[places < len(self.ties.group)]
        found = self.ties.group[places] == dyads[: len(places)]
        return self.ties.only(places[found])

    def _in_view(self, dyads: Int32s, weights: Int32s) -> Ties:
        """Return those of some dyads whose weight and kinds let them be seen."""
        chosen = np.flatnonzero(weights >= self.filters.min_weight)
        if self.chosen is not None:
            u, v = self.entries.u[dyads[chosen]], self.entries.v[dyads[chosen]]
            chosen = chosen[self.chosen[u] & self.chosen[v]]
        return Ties(self.counted, dyads[chosen], weights[chosen])

    def _all_in_view(self, first: int, weights: Int32s) -> Ties:
        """Return those of the dyads from `first` on that their weights and kinds let be seen."""
        found = [
            self._in_view(np.arange(first + begin, first + end, dtype=np.int32), weights[begin:end])
            for begin, end in dyads_at_once(0, len(weights))
        ]
        columns = ([getattr(ties, name) for ties in found] for name in ("group", "sentences"))
        return Ties(self.counted, *(np.concatenate(some or [_NOTHING]) for some in columns))

    @cached_property
    def ties(self) -> Ties:
        """All ties in view, by number."""
        if not self.whole or self._narrow:
            return self.weigh(0, len(self.entries))
        return self._all_in_view(0, self.index.weigh_all(references=self.filters.references))

    @cached_property
    def strength(self) -> Int64s:
        """Per actor the summed weights of its ties in view."""
        # Weights are exact in a float up to 2^53 sentences.
        strength = np.zeros(self.index.actors, dtype=np.float64)
        for some in self.ties.pieces():
            for end in some.ends:
                strength += np.bincount(end, some.sentences, minlength=len(strength))
        return strength.astype(np.int64)

    @cached_property
    def seen(self) -> Seen:
        """The actors in view: named in a sentence that counts, with a minimum weight also tied."""
        if self.filters.min_weight > 1:
            return Seen(np.flatnonzero(self.strength))
        marks = np.zeros(self.index.actors, dtype=np.bool_)
        for places in self.cast():
            marks[self.index["cast.actor"][places][self.counts(places)]] = True
        return Seen(np.flatnonzero(marks if self.chosen is None else marks & self.chosen))

    def cast(self) -> Iterator[slice | Int64s]:
        """Yield where the cast of the kept articles lies, piece by piece."""
        bounds = self.index.bounds("cast")
        for some in np.array_split(self.articles, len(self.articles) // _AT_ONCE + 1):
            if not len(some):
                continue
            first, last = int(some[0]), int(some[-1]) + 1
            if last - first == len(some):
                yield slice(int(bounds[first]), int(bounds[last]))
            else:
                starts = bounds[some].astype(np.int64)
                yield spread(starts, bounds[some + 1] - starts)

    def counts(self, places: slice | Int64s) -> Bools:
        """Say which of these places of the cast are in a sentence that counts."""
        counted: Bools = self.index.tally("named", places) > 0
        if self.filters.references:
            counted |= self.index.tally("referred", places) > 0
        return counted

    def sees(self, actor: int) -> bool:
        """Tell whether an actor is in view."""
        place = int(np.searchsorted(self.seen.group, actor))
        return place < len(self.seen.group) and int(self.seen.group[place]) == actor

    def find(self, u: int, v: int) -> int | None:
        """Return the number of the dyad of two actors among `entries`."""
        places = np.flatnonzero(self.entries.u == u)
        places = places[self.entries.v[places] == v]
        return int(places[0]) if len(places) else None

    def find_tie(self, u: int, v: int) -> int | None:
        """Return the number of the dyad if it is a tie in view."""
        dyad = self.find(u, v)
        found = dyad is not None and len(self.weigh_some(np.array([dyad])).group)
        return dyad if found else None


def select(index: Index, filters: Filters) -> Selection:
    """Filter first; what is left is added up when it is asked for.

    Raises
    ------
    FilterError
        when the filters cannot be meant.
    """
    check(filters, index.manifest.outlets)
    return Selection(index, filters)
