"""Page furniture glued into running text, cut out as stretches of its own.

Scraped articles are often one long line: "… he said. Advertisement The two leaders …", "… on
Tuesday. Jane Doe/AFP/Getty Images Earlier, …". Only phrases that no reporter writes into a story
are cut (the table `phrases.GLUED`), and only where a sentence begins, so that a story that reports
on advertisements or newsletters keeps every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relmap.corpus.phrases import GLUED
from relmap.models import Role

Piece = tuple[int, int, Role | None]

# Behind the end of a sentence, with or without a space, or at the start of the line.
_START = r"(?:\A|(?<=[.!?…:;”\"’')\]])|(?<=[.!?…:;”\"’')\]—-]\s))"
# One expression for all: a text has many sentences, and each start is tried once. The group that
# matched tells the row: "_29" is row 29 of the table.
_FURNITURE = re.compile(
    f"{_START}(?:"
    + "|".join(f"(?P<_{row}>{phrase.expression})" for row, phrase in enumerate(GLUED))
    + ")",
    re.DOTALL,
)


def split(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of `text[start:end]` in order: (start, end, role), None for running text.

    The pieces are without the white space around them and cover everything else.
    """
    line = text[start:end]
    position = 0
    for first, last, role in _found(line):
        yield from _piece(line, position, first, None, start)
        yield from _piece(line, first, last, role, start)
        position = last
    yield from _piece(line, position, len(line), None, start)


def _found(line: str) -> Iterator[tuple[int, int, Role]]:
    for match in _FURNITURE.finditer(line):
        row = int(str(match.lastgroup).removeprefix("_"))
        yield match.start(), match.end(), GLUED[row].role


def _piece(line: str, first: int, last: int, role: Role | None, start: int) -> Iterator[Piece]:
    piece = line[first:last]
    begin = first + len(piece) - len(piece.lstrip())
    end = first + len(piece.rstrip())
    if begin < end:
        yield start + begin, start + end, role
