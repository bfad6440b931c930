"""What the filters need to know of a store before anything is filtered: its days and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from relmap.app.periods import Bar, bars


@dataclass(frozen=True, slots=True)
class CorpusFacts:
    """The limits of a corpus; `outlets` with their articles, most frequent first.

    `heaviest` is the largest weight of a tie with references counted, `identity` tells two corpora apart.
    """

    identity: tuple[str, str]
    articles: int
    first: date | None
    last: date | None
    bars: tuple[Bar, ...]
    outlets: tuple[tuple[str, int], ...]
    undated: int
    unknown_outlet: int
    heaviest: int


def gather(identity: tuple[str, str], articles: pd.DataFrame, heaviest: int) -> CorpusFacts:
    """Return the limits of the corpus that `articles` (as `Store.articles` gives them) lists."""
    days = [day for day in articles["date"] if isinstance(day, date)]
    known = articles["outlet"].dropna()
    counts = known.value_counts()
    outlets = sorted(((str(name), int(found)) for name, found in counts.items()), key=_by_count)
    return CorpusFacts(
        identity=identity,
        articles=len(articles),
        first=min(days, default=None),
        last=max(days, default=None),
        bars=bars(days),
        outlets=tuple(outlets),
        undated=len(articles) - len(days),
        unknown_outlet=len(articles) - len(known),
        heaviest=heaviest,
    )


def _by_count(item: tuple[str, int]) -> tuple[int, str, str]:
    name, found = item
    return -found, name.casefold(), name
