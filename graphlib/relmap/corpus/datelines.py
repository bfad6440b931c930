"""The dateline of a story: "Islamabad, 5 July 2023(TDI): " → what it covers, its day, its outlet.

A dateline is place, day and credit in front of a story's first sentence. Its place ties nobody to
anything, its day is the article's only where day, month and year are all there ("Jan 5" is not),
and its credit is the outlet where the table of outlets knows it. An agency in the brackets is
what the article says of its origin, so it counts as the outlet unless something better is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from relmap.corpus import dates
from relmap.knowledge import outlets

# "KYIV", "New Delhi", "St. Petersburg", "Rio de Janeiro", "NEW DELHI/MOSCOW", "Washington, D.C."
_WORD = r"(?:[A-Z][\w'’.]*(?:-[\w'’.]+)*)"
_PLACE = rf"{_WORD}(?:[ /](?:(?:de|del|la|al|el|of|the|and|on|am|in)[ -])?{_WORD}){{0,4}}"
_REGION = rf"(?:, ?{_PLACE}){{0,2}}"
_DATE_WORDS = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {dates.MONTH}|{dates.MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    rf"(?:,? ?\d{{4}})?"
)
_CREDIT = r"[\w][\w .,'’/&-]{0,38}[\w.]"
_DASH = r"[—–―]|--?(?=\s)|-(?=\s)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}{_REGION}?)?"
    rf"(?:[,.]? ?(?P<date>{_DATE_WORDS}))?"
    rf"(?:[,.]? ?\((?P<brackets>{_CREDIT})\)|[,.]? ?/(?P<slashes>{_CREDIT})/)?"
    rf"(?: ?(?P<colon>:)| ?(?P<dash>{_DASH})|(?<=/)\.|(?<=\))(?=[ A-Z“\"‘']))\s*"
)
_LONGEST = 120
# "In Moscow, March 3, 2022 - the day …" and "On 5 July 2023: …" are sentences.
_OPENERS = re.compile(r"(?:In|On|At|By|From|The|An?|After|Before|Since|Until|This|That)\b")
# "WASHINGTON —" is a dateline without more; "BREAKING —", "UPDATE —" are labels.
_LABELS = re.compile(
    r"\b(?:FILE|FIRST|BREAKING|UPDATED?|ANALYSIS|OPINION|EXCLUSIVE|WATCH|LIVE|NOTE|EDITORIAL|"
    r"VIDEO|PHOTOS?|CORRECTION|QUESTION|ANSWER|FACT|CLAIM|READ|MORE|RELATED|ALSO)\b"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline `[start, end)`; the story begins at `end`. Day and outlet are None if not told."""

    start: int
    end: int
    date: date | None
    outlet: outlets.Outlet | None


def find(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """Return the dateline at the very start of the line `text[start:end]`, or None.

    It needs a separator (dash, colon, or the full stop of "/TASS/.") and beside the place a day or
    a credit; a place all in capitals may stand alone before a dash.
    """
    limit = min(len(text) if end is None else end, start + _LONGEST)
    match = _DATELINE.match(text[start:limit])
    if match is None:
        return None
    place, credit = _split_credit(match)
    known = [outlets.find(part) for part in re.split(r"\s*(?:/|,| and )\s*", credit)]
    whole = outlets.find(credit) if credit else None  # "RFE/RL" is one
    if not _is_sure(match, place, known=whole is not None or None not in known):
        return None
    return Dateline(start, start + match.end(), _day(match["date"]), whole)


def _split_credit(match: re.Match[str]) -> tuple[str, str]:
    """Return place and credit; "Kyiv, Ukraine CNN —" has its credit outside brackets."""
    place, credit = match["place"] or "", match["brackets"] or match["slashes"] or ""
    if not credit:
        before, _, last = place.rpartition(" ")
        if outlets.find(place):
            return "", place
        if outlets.find(last) and not match["date"]:
            return before, last
    return place, credit


def _is_sure(match: re.Match[str], place: str, *, known: bool) -> bool:
    if _OPENERS.match(place):
        return False
    dash, day = match["dash"], match["date"]
    if not place:  # "CNN — The arrival of …", "(Reuters) - …"; a day alone heads a list
        return known and dash is not None
    if dash is None and match["colon"] is None and match["slashes"] is None:
        # "Washington (CNN)The president …" but not "Palestinian Authority (PA) President …"
        return known and (place.isupper() or not match[0].endswith(" "))
    if day or known:
        return bool(day or dash or match["brackets"] or match["slashes"])
    # "PARIS — The talks …" but not "ISIS -- which …"
    return dash is not None and _is_shouted(place) and not match.string[match.end() :][:1].islower()


def _is_shouted(place: str) -> bool:
    words = place.replace(",", " ").replace("/", " ").split()
    return place.isupper() and len(place) > 2 and len(words) <= 4 and not _LABELS.search(place)


def _day(words: str | None) -> date | None:
    return dates.parse(re.sub(r"(\d)(?=[A-Za-z]{3})", r"\1 ", words)) if words else None
