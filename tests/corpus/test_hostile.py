"""Whatever bytes a file holds, it ends as articles or as notices: no reader raises."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.corpus import SUFFIXES, read_upload
from relmap.models import Article, Unread

PAGE = b"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>A | B</title>
<meta property="og:site_name" content="B"><meta property="article:published_time"
content="2022-02-24T10:00:00Z"><link rel="canonical" href="https://b.example/1">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "A",
"datePublished": "2022-02-24", "publisher": {"name": "B"}}]}</script></head><body><article>
<h1>A</h1><p>President Putin met Prime Minister Khan in Moscow on Thursday, officials said.</p>
<table><tr><td>Gas</td><td>Wheat</td></tr></table><ul><li>One</li></ul></article></body></html>"""
FEED = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel>
<title>B</title><item><title>&a; met &amp;lt;b&amp;gt;</title><link>https://b.example/1</link>
<pubDate>Thu, 24 Feb 2022 10:00:00 GMT</pubDate><description><![CDATA[<p>Iran met.</p>]]>
</description></item></channel></rss>"""


def _mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Gespräch", "Thu, 24 Feb 2022 10:00:00 GMT"
    mail.set_content("Iran met Iraq.")
    mail.add_alternative("<p>Iran met Iraq.</p>", subtype="html")
    mail.add_attachment("India met China.", filename="note.txt")
    return mail.as_bytes()


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
        archive.writestr("b/c.txt", "Iran met Iraq.")
    return held.getvalue()


def _parquet() -> bytes:
    held = io.BytesIO()
    rows = {"text": ["Iran met Iraq.", None], "date": [None, "2022-02-24"], "title": ["A", "B"]}
    pq.write_table(pa.table(rows), held)
    return held.getvalue()


def _warc() -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    return head % len(block) + block + b"\r\n\r\n"


VALID: dict[str, bytes] = {
    ".html": PAGE,
    ".rss": FEED,
    ".eml": _mail(),
    ".mbox": b"From a\n" + _mail() + b"\nFrom b\n" + _mail(),
    ".zip": _zip(),
    ".gz": gzip.compress(b"Iran met Iraq."),
    ".warc": _warc() * 2,
    ".warc.gz": gzip.compress(_warc()) * 2,
    ".parquet": _parquet(),
}

Change = Callable[[bytes], bytes]


@st.composite
def _changes(draw: st.DrawFn) -> Change:
    """A way to damage a file: bytes put over others, a piece cut out, repeated, or moved."""
    at, length = draw(st.floats(0, 1)), draw(st.integers(1, 60))
    put = draw(
        st.binary(max_size=12)
        | st.sampled_from([b"<", b">", b'"', b"&#", b"]]>", b"\x00", b"\xff\xff\xff\xff", b"\r\n"])
    )
    kind = draw(st.sampled_from(["over", "in", "cut", "repeat", "end"]))

    def change(content: bytes) -> bytes:
        start = int(at * len(content))
        end = start + (len(put) if kind == "over" else 0 if kind == "in" else length)
        if kind == "end":
            return content[:start]
        if kind == "repeat":
            put_in = content[start : start + length] * 20
        else:
            put_in = b"" if kind == "cut" else put
        return content[:start] + put_in + content[end:]

    return change


def _check(name: str, content: bytes) -> None:
    items = list(read_upload(name, content))
    assert items
    for item in items:
        item.path.encode()
        if isinstance(item, Unread):
            item.reason.encode()
            continue
        assert isinstance(item, Article)
        for text in (item.text, item.title or "", item.outlet or "", item.url or ""):
            text.encode()
            assert "\x00" not in text


@pytest.mark.parametrize("suffix", sorted(VALID))
def test_the_undamaged_files_hold_articles(suffix: str) -> None:
    items = list(read_upload(f"a.txt{suffix}", VALID[suffix]))
    assert any(isinstance(item, Article) for item in items)


@pytest.mark.parametrize("suffix", sorted(VALID))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(_changes(), min_size=1, max_size=4))
def test_damaged_files_end_as_items(suffix: str, changes: list[Change]) -> None:
    content = VALID[suffix]
    for change in changes:
        content = change(content)
    _check(f"a.txt{suffix}", content)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.binary(max_size=300))
def test_any_bytes_end_as_items(suffix: str, content: bytes) -> None:
    _check(f"a{suffix}", content)


@pytest.mark.parametrize("suffix", sorted(VALID))
def test_a_file_under_another_kinds_name_ends_as_items(suffix: str) -> None:
    for other in VALID.values():
        _check(f"a{suffix}", other)
