"""Web pages and what is read of them, for the tests of what stands on pages."""

from __future__ import annotations

from relmap.corpus import read_upload
from relmap.models import Article, Unread

STORY = (
    "<p>President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.</p>"
    "<p>They spoke about gas, wheat and a pipeline that both countries want to build.</p>"
    "<p>India and China were not at the table, officials in New Delhi said later.</p>"
)
SECOND = (
    "<p>Xi Jinping received Shehbaz Sharif in Beijing on Friday, his office said.</p>"
    "<p>Both want the railway to be ready before the end of the year.</p>"
)
STORY_KIND = '<meta property="og:type" content="article">'


def read_page(body: str, head: str = "") -> list[Article | Unread]:
    """What comes of a page with that head and body."""
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return list(read_upload("page.html", page.encode()))


def articles_on(body: str, head: str = "") -> list[Article]:
    """The articles of a page of which nothing else is said."""
    items = read_page(body, head)
    assert all(isinstance(item, Article) for item in items)
    return [item for item in items if isinstance(item, Article)]
