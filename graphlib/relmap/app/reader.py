"""The whole article in a dialog, opened and marked at the sentence that was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from relmap.app.parts import mount
from relmap.app.passages import article_lines, names_for
from relmap.app.selection import Reading, Selection
from relmap.app.wording import UNDATED, UNKNOWN_OUTLET, day, headline, origin
from relmap.models import Article
from relmap.store import Store


def show_article(
    assets: Path, store: Store, reading: Reading, selection: Selection, references: bool
) -> None:
    """Open the article over the page; lines that are not evidence are greyed and say so."""

    @st.dialog("Article", width="medium")
    def reader() -> None:
        mount(assets, "reader", page(store, reading, selection, references), key="reader")

    reader()


def page(store: Store, reading: Reading, selection: Selection, references: bool) -> dict[str, Any]:
    """Return an article's lines and small print as the reader panel takes them.

    `references` says whether words that stand for an actor are marked like its names.
    """
    article = store.article(reading.article_id)
    lines = article_lines(
        article,
        store.sentences(article.article_id),
        store.mentions(article.article_id, references=references),
        names_for(store.actors(), selection.actors),
        (reading.start, reading.end),
    )
    return {
        "about": f"{article.article_id} {reading.start} {reading.end}",
        "title": headline(article),
        "titled": article.title is not None,
        "meta": _meta(article),
        "url": article.url,
        "lines": lines,
    }


def _meta(article: Article) -> list[str]:
    """Return "30 March 2023 (from dateline)", the outlet likewise, and the file."""
    date_note = f" ({origin(article.date_source)})" if article.date else ""
    outlet_note = f" ({origin(article.outlet_source)})" if article.outlet else ""
    place = article.path if article.row is None else f"{article.path}, row {article.row}"
    return [
        f"{day(article.date) if article.date else UNDATED}{date_note}",
        f"{article.outlet or UNKNOWN_OUTLET}{outlet_note}",
        Path(place).name if article.row is None else place,
    ]
