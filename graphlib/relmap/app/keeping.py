"""What the page keeps at hand: many views of a small store, few of a large one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Keeper(Generic[Kept]):
    """Keeps what was asked for last, as long as all of it together weighs no more than allowed.

    `least` of them stay whatever they weigh, and no more than `most` whatever they weigh. Any
    thread may ask; two that ask for the same at once may both make it.
    """

    def __init__(self, allowed: int, *, least: int, most: int) -> None:
        self._allowed, self._least, self._most = allowed, least, most
        self._kept: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], Kept], weight: int) -> Kept:
        """Return what is kept under `key`, made where it is not there; it weighs `weight`."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][0]
        made = make()
        with self._lock:
            self._kept[key] = made, weight
            self._let_go()
        return made

    def _let_go(self) -> None:
        """Drop what was not asked for the longest."""
        total = sum(weight for _, weight in self._kept.values())
        while len(self._kept) > self._most or (
            total > self._allowed and len(self._kept) > self._least
        ):
            _, (_, weight) = self._kept.popitem(last=False)
            total -= weight
