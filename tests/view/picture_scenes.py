"""What every picture must keep: measured in boxes, for the tests of pictures and of the gallery."""

from __future__ import annotations

from itertools import combinations, pairwise

from relmap.view.labels import PEERS
from relmap.view.picture import Picture
from relmap.view.shapes import Block, Box, Line, Mark, Text, union


def faults(picture: Picture) -> list[str]:
    """Say what overlaps, and what stands outside; nothing for a picture as it should be.

    A name may cover the dots of weak actors whose own names are left out.
    """
    whole = Box(0.0, 0.0, picture.width, picture.height)
    texts = [shape for shape in picture.shapes if isinstance(shape, Text)]
    names, nodes, numbers = name_boxes(picture), node_boxes(picture), number_boxes(picture)
    words = [text.box for text in texts if text.role not in {"label", "number"}]
    return [
        *(f"outside the picture: {text.text}" for text in texts if not whole.holds(text.box)),
        *(f"outside the map: {owner}" for owner, box in names if not picture.area.holds(box)),
        *(f"outside the map: {owner}" for owner, box in nodes if not picture.area.holds(box)),
        *(f"outside the map: {owner}" for owner, box in numbers if not picture.area.holds(box)),
        *(f"{one} on {other}" for (one, a), (other, b) in combinations(names, 2) if a.overlaps(b)),
        *(
            f"{name} on {node}"
            for name, a in names
            for rank, (node, b) in enumerate(nodes)
            if name != node and a.overlaps(b) and (rank < PEERS or node in dict(names))
        ),
        *(
            f"{one} on {other}"
            for (one, a), (other, b) in combinations(numbers, 2)
            if a.overlaps(b)
        ),
        *(
            f"{tie} on {name}"
            for tie, a in numbers
            for name, b in [*names, *nodes]
            if a.overlaps(b)
        ),
        *(f"{one} on {other}" for one, other in combinations(words, 2) if one.overlaps(other)),
        *(f"the map on {box}" for box in words if box.overlaps(picture.area)),
    ]


def name_boxes(picture: Picture) -> list[tuple[str, Box]]:
    """The box of every name on the map, all of its lines together, by actor."""
    lines: dict[str, list[Box]] = {}
    for shape in picture.shapes:
        if isinstance(shape, Text) and shape.role == "label":
            lines.setdefault(shape.owner, []).append(shape.box)
    return [(owner, union(boxes)) for owner, boxes in lines.items()]


def node_boxes(picture: Picture) -> list[tuple[str, Box]]:
    """The box of every actor's mark."""
    return [
        (shape.owner, shape.box)
        for shape in picture.shapes
        if isinstance(shape, Mark) and shape.role == "node" and shape.owner
    ]


def number_boxes(picture: Picture) -> list[tuple[str, Box]]:
    """The discs of the numbers, by tie: a disc is drawn before its number."""
    marks = [shape for shape in picture.shapes if isinstance(shape, Mark | Text)]
    return [
        (str(text.owner), disc.box)
        for disc, text in pairwise(marks)
        if isinstance(disc, Mark) and disc.role == "number"
    ]


def tie_lines(picture: Picture) -> dict[str, Line]:
    """The line of every tie."""
    return {
        shape.owner: shape
        for shape in picture.shapes
        if isinstance(shape, Line) and shape.role == "tie"
    }


def is_white(picture: Picture) -> bool:
    """Whether all of it stands on white."""
    ground = picture.shapes[0]
    return isinstance(ground, Block) and ground == Block(
        Box(0.0, 0.0, picture.width, picture.height), "#ffffff", "ground"
    )
