"""A saved page gives its story and what it says of itself, and guesses nothing."""

from __future__ import annotations

import builtins
import json
import logging
from datetime import date

import pytest

from relmap.corpus import read_upload
from relmap.corpus.webpages import LARGEST
from relmap.models import Article, Unread

STORY = (
    "<p>President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.</p>"
    "<p>They spoke about gas, wheat and a pipeline that both countries want to build.</p>"
    "<p>India and China were not at the table, officials in New Delhi said later.</p>"
)
NAV = "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul></nav>"


def _page(head: str = "", body: str = "", story: str = STORY) -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{NAV}<article>{story}</article>{body}"
        "<footer>Copyright 1 May 2019</footer></body></html>"
    )


def _read(page: str | bytes, name: str = "page.html") -> list[Article | Unread]:
    return list(read_upload(name, page.encode() if isinstance(page, str) else page))


def _article(page: str | bytes) -> Article:
    (item,) = _read(page)
    assert isinstance(item, Article)
    return item


def _reason(page: str | bytes) -> str:
    (item,) = _read(page)
    assert isinstance(item, Unread)
    return item.reason


def test_the_story_is_taken_without_what_stands_around_it() -> None:
    article = _article(_page())
    assert article.text.splitlines() == [
        "President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.",
        "They spoke about gas, wheat and a pipeline that both countries want to build.",
        "India and China were not at the table, officials in New Delhi said later.",
    ]


def test_metadata_give_title_day_outlet_and_address() -> None:
    head = (
        '<title>Putin meets Khan | The Herald</title><meta property="og:site_name" '
        'content="The Herald"><meta property="og:title" content="Putin meets Khan | The Herald">'
        '<meta property="article:published_time" content="2022-02-24T23:30:00-05:00">'
        '<meta property="article:modified_time" content="2023-01-01T00:00:00Z">'
        '<link rel="canonical" href="https://herald.example/2019/05/06/putin-khan">'
    )
    article = _article(_page(head))
    assert (article.title, article.title_source) == ("Putin meets Khan", "metadata")
    assert (article.date, article.date_source) == (date(2022, 2, 24), "metadata")
    assert (article.outlet, article.outlet_source) == ("The Herald", "metadata")
    assert article.url == "https://herald.example/2019/05/06/putin-khan"


def test_json_ld_gives_them_too_and_a_list_of_other_stories_does_not() -> None:
    others = {"@type": "ItemList", "itemListElement": [
        {"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"},
    ]}  # fmt: skip
    own = {"@graph": [{"@type": "WebPage"}, {
        "@type": ["NewsArticle"], "headline": "Putin meets Khan",
        "datePublished": "2022-02-24T10:00:00+03:00", "publisher": {"name": "The Herald"},
    }]}  # fmt: skip
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(value)}</script>'
        for value in (others, own)
    )
    article = _article(_page(scripts))
    assert article.title == "Putin meets Khan"
    assert article.date == date(2022, 2, 24)
    assert article.outlet == "The Herald"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<aside><time datetime='2021-03-04'>4 March 2021</time> Another story</aside>"),
        ("", "<p>Posted on 2021-03-04 10:00:00 by a reader of this page.</p>"),
        ("", "<div class='date'>March 4, 2021</div>"),
        ('<link rel="canonical" href="https://a.example/2021/03/04/x">', ""),
        ('<meta property="og:url" content="https://a.example/2021/03/04/x">', ""),
        ('<meta property="article:modified_time" content="2021-03-04">', ""),
        ('<meta name="last-modified" content="2021-03-04">', ""),
        ('<meta name="description" content="On 2021-03-04 10:00:00 they met.">', ""),
        ('<meta name="date" content="2021">', ""),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', ""),
        ('<meta http-equiv="last-modified" content="Thu, 04 Mar 2021 10:00:00 GMT">', ""),
        (
            "",
            "<div itemprop='datePublished' content='2021-03-04'></div>"
            "<div itemprop='datePublished' content='2021-03-05'></div>",
        ),
    ],
)
def test_a_day_is_not_guessed(head: str, body: str) -> None:
    article = _article(_page(head, body))
    assert (article.date, article.date_source) == (None, "unknown")


