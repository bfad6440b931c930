"""How the articles of a build are cut into parts, so that all who extract them end together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TypeVar

from relmap.workers.order import READ_AT_ONCE

_T = TypeVar("_T")

#: A part holds at most one in so many of each worker's share of what is left.
_SHARE = 2

#: How many work on a cluster is not known beforehand, and changes.
MANY = 8


def cut(articles: Sequence[_T], most: int, workers: int) -> Iterator[list[_T]]:
    """Yield the articles in parts of `most`; for several workers in ever smaller ones.

    Fewer than one worker are one: this process, which reads where no others do.

    Nobody knows how long a part takes, so whoever is done takes the next. What the last ones wait
    for then is no more than one small part (guided self-scheduling, Polychronopoulos and Kuck 1987).
    """
    first = 0
    while first < len(articles):
        size = most if workers <= 1 else min(most, _share(len(articles) - first, workers))
        yield list(articles[first : first + size])
        first += size


def _share(left: int, workers: int) -> int:
    """Return a size that the extractor's batches fill: 37 articles would take the time of 48."""
    return READ_AT_ONCE * ceil(left / (_SHARE * workers * READ_AT_ONCE))
