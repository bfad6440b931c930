"""A table's column names → what they mean.

Names count without regard to case, and to spaces, hyphens or underscores between words. The names
understood are exactly those below; every other column is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Meaning = Literal["id", "title", "date", "outlet", "url", "language", "text", "file"]

#: What each meaning is called; the first name is its own and wins over the others.
NAMES: Mapping[Meaning, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "document_id", "uid", "uuid", "guid"),
    "title": ("title", "headline", "article_title", "heading"),
    "date": (
        "date", "published", "published_at", "publishedat", "publish_date", "published_date",
        "date_published", "datepublished", "date_publish", "publication_date", "pub_date",
        "pubdate", "datetime", "timestamp", "day",
    ),
    "outlet": (
        "outlet", "source", "publisher", "newspaper", "publication", "site", "source_name",
        "news_outlet", "media", "journal",
    ),
    "url": ("url", "link", "permalink", "article_url", "web_url", "source_url", "href"),
    "language": ("language", "lang", "language_code", "lang_code"),
    "text": (
        "text", "body", "content", "article", "full_text", "fulltext", "maintext", "main_text",
        "article_text", "article_body", "articlebody", "body_text", "story",
    ),
    "file": ("file", "filename", "file_name", "path", "filepath", "file_path"),
}  # fmt: skip
_MEANINGS: Mapping[str, Meaning] = {
    name: meaning for meaning, names in NAMES.items() for name in names
}
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column (its place in the table) has which meaning, and what had to be left out."""

    places: Mapping[Meaning, int]
    notice: str = ""


def understand(names: Sequence[str]) -> Columns:
    """Return the meaning of each column; of two that claim one meaning the own name wins.

    Otherwise the first wins: of "headline" and "heading" the one further left.
    """
    claims: dict[Meaning, list[int]] = {}
    for place, name in enumerate(names):
        meaning = _MEANINGS.get(key(name))
        if meaning is not None:
            claims.setdefault(meaning, []).append(place)
    places, notices = {}, []
    for meaning, claimed in claims.items():
        own = [place for place in claimed if key(names[place]) == meaning]
        places[meaning] = (own or claimed)[0]
        if len(claimed) > 1:
            notices.append(
                _conflict(meaning, [names[place] for place in claimed], names[places[meaning]])
            )
    return Columns(places, "; ".join(notices))


def key(name: str) -> str:
    """Return a column's name as it is compared: "Published At" and "published_at" are one."""
    return _BETWEEN_WORDS.sub("_", name.strip().strip("\ufeff").strip().casefold())


def lists_files(columns: Columns) -> bool:
    """Tell whether a table describes files beside it instead of holding their texts."""
    return "file" in columns.places and "text" not in columns.places


def missing_text(names: Sequence[str]) -> str:
    """Return the reason why a table without articles in it is not read."""
    found = ", ".join(f'"{name[:40]}"' for name in names[:_SHOWN]) or "none"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return (
        f'no column holds the articles\' text; the columns are {found}{more}: name one "text" '
        '(or "file", for a table that describes the files beside it)'
    )


def _conflict(meaning: Meaning, names: Sequence[str], taken: str) -> str:
    shown = " and ".join(f'"{name}"' for name in names)
    number = "both" if len(names) == 2 else "all"
    return (
        f"the columns {shown} {number} mean the {meaning}; "
        f'"{taken}" is taken, rename it to choose another'
    )