def test_a_date_that_could_be_two_days_is_said() -> None:
    notice, article = _read(_page('<meta name="publish_date" content="04/03/2021">'))
    assert isinstance(notice, Unread)
    assert notice.reason == (
        'the date "04/03/2021" could be two days and nothing beside it says which; '
        "the article is kept as undated"
    )
    assert isinstance(article, Article)
    assert (article.date, article.date_source) == (None, "unknown")
    meant = _page(
        '<meta name="date" content="04/03/2021"><meta name="dc.date.issued" content="2021-03-04">'
    )
    assert _article(meant).date == date(2021, 3, 4)


def test_microdata_that_agree_give_the_day() -> None:
    time = "<time itemprop='datePublished' datetime='2021-03-04T10:00'>yesterday</time>"
    assert _article(_page("", time)).date == date(2021, 3, 4)


def test_an_outlet_is_not_guessed_from_the_address_or_the_title() -> None:
    head = (
        '<title>Putin meets Khan - Herald.example</title><meta property="og:url" '
        'content="https://herald.example/x"><meta property="article:publisher" '
        'content="https://facebook.example/herald"><meta name="publisher" content="https://x.y">'
    )
    article = _article(_page(head))
    assert (article.outlet, article.outlet_source) == (None, "unknown")
    assert article.url == "https://herald.example/x"


def test_a_dateline_in_the_story_still_counts() -> None:
    story = STORY.replace("<p>President", "<p>Moscow, 24 February 2022 (AFP): President", 1)
    article = _article(_page(story=story))
    assert (article.date, article.date_source) == (date(2022, 2, 24), "dateline")


def test_the_only_heading_is_the_title_where_no_field_is() -> None:
    assert _article(_page("<title>Herald</title>", "<h1>Putin  meets Khan</h1>")).title == (
        "Putin meets Khan"
    )


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8_r"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="no-such">', "utf-8"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_the_declared_encoding_is_taken_where_it_fits(declared: str, encoding: str) -> None:
    story = STORY + "<p>Президент России прибыл в Пекин, сообщили в Кремле в понедельник.</p>"
    text = _article(_page(declared, story=story).encode(encoding)).text
    assert "Президент России прибыл в Пекин" in text


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Log in</title></head><body><form><input></form></body></html>",
        f"<html><body>{NAV}</body></html>",
        "<html><body><p>Accept cookies</p></body></html>",
    ],
)
def test_a_page_without_a_story_is_said(page: str) -> None:
    assert _reason(page).startswith("no story was found on this page")


