"""Free spots on the canvas: the nearest place around a wish where a node or a box fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

Point = tuple[float, float]

_GOLDEN_ANGLE = pi * (3.0 - sqrt(5.0))
_CELL = 32.0
#: Wishes within a square of this size share what was learnt about how far out it is full.
_SHARED = 6.0


@dataclass(frozen=True, slots=True)
class Shape:
    """Half the width and height of what takes a spot; a disc also has its radius there."""

    across: float
    down: float
    radius: float = 0.0


_Taken = tuple[float, float, Shape]


def disc(radius: float) -> Shape:
    """Return the shape of a node without a label."""
    return Shape(radius, radius, radius)


class Spots:
    """Discs and rectangles that are taken, in square cells, to ask quickly whether one fits."""

    def __init__(self, stride: float = 5.0) -> None:
        """`stride` is about how far apart the spots lie that are tried, in pixels."""
        self._stride = stride
        self._cells: dict[tuple[int, int], list[_Taken]] = {}
        self._full: dict[tuple[int, int, Shape], int] = {}

    def add(self, centre: Point, shape: Shape) -> None:
        """Take a spot, whether it is free or not."""
        taken = (*centre, shape)
        for cell in _cells_of(*taken):
            self._cells.setdefault(cell, []).append(taken)

    def take(self, wish: Point, shape: Shape) -> Point:
        """Take the free spot nearest to `wish` on a spiral around it; return its centre.

        Rounded to a tenth of a pixel before it is tested, so that what is stored is free too.
        Nothing is ever given back, so a spiral goes on where the last one for the same shape and
        nearly the same wish ended, or a thousand neighbours of one hub would take for ever.
        """
        key = (int(wish[0] // _SHARED), int(wish[1] // _SHARED), shape)
        step = 0
        while True:
            reach, turn = self._stride * sqrt(step), step * _GOLDEN_ANGLE
            spot = (tenth(wish[0] + reach * cos(turn)), tenth(wish[1] + reach * sin(turn)))
            if self._free(*spot, shape):
                self.add(spot, shape)
                self._full[key] = max(step, self._full.get(key, 0))
                return spot
            step = max(step + 1, self._full.get(key, 0))

    def _free(self, x: float, y: float, shape: Shape) -> bool:
        return not any(
            _meet(x, y, shape, other)
            for cell in _cells_of(x, y, shape)
            for other in self._cells.get(cell, ())
        )


def _meet(x: float, y: float, shape: Shape, other: _Taken) -> bool:
    """Whether a shape meets what is taken: two discs by their distance, others as rectangles."""
    across, down, found = x - other[0], y - other[1], other[2]
    if shape.radius and found.radius:
        near = shape.radius + found.radius
        return across * across + down * down < near * near - 1e-9
    return abs(across) < shape.across + found.across and abs(down) < shape.down + found.down


def tenth(value: float) -> float:
    """Round to a tenth, without a negative zero."""
    return round(float(value), 1) + 0.0


def _cells_of(x: float, y: float, shape: Shape) -> Iterator[tuple[int, int]]:
    for column in range(int((x - shape.across) // _CELL), int((x + shape.across) // _CELL) + 1):
        for row in range(int((y - shape.down) // _CELL), int((y + shape.down) // _CELL) + 1):
            yield column, row
