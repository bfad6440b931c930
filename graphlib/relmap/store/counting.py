"""How many articles or sentences there are of each day and of each outlet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.store.columns import Column


def count_days(days: Column, times: Column | None = None) -> dict[date | None, int]:
    """Return how often each day stands there, in order; `NO_DAY` as None and last.

    With `times` each place counts as often as that says.
    """
    found = _count(days, times)
    undated = found.pop(NO_DAY, 0)
    counts: dict[date | None, int] = {date.fromordinal(day): n for day, n in found.items()}
    return counts | ({None: undated} if undated else {})


def count_outlets(outlet_of: Column, outlets: Sequence[str]) -> dict[str | None, int]:
    """Return how often each outlet stands there, in order; `NO_OUTLET` as None and last."""
    found = _count(outlet_of, None)
    unknown = found.pop(NO_OUTLET, 0)
    counts: dict[str | None, int] = {outlets[number]: n for number, n in found.items()}
    return counts | ({None: unknown} if unknown else {})


def _count(numbers: Column, times: Column | None) -> dict[int, int]:
    """Return the distinct numbers, ascending, with how often each stands there."""
    least = int(numbers.min(initial=0))
    counts = np.bincount(numbers.astype(np.int64) - least, weights=times)
    distinct = np.flatnonzero(counts)
    return dict(
        zip((distinct + least).tolist(), counts[distinct].astype(np.int64).tolist(), strict=True)
    )
