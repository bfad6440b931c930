"""What a table's file holds, row by row: names and cells, or the reason why a row has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import NamedTuple

from relmap.corpus.decoding import SAMPLE, encoding_of, errors_for
from relmap.corpus.sources import Source
from relmap.errors import EmptyError


@dataclass(frozen=True, slots=True)
class Record:
    """One row: column names and their cells, as many of one as of the other.

    `problem` says why the row cannot be trusted; then there are no cells.
    """

    row: int
    names: Sequence[str] = ()
    cells: Sequence[object] = ()
    problem: str = ""

    @property
    def is_header(self) -> bool:
        """Whether this is a CSV's header: names without cells."""
        return bool(self.names) and not self.cells and not self.problem


@contextmanager
def opened(source: Source) -> Iterator[TextIOWrapper]:
    """Open a source as text with its line ends untouched, whatever its encoding.

    Raises:
        InputError: it is empty or not a text.
        OSError: it cannot be opened.
    """
    with source.open() as stream:
        sample = stream.read(SAMPLE)
        if not sample:
            raise EmptyError("the file is empty; put a table with a column of texts into it")
        codec = encoding_of(sample)
        stream.seek(0)
        with TextIOWrapper(stream, encoding=codec, errors=errors_for(codec), newline="") as text:
            yield text


class Physical(NamedTuple):
    """A line as it stands in the file: of a too long one only the start, but all its counts."""

    text: str
    length: int
    quotes: int


def lines_of(stream: TextIOWrapper, limit: int) -> Iterator[Physical]:
    """Yield each line; what goes beyond `limit` characters is passed over, never held."""
    while line := stream.readline(limit + 1):
        length, quotes = len(line), line.count('"')
        if length > limit and not line.endswith(("\n", "\r")):
            while more := stream.readline(limit + 1):
                length, quotes = length + len(more), quotes + more.count('"')
                if more.endswith(("\n", "\r")):
                    break
        yield Physical(line, length, quotes)


def too_long(length: int, limit: int) -> str:
    """Return the reason why a row of `length` characters is not read."""
    return (
        f"this row is too long ({length:,} characters; at most {limit:,}); "
        "split its text into one row per article"
    )
