"""A saved feed gives one article per entry, and nothing is fetched or opened for it."""

from __future__ import annotations

import builtins
import socket
from datetime import date
from pathlib import Path

import pytest

from relmap.corpus import read_upload
from relmap.models import Article, Unread

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Herald</title><link>https://herald.example</link>
<item><title>Putin meets &amp;amp; greets Khan</title><link>https://herald.example/1</link>
<pubDate>Thu, 24 Feb 2022 23:30:00 -0500</pubDate>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>Putin met <b>Khan</b>.</p><script>x()</script><p>They spoke.</p>]]>
</content:encoded></item>
<item><title>Only a teaser</title><description>India &lt;i&gt;and&lt;/i&gt; China met.</description>
<source url="https://other.example">The Other Paper</source><pubDate>some day</pubDate></item>
<item><title>Only a title</title></item>
<item><link>https://herald.example/4</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tribune</title>
<entry><title>Talks</title><link href="https://tribune.example/1"/>
<updated>2023-07-06T01:00:00Z</updated><published>2023-07-05T23:00:00+05:00</published>
<content type="html">&lt;p&gt;Iran and Iraq talked.&lt;/p&gt;</content></entry>
<entry><title>Plain</title><updated>2023-07-07T01:00:00Z</updated>
<summary type="text">5 &lt; 6, said Baghdad.</summary></entry></feed>"""


def _read(content: str | bytes, name: str = "feed.rss", **limit: int) -> list[Article | Unread]:
    content = content.encode() if isinstance(content, str) else content
    return list(read_upload(name, content, **limit))


def test_each_entry_is_an_article_with_what_the_feed_says_of_it() -> None:
    first, notice, second, third, fourth = _read(RSS)
    assert isinstance(first, Article)
    assert (first.text, first.row) == ("Putin met Khan.\nThey spoke.", 1)
    assert (first.title, first.title_source) == ("Putin meets & greets Khan", "metadata")
    assert (first.date, first.date_source) == (date(2022, 2, 24), "metadata")
    assert (first.outlet, first.outlet_source) == ("The Herald", "metadata")
    assert first.url == "https://herald.example/1"
    assert isinstance(notice, Unread)
    assert notice.reason.startswith('the date "some day" was not understood')
    assert isinstance(second, Article)
    assert (second.text, second.row, second.date) == ("India and China met.", 2, None)
    assert second.outlet == "The Other Paper"
    assert isinstance(third, Article)
    assert (third.text, third.date_source) == ("Only a title", "unknown")
    assert fourth == Unread(
        "feed.rss", 4, "this entry has neither a text nor a title; leave it out"
    )


@pytest.mark.parametrize("name", ["feed.atom", "feed.xml"])
def test_atom_says_the_day_as_it_writes_it(name: str) -> None:
    first, second = _read(ATOM, name)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.date) == ("Iran and Iraq talked.", date(2023, 7, 5))
    # When it was last touched says nothing of when it was printed.
    assert (second.text, second.date) == ("5 < 6, said Baghdad.", None)
    assert first.outlet == second.outlet == "The Tribune"


def test_the_declared_encoding_is_taken() -> None:
    rss = RSS.replace("utf-8", "windows-1251").replace("A teaser", "X").replace("Khan", "Хан")
    (first, *_) = _read(rss.encode("cp1251"))
    assert isinstance(first, Article)
    assert first.text.startswith("Putin met Хан.")


@pytest.mark.parametrize(
    "content",
    [
        "<?xml version='1.0'?><note><to>Me</to></note>",
        "<html><body><p>A page.</p></body></html>",
        "A line of text.",
    ],
)
def test_other_xml_is_no_feed(content: str) -> None:
    (item,) = _read(content, "other.xml")
    assert isinstance(item, Unread)
    assert item.reason.startswith("this is no feed")


def test_an_empty_feed_holds_no_articles() -> None:
    (item,) = _read("<rss version='2.0'><channel><title>A</title></channel></rss>")
    assert isinstance(item, Unread)
    assert "holds no articles" in item.reason


def test_bytes_that_are_a_path_or_an_address_open_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.rss"
    secret.write_text(RSS)

    asked: list[object] = []

    def note(*what: object, **_: object) -> None:
        asked.append(what)
        raise OSError(1, "not permitted")

    monkeypatch.setattr(builtins, "open", note)
    monkeypatch.setattr(socket.socket, "connect", note)
    for content in (str(secret), "http://127.0.0.1:9/feed", f"file://{secret}"):
        (item,) = _read(content)
        assert isinstance(item, Unread)
    assert not asked


def test_entities_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    bomb = (
        RSS.replace(
            "<rss", f'<!DOCTYPE rss [{entities}<!ENTITY s SYSTEM "file://{secret}">]><rss', 1
        )
        .replace("A teaser.", "x")
        .replace("India", "&j; &s;")
    )
    items = _read(bomb)
    assert all(
        "the secret" not in item.text and len(item.text) < 10_000
        for item in items
        if isinstance(item, Article)
    )


def test_long_entries_and_huge_feeds_are_said() -> None:
    first, *_ = _read(RSS, max_chars=10)
    assert isinstance(first, Unread)
    assert first.row == 1
    (item,) = _read(b"<rss>" + b" " * 10_000_000)
    assert isinstance(item, Unread)
    assert "larger than 10 MB" in item.reason


@pytest.mark.parametrize("tag", ["item", "title"])
def test_a_tag_of_a_hundred_thousand_attributes_costs_only_itself(tag: str) -> None:
    attributes = " ".join(f"a{number}='1'" for number in range(100_000))
    items = _read(RSS.replace("<item>", f"<item><{tag} {attributes}></{tag}>", 1))
    assert any(isinstance(item, Article) and item.text == "Only a title" for item in items)


def test_a_feed_that_is_cut_is_said_and_only_its_whole_entries_are_read() -> None:
    *_, cut = _read(RSS[: RSS.index("Only a title") + 4])
    assert cut == Unread(
        "feed.rss", 3, "this feed ends within this entry, which is not read; save it anew"
    )
    items = _read(RSS[: RSS.index("<item><link>")])
    assert [item.row for item in items if isinstance(item, Article)] == [1, 2, 3]
    assert items[-1] == Unread("feed.rss", None, "this feed ends in the middle; save it anew")


def _feed(channel: str, item: str, root: str = "") -> str:
    return (
        f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:atom="http://www.w3.org/2005/Atom" {root}><channel>{channel}'
        f"<item>{item}</item></channel></rss>"
    )


def _only(content: str) -> Article:
    (item,) = _read(content)
    assert isinstance(item, Article)
    return item


GERMAN = "<description>Kanzler Scholz hat in Paris mit dem Präsidenten Macron über den Krieg geredet.</description>"


@pytest.mark.parametrize(
    ("feed", "language"),
    [
        (_feed("<language>de-de</language>", GERMAN), "de"),
        (_feed("", GERMAN, 'xml:lang="de"'), "de"),
        (_feed("<dc:language>de</dc:language>", GERMAN), "de"),
        (_feed("<language>en</language>", f"{GERMAN}<dc:language>de</dc:language>"), "de"),
        (_feed("<language>fr</language>", GERMAN), ""),
        (_feed("", GERMAN), ""),
        (_feed("<language>de</language>", "<title>Scholz met Macron and Xi.</title>"), ""),
    ],
)
def test_the_language_that_a_feed_declares_counts_where_the_text_looks_like_it(
    feed: str, language: str
) -> None:
    assert _only(feed).language == language


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("<dc:date>2023-05-06T10:00:00Z</dc:date>", date(2023, 5, 6)),
        ("<atom:updated>2023-05-06T10:00:00Z</atom:updated>", None),
        ("<pubDate>Sat, 06 May 2023 10:00:00 GMT</pubDate>"
         "<atom:updated>2024-05-06T10:00:00Z</atom:updated>", date(2023, 5, 6)),
    ],
)  # fmt: skip
def test_the_day_is_that_of_publication(item: str, day: date | None) -> None:
    assert _only(_feed("", f"<title>A title</title>{item}")).date == day


def test_a_date_that_nobody_can_correct_is_said_without_a_remedy() -> None:
    notice, _ = _read(_feed("", "<title>A</title><pubDate>05/07/2023</pubDate>"))
    assert isinstance(notice, Unread)
    assert notice.reason == (
        'the date "05/07/2023" could be two days and nothing beside it says which; '
        "the article is kept as undated"
    )


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Indus Herald » World", "Indus Herald"),
        ("BBC News - World", "BBC News"),
        ("World news | The Guardian", "The Guardian"),
        ("Reuters: World News", "Reuters"),
        ("Japan Times » News » Asia Pacific", "Japan Times"),
        # The results of a search are no paper.
        ('"Macron" - Google News', None),
        # No section beyond doubt: the title stays whole.
        ("The Herald", "The Herald"),
        ("Asia - Pacific", "Asia - Pacific"),
        ("The Local - Europe", "The Local - Europe"),
        ("Post - Gazette", "Post - Gazette"),
        ("US-China Today", "US-China Today"),
        ("Sky News: The Daily", "Sky News: The Daily"),
    ],
)
def test_the_section_is_no_part_of_the_papers_name(title: str, outlet: str | None) -> None:
    title = title.replace('"', "&quot;")
    assert _only(_feed(f"<title>{title}</title>", "<title>A title</title>")).outlet == outlet


MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
STORY = "<description>Putin met Khan.</description>"
CAPTION = "Modi and Xi, left, last year in Kazan at a summit."


@pytest.mark.parametrize(
    ("root", "item"),
    [
        (MEDIA, f"{STORY}<media:description>{CAPTION}</media:description>"),
        (MEDIA, f"<media:description>{CAPTION}</media:description>{STORY}"),
        (MEDIA, f"{STORY}<media:content url='a.jpg'><media:description type='plain'>{CAPTION}"
                "</media:description></media:content>"),
        (MEDIA.replace(":media", ":m"), f"{STORY}<m:description>{CAPTION}</m:description>"),
        (ITUNES, f"{STORY}<itunes:summary>Modi.</itunes:summary>"),
        (CONTENT, f"{STORY}<content:encoded>Read more</content:encoded>"),
        (CONTENT, f"<content:encoded>&lt;figcaption&gt;Modi&lt;/figcaption&gt;</content:encoded>{STORY}"),
    ],
)  # fmt: skip
def test_neither_a_caption_nor_what_is_shorter_takes_the_place_of_the_story(
    root: str, item: str
) -> None:
    assert _only(_feed("", f"<title>A title</title>{item}", root)).text == "Putin met Khan."


def test_captions_are_the_texts_only_of_a_feed_that_has_no_others() -> None:
    film = f"<title>A title</title><media:description/><media:description>{CAPTION}</media:description>"
    assert _only(_feed("", film, MEDIA)).text == CAPTION
    items = _read(_feed("", f"{film}</item><item>{STORY}", MEDIA))
    assert [item.text for item in items if isinstance(item, Article)] == [
        "A title",
        "Putin met Khan.",
    ]


def test_a_feed_that_tells_a_story_twice_gives_the_whole_of_it() -> None:
    whole = "<content:encoded>&lt;p&gt;Putin met Khan.&lt;/p&gt;They spoke.</content:encoded>"
    text = "Putin met Khan.\nThey spoke."
    assert _only(_feed("", STORY + whole, CONTENT)).text == text
    assert _only(_feed("", whole + STORY, CONTENT)).text == text


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("&amp;lt;p&amp;gt;Xi &amp;amp;amp; Modi&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Khan&amp;lt;/p&amp;gt;",
         "Xi & Modi\nKhan"),
        ("Write to &lt;scholz@bund.example&gt;, said Xi.", "Write to <scholz@bund.example>, said Xi."),
        ("Biden&lt;Trump, said Xi.", "Biden<Trump, said Xi."),
        # Once is enough for what has tags of its own, or none at all.
        ("&lt;p&gt;In HTML a line is &amp;lt;p&amp;gt;so&amp;lt;/p&amp;gt;.&lt;/p&gt;",
         "In HTML a line is <p>so</p>."),
        ("Xi: 5 &amp;lt; 6 &amp;amp; 7", "Xi: 5 < 6 & 7"),
    ],
)  # fmt: skip
def test_what_is_escaped_twice_or_not_enough_is_read(description: str, text: str) -> None:
    item = f"<title>A title</title><description>{description}</description>"
    assert _only(_feed("", item)).text == text


def test_a_summary_that_is_hardly_longer_is_the_content_on_one_line() -> None:
    paragraphs = [
        f"Minister Berg met Stein in {city}, officials said." for city in ("Oslo", "Lima")
    ]
    content = "".join(f"<p>{line}</p>" for line in paragraphs)
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<item><description>{' '.join(paragraphs)} Continue reading.</description>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>"
    )
    (article,) = _read(feed)
    assert isinstance(article, Article)
    assert article.text == "\n".join(paragraphs)
