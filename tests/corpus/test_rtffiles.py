"""An RTF document is its paragraphs, or a notice that says why not."""

from __future__ import annotations

import sys

import pytest
from corpus_scenes import article_of, reason_of
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.corpus import read_upload
from relmap.models import Article, Unread

FONTS = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}}"
RTF = (
    r"{\rtf1\ansi\ansicpg1252" + FONTS + r"{\info{\title Microsoft Word - talks.rtf}}"
    r"{\header The Samar Herald\par}"
    "{\\pard\\b Envoys of Arland and Borland\nmeet in Samar\\b0\\par}"
    r"\pard SAMAR, 5 July 2023 (SNS) - The envoy\'92s friend, Karl Ro\'e9, met \u321?ucja \{Poe\}.\par"
    r"{\field{\*\fldinst{HYPERLINK "
    + '"http://example.org"'
    + r"}}{\fldrslt{They agreed}}} at once."
    r"\par\trowd\cellx100\cellx200\pard\intbl Ann Poe\cell Karl Roe | Jo\cell\row\pard The end.\par}"
)


def only(content: bytes) -> Article:
    return article_of("a.rtf", content)


def reason(content: bytes) -> str:
    return reason_of("a.rtf", content)


def test_paragraphs_links_and_cells_come_in_their_order() -> None:
    article = only(RTF.encode("ascii"))
    assert article.text.split("\n\n") == [
        "Envoys of Arland and Borlandmeet in Samar",
        "SAMAR, 5 July 2023 (SNS) - The envoy’s friend, Karl Roé, met Łucja {Poe}.",
        "They agreed at once.",
        "Ann Poe",
        "Karl Roe | Jo",
        "The end.",
    ]
    assert (article.title_source, str(article.date)) == ("headline", "2023-07-05")


def test_a_title_in_the_properties_counts_if_it_could_be_one() -> None:
    content = RTF.replace("Microsoft Word - talks.rtf", r"What the two envoys\'92 friends want")
    article = only(content.encode())
    assert article.title == "What the two envoys’ friends want"
    assert article.title_source == "metadata"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'f3\'f2\'e8\'ed}", "Путин"),
        (rb"{\rtf1\ansi" + FONTS.encode() + rb"\f1 \'cf\'f3\'f2\'e8\'ed}", "Путин"),
        ("{\\rtf1\\ansi Łucja}".encode(), "Łucja"),
        (b"{\\rtf1\\ansi\\ansicpg1250 \xa3ucja}", "Łucja"),
        (b"{\\rtf1\\ansi\\ansicpg99999 R\xf6e}", "Röe"),
        (rb"{\rtf1\ansi \u-10179?\u-8704? and \u-10179? alone}", "😀 and \ufffd alone"),
    ],
)
def test_letters_of_every_kind_are_read(content: bytes, text: str) -> None:
    assert only(content).text == text


def test_hostile_documents_do_not_take_forever() -> None:
    open_groups = b"{\\rtf1 " + b"{\\field{\\*\\fldinst{ " * 50_000
    assert reason(open_groups).startswith("the file holds no text")
    fonts = rb"{\rtf1{\fonttbl" + rb"\f1\fcharset0 a" * 20_000 + b"}} hello}"
    assert list(read_upload("a.rtf", fonts))
    assert reason(rb"{\rtf1{\fonttbl" + rb"\f1\fcharset0 a" * 100_000).startswith(
        "this is not an RTF"
    )


def test_what_is_no_rtf_is_said() -> None:
    assert reason(b"Hello").startswith("this is not an RTF document that can be read")
    assert reason(b"").startswith("the file is empty")
    assert reason(rb"{\rtf1\ansi}").startswith("the file holds no text")
    assert reason(rb"{\rtf1\ansi \u99999999? x}").startswith("this is not an RTF document")


def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    assert 'pip install "relmap[readers]"' in reason(RTF.encode())


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_said(data: st.DataObject) -> None:
    content = bytearray(RTF.encode("ascii"))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content)))
        content[place : place + data.draw(st.integers(0, 30))] = data.draw(
            st.one_of(
                st.binary(max_size=9),
                st.sampled_from([b"{", b"}", rb"\bin999999999 ", rb"\u99999999?", rb"\'8", b"\\"]),
            )
        )
    items = list(read_upload("a.rtf", bytes(content)))
    assert items
    assert all(isinstance(item, Article | Unread) for item in items)
