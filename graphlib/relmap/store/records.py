"""Rows of a generation's tables as the records that the rest of relmap speaks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from relmap.models import Actor, Alias, Article

#: The columns of the table of articles, in order; counts are whole numbers, the rest objects.
ARTICLE_COLUMNS = (
    "article_id",
    "title",
    "outlet",
    "outlet_source",
    "date",
    "date_source",
    "words",
    "sentences",
    "url",
    "path",
    "row",
)
_COUNTS = frozenset({"words", "sentences"})


def to_actors(actors: pa.Table, aliases: pa.Table) -> dict[str, Actor]:
    """Return the actors by id, in the order of the table."""
    records = actors.to_pylist()
    found: list[list[Alias]] = [[] for _ in records]
    for alias in aliases.to_pylist():
        found[alias.pop("actor")].append(Alias(**alias))
    return {
        record["actor_id"]: Actor(
            **(record | {"titles": tuple(record["titles"]), "aliases": tuple(known)})
        )
        for record, known in zip(records, found, strict=True)
    }


def to_article(record: Mapping[str, Any], text: str) -> Article:
    """Return a row of the table of articles with its text."""
    return Article(
        article_id=record["article_id"],
        text=text,
        path=record["path"],
        row=record["row"],
        title=record["title"],
        title_source=record["title_source"],
        date=to_date(record["date"]),
        date_source=record["date_source"],
        outlet=record["outlet"],
        outlet_source=record["outlet_source"],
        url=record["url"],
    )


def to_frame(articles: pa.Table) -> pd.DataFrame:
    """Return the articles newest first, undated last, then by title and id."""
    records = articles.select(ARTICLE_COLUMNS).to_pylist()
    for record in records:
        record["date"] = to_date(record["date"])
    records.sort(key=_newest_first)
    # Of type object, because pandas' own types would turn None into NaN.
    columns = {
        name: pd.Series(
            [record[name] for record in records], dtype="int64" if name in _COUNTS else "object"
        )
        for name in ARTICLE_COLUMNS
    }
    return pd.DataFrame(columns)


def to_date(text: str | None) -> date | None:
    """Return the day that ISO text names."""
    return None if text is None else date.fromisoformat(text)


def _newest_first(record: Mapping[str, Any]) -> tuple[int, str, str]:
    day = record["date"]
    return -day.toordinal() if day else 0, record["title"] or "", record["article_id"]
