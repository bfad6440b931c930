"""What a page declares of itself: its language, and which of its headings is the story's."""

from __future__ import annotations

import json

import pytest

from relmap.corpus import read_upload
from relmap.models import Article

STORY = (
    "<p>President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.</p>"
    "<p>They spoke about gas, wheat and a pipeline that both countries want to build.</p>"
    "<p>India and China were not at the table, officials in New Delhi said later.</p>"
)


def _page(head: str = "", body: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{STORY}</article>{body}</body></html>"


def _article(page: str) -> Article:
    (item,) = read_upload("page.html", page.encode())
    assert isinstance(item, Article)
    return item


def _ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


GERMAN = "<p>Kanzler Olaf Scholz hat Präsident Emmanuel Macron am Dienstag in Paris getroffen.</p>"


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ('lang="de-DE"', "", "de"),
        ('xml:lang="de"', "", "de"),
        ("", '<meta property="og:locale" content="de_DE">', "de"),
        ("", '<meta http-equiv="Content-Language" content="de">', "de"),
        ('lang="en"', _ld({"@type": "NewsArticle", "inLanguage": "de"}), "de"),
        ("", _ld({"@type": "Article", "inLanguage": {"alternateName": "de"}}), "de"),
        ('lang="en"', "", ""),
        ('lang="fr"', "", ""),
        ("", "", ""),
    ],
)
def test_the_language_that_a_page_declares_counts_where_the_text_looks_like_it(
    html: str, head: str, language: str
) -> None:
    page = f"<html {html}><head>{head}</head><body><article>{GERMAN}</article></body></html>"
    assert _article(page).language == language
    english = _page(head).replace("<html>", f"<html {html}>")
    assert _article(english).language == "en"


@pytest.mark.parametrize(
    ("title", "headings", "found"),
    [
        ("Macron meets Sunak | Politics | The Herald", ["The Herald", "Macron meets Sunak"],
         "Macron meets Sunak"),
        ("The Herald - Macron meets Sunak", ["The Herald", "Macron meets Sunak"],
         "Macron meets Sunak"),
        ("Macron meets Sunak | The Herald", ["Other", "Another"],
         "Macron meets Sunak | The Herald"),
        ("Macron meets Sunaks | The Herald", ["Macron meets Sunak", "X"],
         "Macron meets Sunaks | The Herald"),
    ],
)  # fmt: skip
def test_of_several_headings_the_one_in_the_title_is_it(
    title: str, headings: list[str], found: str
) -> None:
    body = "".join(f"<h1>{heading}</h1>" for heading in headings)
    assert _article(_page(f"<title>{title}</title>", body)).title == found


def test_signs_written_for_the_page_are_read_in_json_too() -> None:
    story = {"@type": "NewsArticle", "headline": "Macron &amp; Sunak&#39;s day",
             "publisher": {"name": "Smith &amp; Co"}}  # fmt: skip
    article = _article(_page(_ld(story)))
    assert (article.title, article.outlet) == ("Macron & Sunak's day", "Smith & Co")
