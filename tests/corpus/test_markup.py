"""HTML as plain text: its paragraphs are lines, and no markup makes it slow."""

from __future__ import annotations

from textwrap import fill

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
        # Text that looks like a tag, and tags that were cut.
        ("<p>Write to <x.y@z.example>.</p>", "Write to <x.y@z.example>."),
        ("<a href='mailto:x@y.example'>Xi</a><img/src=x@y>", "Xi"),
        ("<p>Biden<Trump, said Xi.</p><p>Modi</p>", "Biden<Trump, said Xi.\nModi"),
        ("Biden<Trump, said Xi.", "Biden<Trump, said Xi."),
        ("<made-up x='1'>Xi</made-up> left <blockqu", "Xi left"),
        ("Xi<a href='ht", "Xi"),
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


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<script>", "<p", "&amp", "<a href='", "</", "<p>", "<x ", "<x@"]
)
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
        ("<![CDATA[<p>Xi</p>]]>", "Xi"),
        ("<p><![CDATA[Xi [1]]]></p>\n<p>a ]]> b</p>", "Xi [1]\na ]]> b"),
        ("\n<![CDATA[Xi met Modi.\n]]>\n", "Xi met Modi."),
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


STORY = (
    "Xi Jinping met Narendra Modi in Kazan on Wednesday, where both said that the border should be "
    "quiet again. Officials of both sides told reporters that India and China would let their herders "
    "return to the valley before the winter comes, and that Modi had been asked to visit Beijing."
)


@pytest.mark.parametrize("width", [50, 76, 100, 120, 160])
@pytest.mark.parametrize("form", ["<p>{}</p>", "<p>\n  {}\n</p>\n", "<ul><li><b>{}</b></li></ul>"])
def test_paragraphs_of_a_wrapped_source_are_one_line_each(width: int, form: str) -> None:
    text = " ".join([STORY] * 3)
    wrapped = form.format(fill(text, width, subsequent_indent="  "))
    assert without_markup("\n".join([wrapped] * 5)) == "\n".join([text] * 5)


@pytest.mark.parametrize(
    "lines",
    [
        # Sentences, headlines of about one length, and short lines of verse.
        [
            "Xi Jinping met Narendra Modi in Kazan on Wednesday.",
            "both said that it was quiet again.",
        ],
        [
            "Xi Jinping meets Narendra Modi on gas in Kazan",
            "Macron and Scholz quarrel over debt in Paris",
        ],
        ["wheat", "oil and gas,", "iron ore"],
        [
            "習近平和莫迪週三在喀山會面雙方表示邊境應該恢復平靜官員們告訴記者習近平和莫迪週三在喀山會面",
            "他們談話",
        ],
    ],
)
def test_lines_of_their_own_stay_within_a_paragraph(lines: list[str]) -> None:
    assert without_markup(f"<p>{chr(10).join(lines * 4)}</p>") == "\n".join(lines * 4)


@pytest.mark.parametrize(
    "left", ["<script>", "<script src='a'>", "<!--", "<title>", "<STYLE>", "<head>"]
)
@pytest.mark.parametrize("behind", ["", "{0}a</script></title></style></head>-->"])
def test_what_is_left_open_swallows_nothing(left: str, behind: str) -> None:
    text = f"<p>Macron left.</p>\n{left}\n<p>China met India.</p>{behind.format(left)}<p>Xi</p>"
    assert without_markup(text) == text


@pytest.mark.parametrize(
    "piece",
    [
        "<p ",
        "<b>",
        "</b",
        "<p" + " " * 500,
        "<p>\n\n",
        "<i></i>",
        "<p><!--",
        "<p>\n<svg>",
        "<![CDATA[",
        "<p>a\n",
    ],
)
def test_a_million_characters_of_tags_come_to_an_end(piece: str) -> None:
    assert len(without_markup(piece * (1_000_000 // len(piece)))) <= 1_000_000
