"""Articles and resolved actors → the columns and tables of a new generation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np
import pyarrow as pa

from relmap.models import Actor, Unread
from relmap.store.arranging import Arrangement
from relmap.store.columns import narrow
from relmap.store.encoding import Chunk, Indexed, Numbers, encode
from relmap.store.index import Index
from relmap.store.pairing import entry_columns
from relmap.store.tables import actor_columns, actor_table, unread_table

#: Articles that are held as objects at once.
_AT_ONCE = 1024


class IndexDraft:
    """An index in the making: takes articles in any order and keeps numbers only.

    `actor_ids` are all actors that the articles will name, sorted.
    """

    def __init__(self, actor_ids: Sequence[str], *, generation: str, extractor: str) -> None:
        self._generation, self._extractor = generation, extractor
        self._numbers = Numbers({actor_id: place for place, actor_id in enumerate(actor_ids)})
        self._waiting: list[Indexed] = []
        self._chunks: list[Chunk] = []

    def add(self, articles: Iterable[Indexed]) -> None:
        """Take more articles."""
        remaining = iter(articles)
        while some := list(islice(remaining, _AT_ONCE - len(self._waiting))):
            self._waiting += some
            if len(self._waiting) == _AT_ONCE:
                self._encode()

    def finish(
        self, actors: Iterable[Actor], unread: Sequence[Unread], story_of: Mapping[int, int]
    ) -> tuple[Index, Mapping[str, pa.Table]]:
        """Put the articles in order and pair their actors; the draft is used up.

        Parameters
        ----------
        actors
            all actors, by id.
        unread
            what was not read, sorted.
        story_of
            per article (its key in the catalogue) the key of any article of its story, the same
            for all of them.

        Positions are not known yet and the totals are those of an empty store; both come from
        looking at this very index without a filter (`complete_index`).
        """
        self._encode()
        arrangement = Arrangement(self._chunks, self._numbers)
        manifest = arrangement.manifest(self._generation, self._extractor)
        known = actor_table(actors)
        tables = {
            **arrangement.tables(),
            "people": known.select(["actor_id"]),
            "actors": known.drop_columns(["actor_id"]),
            "unread": unread_table(unread),
        }
        columns = {**arrangement.columns(story_of), **actor_columns(known)}
        columns |= entry_columns(Index(manifest, columns))
        counted = (columns["tally.named"] > 0) | (columns["tally.referred"] > 0)
        seen = columns["cast.actor"][counted[columns["cast.tally"]]]
        actors_seen = len(np.unique(seen))
        return Index(replace(manifest, actors_with_references=actors_seen), columns), tables

    def _encode(self) -> None:
        # A store without articles has a chunk of none: its columns are empty, not missing.
        if self._waiting or not self._chunks:
            self._chunks.append(encode(self._waiting, self._numbers))
            self._waiting = []


def complete_index(
    index: Index,
    actors: int,
    ties: tuple[int, int],
    positions: Mapping[int, tuple[float, float]],
) -> Index:
    """Return the index with its totals and with the positions of the actors that have one.

    `actors` are those that sentences name, `ties` the totals by names alone and with references.
    """
    placed = sorted(positions)
    columns = dict(index.columns)
    columns["position.actor"] = narrow(np.array(placed, dtype=np.int64))
    places = np.array([positions[actor] for actor in placed], dtype=np.float64)
    columns["position.place"] = places.reshape(-1, 2)
    by_name, with_references = ties
    manifest = replace(
        index.manifest, actors=actors, ties=by_name, ties_with_references=with_references
    )
    return Index(manifest, columns)
