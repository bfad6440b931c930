"""A line with single blanks for the model, and the way back to the article's own characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A line's text with single blanks; `places[i]` is where its i-th character stood.

    In hard-wrapped text a paragraph is one line that holds line breaks, also inside a name:
    "the United\\r\\nKingdom".
    """

    text: str
    places: Sequence[int]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the line that the non-empty `[start, end)` of the text stood at."""
        return self.places[start], self.places[end - 1] + 1


def unwrap(line: str) -> Unwrapped:
    """Put one blank for every run of white space in a line."""
    places: list[int] = []
    parts: list[str] = []
    position = 0
    for match in WHITE_SPACE.finditer(line):
        places.extend(range(position, match.start() + 1))
        parts.append(line[position : match.start()] + " ")
        position = match.end()
    places.extend(range(position, len(line)))
    return Unwrapped("".join(parts) + line[position:], places)
