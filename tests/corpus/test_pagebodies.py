"""A story of which a page shows the beginning is read whole where its fields hold it whole."""

from __future__ import annotations

import json

import pytest

from relmap.corpus import read_upload
from relmap.models import Article, Unread

TOLD = [
    f"Minister Olga Berg met her neighbour Ivo Stein in {city} and spoke of the fish and of trade. "
    f"Both want the line from {city} to the ports on the coast to be ready before the winter, her "
    "office said."
    for city in ("Oslo", "Lima", "Perth", "Quito", "Rabat", "Tunis")
]
TITLE = "Olga Berg meets Ivo Stein in Oslo"


def _read(body: str, shown: list[str] = TOLD[:2], headline: str = TITLE) -> tuple[int, str]:
    story = {"@type": "NewsArticle", "headline": headline, "articleBody": body}
    paragraphs = "".join(f"<p>{line}</p>" for line in shown)
    page = (
        f'<html><head><title>{TITLE}</title><script type="application/ld+json">'
        f"{json.dumps(story)}</script></head>"
        f"<body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"
    )
    *notices, article = read_upload("page.html", page.encode())
    assert isinstance(article, Article)
    assert all("hold more of its story" in n.reason for n in notices if isinstance(n, Unread))
    return len(notices), article.text


def test_a_story_shown_in_part_is_read_whole() -> None:
    assert _read("\n\n".join(TOLD)) == (0, "\n".join([TITLE, *TOLD]))
    assert _read("  \r\n".join(TOLD).replace("'", "&#39;")) == (0, "\n".join([TITLE, *TOLD]))


@pytest.mark.parametrize(
    ("body", "notices"),
    [
        ("".join(TOLD), 1),
        (" ".join(TOLD), 1),
        ("".join(f"<p>{line}</p>" for line in TOLD), 1),
        ("\n".join([TOLD[0], *TOLD[2:]]), 1),
        ("\n".join(TOLD[2:] * 2), 0),
        ("\n".join(TOLD[:2]), 0),
        (TOLD[0], 0),
        ("", 0),
    ],
)
def test_a_body_that_is_no_longer_form_of_what_is_shown_is_not_read(
    body: str, notices: int
) -> None:
    assert _read(body) == (notices, "\n".join([TITLE, *TOLD[:2]]))


def test_the_body_of_another_story_is_not_read() -> None:
    assert _read("\n".join(TOLD), headline="Xi receives Sharif in Beijing today") == (
        0, "\n".join([TITLE, *TOLD[:2]]),
    )  # fmt: skip


FOREIGN = " ".join(
    f"Xi Jinping received Shehbaz Sharif in {city}." for city in ("Wuhan", "Xian") * 3
)
SHORT = "Minister Olga Berg met her neighbour Ivo Stein in Oslo and spoke of the fish and of trade."


@pytest.mark.parametrize("shown", [SHORT, "Berg met Stein."])
@pytest.mark.parametrize("own", [TOLD[0], None])
def test_the_body_of_a_related_story_is_not_that_of_a_short_page(
    shown: str, own: str | None
) -> None:
    related = {"@type": "NewsArticle", "headline": "Xi receives Sharif", "articleBody": FOREIGN}
    story = {"@type": "NewsArticle", "headline": TITLE, "articleBody": own}
    page = (
        f'<html><head><title>{TITLE}</title><script type="application/ld+json">'
        f"{json.dumps([related, story])}</script></head>"
        f"<body><article><h1>{TITLE}</h1><p>{shown}</p></article></body></html>"
    )
    items = list(read_upload("page.html", page.encode()))
    texts = [item.text for item in items if isinstance(item, Article)]
    assert not any("Sharif" in text for text in texts)
    assert ["Olga Berg met" in text for text in texts] == [True] * (
        own is not None or shown == SHORT
    )
    assert texts or any("no story was found" in n.reason for n in items if isinstance(n, Unread))


def test_a_story_that_only_two_fields_hold_alike_is_read() -> None:
    told = "\n".join(TOLD)
    stories = "".join(
        '<script type="application/ld+json">'
        f"{json.dumps({'@type': kind, 'headline': f'Berg by {kind}', 'articleBody': told})}</script>"
        for kind in ("NewsArticle", "Article")
    )
    page = f"<html><head><title>{TITLE}</title>{stories}</head><body><p>Loading</p></body></html>"
    (article,) = read_upload("page.html", page.encode())
    assert isinstance(article, Article)
    assert "Oslo" in article.text
    assert "Tunis" in article.text