def test_what_is_no_page_is_said() -> None:
    assert "picture" in _reason(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert "empty" in _reason(b"")
    assert _reason("Just a line of text without any markup in it, and no story at all.")


def test_pages_beyond_any_measure_are_not_parsed() -> None:
    assert "larger than 10 MB" in _reason(b"<div>" * (LARGEST // 5 + 1))
    assert "too many elements" in _reason(_page(body="<i></i>" * 100_001))
    assert "too many elements" in _reason(_page(body="<div>" * 201))


def test_a_tag_of_a_hundred_thousand_attributes_costs_only_itself() -> None:
    tag = "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">"
    assert "Vladimir Putin" in _article(_page(body=tag)).text


def test_a_story_beyond_the_limit_is_said() -> None:
    (item,) = read_upload("a.html", _page().encode(), max_chars=100)
    assert isinstance(item, Unread)
    assert "too long for one article" in item.reason


def test_markup_in_fields_stays_text_and_bad_addresses_are_left_out() -> None:
    head = (
        '<meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt;">'
        '<link rel="canonical" href="javascript:alert(1)">'
    )
    article = _article(_page(head))
    assert article.title == "<script>alert(1)</script>"
    assert article.url is None


def test_entities_of_a_doctype_are_not_resolved() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'
    assert "root" not in _article(bomb + _page(body="<p>&a;&b;</p>")).text


def test_a_missing_library_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name.split(".", maxsplit=1)[0] == "trafilatura":
            raise ModuleNotFoundError("No module", name="trafilatura")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert _reason(_page()) == (
        "web pages are read with a library that is not installed (trafilatura); "
        'whoever installed relmap can add it: pip install "relmap[readers]"'
    )


def test_nothing_is_printed(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # as where nobody set one up
    _read("<html><body></body></html>")
    _read("<html")
    assert capfd.readouterr() == ("", "")


def _ld(*values: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values
    )


def _news(headline: str, **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": headline, "datePublished": "2019-01-02",
            "publisher": {"name": "Wire"}, **more}  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        _ld([_news("Other story"), _news("Third story")]),
        _ld(_news("Other story"), _news("Third story")),
        '<link rel="canonical" href="https://a.example/1">'
        + _ld(_news("Other story", url="https://a.example/2")),
    ],
)
def test_other_stories_of_json_ld_tell_nothing(head: str) -> None:
    article = _article(_page(f"<title>Putin meets Khan</title>{head}"))
    assert (article.title, article.date, article.outlet) == ("Putin meets Khan", None, None)


@pytest.mark.parametrize(
    ("head", "own"),
    [
        ("<title>Putin meets Khan | The Herald</title>", _news("Putin  meets Khan")),
        (
            '<link rel="canonical" href="https://www.a.example/1/?x=1">',
            _news("Putin meets Khan", mainEntityOfPage={"@id": "http://a.example/1"}),
        ),
    ],
)
def test_the_story_of_the_pages_title_or_address_is_its_own(
    head: str, own: dict[str, object]
) -> None:
    other = _news("Other story", datePublished="2018-01-01", publisher="Other")
    article = _article(_page(head + _ld([other, own, _news("Third story")])))
    assert (article.date, article.outlet) == (date(2019, 1, 2), "Wire")


def test_one_story_with_two_days_is_undated() -> None:
    twice = _ld(_news("Putin meets Khan"), _news("Putin meets Khan", datePublished="2020-01-01"))
    article = _article(_page(f"<title>Putin meets Khan</title>{twice}"))
    assert (article.date, article.outlet) == (None, "Wire")


DAY = "<span itemprop='datePublished' content='2017-07-07'>old</span>"
NEWS = "itemscope itemtype='https://schema.org/NewsArticle'"


@pytest.mark.parametrize(
    "body",
    [
        f"<aside>{DAY}</aside>",
        f"<footer>{DAY}</footer>",
        f"<div itemscope itemtype='https://schema.org/Comment'>{DAY}</div>",
        f"<div {NEWS}><a>Old one</a>{DAY}</div>",
        f"<article><h2>Old one</h2>{DAY}</article>",
    ],
)
def test_microdata_of_something_else_on_the_page_tell_no_day(body: str) -> None:
    assert _article(_page("", body, f"<h1>Putin meets Khan</h1>{STORY}")).date is None


def test_microdata_in_the_storys_own_element_tell_its_day() -> None:
    story = f"<div {NEWS}><h1>Putin meets Khan</h1>{DAY}{STORY}</div>"
    assert _article(_page("", f"<aside>{DAY.replace('07', '08')}</aside>", story)).date == date(
        2017, 7, 7
    )


@pytest.mark.parametrize(
    "asks",
    [
        "Enable JavaScript to read the story of Emmanuel Macron and please turn off your ad "
        "blocker to continue.",
        "We noticed that you do not see our advertisements. Please disable your ad blocker to go on "
        "reading what Emmanuel Macron said.",
        "AdBlock detected! The Herald lives of its advertisements; make an exception for this page, "
        "and then load it again.",
    ],
)
def test_a_page_that_only_asks_for_something_is_no_article(asks: str) -> None:
    assert "only asks for JavaScript" in _reason(f"<html><body><p>{asks}</p></body></html>")
    assert "Vladimir Putin" in _article(_page(story=STORY * 2 + f"<p>{asks}</p>")).text
