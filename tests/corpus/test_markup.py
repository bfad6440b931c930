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
        ("<p>Macron met\nScholz.</p>\n\nXi\nleft.", "Macron met Scholz.\nXi left."),
        ("Macron met Scholz.<br/>Xi &amp; Modi left.", "Macron met Scholz.\nXi & Modi left."),
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


@pytest.mark.parametrize("piece", ["<p ", "<b>", "</b", "<p" + " " * 500, "<p>\n\n", "<i></i>"])
def test_a_million_characters_of_tags_come_to_an_end(piece: str) -> None:
    assert len(without_markup(piece * (1_000_000 // len(piece)))) <= 1_000_000
