"""A web archive gives the stories of its pages; when they were fetched says nothing of their day."""

from __future__ import annotations

import gzip
from datetime import date

import pytest

from relmap.corpus import read_upload
from relmap.models import Article, Unread

STORY = (
    "<html><head>%s</head><body><article>"
    "<p>President Vladimir Putin met Prime Minister Imran Khan in Moscow on Thursday.</p>"
    "<p>They spoke about gas, wheat and a pipeline that both countries want to build.</p>"
    "</article></body></html>"
)
DATED = '<meta property="article:published_time" content="2022-02-24">'
HTML = "text/html; charset=utf-8"


def _record(kind: str, url: str, block: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _response(
    url: str, body: bytes, kind: str = HTML, status: str = "200 OK", more: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n"
    return _record("response", url, head.encode() + body, "application/http; msgtype=response")


def _read(content: bytes, name: str = "crawl.warc") -> list[Article | Unread]:
    return list(read_upload(name, content))


def _crawl() -> bytes:
    page = (STORY % DATED).encode()
    return b"".join(
        (
            _record("warcinfo", "x", b"software: x\r\n", "application/warc-fields"),
            _response("https://a.example/1", page),
            _response("https://a.example/2", gzip.compress((STORY % "").replace("Khan", "Kan").encode()),
                      more="Content-Encoding: gzip\r\n"),
            _response("https://a.example/list", b"<html><body><a href='/1'>One</a></body></html>"),
            _response("https://a.example/none", page, status="404 Not Found"),
            _response("https://a.example/p.png", b"\x89PNG", "image/png"),
            _response("https://a.example/t.txt", b"Iran met Iraq.", "text/plain"),
            _record("resource", "https://a.example/3", page.replace(b"Khan", b"Chan"), "text/html"),
        )
    )  # fmt: skip


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_are_read_and_the_rest_is_counted(name: str) -> None:
    content = gzip.compress(_crawl()) if name.endswith("gz") else _crawl()
    items = _read(content, name)
    articles = [item for item in items if isinstance(item, Article)]
    assert [(item.path, item.row, item.url) for item in articles] == [
        (name, 2, "https://a.example/1"),
        (name, 3, "https://a.example/2"),
        (name, 7, "https://a.example/t.txt"),
        (name, 8, "https://a.example/3"),
    ]
    assert [item.date for item in articles] == [date(2022, 2, 24), None, None, date(2022, 2, 24)]
    storyless, others = [item for item in items if isinstance(item, Unread)]
    assert storyless.reason.startswith("1 page (https://a.example/list): no story was found")
    assert others.reason.startswith("3 records of other kinds")


def test_the_encoding_of_the_answer_is_taken() -> None:
    page = (STORY % "").replace("Vladimir", "Владимир").encode("cp1251")
    (item,) = _read(_response("https://a.example/1", page, "text/html; charset=windows-1251"))
    assert isinstance(item, Article)
    assert "Владимир" in item.text


def test_a_page_that_unpacks_to_more_than_a_page_is_said_and_the_next_is_read() -> None:
    bomb = _response(
        "https://a.example/b",
        gzip.compress(bytes(50_000_000), 1),
        more="Content-Encoding: gzip\r\n",
    )
    article, unread = _read(bomb + _response("https://a.example/1", (STORY % "").encode()))
    assert isinstance(article, Article)
    assert isinstance(unread, Unread)
    assert "larger than 10 MB" in unread.reason


def test_damage_is_said_and_what_stands_before_it_is_read() -> None:
    article, unread = _read(
        _response("https://a.example/1", (STORY % "").encode()) + b"garbage" * 9
    )
    assert isinstance(article, Article)
    assert isinstance(unread, Unread)
    assert unread.row == 2
    assert "damaged" in unread.reason
    (unread,) = _read(b"no web archive at all")
    assert isinstance(unread, Unread)


def test_an_empty_archive_holds_no_articles() -> None:
    (unread,) = _read(b"")
    assert isinstance(unread, Unread)


def _page(number: int) -> bytes:
    return _response(f"https://a.example/{number}", (STORY % "").encode())


@pytest.mark.parametrize(
    ("lost", "packed"),
    [(7, False), (64, False), (204, False), (400, False), (60, True), (120, True), (200, True)],
)
def test_a_record_that_is_cut_is_said_and_not_read(lost: int, packed: bool) -> None:
    pages = [gzip.compress(_page(number)) if packed else _page(number) for number in (1, 2)]
    items = _read(b"".join(pages)[:-lost], "crawl.warc.gz" if packed else "crawl.warc")
    first, *rest = items
    assert isinstance(first, Article)
    (cut,) = rest
    assert isinstance(cut, Unread)
    assert cut.row == 2
    assert "ends in the middle of this record" in cut.reason


def test_a_page_packed_in_another_way_than_it_says_costs_only_itself() -> None:
    page = (STORY % "").encode()
    bad = _response("https://a.example/bad", page, more="Content-Encoding: gzip\r\n")
    article, unread = _read(bad + _page(2))
    assert isinstance(article, Article)
    assert article.row == 2
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("1 page (https://a.example/bad): what was saved of this page")


def test_other_kinds_are_named_and_files_for_programs_are_no_articles() -> None:
    rules = b"User-agent: *\nDisallow: /private\nDisallow: /search and all that is below\n"
    programs, others = _read(
        _response("https://a.example/robots.txt", b"Crawlers are welcome here.", "text/plain")
        + _response("https://a.example/rules", b"# Hello\n\n" + rules, "text/plain")
        + _response("https://a.example/1.pdf", b"%PDF", "application/pdf")
        + _response("https://a.example/2.pdf", b"%PDF", "application/pdf")
        + _response("https://a.example/none", b"", status="404 Not Found")
    )
    assert isinstance(programs, Unread)
    assert programs.reason.startswith("2 pages (https://a.example/robots.txt, ")
    assert "file for programs" in programs.reason
    assert isinstance(others, Unread)
    assert others.reason == (
        "3 records of other kinds (2 application/pdf, 1 answer 404) passed over"
    )


def test_tables_in_stories_are_counted_for_the_whole_archive() -> None:
    table = (
        "<p>India and China were not at the table, officials in New Delhi said later.</p>"
        "<p>The pipeline is to be built before the end of the year, the Kremlin said.</p>"
        "<table><tr><th>Name</th></tr><tr><td>Orban</td></tr></table></article>"
    )
    page = (STORY % "").replace("</article>", table)
    pages = [page.replace("Khan", name).encode() for name in ("Khan", "Kan")]
    *articles, notice = _read(
        _response("https://a.example/1", pages[0]) + _response("https://a.example/2", pages[1])
    )
    assert len(articles) == 2
    assert isinstance(notice, Unread)
    assert notice.reason.startswith(
        "2 pages (https://a.example/1, https://a.example/2): a table in its story is not read"
    )
