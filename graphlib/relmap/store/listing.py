"""Ties and actors in view as records, with what is told of each beside its weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from relmap.filters import NO_DAY
from relmap.models import ActorInView, Tie
from relmap.store.columns import Column
from relmap.store.heaviest import heaviest, least_of
from relmap.store.index import Index
from relmap.store.selecting import Selection, Ties
from relmap.ties import Int64s, Printed, detail


def ties_among(index: Index, ties: Ties, actors: Iterable[int]) -> Ties:
    """Return the ties with both ends among the given actors."""
    u, v = ties.ends
    chosen = mark(index, actors)
    return ties.only(chosen[u] & chosen[v])


def mark(index: Index, actors: Iterable[int]) -> Column:
    """Say of every actor whether it is one of these."""
    chosen = np.zeros(index.actors, dtype=np.bool_)
    chosen[list(actors)] = True
    return chosen


def list_heaviest(selected: Selection, names: Sequence[str], top: int | None) -> tuple[Tie, ...]:
    """Return the `top` heaviest ties in view (None: all), equal ones by their actors' names."""
    ties = selected.ties if top is None else heaviest(selected, max(top, 1))
    return list_ties(selected.index, ties, names, top)


def list_ties(index: Index, ties: Ties, names: Sequence[str], top: int | None) -> tuple[Tie, ...]:
    """Return the `top` heaviest of some ties (None: all), equal ones by their actors' names."""
    rank, (u, v) = index["actor.rank"], ties.ends
    order = np.lexsort((rank[v], rank[u], -ties.sentences))[:top]
    counted = ties.counted
    told = detail(
        counted.entries,
        counted.kept,
        ties.group[order],
        Printed(index["article.day"], index["article.outlet"]),
        references=counted.references,
    )
    return tuple(
        Tie(source, target, sentences, articles, outlets, _day(first), _day(last))
        for source, target, sentences, articles, outlets, first, last in zip(
            _names(names, u[order]),
            _names(names, v[order]),
            ties.sentences[order].tolist(),
            told.articles.tolist(),
            told.outlets.tolist(),
            told.first_day.tolist(),
            told.last_day.tolist(),
            strict=True,
        )
    )


def list_actors(
    index: Index, selected: Selection, names: Sequence[str], top: int | None
) -> tuple[ActorInView, ...]:
    """Return the `top` strongest actors (None: all), equal ones by articles, mentions, name."""
    actors = _strongest(selected, top)
    mentions, articles, sentences = _add_up(selected, actors)
    rank, strength = index["actor.rank"][actors], selected.strength[actors]
    order = np.lexsort((rank, -mentions, -articles, -strength))[:top]
    return _records(
        names, actors[order], mentions[order], articles[order], strength[order], sentences[order]
    )


def _strongest(selected: Selection, top: int | None) -> Int64s:
    """Return the `top` strongest actors in view and all as strong as the last of them."""
    # Whoever has a tie in view is in view; those who have none are seldom asked for.
    strength = selected.strength
    least = 0 if top is None else least_of(strength, top)
    return np.flatnonzero(strength >= least) if least else selected.seen.group


def make_actors(
    selected: Selection, names: Sequence[str], actors: Int64s
) -> tuple[ActorInView, ...]:
    """Return some actors in view, in the order given."""
    ordered = np.sort(actors)
    places = np.searchsorted(ordered, actors)
    mentions, articles, sentences = (column[places] for column in _add_up(selected, ordered))
    return _records(names, actors, mentions, articles, selected.strength[actors], sentences)


def _add_up(selected: Selection, actors: Int64s) -> tuple[Int64s, Int64s, Int64s]:
    """Return the mentions, articles and sentences of actors, given ascending, in one pass."""
    index, references = selected.index, selected.filters.references
    wanted, place = mark(index, actors), np.zeros(index.actors, dtype=np.int64)
    place[actors] = np.arange(len(actors))
    mentions, articles, sentences = (np.zeros(len(actors), dtype=np.int64) for _ in range(3))
    for places in selected.cast():
        actor = index["cast.actor"][places]
        mine = np.flatnonzero(wanted.take(actor))
        group = place[actor[mine]]
        mine = mine + places.start if isinstance(places, slice) else places[mine]
        mentions += _sums(group, index.tally("mentions", mine), len(actors))
        sentences += _sums(group, index.tally("named", mine), len(actors))
        articles += _sums(group, selected.counts(mine), len(actors))
        if references:
            mentions += _sums(group, index.tally("references", mine), len(actors))
            sentences += _sums(group, index.tally("referred", mine), len(actors))
    return mentions, articles, sentences


def _sums(group: Int64s, counts: Column, groups: int) -> Int64s:
    return np.bincount(group, weights=counts, minlength=groups).astype(np.int64)


def _records(names: Sequence[str], actors: Int64s, *columns: Int64s) -> tuple[ActorInView, ...]:
    rows = zip(_names(names, actors), *(column.tolist() for column in columns), strict=True)
    return tuple(ActorInView(*row) for row in rows)


def _names(names: Sequence[str], actors: Column) -> list[str]:
    """Return the names of actors, each looked up once."""
    distinct, places = np.unique(actors, return_inverse=True)
    found = [names[actor] for actor in distinct.tolist()]
    return [found[place] for place in places.tolist()]


def _day(number: int) -> date | None:
    return None if number == NO_DAY else date.fromordinal(number)
