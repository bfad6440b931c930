"""Many pairs of small numbers, such as (name, article), kept in eight bytes each."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

#: So many new pairs are held as Python numbers before they go into the array.
FRESH = 1 << 18

_SHIFT = np.uint64(32)
_LOW = np.uint64((1 << 32) - 1)


class Pairs:
    """A set of pairs of numbers below 2³², asked by the first of the two."""

    def __init__(self) -> None:
        self._fresh: set[int] = set()
        self._chunks: list[NDArray[np.uint64]] = []
        self._kept = np.empty(0, np.uint64)

    def add(self, first: int, seconds: Iterable[int]) -> None:
        """Take in the pairs of one first, however often they come."""
        high = first << 32
        self._fresh.update([high | second for second in seconds])
        if len(self._fresh) >= FRESH:
            self._put_by()

    def of(self, first: int) -> NDArray[np.uint32]:
        """The seconds of a first, ascending."""
        kept = self._merged()
        start, end = np.searchsorted(kept, [np.uint64(first << 32), np.uint64(first + 1 << 32)])
        return (kept[start:end] & _LOW).astype(np.uint32)

    def rename(self, firsts: NDArray[np.uint64]) -> None:
        """Give every first `n` the number `firsts[n]`."""
        kept = self._merged()
        self._kept = np.unique(firsts[kept >> _SHIFT] << _SHIFT | kept & _LOW)

    def _put_by(self) -> None:
        """Put the new pairs into an array, and all arrays into one when they have doubled."""
        self._chunks.append(np.fromiter(self._fresh, np.uint64, len(self._fresh)))
        self._fresh.clear()
        if sum(map(len, self._chunks)) >= len(self._kept):
            self._merge()

    def _merged(self) -> NDArray[np.uint64]:
        """All pairs, sorted."""
        if self._fresh:
            self._put_by()
        if self._chunks:
            self._merge()
        return self._kept

    def _merge(self) -> None:
        self._kept = np.unique(np.concatenate([self._kept, *self._chunks]))
        self._chunks.clear()
