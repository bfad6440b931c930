"""Articles as they are cited: outlet, day, title, and an address where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from relmap.briefing.words import spell_day
from relmap.models import Article
from relmap.view.directions import LONGEST_NAME, LONGEST_TITLE, shorten
from relmap.view.pack import Source
from relmap.view.standalone import web_address

if TYPE_CHECKING:
    from relmap.store import Store

UNKNOWN_OUTLET = "unknown outlet"
UNDATED = "undated"
#: So much of an untitled article's beginning stands in for its title.
OPENING = 80

_SPACE = re.compile(r"\s+")


def cite(store: Store, article_ids: Iterable[str]) -> Mapping[str, Source]:
    """Return how each of the articles is cited, in the order asked for."""
    records = store.article_rows(dict.fromkeys(article_ids)).to_dict("records")
    untitled = [str(record["article_id"]) for record in records if not record["title"]]
    openings = {each.article_id: _opening(each) for each in store.read_articles(untitled)}
    return {str(record["article_id"]): _source(record, openings) for record in records}


def _source(record: Mapping[Any, Any], openings: Mapping[str, str]) -> Source:
    day = record["date"]
    return Source(
        outlet=shorten(record["outlet"] or "", LONGEST_NAME) or UNKNOWN_OUTLET,
        day=spell_day(day) if isinstance(day, date) else UNDATED,
        title=shorten(record["title"] or openings[record["article_id"]], LONGEST_TITLE),
        address=web_address(record["url"]),
    )


def _opening(article: Article) -> str:
    """Return how an article without a title begins: "Untitled: “Islamabad, 5 July (TDI) …”"."""
    text = _SPACE.sub(" ", article.text[: 4 * OPENING]).strip()
    cut = text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"
    return f"Untitled: “{cut}”"
