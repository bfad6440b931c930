"""Written dates → days: explicit formats only, never a guess.

Fuzzy parsers turn "1 minute, 48 seconds Read" into today. Here a text is a date when all of it
is one of the listed formats, in the years 1800 to 2100; everything else is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

Order = Literal["day first", "month first"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
#: A month's English name, in full or short, with or without its full stop ("Jan.").
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{MONTH})"
_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)"
#: "5 July 2023" and "July 5, 2023": a day with its month and year in words.
WORDED = (
    rf"(?:{_DAY}[\s\-/]*(?:of\s+)?{_MONTH}[\s,\-/]*{_YEAR})",
    rf"(?:{_MONTH}[\s\-]*{_DAY}(?:\s*,\s*|\s+){_YEAR})",
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(?:\s*(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?[+-]\d\d:?\d\d)(?:\s*\([^()]{1,40}\))?)?"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d(?:[.,]\d{{1,9}})?)?\s*(?:[ap]\.?m\.?)?{_ZONE}"
_TIME = rf"(?:\s*(?:[T,|·–-]|at)?\s*{_CLOCK})?"
_NUMBERS = (
    rf"{_YEAR}(?P<gap>[-/.])(?P<month>\d\d?)(?P=gap)(?P<day>\d\d?){_TIME}",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4}}(?:\d\d)?{_ZONE})?",
)
_FORMATS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (*_NUMBERS, *(f"{_WEEKDAY}{worded}{_TIME}" for worded in WORDED))
)
_STARTS = tuple(re.compile(rf"{_WEEKDAY}{worded}(?![\w-])", re.IGNORECASE) for worded in WORDED)
# RFC 2822 and others put the clock before nothing; C's asctime puts it before the year.
_ASCTIME = re.compile(
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{2,5}}\s+)?{_YEAR}", re.IGNORECASE
)
_BARE = re.compile(rf"(\d\d?)([/.-])(\d\d?)\2{_YEAR}{_TIME}", re.IGNORECASE)
_LONGEST = 80


def parse(text: str) -> date | None:
    """Return the day that `text` states, or None.

    A time and a zone may follow and are left out: the day is taken as written. "05/07/2023" is
    two different days and therefore none; see `parse_in_order`.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    for pattern in (*_FORMATS, _ASCTIME):
        match = pattern.fullmatch(text)
        if match:
            return _day(match["year"], match["month"], match["day"])
    return None


def parse_start(line: str) -> date | None:
    """Return the worded day that a short line begins with: "January 11, 2010 Monday Final Edition"."""
    line = " ".join(line.split())
    match = next((found for known in _STARTS if (found := known.match(line))), None)
    if match is None or len(line) > _LONGEST:
        return None
    return _day(match["year"], match["month"], match["day"])


def parse_in_order(text: str, order: Order | None) -> date | None:
    """Return the day that `text` states when numbers like "05/07/2023" are read in `order`.

    Without an order only the numbers that leave no choice ("25/07/2023", "07/07/2023") are a day.
    """
    numbers = _numbers(text)
    if numbers is None:
        return parse(text)
    first, second, year = numbers
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        return {"day first": day_first, "month first": month_first, None: None}[order]
    return day_first or month_first


def is_ambiguous(text: str) -> bool:
    """Tell whether `text` is a day only once the order of day and month is known."""
    return parse_in_order(text, None) is None and parse_in_order(text, "day first") is not None


def settle_order(texts: Iterable[str]) -> Order | None:
    """Return the order that a whole column of dates agrees on, or None.

    "25/07/2023" says day first, "07/25/2023" month first; both together, or neither, say nothing.
    """
    seen: set[Order] = set()
    for text in texts:
        numbers = _numbers(text)
        if numbers is not None and parse_in_order(text, None) is not None:
            first, second = int(numbers[0]), int(numbers[1])
            if first > 12:
                seen.add("day first")
            elif second > 12:
                seen.add("month first")
    return seen.pop() if len(seen) == 1 else None


def _numbers(text: str) -> tuple[str, str, str] | None:
    text = " ".join(text.split())
    match = _BARE.fullmatch(text) if len(text) <= _LONGEST else None
    return (match[1], match[3], match["year"]) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.get(month.rstrip(".").casefold()) or (int(month) if month.isdigit() else 0)
    if not 1800 <= int(year) <= 2100:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
