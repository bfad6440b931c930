"""The room of a picture: which boxes are given away, and how much of the ties lies below a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import inf

import numpy as np
import numpy.typing as npt

from relmap.view.shapes import Box, Point

#: The rank of what no name may ever cover.
FIRST = -1


@dataclass(frozen=True, slots=True)
class Stroke:
    """A tie in the picture; `ink` is its width as the eye weighs it, faint ties little."""

    owner: str
    start: Point
    end: Point
    ink: float


@dataclass(slots=True)
class Taken:
    """The boxes that have been given away, in square cells: asking stays quick with thousands."""

    cell: float = 60.0
    _cells: dict[tuple[int, int], list[tuple[Box, str, int]]] = field(default_factory=dict)

    def add(self, box: Box, owner: str, rank: int = FIRST) -> None:
        """Give a box away to somebody of that rank."""
        for key in self._keys(box):
            self._cells.setdefault(key, []).append((box, owner, rank))

    def is_free(self, box: Box, owner: str = "", before: float = inf) -> bool:
        """Whether the box meets none but those of its own owner, among all that rank `before`."""
        return not any(
            rank < before and other.overlaps(box) and (not owner or owner != taker)
            for key in self._keys(box)
            for other, taker, rank in self._cells.get(key, ())
        )

    def under(self, box: Box, owner: str) -> frozenset[str]:
        """Return whose boxes a box meets, besides those of its own owner."""
        return frozenset(
            taker
            for key in self._keys(box)
            for other, taker, _ in self._cells.get(key, ())
            if taker != owner and other.overlaps(box)
        )

    def _keys(self, box: Box) -> Iterator[tuple[int, int]]:
        columns = range(int(box.left // self.cell), int(box.right // self.cell) + 1)
        rows = range(int(box.top // self.cell), int(box.bottom // self.cell) + 1)
        return product(columns, rows)


class Strokes:
    """All ties at once: how much ink of them would lie below a box."""

    def __init__(self, strokes: Sequence[Stroke]) -> None:
        ends = [(*stroke.start, *stroke.end) for stroke in strokes]
        self._ends = np.array(ends, dtype=np.float64).reshape(len(strokes), 4)
        self._ink = np.array([stroke.ink for stroke in strokes], dtype=np.float64)

    def below(self, box: Box) -> float:
        """The area of the ties that a box would cover, in square pixels of full ink."""
        return float((self._lengths(box) * self._ink).sum())

    def crossing(self, box: Box) -> int:
        """How many ties run through a box."""
        return int(np.count_nonzero(self._lengths(box) > 0.0))

    def _lengths(self, box: Box) -> npt.NDArray[np.float64]:
        """The length of each tie inside a box, after Liang and Barsky, "Line clipping" (1984)."""
        x, y = self._ends[:, 0], self._ends[:, 1]
        across, down = self._ends[:, 2] - x, self._ends[:, 3] - y
        first, last = np.zeros(len(x)), np.ones(len(x))
        for start, way, low, high in (
            (x, across, box.left, box.right),
            (y, down, box.top, box.bottom),
        ):
            # A tie that runs along a side never enters or leaves through the two others.
            step = np.where(np.abs(way) < 1e-9, 1e-9, way)
            enter, leave = (low - start) / step, (high - start) / step
            first = np.maximum(first, np.minimum(enter, leave))
            last = np.minimum(last, np.maximum(enter, leave))
        length: npt.NDArray[np.float64] = np.maximum(last - first, 0.0) * np.hypot(across, down)
        return length
