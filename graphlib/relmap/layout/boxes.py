"""How much room a node and its label take on the canvas, in pixels.

One pixel here is one pixel of a map that is `CANVAS` wide, the room that a map has beside the
evidence on a 1280 pixel screen. On a wider screen everything grows together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import networkx as nx

CANVAS = (750.0, 500.0)
#: Share of the canvas that nodes with their labels may take before it is called full.
FULL = 0.45
#: How many of the strongest actors a map shows at first; the canvas is theirs.
FOREMOST = 150
#: Up to this many actors without a tie have room for their names.
ROW = 20

#: The size of label text; below about 12 pixels a newcomer leans forward.
FONT_SIZE = 12.5
LABEL_GAP = 3.0
BARE_GAP = 4.0
LINE_HEIGHT = 1.18
#: Names up to this many characters stay on one line; longer ones get two of `LINE_LENGTH`.
ONE_LINE, LINE_LENGTH = 18, 24

#: Widths of characters in parts of the font size, for the sans-serif fonts that screens have.
#: Rounded up: a box too wide costs a little room, one too narrow a collision.
_NARROW = frozenset(" .,:;'’|!ijlIft()[]-/")
_WIDE = frozenset("mwMW@%—…")


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its label centred below it, or without one; `width` and `height` hold both."""

    radius: float
    width: float
    height: float
    labelled: bool

    @property
    def drop(self) -> float:
        """How far the middle of the box lies below the middle of its node."""
        return self.height / 2.0 - self.radius if self.labelled else 0.0


def short_label(name: str) -> str:
    """Break a name for the map into at most two lines, and shorten what is longer still.

    "Shanghai Cooperation Organization" stands on two lines; "International Institute for
    Strategic Studies" becomes "International Institute / for Strategic…". The full name stands in
    the tooltip and everywhere else.
    """
    flat = " ".join(name.split())
    if len(flat) <= ONE_LINE:
        return flat
    first, rest = _break(flat)
    return f"{first}\n{_cut(rest)}" if rest else _cut(first)


def _break(flat: str) -> tuple[str, str]:
    """Break at the space that leaves the longer line shortest, among lines that fit."""
    spaces = [place for place, character in enumerate(flat) if character == " "]
    fitting = [place for place in spaces if place <= LINE_LENGTH]
    if not fitting:
        return flat, ""
    best = min(fitting, key=lambda place: (max(place, len(flat) - place - 1), place))
    return flat[:best], flat[best + 1 :]


def _cut(line: str) -> str:
    if len(line) <= LINE_LENGTH:
        return line
    head = line[: LINE_LENGTH - 1]
    last = head.rfind(" ")
    return (head[:last] if last >= LINE_LENGTH // 2 else head).rstrip(" ,;:-(") + "…"


def text_width(text: str, font_size: float = FONT_SIZE) -> float:
    """Estimate how wide the longest line of `text` is drawn, in pixels."""
    return font_size * max(sum(map(_character_width, line)) for line in text.split("\n"))


def node_radius(articles: int, most: int, shown: int) -> float:
    """Return the radius whose area stands for `articles`, of at most `most` in a graph.

    The more nodes are shown the smaller they all are; the smallest stays large enough to hit.
    """
    crowd = min(1.0, max(0.45, float((40.0 / max(shown, 1)) ** 0.4)))
    largest, smallest = 21.0 * crowd, 8.0 * crowd
    share = articles / most if most > 0 else 0.0
    return round(max(smallest, largest * sqrt(min(share, 1.0))), 1)


def boxes_of(graph: nx.Graph[str], ranked: Sequence[str]) -> dict[str, Box]:
    """Return the box of every node of `ranked` (strongest first), from its name and articles.

    Only as many of the strongest have room for a label as a full canvas holds; the boxes of the
    others are those of the bare node. A few nodes without a tie stand in a row of their own and
    always have that room: names above bare dots in a row could be anybody's.
    """
    alone = [node for node in ranked if not graph.degree(node)]
    in_row = set(alone if len(alone) <= ROW else ())
    most = max((data.get("articles", 0) for _, data in graph.nodes(data=True)), default=0)
    radii = {
        node: node_radius(graph.nodes[node].get("articles", 0), most, min(len(ranked), FOREMOST))
        for node in ranked[:FOREMOST]
    }
    for node in ranked[FOREMOST:]:
        radii[node] = node_radius(graph.nodes[node].get("articles", 0), most, len(ranked))
    room = CANVAS[0] * CANVAS[1] * FULL
    room -= sum((2 * radius + BARE_GAP) ** 2 for radius in list(radii.values())[:FOREMOST])
    boxes: dict[str, Box] = {}
    for node in ranked:
        box = _labelled_box(str(graph.nodes[node].get("name", node)), radii[node])
        room -= 0 if node in in_row else box.width * box.height
        boxes[node] = box if room > 0 or node in in_row else _bare_box(radii[node])
    return boxes


def _labelled_box(name: str, radius: float) -> Box:
    label = short_label(name)
    height = 2 * radius + LABEL_GAP + FONT_SIZE * LINE_HEIGHT * (label.count("\n") + 1)
    return Box(radius, max(2 * radius, text_width(label)), height, labelled=True)


def _bare_box(radius: float) -> Box:
    return Box(radius, 2 * radius + BARE_GAP, 2 * radius + BARE_GAP, labelled=False)


def _character_width(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE:
        return 0.95
    if ord(character) > 0x5FF:
        return 1.0  # Arabic, Devanagari, Han: up to a full square each
    return 0.72 if character.isupper() else 0.58
