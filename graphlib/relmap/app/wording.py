"""How numbers, days and names read on the page, and how foreign text is kept from being Markdown."""

from __future__ import annotations

import re
from datetime import date

from relmap.briefing.words import spell_day
from relmap.models import Article, Counts, Kind, Origin

KIND_LABELS: dict[Kind, str] = {
    "country": "Countries",
    "person": "People",
    "organization": "Organizations",
}
UNDATED = "undated"
UNKNOWN_OUTLET = "unknown outlet"
#: So much of an untitled article's beginning stands in for its title.
OPENING = 90

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!~:$<>|@&])")
_SPACE = re.compile(r"\s+")


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it letter by letter: "**a**" stays "**a**".

    Streamlit reads labels and messages as Markdown; a file name such as "![x](http://e/x.png)"
    would load a picture from another machine.
    """
    return _MARKUP.sub(r"\\\1", _SPACE.sub(" ", text))


def number(value: int) -> str:
    """Return `value` with thousands separated: "4,210"."""
    return f"{value:,}"


def count(value: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 tie", "73 ties", "2 countries"."""
    return f"{number(value)} {noun if value == 1 else plural or noun + 's'}"


def day(value: date | None) -> str:
    """Return a day as "5 July 2023", or that there is none."""
    return spell_day(value) if value else UNDATED


def span(first: date | None, last: date | None) -> str:
    """Return a range of days as "30 March 2023 to 5 July 2023", or "" when both are missing."""
    if first is None or last is None:
        return ""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def caveats(counts: Counts) -> str:
    """Return what the counts hide: "2 undated, 1 of unknown outlet", or ""."""
    parts = []
    if counts.undated:
        parts.append(f"{number(counts.undated)} undated")
    if counts.unknown_outlet:
        parts.append(f"{number(counts.unknown_outlet)} of unknown outlet")
    return ", ".join(parts)


def headline(article: Article) -> str:
    """Return an article's title, or how it begins when it has none."""
    if article.title:
        return article.title
    opening = _SPACE.sub(" ", article.text).strip()
    return opening if len(opening) <= OPENING else opening[:OPENING].rsplit(" ", 1)[0] + " …"


def origin(what: Origin) -> str:
    """Return where a fact was found, small print beside it: "from dateline", "" when nowhere."""
    return "" if what == "unknown" else f"from {what}"
