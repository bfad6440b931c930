"""The page of a section is no article; a page with several stories gives each of them."""

from __future__ import annotations

from datetime import date

import pytest
from page_scenes import SECOND, STORY, STORY_KIND, articles_on, read_page

from relmap.models import Unread

TEASERS = (
    ("Macron meets Sunak", "The French president Emmanuel Macron met Rishi Sunak in Paris."),
    ("Scholz calls Xi", "Olaf Scholz called Xi Jinping on Monday to talk about trade."),
    ("Modi in Delhi", "Narendra Modi received Joe Biden in Delhi on Tuesday."),
    ("Orban vetoes", "Viktor Orban vetoed the package for Ukraine in Brussels."),
    ("Erdogan wins", "Recep Tayyip Erdogan won the vote in Turkey on Sunday."),
)
LIST_KIND = '<meta property="og:type" content="website">'


CARD = '<div><h3><a href="/{0}">{1}</a></h3><p>{2} <a href="/{0}">Read more</a></p></div>'
WHOLE = '<a href="/{0}"><h3>{1}</h3><p>{2}</p></a>'
ARTICLE = '<article><h2><a href="/{0}">{1}</a></h2><p>{2}</p><p>2 hours ago</p></article>'
HEADLINE = '<li><a href="/{0}">{2}</a></li>'


@pytest.mark.parametrize("head", ["", LIST_KIND])
@pytest.mark.parametrize("card", [CARD, WHOLE, ARTICLE, HEADLINE])
def test_a_page_of_teasers_is_no_article(card: str, head: str) -> None:
    cards = "".join(card.format(place, *teaser) for place, teaser in enumerate(TEASERS))
    (item,) = read_page(f"<main>{cards}</main>", head)
    assert isinstance(item, Unread)
    assert item.reason.startswith(("this page is a list of other stories", "no story was found"))
    assert not item.refused or "no story" in item.reason


def test_a_page_that_calls_itself_a_list_needs_fewer_teasers() -> None:
    cards = "".join(CARD.format(place, *teaser) for place, teaser in enumerate(TEASERS[:3]))
    body = f"<main><div>{STORY}{SECOND}</div>{cards}</main>"
    assert len(articles_on(body)) == 1
    (item,) = read_page(body, LIST_KIND)
    assert isinstance(item, Unread)


@pytest.mark.parametrize("head", ["", LIST_KIND, STORY_KIND])
def test_a_story_with_links_and_teasers_beside_it_is_one(head: str) -> None:
    cards = "".join(CARD.format(place, *teaser) for place, teaser in enumerate(TEASERS))
    linked = STORY.replace("Imran Khan", '<a href="/khan">Imran Khan</a>')
    (article,) = articles_on(
        f"<article><h1>Talks</h1>{linked}</article><aside>{cards}</aside>", head
    )
    assert "Imran Khan" in article.text
    assert "Orban" not in article.text


def test_a_story_that_is_mostly_links_is_one_where_the_page_says_so() -> None:
    items = "".join(CARD.format(place, *teaser) for place, teaser in enumerate(TEASERS))
    assert len(articles_on(f"<main>{items}</main>", STORY_KIND)) == 1


def test_links_within_the_page_are_no_teasers() -> None:
    inner = CARD.replace('href="/', 'href="#')
    cards = "".join(inner.format(place, *teaser) for place, teaser in enumerate(TEASERS))
    assert len(articles_on(f"<main>{cards}</main>")) == 1


TWO = f"<article><h1>Putin meets Khan</h1>{STORY}</article><article>%s<h1>Xi and Sharif</h1>{SECOND}</article>"
DAY = "<time itemprop='datePublished' datetime='2023-05-06'>Saturday</time>"
HEAD = (
    '<title>Putin meets Khan</title><meta property="og:site_name" content="The Herald">'
    '<meta property="article:published_time" content="2022-02-24">'
)


def test_each_article_of_a_page_is_an_article() -> None:
    first, second = articles_on(TWO % DAY, HEAD)
    assert (first.title, first.row, first.date) == ("Putin meets Khan", None, date(2022, 2, 24))
    assert "Sharif" not in first.text
    assert (second.title, second.row, second.date) == ("Xi and Sharif", 2, date(2023, 5, 6))
    assert (second.outlet, second.url) == ("The Herald", None)
    assert second.text.splitlines()[-3:] == [
        "Xi and Sharif",
        "Xi Jinping received Shehbaz Sharif in Beijing on Friday, his office said.",
        "Both want the railway to be ready before the end of the year.",
    ]


def test_the_day_of_the_page_is_not_that_of_its_other_stories() -> None:
    _, second = articles_on(TWO % "", HEAD)
    assert second.date is None


