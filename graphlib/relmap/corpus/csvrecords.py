"""CSV → records: a header, then rows; a broken quotation mark costs its own row only.

Python's csv module follows a quotation mark that is never closed to the end of the file. Here it
gets its lines from a feed that stops at a limit and remembers them: the row is given up, and
reading goes on at the next line that is surely a row.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from relmap.corpus import columns, dates
from relmap.corpus.records import Physical, Record, lines_of, opened, too_long
from relmap.corpus.sources import Source

_DELIMITERS = (",", ";", "\t", "|")
_DECLARED = re.compile(r"\ufeff?sep=(.)\s*", re.IGNORECASE)
# A table whose columns include none of these needs this many cells before a line is a row.
_SURE_CELLS = 4


class _TooLongError(Exception):
    """A row went beyond the limit; `length` is set when a single line did."""

    def __init__(self, length: int = 0) -> None:
        self.length = length


class _Feed:
    """The lines of a file as csv.reader takes them, with those of the row under way in `taken`."""

    def __init__(self, lines: Iterable[Physical], limit: int) -> None:
        self._lines = iter(lines)
        self._waiting: deque[Physical] = deque()
        self._limit = limit
        self.taken: list[Physical] = []
        self._held = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._next()
        if line is None:
            raise StopIteration
        self.taken.append(line)
        self._held += line.length
        if line.length > self._limit and len(self.taken) == 1:
            raise _TooLongError(line.length)
        if self._held > self._limit:
            raise _TooLongError
        return line.text

    def start_row(self) -> None:
        """Forget the lines of the row before."""
        self.taken, self._held = [], 0

    def give_back(self) -> None:
        """Take back all lines of the row under way but its first."""
        self._waiting.extendleft(reversed(self.taken[1:]))
        self.start_row()

    def skip_until(self, sure: Callable[[str], bool]) -> int:
        """Drop lines up to the next that is surely a row; return how many were dropped."""
        dropped = 0
        while (line := self._next()) is not None:
            if line.length <= self._limit and sure(line.text):
                self._waiting.appendleft(line)
                break
            dropped += 1
        return dropped

    def _next(self) -> Physical | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)


class _Sure:
    """Tells whether a line on its own is surely the start of a row of this table."""

    def __init__(self, names: Sequence[str], delimiter: str) -> None:
        self._width, self._delimiter = len(names), delimiter
        places = columns.understand(names).places
        self._typed = {name: places[name] for name in ("date", "url", "id") if name in places}

    def __call__(self, line: str) -> bool:
        try:
            cells = next(csv.reader([line], delimiter=self._delimiter, strict=True), [])
            complete = True
        except csv.Error:  # the last cell goes on in the next line, or the line is broken
            cells = next(csv.reader([line], delimiter=self._delimiter), [])
            complete = False
        typed = [
            self._has_type(name, cells[at]) for name, at in self._typed.items() if at < len(cells)
        ]
        if False in typed:
            return False
        if complete and len(cells) == self._width:
            return True in typed or self._width >= _SURE_CELLS or line.lstrip().startswith('"')
        return not complete and len(cells) <= self._width and True in typed

    @staticmethod
    def _has_type(name: str, cell: str) -> bool | None:
        """Tell whether a cell is what its column holds; None for a blank one."""
        cell = cell.strip()
        if not cell:
            return None
        if name == "url":
            return cell.startswith(("http://", "https://"))
        if name == "id":
            return len(cell) <= 64 and " " not in cell
        return (
            dates.parse_in_order(cell, "day first") is not None
            or dates.parse_in_order(cell, "month first") is not None
        )


def read_csv(source: Source, limit: int) -> Iterator[Record]:
    """Yield the rows of a .csv, .tsv or the like; the row is the one a spreadsheet shows.

    Columns may be separated by commas, semicolons, tabs or bars, whichever makes the header's
    names known ones.
    """
    # The module's own limit (131,072 characters) is below a long article; the feed keeps a
    # tighter one.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * limit))
    with opened(source) as stream:
        feed = _Feed(lines_of(stream, limit), limit)
        row, names, delimiter = _header(feed)
        if names:
            yield Record(row, names)
            yield from _rows(feed, names, delimiter, row, limit)


def _header(feed: _Feed) -> tuple[int, tuple[str, ...], str]:
    """Return the header's row, names and delimiter; no names if all lines are blank."""
    declared: tuple[str, ...] = ()
    try:
        for row, line in enumerate(feed, start=1):
            feed.start_row()
            if match := _DECLARED.fullmatch(line):
                declared = (match[1],)
            elif line.strip():
                return row, *_names(line, declared or _DELIMITERS)
    except _TooLongError:
        feed.start_row()
        return 1, ("",), ","
    return 1, (), ","


def _names(line: str, delimiters: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Split a header with the delimiter that gives the most known names, then the most names."""
    splits = []
    for delimiter in delimiters:
        names = tuple(
            name.strip().strip("\ufeff")
            for name in next(csv.reader([line], delimiter=delimiter), [])
        )
        known = len(columns.understand(names).places)
        splits.append((known, len(names), names, delimiter))
    best = max(splits, key=lambda split: split[:2])
    return best[2], best[3]


def _rows(
    feed: _Feed, names: tuple[str, ...], delimiter: str, row: int, limit: int
) -> Iterator[Record]:
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    sure = _Sure(names, delimiter)
    while True:
        feed.start_row()
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _TooLongError as error:
            dropped = _recover(feed, sure)
            yield Record(row, problem=_runaway(error.length, dropped, limit))
            row += dropped
        except csv.Error as error:
            dropped = _recover(feed, sure)
            yield Record(row, problem=_broken(error, dropped))
            row += dropped
        else:
            if cells:
                yield _record(row, names, cells)


def _recover(feed: _Feed, sure: _Sure) -> int:
    """Go to the line where reading can go on; return how many lines behind the first were lost."""
    first = feed.taken[0]
    alone = len(feed.taken) == 1 and first.quotes % 2 == 0
    feed.give_back()
    return 0 if alone else feed.skip_until(sure)


def _record(row: int, names: tuple[str, ...], cells: list[str]) -> Record:
    if len(cells) < len(names) or any(cell.strip() for cell in cells[len(names) :]):
        return Record(
            row,
            problem=f"this row has {len(cells)} cells where the header has {len(names)}; put cells "
            "that hold separators or line ends in quotation marks",
        )
    return Record(row, names, tuple(cells[: len(names)]))


def _runaway(length: int, dropped: int, limit: int) -> str:
    if length:
        return too_long(length, limit) + _behind(dropped)
    return (
        f"this row goes on for more than {limit:,} characters (a quotation mark that is never "
        f"closed, or a text too long for one article); close it or split the text{_behind(dropped)}"
    )


def _broken(error: csv.Error, dropped: int) -> str:
    if "unexpected end" in str(error):
        what = "a quotation mark is opened in this row and never closed"
    else:
        what = "a quotation mark stands where none can be"
    return f'{what}; close it, and write "" for a mark inside a cell{_behind(dropped)}'


def _behind(dropped: int) -> str:
    if not dropped:
        return ""
    return f" (lost with it: {dropped:,} line{'s' if dropped > 1 else ''} behind it)"
