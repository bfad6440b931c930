"""Where names and numbers stand in a picture: the important first, never one across another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from math import hypot

import numpy as np
import numpy.typing as npt

from relmap.view.metrics import text_width
from relmap.view.shapes import ASCENT, DESCENT, Box, Point, around

LINE_HEIGHT = 1.12
_GAP = 3.0
#: Air between a name and what is not its own, in pixels.
_AIR = 1.5
#: Two names on one line need more, or they read as one.
_APART = 4.0
#: What a spot farther down the list of spots costs, in pixels of tie that would lie below the name.
_LATER = 14.0
#: Where a name finds no room it is tried once more at this share of its size.
_SMALLER = 0.85
#: How far a name is moved along its node, in parts of half its width or height.
_SLIDES = (0.35, -0.35, 0.7, -0.7, 1.0, -1.0)
_CORNERS = ((1, 1), (-1, 1), (1, -1), (-1, -1))
#: A name is nobody else's at a glance where so many pixels around it are free; the price of less.
_CLEAR, _CROWDED = 7.0, 90.0
#: Numbers stand on their ties in steps of so many pixels from the middle, off the ends by a share.
_STEP, _ENDS = 9.0, 0.12
#: The first so many free places of a number are compared; the best of more is hardly better.
_COMPARED = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A node in the picture with its name, whose lines are parted by newlines."""

    owner: str
    x: float
    y: float
    radius: float
    label: str
    size: float
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room of the node itself."""
        return around(self.x, self.y, self.radius)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A tie in the picture; `ink` is its width as the eye weighs it, faint ties little."""

    owner: str
    start: Point
    end: Point
    ink: float