@pytest.mark.parametrize(
    "more",
    [
        f"<div class='comments-list'><article><h3>I disagree</h3>{SECOND}</article></div>",
        f"<article class='comment even'><h3>I disagree</h3>{SECOND}</article>",
        f"<article>{SECOND}</article>",
        f"<aside><article><h2>Xi and Sharif</h2>{SECOND}</article></aside>",
        f"<article><h1>Putin meets Khan</h1>{STORY}</article>",
        ARTICLE.format(1, *TEASERS[0]),
    ],
)
def test_comments_boxes_copies_and_teasers_are_no_stories(more: str) -> None:
    (article,) = articles_on(f"<article><h1>Putin meets Khan</h1>{STORY}</article>{more}", HEAD)
    assert article.text.count("India and China") == 1


def test_a_story_that_stands_second_keeps_the_facts_of_the_page_from_another() -> None:
    turned = (
        f"<article><h1>Xi and Sharif</h1>{SECOND}</article>"
        f"<article><h1>Putin meets Khan</h1>{STORY}</article>"
    )
    first, second = articles_on(turned, HEAD)
    assert (first.title, first.date) == ("Putin meets Khan", date(2022, 2, 24))
    assert "Sharif" not in first.text
    assert (second.title, second.date) == ("Xi and Sharif", None)
    assert "Imran Khan" not in second.text


def test_the_entries_of_a_live_blog_stay_together() -> None:
    entries = f"<article><h2>10:15</h2>{STORY}</article><article><h2>11:20</h2>{SECOND}</article>"
    (article,) = articles_on(f"<h1>Live: talks</h1>{entries}", STORY_KIND)
    assert "Imran Khan" in article.text
    assert "Sharif" in article.text


def test_a_story_told_by_json_ld_has_its_own_day() -> None:
    ld = (
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Xi and Sharif", '
        '"datePublished": "2023-05-06"}, {"@type": "NewsArticle", "headline": "Putin meets Khan"}]'
        "</script>"
    )
    _, second = articles_on(TWO % "", HEAD + ld)
    assert second.date == date(2023, 5, 6)


def test_of_the_posts_of_a_blog_the_page_itself_tells_nothing() -> None:
    head = '<title>The Blog</title><meta property="og:site_name" content="The Herald">'
    first, second = articles_on(TWO % "", head + LIST_KIND)
    assert (first.title, first.date, first.outlet) == ("Putin meets Khan", None, "The Herald")
    assert (second.title, second.date) == ("Xi and Sharif", None)


LEAD = (
    "<p>Viktor Orban called Recep Tayyip Erdogan on Monday, and Hungary and Turkey will sign.</p>"
)
BOXES = (
    f"<article><h3>Putin and Khan</h3>{STORY}</article>"
    f"<article><h3>Xi and Sharif</h3>{SECOND}</article>"
)


@pytest.mark.parametrize("body", [f"{LEAD}{BOXES}", f"{BOXES}{LEAD}", f"{LEAD * 9}{BOXES}"])
@pytest.mark.parametrize("title", ["Orban calls", "Xi and Sharif"])
def test_a_story_beside_boxes_or_chapters_is_not_lost(body: str, title: str) -> None:
    articles = articles_on(f"<main><h1>Orban calls</h1>{body}</main>", f"<title>{title}</title>")
    assert "Hungary and Turkey will sign" in articles[0].text
    assert sum("Shehbaz Sharif" in article.text for article in articles) == 1
    assert sum("Imran Khan" in article.text for article in articles) == 1


def test_a_line_above_the_posts_of_a_blog_does_not_bind_them() -> None:
    body = f"<main><h1>Notes</h1><p>All the news of Asia, every day.</p>{BOXES}</main>"
    first, second = articles_on(body)
    assert (first.title, second.title) == ("Putin and Khan", "Xi and Sharif")


def test_a_story_of_short_lines_beside_boxes_is_not_lost() -> None:
    lines = "".join(
        f"<p>Orban told {name} to wait.</p>" for name in ("Xi", "Modi", "Khan", "Sunak")
    )
    articles = articles_on(f"<main><h1>Orban calls</h1>{lines}{BOXES}</main>")
    assert "Orban told Sunak to wait" in articles[0].text


def test_the_lead_of_long_chapters_is_not_lost() -> None:
    cities = ("Delhi", "Hanoi", "Lima", "Oslo", "Perth", "Quito", "Rabat", "Tunis", "Wuhan", "York")
    told = [
        f"<p>The ministers met in {city} and spoke of the trade, the ports and the fish of {city} "
        "until the evening, and then they left.</p>"
        for city in cities
    ]
    parts = ("".join(told[:5]), "".join(told[5:]))
    chapters = "".join(f"<article><h2>Part</h2>{part}</article>" for part in parts)
    articles = articles_on(f"<main><h1>Orban calls</h1>{LEAD}{chapters}</main>")
    assert "Hungary and Turkey will sign" in articles[0].text
