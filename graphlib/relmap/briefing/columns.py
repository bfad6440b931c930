"""The tables that others may rely on, and the columns of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Table = Literal["ties", "evidence", "mentions", "actors", "articles", "unread"]

#: Names and order are a promise (docs/exports.md): later columns are only ever appended.
COLUMNS: Mapping[Table, tuple[str, ...]] = {
    "ties": (
        "source",
        "target",
        "source_kind",
        "target_kind",
        "sentences",
        "articles",
        "outlets",
        "first_date",
        "last_date",
        "source_unresolved",
        "target_unresolved",
    ),
    "evidence": (
        "source",
        "target",
        "article_id",
        "title",
        "outlet",
        "date",
        "start",
        "end",
        "sentence",
        "by",
        "source_unresolved",
        "target_unresolved",
    ),
    "mentions": (
        "article_id",
        "title",
        "start",
        "end",
        "surface",
        "actor",
        "actor_id",
        "kind",
        "by",
        "unresolved",
    ),
    "actors": (
        "actor",
        "actor_id",
        "kind",
        "country_code",
        "aliases",
        "mentions",
        "articles",
        "unresolved",
    ),
    "articles": (
        "article_id",
        "title",
        "outlet",
        "outlet_source",
        "date",
        "date_source",
        "words",
        "sentences",
        "language",
    ),
    "unread": ("path", "row", "reason"),
}
TABLES: tuple[Table, ...] = tuple(COLUMNS)
