"""Articles over time as a handful of bars: by day, week, month, quarter or year, as fits."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from relmap.briefing.words import spell_day

#: More bars than this are thinner than a pointer under a map of 500 pixels.
MOST_BARS = 120
#: A few articles in a row of gaps say less than the same articles by a longer step: for each day
#: that has any there are at most so many bars, and never fewer than `FEW_BARS` are allowed.
BARS_PER_DAY, FEW_BARS = 3, 14


@dataclass(frozen=True, slots=True)
class Bar:
    """The articles of the days `first` to `last`, both inclusive; `step` says how long that is."""

    first: date
    last: date
    articles: int
    label: str
    step: str


@dataclass(frozen=True, slots=True)
class _Step:
    """How long a bar is: where the bar of a day starts, where the next one does, their names."""

    name: str
    start: Callable[[date], date]
    following: Callable[[date], date]
    label: Callable[[date], str]


def bars(days: Mapping[date, int]) -> tuple[Bar, ...]:
    """Return the bars from the first day to the last, empty ones included, at most `MOST_BARS`.

    `days` says how many articles each day has.

    The finest step that fits is taken, a longer one where articles are few (two articles in
    fifteen weeks stand by month); beyond 120 years the bars are as many years as needed.
    """
    if not days:
        return ()
    first, last = min(days), max(days)
    most = min(MOST_BARS, max(FEW_BARS, BARS_PER_DAY * len(days)))
    for step in _STEPS:
        edges = list(_edges(step.start(first), last, step.following))
        if len(edges) <= most:
            return tuple(_fill(edges, days, step))
    years = -(-len(edges) // most)
    return tuple(_fill(edges[::years], days, replace(step, name=f"{years} years")))


def _fill(edges: list[date], days: Mapping[date, int], step: _Step) -> Iterator[Bar]:
    final = max(*days, step.following(edges[-1]) - timedelta(days=1))
    ends = [*(edge - timedelta(days=1) for edge in edges[1:]), final]
    sums = Counter[int]()
    for day, found in days.items():
        sums[bisect_right(edges, day) - 1] += found
    for place, (start, end) in enumerate(zip(edges, ends, strict=True)):
        yield Bar(start, end, sums[place], step.label(start), step.name)


def _edges(start: date, last: date, following: Callable[[date], date]) -> Iterator[date]:
    while start <= last:
        yield start
        start = following(start)


def _next_month(day: date, months: int = 1) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _month(day: date) -> str:
    return spell_day(day).partition(" ")[2]


_STEPS = (
    _Step(
        "day",
        lambda day: day,
        lambda day: day + timedelta(days=1),
        spell_day,
    ),
    _Step(
        "week",
        lambda day: day - timedelta(days=day.weekday()),
        lambda day: day + timedelta(days=7),
        lambda day: f"week of {spell_day(day)}",
    ),
    _Step(
        "month",
        lambda day: day.replace(day=1),
        _next_month,
        _month,
    ),
    _Step(
        "quarter",
        lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
        lambda day: _next_month(day, 3),
        lambda day: f"{_month(day)} to {_month(_next_month(day, 2))}",
    ),
    _Step(
        "year",
        lambda day: date(day.year, 1, 1),
        lambda day: date(day.year + 1, 1, 1),
        lambda day: str(day.year),
    ),
)
