"""Surnames that stand before the full name they fit, while the corpus knows a far better known bearer.

An article that says "Obama" for paragraphs and gives only Michelle Obama in full may mean either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property

from relmap.actors.local import LocalName
from relmap.actors.spelling import fold
from relmap.models import Mention

#: In so many times as many articles must another bearer be named in full.
BETTER_KNOWN = 3

FULL_RULES = frozenset({"full name", "longer name"})


class Bearers:
    """In how many articles each person is named in full; once asked, it counts no more."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, names: Iterable[LocalName]) -> None:
        """Count the full names of one article, given its local names."""
        self._counts.update({name.text for name in names if name.rule in FULL_RULES})

    def has_rival(self, full_name: str) -> bool:
        """Whether another person of that surname is named in full in far more articles."""
        (best, most), *others = self._best_known.get(surname(full_name), (("", 0),))
        rival = most if best != full_name else max((count for _, count in others), default=0)
        return rival >= BETTER_KNOWN * max(1, self._counts.get(full_name, 0))

    @cached_property
    def _best_known(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        return best_known(self._counts)


def best_known(counts: Mapping[str, int]) -> dict[str, tuple[tuple[str, int], ...]]:
    """The two full names, or the one, that are counted most, with their counts, by surname."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for name, count in counts.items():
        end = surname(name)
        so_far = found.get(end, ())
        if len(so_far) < 2 or count >= so_far[1][1]:
            ranked = sorted((*so_far, (name, count)), key=lambda known: (-known[1], known[0]))
            found[end] = tuple(ranked[:2])
    return found


def surname(name: str) -> str:
    """The folded last word of a name."""
    return fold(name).rpartition(" ")[2]


def leave_rivals_open(
    mentions: Sequence[Mention], names: Sequence[LocalName], bearers: Bearers
) -> tuple[LocalName, ...]:
    """The local names of one article's mentions, surnames of better known others left open.

    Only a surname that the article prints before the full name: behind it, it is that person's.
    """
    doubtful = stand_before(mentions, names)
    if not doubtful:
        return tuple(names)
    open_parts = {(part, full) for part, full in doubtful if bearers.has_rival(full)}
    return tuple(
        LocalName("person", mention.surface, "name alone", ambiguous=True)
        if name.rule == "part of a name" and (mention.surface, name.text) in open_parts
        else name
        for mention, name in zip(mentions, names, strict=True)
    )


def stand_before(mentions: Sequence[Mention], names: Sequence[LocalName]) -> Set[tuple[str, str]]:
    """The surnames that an article prints before the full name they fit, each with that name."""
    full_at, part_at = first_places(mentions, names)
    return {key for key, place in part_at.items() if place < full_at.get(key[1], place)}


def first_places(
    mentions: Sequence[Mention], names: Sequence[LocalName]
) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """Where each full name first stands, and each (surname alone, full name that it fits)."""
    full_at: dict[str, int] = {}
    part_at: dict[tuple[str, str], int] = {}
    for mention, name in zip(mentions, names, strict=True):
        if name.rule in FULL_RULES:
            full_at.setdefault(name.text, mention.start)
        elif name.rule == "part of a name" and surname(mention.surface) == surname(name.text):
            part_at.setdefault((mention.surface, name.text), mention.start)
    return full_at, part_at
