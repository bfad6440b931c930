"""Articles that only lead to other stories are no stories, and not among a story's paragraphs."""

from __future__ import annotations

import pytest
from page_scenes import articles_on

from relmap.models import Article

STORY = "".join(
    f"<p>Minister Olga Berg met her neighbour Ivo Stein in {city} and spoke of trade, of ports and "
    f"of the fish that are caught near {city}.</p>"
    for city in ("Oslo", "Lima", "Perth", "Quito", "Rabat", "Tunis")
)
STORY_KIND = (
    '<meta property="og:type" content="article"><meta property="og:title" content="Berg and Stein">'
    '<link rel="canonical" href="https://herald.example/world/berg-stein">'
)
HEADLINE = '<h3><a href="/world/{0}">{1}</a></h3>'
AROUND = '<a href="/world/{0}"><h3>{1}</h3></a>'
BY = "<p>By Ann Lee, 2 hours ago in Delhi</p>"
TOLD = (
    ("Modi in Delhi", "Narendra Modi received Joe Biden in Delhi on Tuesday, his office said."),
    ("Erdogan wins", "Recep Tayyip Erdogan won the vote in Turkey on Sunday, officials said."),
    ("Orban vetoes", "Viktor Orban vetoed the package for Ukraine in Brussels on Monday."),
)


def _articles(body: str, head: str = STORY_KIND) -> list[Article]:
    return articles_on(body, head)


def _cards(headline: str, more: str, count: int = 3) -> str:
    return "".join(
        f"<article>{headline.format(place, title)}{more}<p>{told}</p></article>"
        for place, (title, told) in enumerate(TOLD[:count])
    )


@pytest.mark.parametrize("head", [STORY_KIND, ""])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("headline", [HEADLINE, AROUND])
def test_teasers_with_a_byline_below_a_story_are_no_articles(
    headline: str, count: int, head: str
) -> None:
    story = f"<main><article><h1>Berg and Stein</h1>{STORY}</article></main>"
    (article,) = _articles(story + _cards(headline, BY, count), head)
    assert article.text.endswith("near Tunis.")


@pytest.mark.parametrize("head", [STORY_KIND, ""])
@pytest.mark.parametrize("more", ["", BY])
@pytest.mark.parametrize("outer", ['<div class="content">{}</div>', "<section>{}</section>"])
def test_teasers_do_not_stand_among_the_paragraphs_of_a_story(
    outer: str, more: str, head: str
) -> None:
    story = outer.format(f"<h1>Berg and Stein</h1>{STORY}")
    (article,) = _articles(f"<main>{story}</main>{_cards(HEADLINE, more)}", head)
    assert "Modi" not in article.text
    assert "Orban" not in article.text
    assert article.text.count("of the fish") == 6
    assert article.text.endswith("near Tunis.")


def test_what_stands_behind_a_teaser_in_a_story_stays() -> None:
    cards = _cards(HEADLINE, "", 1)
    body = f'<div class="content"><h1>Berg and Stein</h1>{STORY}{cards}So said Stein.{STORY}</div>'
    (article,) = _articles(body)
    assert "Modi" not in article.text
    assert "So said Stein." in article.text


@pytest.mark.parametrize(
    "link",
    ["#e{0}", "?post={0}", "/world/berg-stein#e{0}", "//herald.example/world/berg-stein?{0}"],
)
def test_entries_of_a_live_blog_that_link_to_themselves_are_no_teasers(link: str) -> None:
    entries = _cards(f'<h3><a href="{link}">{{1}}</a></h3>', "")
    (article,) = _articles(f"<main><h1>Berg and Stein</h1>{STORY}{entries}</main>")
    assert "Narendra Modi" in article.text
    assert "Viktor Orban" in article.text


@pytest.mark.parametrize("intro", ["", "<p>Welcome to the desk, where we write of Asia.</p>" * 3])
def test_short_posts_of_a_blog_whose_headlines_are_links_are_articles(intro: str) -> None:
    posts = _cards(HEADLINE, "<p>The talks between both sides went on until the evening.</p>")
    articles = _articles(f"<main>{intro}{posts}</main>", "")
    assert [article.title for article in articles[-3:]] == [title for title, _ in TOLD]
    assert all(article.text.count("until the evening") == 1 for article in articles[-3:])


def test_a_further_story_of_two_long_paragraphs_is_no_teaser() -> None:
    whole = STORY.replace("</p><p>", " ", 2).replace("</p><p>", "\n", 1).replace("</p><p>", " ")
    further = whole.replace("\n", "</p><p>").replace("Berg", "Holm").replace("fish", "corn")
    headline = HEADLINE.format(1, "Holm and Stein")
    body = (
        f"<article><h1>Berg and Stein</h1>{STORY}</article><article>{headline}{further}</article>"
    )
    first, second = _articles(body)
    assert (first.title, second.title) == ("Berg and Stein", "Holm and Stein")
    assert second.text.count("of the corn") == 6


def test_a_short_further_story_with_a_headline_of_the_first_rank_is_no_teaser() -> None:
    body = f"<article><h1>Berg and Stein</h1>{STORY}</article>"
    titles = [
        article.title for article in _articles(body + _cards('<h1><a href="/{0}">{1}</a></h1>', BY))
    ]
    assert titles == ["Berg and Stein", *(title for title, _ in TOLD)]


def test_what_is_headed_by_the_title_of_the_page_is_no_teaser_of_another_story() -> None:
    lede = '<article><h2><a href="/amp/7">Berg and Stein</a></h2><p>Both were glad.</p></article>'
    (article,) = _articles(f"<main>{lede}<div>{STORY}</div></main>")
    assert "Both were glad." in article.text


def test_a_short_dated_post_of_a_blog_is_no_teaser_but_below_a_story_it_is() -> None:
    day = "<time itemprop='datePublished' datetime='2023-03-02'>Thursday</time>"
    body = f"<article><h1>Berg and Stein</h1>{STORY}</article>{_cards(HEADLINE, BY + day, 1)}"
    assert [article.title for article in _articles(body, "")] == ["Berg and Stein", TOLD[0][0]]
    assert len(_articles(body)) == 1


@pytest.mark.parametrize(
    "top",
    [
        '<h1>Berg and Stein</h1><article><h3><a href="/author/ann">By Ann Lee</a></h3>{}</article>',
        '<h1>Berg and Stein</h1><article><h3><a href="/world">World</a></h3>{}</article>',
        '<article><h3><a href="/world">World</a></h3><h2>Berg and Stein</h2>{}</article>',
    ],
)
def test_the_beginning_of_a_story_below_a_link_to_its_desk_or_author_stays(top: str) -> None:
    first, *rest = STORY.split("</p>")[:-1]
    (article,) = _articles(
        f"<main>{top.format(first + '</p>')}<div>{''.join(f'{line}</p>' for line in rest)}</div></main>"
    )
    assert all(city in article.text for city in ("Oslo", "Lima", "Tunis"))
