"""Columns of numbers in few bytes: the narrowest type, and one byte with exceptions beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]

#: What is added to the name of a short column for its exceptions: where they stand, what they are.
AT, OVER = ".at", ".over"

#: Codes that are counted off rather than sorted.
_FEW = 1 << 24

#: Bytes of one exception.
_EXCEPTION = 8

_UNSIGNED: tuple[type[np.integer[Any]], ...] = (np.uint8, np.uint16, np.uint32, np.int64)
_SIGNED: tuple[type[np.integer[Any]], ...] = (np.int8, np.int16, np.int32, np.int64)


def narrow(column: Column) -> Column:
    """Return whole numbers in the narrowest type that holds them all."""
    if column.dtype.kind not in "iu":
        return column
    least, most = int(column.min(initial=0)), int(column.max(initial=0))
    for kind in _UNSIGNED if least >= 0 else _SIGNED:
        if np.iinfo(kind).min <= least and most <= np.iinfo(kind).max:
            return column.astype(kind, copy=False)
    raise OverflowError(f"{least} and {most} fit no type")


def shorten(name: str, column: Column) -> dict[str, Column]:
    """Return a column as a short one and its exceptions, by name.

    Where nearly all numbers are small, as the lengths of sentences are, the type is theirs; its
    largest number then says: look among the exceptions. Numbers below 0 are exceptions too.
    """
    kind = min(_UNSIGNED[:3], key=lambda kind: _cost(column, kind))
    escape = np.iinfo(kind).max
    fits = (column >= 0) & (column < escape)
    at = np.flatnonzero(~fits)
    return {
        name: np.where(fits, column, escape).astype(kind),
        name + AT: narrow(at),
        name + OVER: narrow(column[at]),
    }


def lengthen(columns: Mapping[str, Column], name: str, places: slice | Column) -> Column:
    """Return numbers of a short column at these places as they were."""
    short = columns[name][places]
    numbers: Column = short.astype(np.int64)
    escaped = np.flatnonzero(short == np.iinfo(short.dtype).max)
    if len(escaped):
        where = places.start + escaped if isinstance(places, slice) else places[escaped]
        found = np.searchsorted(columns[name + AT], where)
        numbers[escaped] = columns[name + OVER][found]
    return numbers


def combine(columns: Sequence[Column]) -> tuple[Column, list[Column]]:
    """Return one number for what several columns say together, and what each then says.

    Few combinations occur: nearly every pair of actors stands once in an article, by name.
    """
    codes = np.zeros(len(columns[0]), dtype=np.int64)
    told: list[Column] = []
    for column in columns:
        width = int(column.max(initial=0)) + 1
        codes *= width
        codes += column
        distinct, codes = _renumber(codes, int(codes.max(initial=0)) + 1)
        told = [*(before[distinct // width] for before in told), narrow(distinct % width)]
    return narrow(codes), told


def _renumber(codes: Column, size: int) -> tuple[Column, Column]:
    """Return the distinct codes, all below `size`, and the place of each code among them."""
    if size > _FEW:
        distinct, places = np.unique(codes, return_inverse=True)
        return distinct, places
    marks = np.zeros(size, dtype=np.bool_)
    marks[codes] = True
    return np.flatnonzero(marks), (np.cumsum(marks) - 1)[codes]


def _cost(column: Column, kind: type[np.integer[Any]]) -> int:
    over = np.count_nonzero((column < 0) | (column >= np.iinfo(kind).max))
    return len(column) * np.dtype(kind).itemsize + _EXCEPTION * int(over)
