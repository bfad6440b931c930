"""How many articles or sentences there are of each day and of each outlet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.store.index import Column


def count_days(days: Column) -> dict[date | None, int]:
    """Return how often each day stands there, in order; `NO_DAY` as None and last."""
    found = _count(days)
    undated = found.pop(NO_DAY, 0)
    counts: dict[date | None, int] = {date.fromordinal(day): n for day, n in found.items()}
    return counts | ({None: undated} if undated else {})


def count_outlets(outlet_of: Column, outlets: Sequence[str]) -> dict[str | None, int]:
    """Return how often each outlet stands there, in order; `NO_OUTLET` as None and last."""
    found = _count(outlet_of)
    unknown = found.pop(NO_OUTLET, 0)
    counts: dict[str | None, int] = {outlets[number]: n for number, n in found.items()}
    return counts | ({None: unknown} if unknown else {})


def _count(numbers: Column) -> dict[int, int]:
    """Return the distinct numbers, ascending, with how often each stands there."""
    distinct, counts = np.unique(numbers, return_counts=True)
    return dict(zip(distinct.tolist(), counts.tolist(), strict=True))
