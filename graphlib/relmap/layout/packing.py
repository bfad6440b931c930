"""Pieces that are not connected share the canvas: slices for the large ones, shelves for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Place = tuple[float, float]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle of the canvas: its middle, and how wide and high it is."""

    middle: Place
    size: Size

    def cut(self, share: float) -> tuple[Room, Room]:
        """Cut across the longer side; the first piece gets `share` of the room."""
        (x, y), (width, height) = self.middle, self.size
        if width >= height:
            first = width * share
            return (
                Room((x - (width - first) / 2, y), (first, height)),
                Room((x + first / 2, y), (width - first, height)),
            )
        first = height * share
        return (
            Room((x, y - (height - first) / 2), (width, first)),
            Room((x, y + first / 2), (width, height - first)),
        )


def slices(areas: Sequence[float], room: Room) -> list[Room]:
    """Share a room among pieces by their areas, in their order: the first is cut off first."""
    rooms: list[Room] = []
    for place, area in enumerate(areas[:-1]):
        first, room = room.cut(area / sum(areas[place:]))
        rooms.append(first)
    return [*rooms, room] if areas else []


def shelves(sizes: Sequence[Size], width: float, gap: float) -> list[Place]:
    """Place boxes (width, height) in rows of at most `width`; return their centres.

    The order is kept, rows are centred, and y grows downwards from 0. A box wider than `width`
    gets a row of its own.
    """
    places: list[Place] = []
    top = 0.0
    for row in _rows(sizes, width, gap):
        length = sum(size[0] for size in row) + gap * (len(row) - 1)
        height = max(size[1] for size in row)
        left = -length / 2.0
        for box_width, box_height in row:
            places.append((left + box_width / 2.0, top + box_height / 2.0))
            left += box_width + gap
        top += height + gap
    return places


def _rows(sizes: Sequence[Size], width: float, gap: float) -> list[list[Size]]:
    rows: list[list[Size]] = []
    used = 0.0
    for size in sizes:
        if rows and used + gap + size[0] <= width:
            rows[-1].append(size)
            used += gap + size[0]
        else:
            rows.append([size])
            used = size[0]
    return rows
