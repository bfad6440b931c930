"""Positions of some nodes with what they take around them, to be moved about as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relmap.layout.boxes import Box
from relmap.layout.packing import Room, shelves

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some nodes at their places, and the room that they and their labels take."""

    places: Mapping[str, Point]
    room: Room

    def at(self, middle: Point) -> Piece:
        """Return the piece with its room around another middle."""
        across, down = middle[0] - self.room.middle[0], middle[1] - self.room.middle[1]
        moved = {node: (x + across, y + down) for node, (x, y) in self.places.items()}
        return Piece(moved, Room(middle, self.room.size))


def piece_of(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> Piece:
    """Return nodes at their places as a piece; without any node, one that takes no room."""
    if not places:
        return Piece({}, Room((0.0, 0.0), (0.0, 0.0)))
    middles = [(boxes[node], x, y + boxes[node].drop) for node, (x, y) in places.items()]
    left = min(x - box.width / 2 for box, x, _ in middles)
    right = max(x + box.width / 2 for box, x, _ in middles)
    top = min(y - box.height / 2 for box, _, y in middles)
    low = max(y + box.height / 2 for box, _, y in middles)
    return Piece(places, Room(((left + right) / 2, (top + low) / 2), (right - left, low - top)))


def shelve(pieces: Sequence[Piece], width: float, gap: float, boxes: Mapping[str, Box]) -> Piece:
    """Put pieces on shelves of at most `width`, in their order, and make them one."""
    middles = shelves([piece.room.size for piece in pieces], width, gap)
    placed = [piece.at(middle) for piece, middle in zip(pieces, middles, strict=True)]
    return piece_of(_all_of(placed), boxes)


def stack(pieces: Sequence[Piece], gap: float, boxes: Mapping[str, Box]) -> Piece:
    """Put pieces below each other and make them one; those without a node take no room."""
    filled = [piece for piece in pieces if piece.places]
    bottom, placed = 0.0, []
    for piece in filled:
        height = piece.room.size[1]
        placed.append(piece.at((0.0, bottom + height / 2)))
        bottom += height + gap
    return piece_of(_all_of(placed), boxes)


def beside(pieces: Sequence[Piece], rooms: Sequence[Room], boxes: Mapping[str, Box]) -> Piece:
    """Put each piece in the middle of its room and make them one."""
    placed = [piece.at(room.middle) for piece, room in zip(pieces, rooms, strict=True)]
    return piece_of(_all_of(placed), boxes)


def _all_of(pieces: Sequence[Piece]) -> dict[str, Point]:
    return {node: point for piece in pieces for node, point in piece.places.items()}