@dataclass(frozen=True, slots=True)
class Label:
    """A placed name: its box, and the middle and base line of each of its lines."""

    dot: Dot
    size: float
    box: Box
    lines: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A placed number of a tie: its disc."""

    owner: str
    x: float
    y: float
    radius: float


@dataclass(slots=True)
class Taken:
    """The boxes that have been given away, in square cells: asking stays quick with thousands."""

    cell: float = 60.0
    _cells: dict[tuple[int, int], list[tuple[Box, str]]] = field(default_factory=dict)

    def add(self, box: Box, owner: str) -> None:
        """Give a box away."""
        for key in self._keys(box):
            self._cells.setdefault(key, []).append((box, owner))

    def is_free(self, box: Box, owner: str = "") -> bool:
        """Whether the box meets none but those of its own owner."""
        return not any(
            other.overlaps(box) and (not owner or owner != taker)
            for key in self._keys(box)
            for other, taker in self._cells.get(key, ())
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


def place_labels(
    dots: Sequence[Dot], strokes: Strokes, frame: Box, taken: Taken
) -> tuple[tuple[Label, ...], tuple[str, ...]]:
    """Give names a place, in the order of the dots, and take the room they need.

    A name stands inside of the frame, beside its own node, on no other node and no other name, and
    there where it hides least of the ties; a little smaller where there is no room else. Returns
    the placed names and the owners of those that found none.
    """
    for dot in dots:
        taken.add(dot.box.grown(_AIR), dot.owner)
    placed: list[Label] = []
    left_out: list[str] = []
    for dot in dots:
        sizes = (dot.size, round(_SMALLER * dot.size, 1))
        labels = (_place(dot, size, strokes, frame, taken) for size in sizes)
        label = next((label for label in labels if label), None)
        if label is None:
            left_out.append(dot.owner)
            continue
        beside = replace(label.box, left=label.box.left - _APART, right=label.box.right + _APART)
        taken.add(beside, f"the name of {dot.owner}")
        placed.append(label)
    return tuple(placed), tuple(left_out)


def _place(dot: Dot, size: float, strokes: Strokes, frame: Box, taken: Taken) -> Label | None:
    spots = [
        (index, box)
        for index, box in enumerate(_spots(dot, size))
        if frame.holds(box) and taken.is_free(box.grown(_AIR), dot.owner)
    ]
    if not spots:
        return None
    box = min(spots, key=lambda spot: _cost(spot, dot, strokes, taken))[1]
    return Label(dot, size, box, tuple(_lines(dot, size, box)))


def _cost(spot: tuple[int, Box], dot: Dot, strokes: Strokes, taken: Taken) -> tuple[float, int]:
    """What speaks against a spot: ties below it, others so near that the name could be theirs."""
    index, box = spot
    crowded = 0.0 if taken.is_free(box.grown(_CLEAR), dot.owner) else _CROWDED
    return strokes.below(box) + _LATER * index + crowded, index


def _spots(dot: Dot, size: float) -> Iterator[Box]:
    """Below the node, above, to the right and left of it, then aslant, then a little farther."""
    lines = dot.label.split("\n")
    half = max(text_width(line, size, bold=dot.bold) for line in lines) / 2.0
    tall = size * (ASCENT + DESCENT + LINE_HEIGHT * (len(lines) - 1)) / 2.0
    for away in (dot.radius + _GAP, dot.radius + 2.2 * _GAP):
        beside, below = away + half, away + tall
        for across, down in ((0, below), (0, -below), (beside, 0), (-beside, 0)):
            yield _centred(dot.x + across, dot.y + down, half, tall)
        corner = (0.72 * away + half, 0.72 * away + tall)
        for shares in _CORNERS:
            yield _centred(dot.x + shares[0] * corner[0], dot.y + shares[1] * corner[1], half, tall)
        for share in _SLIDES:
            for down in (below, -below):
                yield _centred(dot.x + share * half, dot.y + down, half, tall)
            for across in (beside, -beside):
                yield _centred(dot.x + across, dot.y + share * tall, half, tall)


def _centred(x: float, y: float, half: float, tall: float) -> Box:
    return Box(x - half, y - tall, x + half, y + tall)


def _lines(dot: Dot, size: float, box: Box) -> Iterator[tuple[str, float, float]]:
    for row, line in enumerate(dot.label.split("\n")):
        base = box.top + size * (ASCENT + LINE_HEIGHT * row)
        yield line, round((box.left + box.right) / 2.0, 2), round(base, 2)


def place_numbers(
    wanted: Iterable[tuple[Stroke, float]], strokes: Strokes, frame: Box, taken: Taken
) -> tuple[tuple[Number, ...], tuple[str, ...]]:
    """Give the numbers of ties, with the radius of their discs, a place, and take the room.

    A number stands on its tie, as near to the middle as it can where no other tie runs through its
    disc, else where there is room at all. Returns the placed numbers and the owners of those
    without room.
    """
    placed: list[Number] = []
    left_out: list[str] = []
    for stroke, radius in wanted:
        stations = (around(x, y, radius) for x, y in _stations(stroke))
        free = [disc for disc in stations if frame.holds(disc) and taken.is_free(disc)]
        if not free:
            left_out.append(stroke.owner)
            continue
        clear = (disc for disc in free[:_COMPARED] if strokes.crossing(disc) < 2)
        disc = next(clear, free[0])
        taken.add(disc, f"the number of {stroke.owner}")
        x, y = (disc.left + disc.right) / 2.0, (disc.top + disc.bottom) / 2.0
        placed.append(Number(stroke.owner, round(x, 2), round(y, 2), radius))
    return tuple(placed), tuple(left_out)


def _stations(stroke: Stroke) -> Iterator[Point]:
    """Places on a tie, from its middle outwards to both sides."""
    (x, y), (to_x, to_y) = stroke.start, stroke.end
    length = hypot(to_x - x, to_y - y)
    yield (x + to_x) / 2.0, (y + to_y) / 2.0
    for step in range(1, int((0.5 - _ENDS) * length / _STEP) + 1):
        for share in (0.5 - step * _STEP / length, 0.5 + step * _STEP / length):
            yield x + share * (to_x - x), y + share * (to_y - y)
