"""The actors of a generation by id: found by halving, made when they are asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from typing import overload

import pyarrow as pa

from relmap.models import Actor, Alias
from relmap.store.mapped import ACTORS_PER_BLOCK, Blocks

#: Ids that are turned into Python texts at once when all are walked through.
_AT_ONCE = 4096


class ActorIds(Sequence[str]):
    """The ids of the actors by number, sorted."""

    def __init__(self, ids: pa.StringArray) -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, number: int) -> str: ...

    @overload
    def __getitem__(self, number: slice) -> list[str]: ...

    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            found: list[str] = self._ids[number].to_pylist()
            return found
        actor_id: str = self._ids[number].as_py()
        return actor_id

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self[start : start + _AT_ONCE]

    def find(self, actor_id: str) -> int | None:
        """Return the number of an actor, None for one that is not there."""
        ids = self._ids
        number = bisect_left(range(len(ids)), actor_id, key=lambda place: ids[place].as_py())
        return number if number < len(ids) and ids[number].as_py() == actor_id else None


class Actors(Mapping[str, Actor]):
    """The actors by id, sorted by id."""

    def __init__(self, ids: pa.StringArray, blocks: Blocks) -> None:
        self.ids = ActorIds(ids)
        self._blocks = blocks

    def __repr__(self) -> str:
        return f"<Actors: {len(self)}>"

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __contains__(self, actor_id: object) -> bool:
        return isinstance(actor_id, str) and self.ids.find(actor_id) is not None

    def __getitem__(self, actor_id: str) -> Actor:
        number = self.ids.find(actor_id)
        if number is None:
            raise KeyError(actor_id)
        return next(self._block(number // ACTORS_PER_BLOCK, number % ACTORS_PER_BLOCK, 1))

    def values(self) -> ValuesView[Actor]:
        """All actors, without looking each of them up."""
        return _Values(self)

    def items(self) -> ItemsView[str, Actor]:
        """All ids and actors, without looking each of them up."""
        return _Items(self)

    def walk(self) -> Iterator[Actor]:
        """Yield all actors, some in memory at once."""
        for block in range(len(self._blocks)):
            yield from self._block(block, 0, ACTORS_PER_BLOCK)

    def _block(self, block: int, start: int, size: int) -> Iterator[Actor]:
        rows = self._blocks.read(block).slice(start, size)
        first = block * ACTORS_PER_BLOCK + start
        ids = self.ids[first : first + size]
        for actor_id, record in zip(ids, rows.to_pylist(), strict=True):
            record["titles"] = tuple(record["titles"])
            record["aliases"] = tuple(Alias(**alias) for alias in record["aliases"])
            yield Actor(actor_id, **record)


class _Values(ValuesView[Actor]):
    _mapping: Actors

    def __iter__(self) -> Iterator[Actor]:
        return self._mapping.walk()


class _Items(ItemsView[str, Actor]):
    _mapping: Actors

    def __iter__(self) -> Iterator[tuple[str, Actor]]:
        for actor in self._mapping.walk():
            yield actor.actor_id, actor
