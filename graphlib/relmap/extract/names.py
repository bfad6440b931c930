"""What the finders hand on: a name in one line, before it becomes a mention of the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relmap.models import Kind


@dataclass(frozen=True, slots=True)
class Name:
    """A name `[start, end)` in the characters of one line; the other fields as in `Mention`."""

    start: int
    end: int
    kind: Kind
    text: str
    rule: str
    label: str = ""
    title: str = ""
    country_code: str = ""


def is_free(start: int, end: int, taken: Iterable[Name]) -> bool:
    """Whether `[start, end)` shares no character with any name taken already."""
    return all(name.end <= start or end <= name.start for name in taken)


def add_free(taken: list[Name], found: Iterable[Name]) -> None:
    """Add the names found that overlap none taken before, longest first, then leftmost."""
    for name in sorted(found, key=lambda n: (n.start - n.end, n.start)):
        if is_free(name.start, name.end, taken):
            taken.append(name)
