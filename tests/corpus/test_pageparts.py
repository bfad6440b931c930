"""A page with posts, chapters or entries in articles is parted where they are stories of their own."""

from __future__ import annotations

from datetime import date

import pytest
from page_scenes import SECOND, STORY, STORY_KIND, articles_on, read_page

from relmap.models import Article, Unread

DAY = "<time itemprop='datePublished' datetime='2023-05-06'>Saturday</time>"
LEAD = (
    "<p>Viktor Orban called Recep Tayyip Erdogan on Monday, and Hungary and Turkey will sign.</p>"
)


SIGN_UP = (
    "<p>Sign up for the letter that our desk of five writes about Asia, and read it in the train "
    "on every morning of the week.</p>"
)


def _posts(headline: str, count: int = 3) -> str:
    return "".join(
        f"<article>{headline.format(place)}<time itemprop='datePublished' "
        f"datetime='2023-03-0{place % 9 + 1}'>x</time>{story}</article>"
        for place, story in zip(range(count), [STORY, SECOND, LEAD * 2] * count, strict=False)
    )


LONG = "".join(
    f"<p>Minister Olga Berg met Ivo Stein in {city} and spoke of trade, and of the fish.</p>"
    for city in ("Oslo", "Lima", "Perth", "Quito", "Rabat", "Tunis")
)


@pytest.mark.parametrize("headline", ["<h1>Post {}</h1>", "<h2>Post {}</h2>"])
@pytest.mark.parametrize("title", ["Post 0", "The desk"])
def test_a_long_line_beside_the_posts_of_a_blog_does_not_bind_them(
    headline: str, title: str
) -> None:
    articles = articles_on(f"<main>{_posts(headline)}{SIGN_UP}</main>", f"<title>{title}</title>")
    posts = [article for article in articles if "Post" in (article.title or "")]
    assert [(post.title, post.date) for post in posts[1:]] == [
        ("Post 1", date(2023, 3, 2)), ("Post 2", date(2023, 3, 3)),
    ]  # fmt: skip
    assert [sum(who in item.text for item in articles) for who in ("Khan", "Sharif", "Orban")] == [
        1, 1, 1,
    ]  # fmt: skip
    assert sum("Sign up" in article.text for article in articles) == 1
    assert len(articles) == (3 if title == "Post 0" else 4)


def test_further_stories_of_a_dated_page_do_not_get_its_day_for_a_line_below_them() -> None:
    head = f"{STORY_KIND}<meta property='article:published_time' content='2023-03-01'>"
    for title in ("Post 0", "Otherwise named"):
        first, second, third = articles_on(
            f"<main>{_posts('<h1>Post {}</h1>')}{SIGN_UP}</main>", f"{head}<title>{title}</title>"
        )
        assert "India and China" in first.text
        assert "Sign up" in first.text
        assert (first.date, second.date, third.date) == (
            date(2023, 3, 1), date(2023, 3, 2), date(2023, 3, 3),
        )  # fmt: skip


def test_a_line_that_all_posts_share_is_in_each() -> None:
    by = "<p>From the desk of the Herald in Vienna</p>"
    posts = _posts(f"<h1>Post {{}}</h1>{by}")
    articles = articles_on(f"<main>{posts}{SIGN_UP}</main>", "<title>Post 0</title>")
    assert [article.text.count("From the desk") for article in articles] == [1, 1, 1]


def test_the_dated_entries_of_a_live_blog_stay_together_below_a_line() -> None:
    body = f"<main><h1>Talks</h1>{SIGN_UP}{_posts('<h2>10:1{}</h2>')}</main>"
    (article,) = articles_on(body, STORY_KIND)
    assert all(who in article.text for who in ("Khan", "Sharif", "Orban", "Sign up"))


def test_posts_beyond_a_hundred_are_said_and_not_bound_together() -> None:
    posts = "".join(
        f"<article><h2>Post {place}</h2>{LEAD.replace('Monday', f'day {place}') * 2}</article>"
        for place in range(150)
    )
    (whole,) = articles_on(f"<main>{posts}</main>", STORY_KIND)
    assert "on day 149" in whole.text
    notice, *articles = read_page(f"<main>{posts}</main>")
    assert isinstance(notice, Unread)
    assert notice.reason == "of this page only 100 stories are read"
    assert [item.title for item in articles if isinstance(item, Article)] == [
        f"Post {place}" for place in range(100)
    ]


