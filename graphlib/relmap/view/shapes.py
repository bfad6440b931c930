"""What a picture is made of: lines, marks and texts at their places, in logical pixels, y down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from relmap.view.metrics import text_width

#: What a shape is for. Tests and readers of the SVG find shapes by it.
Role = Literal[
    "ground",
    "rule",
    "title",
    "subtitle",
    "legend",
    "tie",
    "node",
    "label",
    "number",
    "caption",
]
Anchor = Literal["start", "middle", "end"]
Point: TypeAlias = tuple[float, float]

#: How far letters reach above and below the line they stand on, in parts of their size.
ASCENT, DESCENT = 0.78, 0.22


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with sides along the picture's."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than a rim."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside of this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, reach: float) -> Box:
        """The box with `reach` more on every side."""
        return Box(self.left - reach, self.top - reach, self.right + reach, self.bottom + reach)


def around(x: float, y: float, reach: float) -> Box:
    """The box of what reaches so far from a point."""
    return Box(x - reach, y - reach, x + reach, y + reach)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them, of which there must be one."""
    given = tuple(boxes)
    return Box(
        min(box.left for box in given),
        min(box.top for box in given),
        max(box.right for box in given),
        max(box.bottom for box in given),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `owner` is the id of the tie that it stands for, or ""."""

    start: Point
    end: Point
    width: float
    colour: str
    role: Role
    opacity: float = 1.0
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled form around (`x`, `y`) that reaches `radius` far from there.

    `form` is vis-network's word for it. `rim` is the colour of the line around it ("" for none),
    `dashed` breaks that line.
    """

    form: Literal["dot", "square", "diamond"]
    x: float
    y: float
    radius: float
    fill: str
    role: Role
    rim: str = ""
    rim_width: float = 0.0
    dashed: bool = False
    owner: str = ""

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return around(self.x, self.y, self.radius)


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle."""

    box: Box
    fill: str
    role: Role


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text on its base line; plain text, never markup.

    `halo` is the colour of the rim that parts it from what lies below ("" for none).
    """

    x: float
    y: float
    text: str
    size: float
    colour: str
    role: Role
    bold: bool = False
    anchor: Anchor = "start"
    halo: str = ""
    owner: str = ""

    @property
    def box(self) -> Box:
        """The room that it takes, without the halo."""
        width = text_width(self.text, self.size, bold=self.bold)
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * width
        return Box(left, self.y - ASCENT * self.size, left + width, self.y + DESCENT * self.size)


Shape: TypeAlias = Line | Mark | Block | Text
