"""Stories: which articles carry the same text, so that wire copy is not counted twice."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from relmap.filters import Bools
from relmap.store.index import Column


def number_stories(texts: Iterable[str]) -> Column:
    """Return the story of each article, given the hashes of their texts.

    Articles with the very same text are one story, whatever their titles, outlets and dates.
    Stories are numbered from 0 in the order in which they first come.
    """
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int32)


def count_stories(story_of: Column, kept: Bools) -> int:
    """Return how many stories the kept articles tell."""
    # There are never more stories than articles.
    told = np.zeros(len(story_of), dtype=np.bool_)
    told[story_of[kept]] = True
    return int(np.count_nonzero(told))
