"""Rows as text: CSV that a spreadsheet cannot mistake for formulas, and JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TextIO, TypeAlias

Format = Literal["csv", "jsonl"]
FORMATS: tuple[Format, ...] = ("csv", "jsonl")

#: The forms of a graph, named here because naming them needs no library.
GraphFormat = Literal["gexf", "graphml", "json"]
GRAPH_FORMATS: tuple[GraphFormat, ...] = ("gexf", "graphml", "json")

#: A tuple is a list of texts; None is what is not known.
Cell: TypeAlias = str | int | tuple[str, ...] | None
Row: TypeAlias = Mapping[str, Cell]

#: What stands between the items of a list inside one CSV cell.
LIST_SEPARATOR = "; "

# After OWASP, "CSV Injection": a cell that begins so is a formula to a spreadsheet. The last four
# are the full-width forms that East Asian editions of Excel accept as well.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL_STARTS = ("\t", "\r", "\n")

# JSON allows these inside a text, but `str.splitlines` takes them for the end of a line.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write(rows: Iterable[Row], columns: Sequence[str], form: Format, stream: TextIO) -> int:
    """Write `rows` to `stream` with exactly these `columns`, and return how many there were.

    Both forms end every line with a bare newline: open files with `newline=""`. CSV has a header,
    leaves unknown cells empty, joins lists with "; " and neutralises formulas. JSON Lines writes
    null, lists and every text as it is.
    """
    return (
        _write_csv(rows, columns, stream) if form == "csv" else _write_jsonl(rows, columns, stream)
    )


def neutral(cell: Cell) -> str | int:
    """The cell as a spreadsheet may see it: "=1+1" becomes "'=1+1", the number -3 stays -3."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return cell
    text = LIST_SEPARATOR.join(cell) if isinstance(cell, tuple) else cell
    is_formula = text.startswith(_CONTROL_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{text}" if is_formula else text


def _write_csv(rows: Iterable[Row], columns: Sequence[str], stream: TextIO) -> int:
    stream.write(_csv_line(columns))
    written = 0
    for row in rows:
        stream.write(_csv_line([neutral(row[column]) for column in columns]))
        written += 1
    return written


def _csv_line(cells: Sequence[str | int]) -> str:
    """One row. Told to end rows with "\n", the csv module leaves a lone "\r" in a cell unquoted
    and so splits the row; with its own "\r\n", which is cut off here, it quotes both.
    """
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def _write_jsonl(rows: Iterable[Row], columns: Sequence[str], stream: TextIO) -> int:
    written = 0
    for row in rows:
        line = json.dumps({column: row[column] for column in columns}, ensure_ascii=False)
        stream.write(f"{line.translate(_LINE_ENDS)}\n")
        written += 1
    return written
