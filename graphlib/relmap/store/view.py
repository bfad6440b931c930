"""What a store shows under filters: ties, actors, counts, and the sentences behind each of them.

One mask over articles decides everything here, so a tie's weight is the number of sentences that
`evidence` returns for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.models import ActorInView, Counts, Evidence, Filters, Tie
from relmap.store.counting import count_days, count_outlets
from relmap.store.evidence import Behind, Place, behind_actor, behind_tie, find_page
from relmap.store.index import Index
from relmap.store.listing import (
    list_actors,
    list_heaviest,
    list_ties,
    make_actors,
    mark,
)
from relmap.store.neighbours import find_neighbours
from relmap.store.selecting import select
from relmap.store.stories import count_stories
from relmap.store.walking import walk_evidence, walk_ties
from relmap.ties import Int64s

if TYPE_CHECKING:
    from relmap.store.reading import Store


class View:
    """A store under filters. Everything is added up when it is asked for, and once."""

    def __init__(self, store: Store, index: Index, filters: Filters) -> None:
        self.filters = filters
        self._store = store
        self._index = index
        self._selected = select(index, filters)
        # How many of `actors` were asked for at most (None: all), and those.
        self._listed: tuple[int | None, tuple[ActorInView, ...]] = 0, ()

    def __repr__(self) -> str:
        counts = self.counts
        return f"<View: {counts.actors} actors, {counts.ties} ties, {counts.articles} articles>"

    @cached_property
    def counts(self) -> Counts:
        """What is in view, and of how many."""
        selected, index, manifest = self._selected, self._index, self._index.manifest
        kept, references = selected.kept, self.filters.references
        actors = manifest.actors_with_references if references else manifest.actors
        ties = manifest.ties_with_references if references else manifest.ties
        everything = selected.everything
        return Counts(
            actors=actors if everything else len(selected.seen.group),
            actors_total=actors,
            ties=ties if everything else len(selected.ties.group),
            ties_total=ties,
            articles=len(selected.articles),
            articles_total=len(kept),
            undated=int(np.count_nonzero(kept & (index["article.day"] == NO_DAY))),
            unknown_outlet=int(np.count_nonzero(kept & (index["article.outlet"] == NO_OUTLET))),
            stories=count_stories(index["article.story"], kept),
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
        """Return the first `top` of `ties` without adding up the rest (None: all)."""
        return list_heaviest(self._selected, self._store.actor_ids, top)

    def strongest(self, top: int | None) -> tuple[ActorInView, ...]:
        """Return the first `top` of `actors` without making the rest (None: all).

        Whoever then asks for no more of them gets the same again.
        """
        asked, listed = self._listed
        # Where there were fewer than were asked for, these are all.
        enough = asked is None or len(listed) < asked or (top is not None and top <= asked)
        if not enough:
            listed = list_actors(self._index, self._selected, self._store.actor_ids, top)
            self._listed = top, listed
        return listed[:top]

    def ties_among(self, actor_ids: Iterable[str]) -> tuple[Tie, ...]:
        """Return those of `ties` that have both ends among the given actors."""
        numbers = (self._store.actor_number(actor_id) for actor_id in actor_ids)
        known = mark(self._index, [number for number in numbers if number is not None])
        entries = self._selected.entries
        return self._list(np.flatnonzero(known[entries.u] & known[entries.v]))

    def ties_of(self, actor_id: str) -> tuple[Tie, ...]:
        """Return those of `ties` that have the actor at one end."""
        actor, entries = self._store.actor_number(actor_id), self._selected.entries
        if actor is None:
            return ()
        return self._list(np.flatnonzero((entries.u == actor) | (entries.v == actor)))

    def find_tie(self, source_id: str, target_id: str) -> Tie | None:
        """Return the tie between two actors, or None where the filters leave nothing of it."""
        dyad = self._find_tie(source_id, target_id)
        return None if dyad is None else self._list(np.array([dyad]))[0]

    def find_actor(self, actor_id: str) -> ActorInView | None:
        """Return one of `actors`, or None where the filters leave nothing of it."""
        actor = self._find_actor(actor_id)
        if actor is None:
            return None
        return make_actors(self._selected, self._store.actor_ids, np.array([actor]))[0]

    def neighbourhood(
        self, actor_id: str, steps: int, top: int | None = None
    ) -> tuple[tuple[ActorInView, ...], int]:
        """Return the actor and the closest within `steps` ties of it, and how many there are.

        The actor comes first, then nearer ones before farther ones; equally far ones by the
        weight of their ties with the nearer ones, then by strength and id. `top` counts the
        actor. Where the filters leave nothing of the actor there is nobody.
        """
        actor = self._find_actor(actor_id)
        if actor is None:
            return (), 0
        found, within = find_neighbours(self._selected, actor, steps, top)
        return make_actors(self._selected, self._store.actor_ids, found), within

    def article_ids(self) -> frozenset[str]:
        """Return the articles that the filters keep."""
        return frozenset(self._store.known_articles.ids(self._selected.articles))

    def article_rows(self, start: int = 0, limit: int | None = None) -> pd.DataFrame:
        """Return the rows of `Store.articles` that the filters keep, or one page of them."""
        listed = self._index["article.listed"]
        kept = listed[self._selected.kept[listed]]
        page = kept[start : None if limit is None else start + limit].astype(np.int64)
        return self._store.known_articles.frame(page)

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
        behind = behind_tie(self._selected, dyad)
        return count_days(self._index["article.day"][behind.article], behind.sentences)

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
        return self._read(behind_tie(self._selected, dyad), start, limit)

    def sentences_of(
        self, actor_id: str, *, start: int = 0, limit: int | None = None
    ) -> tuple[Evidence, ...]:
        """Return the sentences that name an actor in view, in the order of `evidence`."""
        actor = self._find_actor(actor_id)
        if actor is None:
            return ()
        return self._read(behind_actor(self._selected, actor), start, limit)

    def walk_ties(self) -> Iterator[Tie]:
        """Yield `ties` one by one, without holding all of them."""
        return (tie for _, tie in walk_ties(self._selected, self._store.actor_ids))

    def walk_evidence(self) -> Iterator[tuple[Tie, Evidence]]:
        """Yield what `evidence` returns for each of `ties`, sentence by sentence, without marks."""

        def read(places: Sequence[Place]) -> Sequence[Evidence]:
            return self._store.read_sentences(
                places, references=self.filters.references, marked=False
            )

        return walk_evidence(self._selected, self._store.actor_ids, read)

    def _find_tie(self, one_id: str, other_id: str) -> int | None:
        """Return the number of the dyad if it is a tie in view."""
        u, v = (self._store.actor_number(actor_id) for actor_id in sorted((one_id, other_id)))
        return None if u is None or v is None else self._selected.find_tie(u, v)

    def _find_actor(self, actor_id: str) -> int | None:
        """Return the number of an actor if it is in view."""
        actor = self._store.actor_number(actor_id)
        return actor if actor is not None and self._selected.sees(actor) else None

    def _list(self, dyads: Int64s) -> tuple[Tie, ...]:
        ties = self._selected.weigh_some(dyads)
        return list_ties(self._index, ties, self._store.actor_ids, None)

    def _read(self, behind: Behind, start: int, limit: int | None) -> tuple[Evidence, ...]:
        places = find_page(self._selected, behind, start, limit)
        return self._store.read_sentences(places, references=self.filters.references)
