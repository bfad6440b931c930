"""Actors and what was not read → the tables of a generation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from relmap.models import KINDS, Actor, Unread
from relmap.store.columns import Column, narrow
from relmap.store.mapped import ACTORS_PER_BLOCK

_ALIAS = {"surface": pa.string(), "mentions": pa.int32(), "rule": pa.string()}
_ACTORS = pa.schema(
    {
        "actor_id": pa.string(),
        "name": pa.string(),
        "kind": pa.string(),
        "country_code": pa.string(),
        "titles": pa.list_(pa.string()),
        "ambiguous": pa.bool_(),
        "aliases": pa.list_(pa.struct(_ALIAS)),
    }
)


def actor_table(actors: Iterable[Actor]) -> pa.Table:
    """Return the actors in the order given, in blocks; one block is in memory as objects at once."""
    return pa.Table.from_batches([_batch(some) for some in _batches(actors)], _ACTORS)


def actor_columns(actors: pa.Table) -> dict[str, Column]:
    """Return what is looked up by an actor's number.

    `actor.rank` is its place among all names, equal ones by id; `actor.namesake` marks those whose
    very name another actor has.
    """
    kinds = pc.index_in(actors["kind"], value_set=pa.array(KINDS)).to_numpy()
    ranks = pc.rank(actors["name"], tiebreaker="first").to_numpy().astype(np.int64) - 1
    names = pc.rank(actors["name"], tiebreaker="dense").to_numpy().astype(np.int64)
    return {
        "actor.kind": narrow(kinds.astype(np.int64)),
        "actor.rank": narrow(ranks),
        "actor.namesake": (np.bincount(names)[names] > 1) if len(names) else names > 0,
        "position.actor": np.zeros(0, dtype=np.uint8),
        "position.place": np.zeros((0, 2), dtype=np.float64),
    }


def unread_table(unread: Sequence[Unread]) -> pa.Table:
    """Return what was not read, in the order given."""
    return pa.table(
        {
            "path": pa.array([item.path for item in unread], pa.string()),
            "row": pa.array([item.row for item in unread], pa.int64()),
            "reason": pa.array([item.reason for item in unread], pa.string()),
        }
    )


def _batches(actors: Iterable[Actor]) -> Iterator[list[Actor]]:
    remaining = iter(actors)
    while batch := list(islice(remaining, ACTORS_PER_BLOCK)):
        yield batch


def _batch(actors: Sequence[Actor]) -> pa.RecordBatch:
    names = ("actor_id", "name", "kind", "country_code", "titles", "ambiguous")
    rows = {name: [getattr(actor, name) for actor in actors] for name in names}
    rows["aliases"] = [
        [
            {"surface": alias.surface, "mentions": alias.mentions, "rule": alias.rule}
            for alias in actor.aliases
        ]
        for actor in actors
    ]
    return pa.RecordBatch.from_pydict(rows, _ACTORS)
