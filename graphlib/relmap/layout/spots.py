"""Free spots on the canvas: the nearest place around a wish where a box fits."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin, sqrt

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]

_GOLDEN_ANGLE = pi * (3.0 - sqrt(5.0))
_CELL = 48.0


class Spots:
    """Rectangles that are taken, in square cells, to ask quickly whether another one fits."""

    def __init__(self, stride: float = 7.0) -> None:
        """`stride` is about how far apart the spots lie that are tried, in pixels."""
        self._stride = stride
        self._cells: dict[tuple[int, int], list[Rectangle]] = {}
        self.bottom = 0.0

    def add(self, centre: Point, width: float, height: float) -> None:
        """Take a rectangle, whether it is free or not."""
        box = _around(centre, width, height)
        for cell in _cells_of(box):
            self._cells.setdefault(cell, []).append(box)
        self.bottom = max(self.bottom, box[3])

    def take(self, wish: Point, width: float, height: float) -> Point:
        """Take the free spot nearest to `wish` on a spiral around it; return its centre.

        Rounded to a tenth of a pixel before it is tested, so that what is stored is free too.
        """
        step = 0
        while True:
            reach, turn = self._stride * sqrt(step), step * _GOLDEN_ANGLE
            spot = (tenth(wish[0] + reach * cos(turn)), tenth(wish[1] + reach * sin(turn)))
            if self._free(_around(spot, width, height)):
                self.add(spot, width, height)
                return spot
            step += 1

    def _free(self, box: Rectangle) -> bool:
        return not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for cell in _cells_of(box)
            for other in self._cells.get(cell, ())
        )


def tenth(value: float) -> float:
    """Round to a tenth, without a negative zero."""
    return round(float(value), 1) + 0.0


def _around(centre: Point, width: float, height: float) -> Rectangle:
    x, y = centre
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _cells_of(box: Rectangle) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1):
        for row in range(int(box[1] // _CELL), int(box[3] // _CELL) + 1):
            yield column, row
