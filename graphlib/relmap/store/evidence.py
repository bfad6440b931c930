"""The sentences behind a tie or an actor, newest article first, one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from relmap.store.columns import Column
from relmap.store.encoding import NAMED, SEEN_BEFORE
from relmap.store.index import Index
from relmap.store.places import Mentions, mentions_in
from relmap.store.selecting import Selection
from relmap.ties import Int64s


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article, by numbers; `referred` where it needs a reference to count."""

    article: int
    sentence: int
    referred: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """In which of the kept articles sentences stand, ascending, and how many in each."""

    article: Column
    sentences: Int64s
    look: Callable[[Mentions], tuple[Int64s, Column]]


def behind_tie(selected: Selection, dyad: int) -> Behind:
    """Return where the sentences of a tie in view stand."""
    entries, references = selected.entries, selected.filters.references
    span = entries.span(dyad)
    u, v = int(entries.u[dyad]), int(entries.v[dyad])

    def look(mentions: Mentions) -> tuple[Int64s, Column]:
        one, one_named = _seen(mentions, u)
        other, other_named = _seen(mentions, v)
        both, places, others = np.intersect1d(one, other, assume_unique=True, return_indices=True)
        return both, one_named[places] & other_named[others]

    return _kept(selected, entries.article[span], entries.count(span, references=references), look)


def behind_actor(selected: Selection, actor: int) -> Behind:
    """Return where the sentences stand that name an actor or, if they count, refer to it."""
    index = selected.index
    places = np.flatnonzero(index["cast.actor"] == actor)
    article = np.searchsorted(index.bounds("cast"), places, side="right") - 1
    counts = index.tally("named", places).astype(np.int64)
    if selected.filters.references:
        counts += index.tally("referred", places)
    return _kept(selected, article, counts, lambda mentions: _seen(mentions, actor))


def find_page(selected: Selection, behind: Behind, start: int, limit: int | None) -> list[Place]:
    """Return some of the sentences: newest article first, undated last, then by id and offset."""
    index, total = selected.index, int(behind.sentences.sum())
    first, last, _ = slice(start, None if limit is None else start + limit).indices(total)
    # Articles are numbered by id inside a day, and NO_DAY is smaller than every day.
    days = index["article.day"][behind.article].astype(np.int64)
    order = np.lexsort((behind.article, -days))
    ends = np.cumsum(behind.sentences[order])
    begins = ends - behind.sentences[order]
    touched = np.flatnonzero((ends > first) & (begins < last))
    if not len(touched):
        return []
    places = [
        place
        for article in behind.article[order[touched]].tolist()
        for place in _places(index, article, behind, references=selected.filters.references)
    ]
    skipped = int(begins[touched[0]])
    return places[first - skipped : last - skipped]


def _kept(
    selected: Selection,
    article: Column,
    counts: Column,
    look: Callable[[Mentions], tuple[Int64s, Column]],
) -> Behind:
    chosen = selected.kept[article] & (counts > 0)
    return Behind(article[chosen], counts[chosen].astype(np.int64), look)


def _places(index: Index, article: int, behind: Behind, *, references: bool) -> list[Place]:
    sentences, named = behind.look(mentions_in(index, article))
    return [
        Place(article, sentence, not by_name)
        for sentence, by_name in zip(sentences.tolist(), named.tolist(), strict=True)
        if by_name or references
    ]


def _seen(mentions: Mentions, actor: int) -> tuple[Int64s, Column]:
    """Return the sentences that count for an actor, and which of them name it."""
    mine = np.flatnonzero((mentions.actor == actor) & (mentions.state != SEEN_BEFORE))
    return mentions.sentence[mine], mentions.state[mine] == NAMED
