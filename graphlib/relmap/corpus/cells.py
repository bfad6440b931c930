"""One row's cells → what it tells of an article, and a notice for each cell that is not usable.

A broken date, address or title never costs the article: it is read without it, and said so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from relmap.corpus import dates, languages
from relmap.corpus.columns import Meaning
from relmap.corpus.decoding import clean
from relmap.corpus.sources import Told

#: A row's cells by meaning. Text for a CSV; whatever JSON holds for JSONL.
Cells = Mapping[Meaning, object]

# What programs write for a blank cell.
_BLANK = frozenset(("", "nan", "none", "null", "n/a", "nat", "-", "unknown"))
_URL = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
_LONGEST = {"id": 200, "title": 1_000, "outlet": 200, "url": 2_000, "date": 200, "language": 200}
_SHOWN = 60


#: Answers with the order of day and month in a whole column.
Ordered = Callable[[], dates.Order | None]


def told(cells: Cells, order: Ordered | None = None) -> tuple[Told, list[str]]:
    """Return what the cells tell, with the reason for each that is left out.

    `order` is asked only when a date needs it; None where the cells are fields of a page or a feed,
    which nobody is told to correct.
    """
    reasons: list[str] = []
    facts = {name: _fact(cells, name, reasons) for name in ("id", "title", "outlet", "url")}
    if facts["url"] and not _URL.fullmatch(facts["url"]):
        reasons.append(
            f"the url {_quote(facts['url'])} is not an http or https address; "
            "the article is kept without it"
        )
        facts["url"] = None
    day = _date(_fact(cells, "date", reasons), order, reasons)
    language = languages.code_of(_fact(cells, "language", reasons) or "")
    return Told(facts["id"], facts["title"], day, facts["outlet"], facts["url"], language), reasons


def _fact(cells: Cells, name: Meaning, reasons: list[str]) -> str | None:
    """Return a short cell as one line of printable text, or None when it is blank or unusable."""
    value = cells.get(name)
    if isinstance(value, Mapping):  # {"source": {"id": "bbc", "name": "BBC"}}
        value = value.get("name")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < 10**30 else None
    if value is None:
        return None
    if not isinstance(value, str):
        reasons.append(f"the {name} is {kind_of(value)}, not text; the article is kept without it")
        return None
    if len(value) > 10 * _LONGEST[name]:
        value = value[: _LONGEST[name] + 1]
    line = " ".join("".join(c for c in clean(value) if _is_printable(c)).split())
    if line.casefold() in _BLANK:
        return None
    if len(line) > _LONGEST[name]:
        reasons.append(
            f"the {name} is longer than {_LONGEST[name]:,} characters; "
            "the article is kept without it, shorten it"
        )
        return None
    return line


def _is_printable(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _date(value: str | None, order: Ordered | None, reasons: list[str]) -> date | None:
    if value is None:
        return None
    day = dates.parse_in_order(value, None)
    if day is not None:
        return day
    what, where = "was not understood", ""
    if dates.is_ambiguous(value):
        day = dates.parse_in_order(value, order() if order else None)
        what, where = "could be two days and nothing", " in its column" if order else " beside it"
        where += " says which"
    if day is None:
        remedy = "; write dates as YYYY-MM-DD" if order else ""
        reasons.append(
            f"the date {_quote(value)} {what}{where}; the article is kept as undated{remedy}"
        )
    return day


def _quote(value: str) -> str:
    return f'"{value if len(value) <= _SHOWN else value[:_SHOWN] + "…"}"'


def kind_of(value: object) -> str:
    """Return what a JSON value is, in words."""
    names: tuple[tuple[type, str], ...] = (
        (type(None), "null"),
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "a text"),
        (list, "a list"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "an object")
