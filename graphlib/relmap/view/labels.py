"""Where names and numbers stand in a picture: the important first, never one across another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot, inf

from relmap.view.metrics import text_width
from relmap.view.room import Stroke, Strokes, Taken
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
#: The dots of so many of the strongest lie under nobody's name.
PEERS = 40
#: What each dot under a name costs, where it cannot be without any.
_HIDDEN = 40.0
#: Numbers stand on their ties in steps of so many pixels from the middle, off the ends by a share.
_STEP, _ENDS = 9.0, 0.12
#: The first so many free places of a number are compared; the best of more is hardly better.
_COMPARED = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A node in the picture with its name, whose lines are parted by newlines.

    `rank` counts from 0, the strongest; names of stronger ones may cover the dots of the weak.
    """

    owner: str
    x: float
    y: float
    radius: float
    label: str
    size: float
    bold: bool = False
    rank: int = 0

    @property
    def box(self) -> Box:
        """The room of the node itself."""
        return around(self.x, self.y, self.radius)


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


def place_labels(
    dots: Sequence[Dot], strokes: Strokes, frame: Box, taken: Taken
) -> tuple[tuple[Label, ...], tuple[str, ...]]:
    """Give names a place, in the order of the dots, and take the room they need.

    A name stands inside of the frame, beside its own node, on no other name and on no other node,
    and there where it hides least of the ties; a little smaller where there is no room else. Where
    there still is none, it covers the dots of far weaker actors (`coverable`), who then go without
    a name. Returns the placed names and the owners of those that found no room.
    """
    for dot in dots:
        taken.add(dot.box.grown(_AIR), dot.owner, dot.rank)
    placed: list[Label] = []
    left_out: list[str] = []
    covered: set[str] = set()
    for dot in dots:
        label = None if dot.owner in covered else _place(dot, strokes, frame, taken)
        if label is None:
            left_out.append(dot.owner)
            continue
        # Whose dot lies under a name has none itself: it would stand beside a dot nobody sees.
        covered |= taken.under(label.box, dot.owner)
        beside = replace(label.box, left=label.box.left - _APART, right=label.box.right + _APART)
        taken.add(beside, f"the name of {dot.owner}")
        placed.append(label)
    return tuple(placed), tuple(left_out)


def coverable(rank: int) -> float:
    """The first rank whose dots may lie under the name of an actor of `rank`: far weaker ones.

    Among a thousand dots no name would find room at all, and the strongest would be nameless.
    """
    return max(PEERS, 6.0 + 1.5 * rank)


def _place(dot: Dot, strokes: Strokes, frame: Box, taken: Taken) -> Label | None:
    """The best spot for a name: on no dot, else smaller, else across dots of the far weaker."""
    for before in (inf, coverable(dot.rank)):
        for size in (dot.size, round(_SMALLER * dot.size, 1)):
            spots = [
                (index, box)
                for index, box in enumerate(_spots(dot, size))
                if frame.holds(box) and taken.is_free(box.grown(_AIR), dot.owner, before)
            ]
            if spots:
                box = min(spots, key=lambda spot: _cost(spot, dot, strokes, taken))[1]
                return Label(dot, size, box, tuple(_lines(dot, size, box)))
    return None


def _cost(spot: tuple[int, Box], dot: Dot, strokes: Strokes, taken: Taken) -> tuple[float, int]:
    """What speaks against a spot: ties and dots below it, others to whom the name could belong."""
    index, box = spot
    crowded = 0.0 if taken.is_free(box.grown(_CLEAR), dot.owner) else _CROWDED
    hidden = _HIDDEN * len(taken.under(box, dot.owner))
    return strokes.below(box) + _LATER * index + crowded + hidden, index


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
