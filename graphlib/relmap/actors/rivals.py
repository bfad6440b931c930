"""Surnames that stand before the full name they fit, while the corpus knows a far better known bearer.

An article that says "Obama" for paragraphs and gives only Michelle Obama in full may mean either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from relmap.actors.local import LocalName
from relmap.actors.spelling import fold
from relmap.models import Mention

#: In so many times as many articles must another bearer be named in full.
BETTER_KNOWN = 3

FULL_RULES = frozenset({"full name", "longer name"})


class Bearers:
    """In how many articles each person is named in full, by surname."""

    def __init__(self, articles: Sequence[Sequence[LocalName]]) -> None:
        counts: Counter[str] = Counter()
        for names in articles:
            counts.update({name.text for name in names if name.rule in FULL_RULES})
        self._counts: Mapping[str, Mapping[str, int]] = group_by_surname(counts)

    def has_rival(self, full_name: str) -> bool:
        """Whether another person of that surname is named in full in far more articles."""
        bearers = self._counts.get(surname(full_name), {})
        own = bearers.get(full_name, 0)
        others = (count for name, count in bearers.items() if name != full_name)
        return max(others, default=0) >= BETTER_KNOWN * max(1, own)


def group_by_surname(counts: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Full names with their counts, by the folded last word."""
    grouped: dict[str, dict[str, int]] = defaultdict(dict)
    for name in sorted(counts):
        grouped[surname(name)][name] = counts[name]
    return dict(grouped)


def surname(name: str) -> str:
    """The folded last word of a name."""
    return fold(name).rpartition(" ")[2]


def leave_rivals_open(
    mentions: Sequence[Mention], names: Sequence[LocalName], bearers: Bearers
) -> tuple[LocalName, ...]:
    """The local names of one article's mentions, surnames of better known others left open.

    Only a surname that the article prints before the full name: behind it, it is that person's.
    """
    full_at, part_at = first_places(mentions, names)
    open_parts = {
        key
        for key, place in part_at.items()
        if place < full_at.get(key[1], place) and bearers.has_rival(key[1])
    }
    return tuple(
        LocalName("person", mention.surface, "name alone", ambiguous=True)
        if name.rule == "part of a name" and (mention.surface, name.text) in open_parts
        else name
        for mention, name in zip(mentions, names, strict=True)
    )


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
