"""HTML as plain text: its paragraphs are lines, and no markup makes it slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus.markup import text_of, without_markup


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four</p>", "One two three.\nFour"),
        ("One<br>two<BR/>three", "One\ntwo\nthree"),
        ("a<script>if (a<b) x()</script>b<style>p {}</style>c", "abc"),
        ("a<SCRIPT >x</script >b", "ab"),
        ("a<!-- <p>b</p> -->c<!doctype html><?php x ?>d", "acd"),
        ("5 < 6 &amp; 7 &gt; 6 <3", "5 < 6 & 7 > 6 <3"),
        ("&lt;b&gt;x&lt;/b&gt;", "<b>x</b>"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<p>a&nbsp;b&#0;c&#xD800;</p>", "a b\ufffdc\ufffd"),
        ("a<b", "a"),
        ("a<!-- b", "a"),
        ("a<script>b", "a"),
        ("<script-x>a</script-x>", "a"),
        ("", ""),
        ("  \n ", ""),
    ],
)
def test_what_is_shown_is_the_text(markup: str, text: str) -> None:
    assert text_of(markup) == text


@given(st.text(alphabet=st.sampled_from("<>/!-&;\"' abpscript\n\x00"), max_size=200))
def test_any_markup_ends_as_lines_without_blanks(markup: str) -> None:
    lines = text_of(markup).split("\n")
    assert lines == [""] or all(line == " ".join(line.split()) != "" for line in lines)


@pytest.mark.parametrize("piece", ["<", "<!--", "<script>", "<p", "&amp", "<a href='", "</", "<p>"])
def test_a_million_characters_of_anything_come_to_an_end(piece: str) -> None:
    # A reading that looks back at what it has seen would take hours here.
    assert len(text_of(piece * (1_000_000 // len(piece)))) <= 1_000_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>Macron met <b>Scholz</b>.</p><p>Xi left.</p>", "Macron met Scholz.\nXi left."),
        ("<p>Macron met\nScholz.</p>\n\nXi\nleft.", "Macron met Scholz.\nXi\nleft."),
        ("Macron met Scholz.<br/>Xi &amp; Modi left.", "Macron met Scholz.\nXi & Modi left."),
        ("<p>Macron <a\nhref='x'>met</a>\nScholz.</p><p>Xi</p>", "Macron met Scholz.\nXi"),
        # The lines of a text that has a few tags are its own.
        ("Biden in Kyiv\nPutin meets Xi\nGas.<br>\nNo", "Biden in Kyiv\nPutin meets Xi\nGas.\nNo"),
        ("Biden left\r\nPutin meets Xi.<br>Below", "Biden left\nPutin meets Xi.\nBelow"),
        ("Biden left\nPutin meets Xi\n<p>Gas</p>", "Biden left\nPutin meets Xi\nGas"),
        ("<div>Biden in Kyiv\nPutin meets Xi</div>", "Biden in Kyiv\nPutin meets Xi"),
        ("<p>Biden\nPutin\nXi\nModi</p>", "Biden\nPutin\nXi\nModi"),
        ("Biden<Trump said.<br>5 <6, <x@y.example>", "Biden<Trump said.\n5 <6, <x@y.example>"),
        ("<p>Xi<o:p></o:p> <amp-ad x='1'></amp-ad>left</p>", "Xi left"),
        ("<p>Biden<Trump", "Biden<Trump"),
        (f"<p>Xi<img src='{'x' * 9_000}'></p>", "Xi"),
        ("<p>Xi</p><script>a<b\nc</script><!-- a\nb --><p>Modi</p>", "Xi\nModi"),
        # No HTML, whatever it looks like.
        ("Macron <i>met</i> Scholz.\n\nXi left.", None),
        ("<span class='x'>Macron</span> met Scholz.\nXi left.", None),
        ("Macron met Scholz.\nXi  left &amp; returned.", None),
        ("5 < 6 and 7 > 6", None),
        ("a <b> c, said <scholz@bund.example>", None),
        ("He wrote </b> at the end.", None),
        ("<Name> met <Name> in <Place>.</Place>", None),
        ("", None),
    ],
)
def test_only_what_is_html_is_read_as_such(text: str, shown: str | None) -> None:
    assert without_markup(text) == (text if shown is None else shown)


@pytest.mark.parametrize(
    "left", ["<script>", "<script src='a'>", "<!--", "<title>", "<STYLE>", "<head>"]
)
@pytest.mark.parametrize("behind", ["", "{0}a</script></title></style></head>-->"])
def test_what_is_left_open_swallows_nothing(left: str, behind: str) -> None:
    text = f"<p>Macron left.</p>\n{left}\n<p>China met India.</p>{behind.format(left)}<p>Xi</p>"
    assert without_markup(text) == text


@pytest.mark.parametrize(
    "piece", ["<p ", "<b>", "</b", "<p" + " " * 500, "<p>\n\n", "<i></i>", "<p><!--", "<p>\n<svg>"]
)
def test_a_million_characters_of_tags_come_to_an_end(piece: str) -> None:
    assert len(without_markup(piece * (1_000_000 // len(piece)))) <= 1_000_000
