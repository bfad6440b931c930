"""What a web page's fields say of its day → the day that it was published, by the rank of each.

A field "published" says more than a field "date", which often is the day of the last change. Where
those that say most disagree there is no day, in whatever order they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from itertools import islice

from relmap.corpus import dates
from relmap.corpus.libraries import needed
from relmap.corpus.pagestories import Story, day

#: A field's name, in small letters, and its content.
Field = tuple[str, str]

# "article:modified_time", "unpublish_date": the day of a change, or of an end, is not the story's.
_NOT_PUBLISHED = (
    *("modif", "update", "lastmod", "lastdate", "lastpub", "moddate", "utime", "revis", "republ"),
    *("expir", "valid", "unpubl"),
)
# "article:published_time", "parsely-pub-date", "dc.date.issued", and what may say it less clearly.
_PUBLISHED = ("publi", "pubdate", "issued")
_DATED = (*_PUBLISHED, "date", "created")
_CLOCK = re.compile(r"\d:\d\d")
# The clocks of most of the press, from Los Angeles to Tokyo: 02:30Z is the evening before.
_WEST, _EAST = timedelta(hours=-8), timedelta(hours=9)
# So many fields of a page are asked for a day, and so many days are shown.
_MOST_FIELDS, _MOST_SHOWN = 100, 3


@dataclass(frozen=True, slots=True)
class Dated:
    """A page's day (YYYY-MM-DD, or as written where it could be two), or why it has none."""

    day: str | None = None
    notice: str | None = None


def published(
    fields: Sequence[Field], story: Story, microdata: str | None, *, known: bool
) -> Dated:
    """Return the day on which a page was published.

    `fields` are its `<meta>`, `story` is what its JSON-LD tells; if that story is not `known` to be
    the page's by its address or title, its day says no more than a field called "date".
    """
    told = [story.published] if isinstance(story.published, str) else []
    dated = [field for field in fields if not _names(field, _NOT_PUBLISHED)]
    clear = [field for field in dated if _names(field, _PUBLISHED)]
    others = [field for field in dated if not _names(field, _PUBLISHED)]
    return _settle(
        (
            [*_said(clear), *(told if known else ())],
            [microdata] if microdata else [],
            [*_said(others), *(() if known else told)],
        )
    )


def _names(field: Field, words: Sequence[str]) -> bool:
    name = "".join(filter(str.isalnum, field[0]))
    return any(word in name for word in words)


def _said(fields: Sequence[Field]) -> Iterator[str]:
    """Yield what the fields say of a day, whole or in one of two readings."""
    exact = (field for field in fields if day(field[1]))
    yield from (content for name, content in islice(exact, _MOST_FIELDS) if _is_known(name))
    unclear = (field for field in fields if _names(field, _DATED) and dates.is_ambiguous(field[1]))
    yield from (content for _, content in islice(unclear, _MOST_FIELDS))


def _is_known(name: str) -> bool:
    """Tell whether htmldate knows a field of this name as one for a page's day.

    It is shown nothing but the field and a day, so that it has nothing to guess from: given the
    page, it would take a day from the running text too.
    """
    with needed("web pages"):
        from htmldate import find_date  # noqa: PLC0415  only for pages
    found = find_date(
        f'<html><head><meta name="{escape(name)}" content="2001-02-03"></head>'
        "<body><p></p></body></html>",
        extensive_search=False,
        original_date=True,
    )
    return found is not None


def _settle(ranks: Sequence[Sequence[str]]) -> Dated:
    """Return the day of the first rank that has one.

    "03/04/2023" in a higher rank leaves two days, of which a lower rank may choose.
    """
    unclear: list[str] = []
    for rank in ranks:
        said = [*unclear, *(value for value in rank if _readings(value))]
        days = _common(said)
        if len(days) == 1:
            return Dated(days.pop())
        if said and not days:
            return Dated(unclear[0]) if unclear else Dated(notice=_disagreement(said))
        unclear = said
    return Dated(unclear[0] if unclear else None)


def _common(said: Sequence[str]) -> set[str]:
    """Return the days that all values allow: one, two where the order is unknown, or none."""
    if not said:
        return set()
    days = set.intersection(*map(_readings, said))
    if days:
        return days
    moments = {_moment(value) for value in said}
    if len(moments) != 1 or None in moments:
        return _local(said)
    # 23:30 in New York is the next day in London: the page's own clock is right, not that of UTC.
    local = set().union(*(_readings(value) for value in said if not _is_utc(value)))
    return local if len(local) == 1 else set()


def _local(said: Sequence[str]) -> set[str]:
    """Return the day on which values without a clock agree, if all others are moments of it in UTC."""
    clocked = [value for value in said if _CLOCK.search(value)]
    rest = [value for value in said if value not in clocked]
    if not rest or not all(_moment(value) and _is_utc(value) for value in clocked):
        return set()
    utc = [moment for value in clocked if (moment := _moment(value))]
    return {
        found
        for found in set.intersection(*map(_readings, rest))
        if all(
            (moment + _WEST).date() <= date.fromisoformat(found) <= (moment + _EAST).date()
            for moment in utc
        )
    }


def _readings(value: str) -> set[str]:
    exact = day(value)
    if exact or not dates.is_ambiguous(value):
        return {exact} if exact else set()
    orders: tuple[dates.Order, ...] = ("day first", "month first")
    found = (dates.parse_in_order(value, order) for order in orders)
    return {date.isoformat() for date in found if date}


def _moment(value: str) -> datetime | None:
    """Return the minute that a value with a zone states, in UTC."""
    try:
        stated = datetime.fromisoformat(value)
        moved = stated.astimezone(UTC) if stated.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return moved.replace(second=0, microsecond=0) if moved else None


def _is_utc(value: str) -> bool:
    return not datetime.fromisoformat(value).utcoffset()


def _disagreement(said: Sequence[str]) -> str:
    shown = sorted({"/".join(sorted(_readings(value))) for value in said})
    more = ", …" if len(shown) > _MOST_SHOWN else ""
    return (
        f"this page's own fields give different days ({', '.join(shown[:_MOST_SHOWN])}{more}); "
        "none of them is taken"
    )
