"""Filters → what they leave of an index: first as numbers, then as the ties and actors in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from relmap.filters import NO_DAY, Bools, check, mask_articles, mask_kinds
from relmap.models import ActorInView, Filters, Tie
from relmap.store.index import Column, Index
from relmap.ties import Sums, add_up


@dataclass(frozen=True, slots=True)
class Selection:
    """What filters leave of an index, as numbers.

    `kept` is a mask over articles. `ties` are sums by dyad and `seen` by actor, both already
    without what the kinds and the minimum weight leave out; `strength` belongs to the entries of
    `seen`.
    """

    kept: Bools
    ties: Sums
    seen: Sums
    strength: Column


def select(index: Index, filters: Filters) -> Selection:
    """Filter first, then add up.

    Raises
    ------
    FilterError
        when the filters cannot be meant.
    """
    outlets = index.manifest.outlets
    check(filters, outlets)
    days, outlet_of = index["article.day"], index["article.outlet"]
    kept = mask_articles(filters, days, outlet_of, outlets)
    chosen = mask_kinds(filters, index["actor.kind"])
    rows = index.rows
    ties = add_up(rows, kept, days, outlet_of, references=filters.references)
    both = chosen[rows.u[ties.group]] & chosen[rows.v[ties.group]]
    ties = ties.only(both & (ties.sentences >= filters.min_weight))
    strength = _strength(index, ties)
    seen = add_up(index.sightings, kept, days, outlet_of, references=filters.references)
    shown = chosen[seen.group]
    if filters.min_weight > 1:
        shown &= strength[seen.group] > 0
    seen = seen.only(shown)
    return Selection(kept, ties, seen, strength[seen.group])


def _strength(index: Index, ties: Sums) -> Column:
    """Return per actor the summed weights of its ties."""
    rows, actors = index.rows, len(index["actor.kind"])
    ends = np.concatenate((rows.u[ties.group], rows.v[ties.group]))
    # Weights are exact in a float up to 2^53 sentences.
    weights = np.concatenate((ties.sentences, ties.sentences))
    return np.bincount(ends, weights=weights, minlength=actors).astype(np.int64)


def ties_among(index: Index, ties: Sums, actors: Iterable[int]) -> Sums:
    """Return the ties with both ends among the given actors."""
    chosen = np.zeros(len(index["actor.kind"]), dtype=np.bool_)
    chosen[list(actors)] = True
    rows = index.rows
    return ties.only(chosen[rows.u[ties.group]] & chosen[rows.v[ties.group]])


def ties_of(index: Index, ties: Sums, actor: int) -> Sums:
    """Return the ties with one end at an actor."""
    rows = index.rows
    return ties.only((rows.u[ties.group] == actor) | (rows.v[ties.group] == actor))


def list_ties(index: Index, ties: Sums, names: Sequence[str], top: int | None) -> tuple[Tie, ...]:
    """Return the `top` heaviest ties (None: all), equal ones by the names of their actors."""
    rows, rank = index.rows, index["actor.rank"]
    u, v = rows.u[ties.group], rows.v[ties.group]
    places = _first(top, ties.sentences, (rank[v], rank[u]))
    return tuple(
        Tie(names[source], names[target], sentences, articles, outlets, _day(first), _day(last))
        for source, target, sentences, articles, outlets, first, last in zip(
            u[places].tolist(),
            v[places].tolist(),
            ties.sentences[places].tolist(),
            ties.articles[places].tolist(),
            ties.outlets[places].tolist(),
            ties.first_day[places].tolist(),
            ties.last_day[places].tolist(),
            strict=True,
        )
    )


def list_actors(
    index: Index, selected: Selection, names: Sequence[str], top: int | None
) -> tuple[ActorInView, ...]:
    """Return the `top` strongest actors (None: all), equal ones by articles, mentions, name."""
    seen, rank = selected.seen, index["actor.rank"]
    minor = (rank[seen.group], -seen.mentions, -seen.articles)
    places = _first(top, selected.strength, minor)
    return make_actors(selected, names, places)


def make_actors(
    selected: Selection, names: Sequence[str], places: Column
) -> tuple[ActorInView, ...]:
    """Return the actors at these places of `seen`."""
    seen = selected.seen
    return tuple(
        ActorInView(names[actor], mentions, articles, strength, sentences)
        for actor, mentions, articles, strength, sentences in zip(
            seen.group[places].tolist(),
            seen.mentions[places].tolist(),
            seen.articles[places].tolist(),
            selected.strength[places].tolist(),
            seen.sentences[places].tolist(),
            strict=True,
        )
    )


def _first(top: int | None, weight: Column, minor: tuple[Column, ...]) -> Column:
    """Return the places of the `top` heaviest entries, ties broken by the last of `minor` first."""
    places = np.arange(len(weight))
    if top is not None and 0 < top < len(weight):
        least = np.partition(weight, len(weight) - top)[len(weight) - top]
        places = np.flatnonzero(weight >= least)
    keys = tuple(column[places] for column in minor)
    return places[np.lexsort((*keys, -weight[places]))][:top]


def _day(number: int) -> date | None:
    return None if number == NO_DAY else date.fromordinal(number)
