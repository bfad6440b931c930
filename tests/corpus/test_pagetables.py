"""A table in a story is not read, and that is said; a table that only lays a page out is."""

from __future__ import annotations

import pytest

from relmap.corpus import read_upload
from relmap.models import Article, Unread

STORY = (
    "<p>President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.</p>"
    "<p>They spoke about gas, wheat and a pipeline that both countries want to build.</p>"
)
ROWS = "<tr><td>Macron</td><td>Yes</td></tr><tr><td>Orban</td><td>No</td></tr>"
TABLE = f"<table><tr><th>Name</th><th>Vote</th></tr>{ROWS}</table>"


def _read(body: str) -> tuple[list[str], str]:
    items = list(read_upload("page.html", f"<html><body>{body}</body></html>".encode()))
    *notices, article = items
    assert isinstance(article, Article)
    return [item.reason for item in notices if isinstance(item, Unread)], article.text


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Vote</h1>{STORY}{TABLE}{STORY.replace('Khan', 'Kan')}</article>",
        f"<main>{STORY}<div class='wide'>{TABLE}</div></main>",
    ],
)
def test_a_table_in_a_story_is_said(body: str) -> None:
    notices, text = _read(body)
    assert notices == ["a table in its story is not read; save it as text if it matters"]
    assert "Orban" not in text


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{STORY}</article><aside>{TABLE}</aside>",
        f"<div><article>{STORY}</article></div><div>{TABLE}</div>",
        f"<table><tr><td>{STORY}</td><td><a href='/'>Home</a></td></tr></table>",
        f"<article>{STORY}<table>{ROWS}</table></article>",
    ],
)
def test_other_tables_are_not(body: str) -> None:
    notices, text = _read(body)
    assert notices == []
    assert text.splitlines()[0].startswith("President Vladimir Putin met")
