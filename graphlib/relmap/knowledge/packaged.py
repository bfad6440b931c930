"""Rows of a table that lies in this package, checked for its columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from importlib.resources import files

from relmap.errors import InputError


def read_rows(file_name: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (row, cells) of `file_name`; the header is row 1, as a spreadsheet counts.

    Raises InputError where the header is not `columns` or a row has another number of cells.
    """
    text = files("relmap.knowledge").joinpath(file_name).read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    if header != list(columns):
        raise InputError(f"{file_name}, row 1: the columns must be {', '.join(columns)}.")
    for row, cells in enumerate(reader, start=2):
        if len(cells) != len(columns):
            raise InputError(
                f"{file_name}, row {row}: {len(cells)} cells where {len(columns)} belong; "
                "put a cell that holds a comma into double quotes."
            )
        yield row, dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell "Russian|Russians", in order; an empty cell has none."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())
