"""What is asked: periods and outlets of a store, several different ones of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from relmap.models import Filters
from relmap.store import Store

#: Ties that are asked for.
TOP = 500

#: Outlets of the narrower question.
OUTLETS = 20

KINDS = ("full range", "one year, 20 outlets", "7 days")


@dataclass(frozen=True, slots=True)
class Question:
    """A period, both days included, and the outlets that count; None for all, unknown ones too."""

    kind: str
    first: date
    last: date
    outlets: tuple[str, ...] | None

    @property
    def filters(self) -> Filters:
        """The same as filters: undated articles lie in no period."""
        outlets = None if self.outlets is None else frozenset(self.outlets)
        return Filters(
            self.first, self.last, outlets, undated=False, unknown_outlet=outlets is None
        )


def ask(store: Store, times: int) -> list[Question]:
    """So many questions of each kind, no two the same, spread over the store's days and outlets."""
    days = [day for day in store.view(Filters()).article_days() if day]
    first, last, span = min(days), max(days), (max(days) - min(days)).days
    year, outlets = min(364, span), store.outlets
    asked = []
    for turn in range(times):
        at = turn / max(1, times - 1)
        begun = first + timedelta(round((span - year) * at))
        week = first + timedelta(round(max(0, span - 6) * at))
        chosen = tuple(outlets[(turn + step * 7) % len(outlets)] for step in range(OUTLETS))
        asked += [
            Question(KINDS[0], first + timedelta(turn), last, None),
            Question(KINDS[1], begun, begun + timedelta(year), tuple(sorted(set(chosen)))),
            Question(KINDS[2], week, week + timedelta(6), None),
        ]
    return sorted(asked, key=lambda one: KINDS.index(one.kind))