CHAPTERS = (
    f"<article class='part'><h2>One</h2>{STORY * 3}</article>"
    f"<article class='part'><h2>Two</h2>{SECOND}</article>"
)
DATED = f"{STORY_KIND}<title>Orban calls</title><meta name='pubdate' content='2023-03-01'>"


def test_the_chapters_of_a_dated_story_are_one_article_with_its_lead() -> None:
    (article,) = articles_on(f"<main><h1>Orban calls</h1>{LEAD}{CHAPTERS}</main>", DATED)
    lines = article.text.splitlines()
    assert all(line in lines for line in ("One", "Two"))
    assert lines.index("One") < lines.index("Two")
    assert "Hungary and Turkey will sign" in article.text
    assert "Shehbaz Sharif" in article.text
    assert article.date == date(2023, 3, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<h2>Two</h2>", f"<h2>Two</h2>{DAY}"),
        ("<h2>Two</h2>", "<h2><a href='/two'>Two</a></h2>"),
        ("<article class='part'><h2>Two</h2>", "<article class='more'><h2>Two</h2>"),
        ("<h2>Two</h2>", "<h1>Two</h1>"),
        ("<h2>Two</h2>", "<h3>Two</h3>"),
        ("h2>", "h1>"),
        ("<h2>", "<p>By Ann Lee, of the Herald</p><h2>"),
        ("<h1>Orban calls</h1>", "<h1>The Herald</h1>"),
    ],
)
def test_a_further_story_below_a_dated_one_is_no_chapter_of_it(old: str, new: str) -> None:
    body = f"<main><h1>Orban calls</h1>{CHAPTERS.replace(SECOND, SECOND * 2 + LEAD)}</main>"
    first, second = articles_on(body.replace(old, new), DATED)
    assert "Sharif" not in first.text
    assert second.title == "Two"
    assert second.date != date(2023, 3, 1)


def test_a_short_line_goes_with_the_first_of_short_posts() -> None:
    line = "<p>All the news of Asia, told by the five of us.</p>"
    posts = f"<article><h1>One</h1>{SECOND}</article><article><h1>Two</h1>{LEAD * 2}</article>"
    first, second = articles_on(f"<main>{line}{posts}</main>", "<title>The desk</title>")
    assert (first.title, second.title) == ("One", "Two")
    assert "All the news" in first.text


def test_a_story_outside_of_further_ones_is_the_one_that_its_page_dates() -> None:
    head = DATED.replace("Orban calls", "Otherwise named")
    body = f"<main><h1>Orban calls</h1>{LONG}{_posts('<h1>Post {}</h1>', 2)}</main>"
    first, *others = articles_on(body, head)
    assert (first.date, first.text.count("of the fish")) == (date(2023, 3, 1), 6)
    assert "Khan" not in first.text
    assert [(other.title, other.date) for other in others] == [
        ("Post 0", date(2023, 3, 1)), ("Post 1", date(2023, 3, 2)),
    ]  # fmt: skip


def test_fields_of_a_page_that_disagree_are_not_said_of_the_posts_on_it() -> None:
    days = "<meta name='date' content='2020-01-01'><meta name='created' content='2021-01-01'>"
    items = read_page(
        f"<main>{_posts('<h1>Post {}</h1>')}</main>", f"<title>The desk</title>{days}"
    )
    assert [item.date for item in items if isinstance(item, Article)] == [
        date(2023, 3, 1), date(2023, 3, 2), date(2023, 3, 3),
    ]  # fmt: skip
    assert len(items) == 3


def test_chapters_with_headlines_of_the_first_rank_below_the_page_s_title_stay_together() -> None:
    parts = "".join(
        f"<article><h1>Part {place}</h1>{story}</article>"
        for place, story in enumerate((STORY, SECOND, LEAD * 2))
    )
    day = '<meta property="article:published_time" content="2023-03-10">'
    title = "<title>Putin and Xi receive</title>"
    (article,) = articles_on(
        f"<main><h1>Putin and Xi receive</h1>{SIGN_UP}{parts}</main>", STORY_KIND + title + day
    )
    assert article.date == date(2023, 3, 10)
    assert all(who in article.text for who in ("Khan", "Sharif", "Orban"))
