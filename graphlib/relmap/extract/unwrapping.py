"""A line with the blanks it should have, and the way back to the article's own characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: White space, and signs that are printed as nothing: soft hyphens, zero-width blanks, a stray mark
#: of the byte order.
WHITE_SPACE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]+|\s+")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A line's text with single blanks; `places[i]` is where its i-th character stood.

    In hard-wrapped text a paragraph is one line that holds line breaks, also inside a name:
    "the United\\r\\nKingdom". A blank that the line lacks has the place of what follows it.
    """

    text: str
    places: Sequence[int]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the line that the non-empty `[start, end)` of the text stood at."""
        return self.places[start], self.places[end - 1] + 1


def unwrap(line: str, missing: Iterable[int] = ()) -> Unwrapped:
    """Put one blank for every run of white space in a line, and one where it is `missing`.

    Signs without width go: the model does not know a name with a soft hyphen in it.
    """
    gaps = [
        (*match.span(), " " if match[0].isspace() else "") for match in WHITE_SPACE.finditer(line)
    ]
    places: list[int] = []
    parts: list[str] = []
    position = 0
    for start, end, filling in sorted((*gaps, *((place, place, " ") for place in missing))):
        if start < position:
            continue  # a blank is missing where white space stands already
        places.extend(range(position, start + len(filling)))
        parts.append(line[position:start] + filling)
        position = end
    places.extend(range(position, len(line)))
    return Unwrapped("".join(parts) + line[position:], places)
