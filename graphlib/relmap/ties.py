"""Mentions → evidence rows → ties: what a filter leaves of the rows adds up to the weights.

A row is one (sentence, dyad). Weights are sums over rows that a filter has selected and are never
stored, so that every weight can be counted again in the sentences shown behind it.

All arrays are columns: one entry per mention, row, dyad or article. Articles are numbered so that
those of one outlet are neighbours and those of unknown outlet come last; then one pass over sorted
rows finds distinct articles and distinct outlets without another sort.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relmap.filters import NO_DAY, NO_OUTLET, Bools, Ints

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]

_LATER_THAN_ALL = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Sightings:
    """One entry per (actor, sentence): who is named where, and how often.

    `references` counts the words beside its names that stand for the actor ("she"); where they
    are all there is, `mentions` is 0. `bounds` has one more entry than there are actors: actor `a` owns `[bounds[a], bounds[a + 1])`.
    Inside an actor, entries are sorted by article and sentence.
    """

    bounds: Int64s
    article: Int32s
    sentence: Int32s
    mentions: Int32s
    references: Int32s

    @property
    def named(self) -> Bools:
        """Where an actor is named, and not only referred to."""
        return self.mentions > 0


@dataclass(frozen=True, slots=True)
class Rows:
    """The evidence rows, sorted by dyad, article and sentence.

    Dyad `d` ties the actors `u[d] < v[d]` and owns the rows `[bounds[d], bounds[d + 1])`, at
    least one. `sentence` counts inside its article. `named` marks the rows whose sentence names
    both; the others need a reference for one of them.
    """

    u: Int32s
    v: Int32s
    bounds: Int64s
    article: Int32s
    sentence: Int32s
    named: Bools


@dataclass(frozen=True, slots=True)
class Sums:
    """What selected rows add up to, one entry per group that has any (`group`, ascending).

    `mentions` is how often the group is named in its sentences (the same as `sentences` where
    that was not asked for). `outlets` counts known outlets only; days are ordinals, `NO_DAY` when
    nothing is dated.
    """

    group: Int64s
    sentences: Int64s
    mentions: Int64s
    articles: Int64s
    outlets: Int64s
    first_day: Int32s
    last_day: Int32s

    def only(self, chosen: Bools) -> Sums:
        """Return the sums of the groups that `chosen` marks, one mark per entry."""
        return Sums(
            self.group[chosen],
            self.sentences[chosen],
            self.mentions[chosen],
            self.articles[chosen],
            self.outlets[chosen],
            self.first_day[chosen],
            self.last_day[chosen],
        )


def find_sightings(
    article: Ints, sentence: Ints, actor: Ints, referred: Bools, actors: int
) -> Sightings:
    """Gather mentions (one entry each) into one entry per actor and sentence.

    "Pakistan … Islamabad" in one sentence are two mentions of Pakistan and one sighting.
    `referred` marks the mentions that are references.
    """
    order = np.lexsort((sentence, article, actor))
    who, where, line = actor[order], article[order], sentence[order]
    starts = np.flatnonzero(_changes(who) | _changes(where) | _changes(line))
    references = _sum(referred[order], starts).astype(np.int32)
    return Sightings(
        bounds=np.searchsorted(who[starts], np.arange(actors + 1)).astype(np.int64),
        article=where[starts].astype(np.int32),
        sentence=line[starts].astype(np.int32),
        mentions=np.diff(starts, append=len(order)).astype(np.int32) - references,
        references=references,
    )


def pair_up(sightings: Sightings) -> Rows:
    """Tie every two distinct actors that one sentence names: one row per (sentence, dyad)."""
    actors = np.arange(len(sightings.bounds) - 1)
    actor = np.repeat(actors, np.diff(sightings.bounds)).astype(np.int32)
    order = np.lexsort((actor, sightings.sentence, sightings.article))
    actor = actor[order]
    article, sentence = sightings.article[order], sightings.sentence[order]
    named = sightings.named[order]
    left, right = _pairs_within(_changes(article) | _changes(sentence))
    both = named[left] & named[right]
    return _sort_rows(actor[left], actor[right], article[left], sentence[left], both)


def add_up(
    columns: Rows | Sightings,
    kept: Bools,
    days: Ints,
    outlet_of: Ints,
    *,
    references: bool = False,
) -> Sums:
    """Add up the entries of each dyad or actor whose article is kept.

    Parameters
    ----------
    columns
        the evidence rows, grouped by dyad, or the sightings, grouped by actor.
    kept
        per article whether it counts.
    days
        per article its day as an ordinal, `NO_DAY` if undated.
    outlet_of
        per article its outlet; ascending with the article, `NO_OUTLET` last.
    references
        whether entries count that only a reference makes.
    """
    counts_here = kept[columns.article]
    if not references:
        counts_here &= columns.named
    selected = np.flatnonzero(counts_here)
    counts = _count(selected, columns.bounds, len(columns.article))
    group = np.flatnonzero(counts)
    sentences = counts[group]
    starts = np.cumsum(sentences) - sentences
    named = sentences
    if isinstance(columns, Sightings):
        named = _sum(columns.mentions[selected], starts)
        if references:
            named = named + _sum(columns.references[selected], starts)
    where = columns.article[selected]
    new = _changes(where, starts)
    articles = _sum(new, starts)
    # From here on one entry per (group, article): dates and outlets are the article's.
    where = where[new]
    starts = np.cumsum(articles) - articles
    outlet = outlet_of[where]
    outlets = _sum(_changes(outlet, starts) & (outlet != NO_OUTLET), starts)
    return Sums(group, sentences, named, articles, outlets, *_first_and_last(days[where], starts))


def _count(selected: Int64s, bounds: Int64s, rows: int) -> Int64s:
    """Count the selected rows of every group."""
    if len(selected) == rows:
        return np.diff(bounds)
    if len(selected) * 8 < rows:
        groups = np.searchsorted(bounds, selected, side="right") - 1
        return np.bincount(groups, minlength=len(bounds) - 1).astype(np.int64)
    marks = np.zeros(rows + 1, dtype=np.int64)
    marks[selected + 1] = 1
    return np.diff(np.cumsum(marks)[bounds])


def _changes(column: Ints, starts: Int64s | None = None) -> Bools:
    """Mark the entries that differ from the one before, the first, and those at `starts`."""
    changed = np.ones(len(column), dtype=np.bool_)
    np.not_equal(column[1:], column[:-1], out=changed[1:])
    if starts is not None:
        changed[starts] = True
    return changed


def _sum(column: Bools | Ints, starts: Int64s) -> Int64s:
    if len(starts) == 0:
        return np.zeros(0, dtype=np.int64)
    return np.add.reduceat(column, starts, dtype=np.int64)


def _first_and_last(day: Ints, starts: Int64s) -> tuple[Int32s, Int32s]:
    if len(starts) == 0:
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)
    last = np.maximum.reduceat(day, starts).astype(np.int32)
    first = np.minimum.reduceat(np.where(day == NO_DAY, _LATER_THAN_ALL, day), starts)
    return np.where(last == NO_DAY, NO_DAY, first).astype(np.int32), last


def _pairs_within(opens: Bools) -> tuple[Int64s, Int64s]:
    """Pair every entry with each later one of its run; `opens` marks where runs begin."""
    starts = np.flatnonzero(opens)
    sizes = np.diff(starts, append=len(opens))
    ends = np.repeat(starts + sizes, sizes)
    positions = np.arange(len(opens))
    partners = ends - positions - 1
    left = np.repeat(positions, partners)
    nth = np.arange(len(left)) - np.repeat(np.cumsum(partners) - partners, partners)
    return left, left + 1 + nth


def _sort_rows(u: Int32s, v: Int32s, article: Int32s, sentence: Int32s, named: Bools) -> Rows:
    order = np.lexsort((sentence, article, v, u))
    u, v = u[order], v[order]
    starts = np.flatnonzero(_changes(u) | _changes(v))
    return Rows(
        u=u[starts],
        v=v[starts],
        bounds=np.append(starts, len(order)).astype(np.int64),
        article=article[order],
        sentence=sentence[order],
        named=named[order],
    )
