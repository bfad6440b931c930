"""Filters in plain words, for the people who read a map without having made it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from relmap.models import KINDS, Counts, Filters, Kind
from relmap.view.directions import isolate

_PLURALS: dict[Kind, str] = {
    "person": "people",
    "organization": "organizations",
    "country": "countries",
}

#: Said wherever words count that stand for a name.
REFERENCES = "“he”, “she” and “the minister” counted where one actor fits"

#: More outlets than this are counted, not listed: a caption is read, not searched.
LISTED_OUTLETS = 8


def describe(filters: Filters, counts: Counts) -> tuple[str, ...]:
    """Say what is shown, a sentence part per line.

    The lines: the range of days, the outlets, what became of undated articles and of those of
    unknown outlet, then kinds and least weight where they leave something out, references where
    they count, and last the counts ("12 of 21 actors, 37 of 73 ties, 3 of 5 articles").
    """
    lines = [
        _days(filters.first, filters.last),
        _outlets(filters.outlets),
        _kept(filters.undated, counts.undated, "undated article", ""),
        _kept(filters.unknown_outlet, counts.unknown_outlet, "article", " of unknown outlet"),
        _kinds(filters.kinds),
        _weight(filters.min_weight),
        REFERENCES if filters.references else "",
        count_in_view(counts),
    ]
    return tuple(line for line in lines if line)


def count_in_view(counts: Counts) -> str:
    """The counts in one line: "12 of 21 actors, 37 of 73 ties, 3 of 5 articles"."""
    return (
        f"{counts.actors:,} of {number(counts.actors_total, 'actor')}, "
        f"{counts.ties:,} of {number(counts.ties_total, 'tie')}, "
        f"{counts.articles:,} of {number(counts.articles_total, 'article')}"
    )


def spell_day(day: date) -> str:
    """A day as it is read aloud, "5 July 2023", in English whatever the machine's locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def spell_days(first: date, last: date) -> str:
    """A range of days as it is read aloud: "4 July to 9 August 2023", "5 July 2023"."""
    if first == last:
        return spell_day(first)
    if first.year != last.year:
        return f"{spell_day(first)} to {spell_day(last)}"
    start = spell_day(first).removesuffix(f" {first.year}")
    if first.month == last.month:
        start = str(first.day)
    return f"{start} to {spell_day(last)}"


def limits(filters: Filters) -> tuple[str, ...]:
    """Say what the filters leave out beside days and outlets, and whether references count."""
    lines = (
        "" if filters.undated else "undated articles left out",
        "" if filters.unknown_outlet else "articles of unknown outlet left out",
        _kinds(filters.kinds),
        _weight(filters.min_weight),
        REFERENCES if filters.references else "",
    )
    return tuple(line for line in lines if line)


def list_outlets(counts: Mapping[str, int]) -> str:
    """List outlets with their articles, most first: "TASS (3), Dawn (1) and 12 more"."""
    ranked = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    listed = ", ".join(f"{isolate(name)} ({counts[name]:,})" for name in ranked[:LISTED_OUTLETS])
    more = len(ranked) - LISTED_OUTLETS
    return f"{listed} and {more:,} more" if more > 0 else listed


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return spell_day(first) if first == last else f"{spell_day(first)} to {spell_day(last)}"
    if first:
        return f"from {spell_day(first)} on"
    return f"up to {spell_day(last)}" if last else "all dates"


def _outlets(outlets: frozenset[str] | None) -> str:
    if outlets is None:
        return "all outlets"
    if not outlets:
        return "no named outlet"
    listed = sorted(outlets, key=lambda name: (name.casefold(), name))
    if len(listed) > LISTED_OUTLETS:
        return f"{len(listed):,} chosen outlets"
    return f"{'outlet' if len(listed) == 1 else 'outlets'}: {', '.join(listed)}"


def _kept(is_kept: bool, count: int, what: str, which: str) -> str:
    """Say "2 undated articles included", "undated articles left out", or nothing to say."""
    if not is_kept:
        return f"{what}s{which} left out"
    return f"{number(count, what)}{which} included" if count else ""


def _kinds(kinds: frozenset[Kind]) -> str:
    if kinds == frozenset(KINDS):
        return ""
    named = [_PLURALS[kind] for kind in KINDS if kind in kinds]
    return f"only {' and '.join(named)}" if named else "no kind of actor"


def _weight(min_weight: int) -> str:
    return f"ties of at least {min_weight:,} sentences" if min_weight > 1 else ""


def number(count: int, what: str) -> str:
    """A count with its noun: "1 tie", "1,234 ties"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
