"""A page's day is that of its publication, whatever stands first, and none where fields disagree."""

from __future__ import annotations

import json
from datetime import date

import pytest

from relmap.corpus import read_upload
from relmap.models import Article, Unread

STORY = (
    "<h1>Putin meets Khan</h1>"
    "<p>President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.</p>"
    "<p>They spoke about gas, wheat and a pipeline that both countries want to build.</p>"
)
PUBLISHED = '<meta property="article:published_time" content="2023-03-10T10:00:00Z">'
LATER = '<meta name="date" content="2024-05-05">'


def _read(head: str, body: str = "") -> tuple[list[str], Article]:
    page = (
        f"<html><head><title>Putin meets Khan</title>{head}</head>"
        f"<body><article>{body}{STORY}</article></body></html>"
    )
    *notices, article = read_upload("page.html", page.encode())
    assert isinstance(article, Article)
    return [notice.reason for notice in notices if isinstance(notice, Unread)], article


def _ld(day: str, headline: str = "Putin meets Khan", **more: str) -> str:
    story = {"@type": "NewsArticle", "headline": headline, "datePublished": day, **more}
    return f'<script type="application/ld+json">{json.dumps(story)}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"{LATER}{PUBLISHED}", ""),
        (f"{PUBLISHED}{LATER}", ""),
        (f"{LATER}{PUBLISHED}{_ld('2023-03-10')}", ""),
        (f"{LATER}{_ld('2023-03-10')}", ""),
        (f'<meta name="dcterms.created" content="2010-01-01">{PUBLISHED}', ""),
        (f'<meta name="created" content="2010-01-01">{_ld("2023-03-10")}', ""),
        ('<meta name="DC.date" content="2024-05-05"><meta name="DC.date.issued" '
         'content="2023-03-10">', ""),
        (f'{LATER}<meta name="parsely-pub-date" content="2023-03-10">', ""),
        (LATER, "<time itemprop='datePublished' datetime='2023-03-10'>Friday</time>"),
        ('<meta name="sailthru.date" content="2023-03-10 10:00:00">', ""),
        ('<meta name="created" content="2023-03-10">', ""),
        (f"{PUBLISHED}{_ld('2021-01-01', 'Xi receives Sharif')}", ""),
        (f"{PUBLISHED}{_ld('2023-03-10', dateModified='2024-05-05')}", ""),
    ],
)  # fmt: skip
def test_a_day_of_publication_wins_over_any_other_in_whatever_order(head: str, body: str) -> None:
    notices, article = _read(head, body)
    assert (notices, article.date, article.date_source) == ([], date(2023, 3, 10), "metadata")


@pytest.mark.parametrize(
    ("head", "days"),
    [
        (f"{PUBLISHED}{_ld('2023-03-12')}", "2023-03-10, 2023-03-12"),
        (f'{PUBLISHED}<meta name="originalpublicationdate" content="2023-03-08">',
         "2023-03-08, 2023-03-10"),
        (f'{LATER}<meta name="created" content="2010-01-01">', "2010-01-01, 2024-05-05"),
        (f"{PUBLISHED}{PUBLISHED.replace('-10T', '-11T')}{LATER}", "2023-03-10, 2023-03-11"),
        (f"{LATER}{_ld('2021-01-01', 'Xi receives Sharif')}", "2021-01-01, 2024-05-05"),
        (f"{PUBLISHED}{_ld('2023-03-11T10:00:00Z')}", "2023-03-10, 2023-03-11"),
    ],
)  # fmt: skip
def test_days_of_one_rank_that_disagree_give_none_and_are_said(head: str, days: str) -> None:
    notices, article = _read(head)
    assert notices == [
        f"this page's own fields give different days ({days}); none of them is taken"
    ]
    assert (article.date, article.date_source) == (None, "unknown")


@pytest.mark.parametrize("name", ["utime", "article:modified_time", "revision_date"])
def test_the_day_of_a_change_is_never_that_of_publication(name: str) -> None:
    notices, article = _read(
        f'<meta name="{name}" content="2024-05-05">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Putin meets Khan",'
        ' "dateModified": "2024-05-05"}</script>'
    )
    assert (notices, article.date) == ([], None)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("2023-03-10T23:30:00-05:00", "2023-03-11T04:30:00.120Z", date(2023, 3, 10)),
        ("2023-03-10T19:30:00Z", "2023-03-11T01:00:00+05:30", date(2023, 3, 11)),
        ("2023-03-10T23:30:00-05:00", "2023-03-11T04:45:00Z", None),
        ("2023-03-10T23:30:00", "2023-03-11T04:30:00Z", None),
    ],
)
def test_one_moment_told_by_two_clocks_is_one_day_that_of_the_place(
    one: str, other: str, day: date | None
) -> None:
    notices, article = _read(
        f'<meta property="article:published_time" content="{one}">{_ld(other)}'
    )
    assert (article.date, len(notices)) == (day, 0 if day else 1)


@pytest.mark.parametrize(
    ("beside", "day"), [("2023-04-03", date(2023, 4, 3)), ("2024-05-05", None), ("2023", None)]
)
def test_a_day_of_publication_with_two_readings_is_settled_by_none_but_one_of_them(
    beside: str, day: date | None
) -> None:
    notices, article = _read(
        f'<meta name="pubdate" content="03/04/2023"><meta name="date" content="{beside}">'
    )
    assert (article.date, len(notices)) == (day, 0 if day else 1)
    assert all('the date "03/04/2023" could be two days' in notice for notice in notices)


@pytest.mark.parametrize("name", ["last_published", "republish-date", "unpublish_date"])
def test_a_day_of_another_kind_with_two_readings_does_not_disagree(name: str) -> None:
    notices, article = _read(f'<meta name="{name}" content="03/04/2024">{PUBLISHED}')
    assert (notices, article.date) == ([], date(2023, 3, 10))


@pytest.mark.parametrize(
    ("clocked", "stated", "expected"),
    [
        ("2023-03-11T02:30:00Z", "2023-03-10", date(2023, 3, 10)),  # an evening in New York
        ("2023-03-09T22:00:00+00:00", "2023-03-10", date(2023, 3, 10)),  # a morning in Tokyo
        ("2023-03-11T12:00:00Z", "2023-03-10", None),
        ("2023-03-11T02:30:00+05:00", "2023-03-10", None),
    ],
)
def test_a_day_without_a_clock_may_be_that_of_a_moment_in_utc(
    clocked: str, stated: str, expected: date | None
) -> None:
    head = f'<meta property="article:published_time" content="{clocked}">'
    for one in (f'{head}<meta name="pubdate" content="{stated}">', head + _ld(stated)):
        notices, article = _read(one)
        assert article.date == expected
        assert len(notices) == (expected is None)
