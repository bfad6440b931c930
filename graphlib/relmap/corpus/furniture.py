"""Page furniture glued into running text, cut out as stretches of its own.

Scraped articles are often one long line: "… he said. Advertisement The two leaders …", "… on
Tuesday. Jane Doe/AFP/Getty Images Earlier, …". Only phrases that no reporter writes into a story
are cut (the table `phrases.GLUED`), and only where a sentence begins, so that a story that reports
on advertisements or newsletters keeps every sentence. The few that no sentence can hold are cut
wherever they stand (`phrases.ANYWHERE`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relmap.corpus.phrases import ANYWHERE, GLUED
from relmap.models import Role

Piece = tuple[int, int, Role | None]
Cut = tuple[int, int, Role]

# Where a phrase could begin: behind the end of a sentence, with or without a space. Looked for
# first, because a text has many characters and few of these.
_PLACE = re.compile(r"(?:[.!?…:;”\"’')\]]\s?|[—-]\s)(?=[A-Z©|(\[])")
# One expression for all; the group that matched tells the row: "_29" is row 29 of the table.
_ROWS = "|".join(f"(?P<_{row}>{phrase.expression})" for row, phrase in enumerate(GLUED))
_GLUED = re.compile(_ROWS, re.DOTALL)
# At the start of the line, or right behind a phrase: "Jane Doe/AFP/Getty Images Advertisement …".
_NEXT = re.compile(rf"\s*(?:{_ROWS})", re.DOTALL)
# One by one, because `re` then looks for the first word alone.
_ANYWHERE = [(re.compile(phrase.expression, re.DOTALL), phrase.role) for phrase in ANYWHERE]


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


def _found(line: str) -> Iterator[Cut]:
    position = 0
    for first, last, role in _anywhere(line):
        if first < position:
            continue
        yield from _glued(line, position, len(line[:first].rstrip()))
        yield first, last, role
        position = last
    yield from _glued(line, position, len(line))


def _anywhere(line: str) -> list[Cut]:
    return sorted(
        (*match.span(), role) for pattern, role in _ANYWHERE for match in pattern.finditer(line)
    )


def _glued(line: str, position: int, end: int) -> Iterator[Cut]:
    """The phrases between two sentences of `line[position:end]`, which begins behind a phrase."""
    while position < end:
        match = _NEXT.match(line, position, end) or _next_glued(line, position, end)
        if match is None:
            return
        group = str(match.lastgroup)
        yield match.start(group), match.end(), GLUED[int(group.removeprefix("_"))].role
        position = match.end()


def _next_glued(line: str, position: int, end: int) -> re.Match[str] | None:
    for place in _PLACE.finditer(line, position, end):
        match = _GLUED.match(line, place.end(), end)
        if match is not None:
            return match
    return None


def _piece(line: str, first: int, last: int, role: Role | None, start: int) -> Iterator[Piece]:
    piece = line[first:last]
    begin = first + len(piece) - len(piece.lstrip())
    end = first + len(piece.rstrip())
    if begin < end:
        yield start + begin, start + end, role
