"""What a store shows under filters: ties, actors, counts, and the sentences behind each of them.

One mask over articles decides everything here, so a tie's weight is the number of sentences that
`evidence` returns for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.models import ActorInView, Counts, Evidence, Filters, Tie
from relmap.store.counting import count_days, count_outlets
from relmap.store.index import Column, Index
from relmap.store.neighbours import find_neighbours
from relmap.store.selecting import (
    list_actors,
    list_ties,
    make_actors,
    select,
    ties_among,
    ties_of,
)
from relmap.store.stories import count_stories

if TYPE_CHECKING:
    from relmap.store.reading import Store


class View:
    """A store under filters. Counts are there at once; lists are made when asked for."""

    def __init__(self, store: Store, index: Index, filters: Filters) -> None:
        self.filters = filters
        self._store = store
        self._index = index
        self._selected = select(index, filters)

    def __repr__(self) -> str:
        counts = self.counts
        return f"<View: {counts.actors} actors, {counts.ties} ties, {counts.articles} articles>"

    @cached_property
    def counts(self) -> Counts:
        """What is in view, and of how many."""
        selected, manifest = self._selected, self._index.manifest
        kept = selected.kept
        return Counts(
            actors=len(selected.seen.group),
            actors_total=manifest.actors,
            ties=len(selected.ties.group),
            ties_total=(
                manifest.ties_with_references if self.filters.references else manifest.ties
            ),
            articles=int(np.count_nonzero(kept)),
            articles_total=len(kept),
            undated=int(np.count_nonzero(kept & (self._index["article.day"] == NO_DAY))),
            unknown_outlet=int(
                np.count_nonzero(kept & (self._index["article.outlet"] == NO_OUTLET))
            ),
            stories=count_stories(self._index["article.story"], kept),
        )

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """All ties in view, heaviest first, then by the names of their actors."""
        return self.heaviest(None)

    @cached_property
    def actors(self) -> tuple[ActorInView, ...]:
        """All actors in view, strongest first, then by articles, mentions and name."""
        return self.strongest(None)

    def heaviest(self, top: int | None) -> tuple[Tie, ...]:
        """Return the first `top` of `ties` without making the rest (None: all)."""
        return list_ties(self._index, self._selected.ties, self._store.actor_ids, top)

    def strongest(self, top: int | None) -> tuple[ActorInView, ...]:
        """Return the first `top` of `actors` without making the rest (None: all)."""
        return list_actors(self._index, self._selected, self._store.actor_ids, top)

    def ties_among(self, actor_ids: Iterable[str]) -> tuple[Tie, ...]:
        """Return those of `ties` that have both ends among the given actors."""
        numbers = (self._store.actor_number(actor_id) for actor_id in actor_ids)
        known = [number for number in numbers if number is not None]
        chosen = ties_among(self._index, self._selected.ties, known)
        return list_ties(self._index, chosen, self._store.actor_ids, None)

    def ties_of(self, actor_id: str) -> tuple[Tie, ...]:
        """Return those of `ties` that have the actor at one end."""
        actor = self._store.actor_number(actor_id)
        if actor is None:
            return ()
        chosen = ties_of(self._index, self._selected.ties, actor)
        return list_ties(self._index, chosen, self._store.actor_ids, None)

    def find_tie(self, source_id: str, target_id: str) -> Tie | None:
        """Return the tie between two actors, or None where the filters leave nothing of it."""
        found = self.ties_among((source_id, target_id))
        return found[0] if found else None

    def find_actor(self, actor_id: str) -> ActorInView | None:
        """Return one of `actors`, or None where the filters leave nothing of it."""
        actor = self._store.actor_number(actor_id)
        if actor is None:
            return None
        places = np.flatnonzero(self._selected.seen.group == actor)
        return next(iter(make_actors(self._selected, self._store.actor_ids, places)), None)

    def neighbourhood(
        self, actor_id: str, steps: int, top: int | None = None
    ) -> tuple[tuple[ActorInView, ...], int]:
        """Return the actor and the closest within `steps` ties of it, and how many there are.

        The actor comes first, then nearer ones before farther ones; equally far ones by the
        weight of their ties with the nearer ones, then by strength and id. `top` counts the
        actor. Where the filters leave nothing of the actor there is nobody.
        """
        actor = self._store.actor_number(actor_id)
        if actor is None or actor not in self._seen_numbers:
            return (), 0
        found = find_neighbours(self._index, self._selected, actor, steps)
        places = np.searchsorted(self._selected.seen.group, found[:top])
        return make_actors(self._selected, self._store.actor_ids, places), len(found)

    def article_ids(self) -> frozenset[str]:
        """Return the articles that the filters keep."""
        ids = self._store.article_ids
        return frozenset(ids[number] for number in np.flatnonzero(self._selected.kept).tolist())

    def article_days(self) -> Mapping[date | None, int]:
        """Return how many articles the filters keep of each day, sorted; undated ones last."""
        return count_days(self._index["article.day"][self._selected.kept])

    def outlet_counts(self) -> Mapping[str | None, int]:
        """Return how many articles the filters keep of each outlet, sorted; unknown ones last."""
        outlet_of = self._index["article.outlet"][self._selected.kept]
        return count_outlets(outlet_of, self._index.manifest.outlets)

    def tie_days(self, source_id: str, target_id: str) -> Mapping[date | None, int]:
        """Return how many sentences of a tie in view each day has, sorted; undated ones last."""
        dyad = self._find_tie(source_id, target_id)
        if dyad is None:
            return {}
        rows = self._index.rows
        span = slice(int(rows.bounds[dyad]), int(rows.bounds[dyad + 1]))
        article, _, _ = self._choose(rows.article[span], rows.sentence[span], rows.named[span])
        return count_days(self._index["article.day"][article])

    def evidence(
        self, source_id: str, target_id: str, *, start: int = 0, limit: int | None = None
    ) -> tuple[Evidence, ...]:
        """Return the sentences of a tie in view: newest article first, undated last.

        Inside a day they are sorted by article id and offset. `start` and `limit` take one page
        of them. Without a tie in view between the two there are none.
        """
        dyad = self._find_tie(source_id, target_id)
        if dyad is None:
            return ()
        rows = self._index.rows
        span = slice(int(rows.bounds[dyad]), int(rows.bounds[dyad + 1]))
        return self._read(rows.article[span], rows.sentence[span], rows.named[span], start, limit)

    def sentences_of(
        self, actor_id: str, *, start: int = 0, limit: int | None = None
    ) -> tuple[Evidence, ...]:
        """Return the sentences that name an actor in view, in the order of `evidence`."""
        actor = self._store.actor_number(actor_id)
        if actor is None or actor not in self._seen_numbers:
            return ()
        sightings = self._index.sightings
        span = slice(int(sightings.bounds[actor]), int(sightings.bounds[actor + 1]))
        named = sightings.mentions[span] > 0
        return self._read(sightings.article[span], sightings.sentence[span], named, start, limit)

    @cached_property
    def _seen_numbers(self) -> frozenset[int]:
        return frozenset(self._selected.seen.group.tolist())

    def _find_tie(self, one_id: str, other_id: str) -> int | None:
        """Return the number of the dyad if it is a tie in view."""
        numbers = [self._store.actor_number(actor_id) for actor_id in sorted((one_id, other_id))]
        u, v = numbers
        if u is None or v is None:
            return None
        rows, group = self._index.rows, self._selected.ties.group
        first, last = np.searchsorted(rows.u, (u, u + 1))
        dyad = int(first + np.searchsorted(rows.v[first:last], v))
        place = int(np.searchsorted(group, dyad))
        if dyad == last or rows.v[dyad] != v or place == len(group) or group[place] != dyad:
            return None
        return dyad

    def _read(
        self, article: Column, sentence: Column, named: Column, start: int, limit: int | None
    ) -> tuple[Evidence, ...]:
        index = self._index
        article, sentence, named = self._choose(article, sentence, named)
        days, ranks = index["article.day"][article], index["article.rank"][article]
        # NO_DAY is smaller than every day, so undated articles come last.
        order = np.lexsort((sentence, ranks, -days))
        order = order[start : None if limit is None else start + limit]
        columns = (article[order].tolist(), sentence[order].tolist(), (~named[order]).tolist())
        return self._store.read_sentences(
            list(zip(*columns, strict=True)), references=self.filters.references
        )

    def _choose(
        self, article: Column, sentence: Column, named: Column
    ) -> tuple[Column, Column, Column]:
        """Return those of these sentences that the filters let count."""
        kept = self._selected.kept[article]
        if not self.filters.references:
            kept = kept & named
        return article[kept], sentence[kept], named[kept]
