"""Pieces that are not connected find room beside each other: shelves below the largest one."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[float, float]


def shelves(sizes: Sequence[tuple[float, float]], width: float, gap: float) -> list[Place]:
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


def _rows(
    sizes: Sequence[tuple[float, float]], width: float, gap: float
) -> list[list[tuple[float, float]]]:
    rows: list[list[tuple[float, float]]] = []
    used = 0.0
    for size in sizes:
        if rows and used + gap + size[0] <= width:
            rows[-1].append(size)
            used += gap + size[0]
        else:
            rows.append([size])
            used = size[0]
    return rows
