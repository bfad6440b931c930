"""What the filters need to know of a store before anything is filtered: its days and outlets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from relmap.app.periods import Bar, bars

if TYPE_CHECKING:
    from relmap.store import View


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


def gather(identity: tuple[str, str], whole: View) -> CorpusFacts:
    """Return the limits of the corpus that `whole`, a view without filters but references, shows."""
    found = whole.article_days()
    days = {day: count for day, count in found.items() if day is not None}
    outlets = whole.outlet_counts()
    known = ((name, count) for name, count in outlets.items() if name is not None)
    return CorpusFacts(
        identity=identity,
        articles=sum(found.values()),
        first=min(days, default=None),
        last=max(days, default=None),
        bars=bars(days),
        outlets=tuple(sorted(known, key=_by_count)),
        undated=found.get(None, 0),
        unknown_outlet=outlets.get(None, 0),
        heaviest=max((tie.sentences for tie in whole.heaviest(1)), default=1),
    )


def _by_count(item: tuple[str, int]) -> tuple[int, str, str]:
    name, found = item
    return -found, name.casefold(), name
