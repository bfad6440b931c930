"""Stories: which articles carry the same text, so that wire copy is not counted twice."""

from __future__ import annotations

import numpy as np

from relmap.filters import Bools
from relmap.store.columns import Column


def count_stories(story_of: Column, kept: Bools) -> int:
    """Return how many stories the kept articles tell."""
    # There are never more stories than articles.
    told = np.zeros(len(story_of), dtype=np.bool_)
    told[story_of[kept]] = True
    return int(np.count_nonzero(told))
