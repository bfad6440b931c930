"""Filters in plain words, for the people who read a map without having made it."""

from __future__ import annotations

from datetime import date

from relmap.models import KINDS, Counts, Filters, Kind

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
        f"{counts.actors:,} of {_number(counts.actors_total, 'actor')}, "
        f"{counts.ties:,} of {_number(counts.ties_total, 'tie')}, "
        f"{counts.articles:,} of {_number(counts.articles_total, 'article')}"
    )


def spell_day(day: date) -> str:
    """A day as it is read aloud, "5 July 2023", in English whatever the machine's locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


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
    return f"{_number(count, what)}{which} included" if count else ""


def _kinds(kinds: frozenset[Kind]) -> str:
    if kinds == frozenset(KINDS):
        return ""
    named = [_PLURALS[kind] for kind in KINDS if kind in kinds]
    return f"only {' and '.join(named)}" if named else "no kind of actor"


def _weight(min_weight: int) -> str:
    return f"ties of at least {min_weight:,} sentences" if min_weight > 1 else ""


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
