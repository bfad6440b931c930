"""Widths told before drawing, against what is drawn; runs and lines against the text they come from."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from relmap.view.metrics import FAMILY, OTHER_FAMILY, family_of, is_own, text_width, wrap
from relmap.view.raster import write_pdf, write_png

TEXTS = ("Hamburgefonts 0123", "Российская Федерация", "Łódź, Ελλάδα", "HOMINUM")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_drawn_as_wide_as_it_is_said_to_be(text: str, bold: bool) -> None:
    """Between two bars, so that the white beside the first and the last letter counts as well."""
    drawn = ink_width(f"H{text}H", 40, bold=bold) - ink_width("HH", 40, bold=bold)
    said = text_width(text, 40, bold=bold)
    assert 0.985 * said <= drawn <= said + 0.5, "closer by kerning, never wider"


def ink_width(text: str, size: int, *, bold: bool) -> float:
    """From the first drawn pixel to the last."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="80" font-family="{family_of(text)}">'
        f'<rect width="900" height="80" fill="#fff"/><text x="20" y="50" font-size="{size}" '
        f'font-weight="{"bold" if bold else "normal"}">{text}</text></svg>'
    )
    pixels = np.array(Image.open(io.BytesIO(write_png(svg, 2))).convert("L"))
    columns = np.flatnonzero((pixels < 128).any(axis=0))
    return float(columns[-1] - columns[0] + 1) / 2


def test_widths_grow_with_size_weight_and_letters() -> None:
    assert text_width("", 12) == 0
    assert text_width("Minsk", 24) == pytest.approx(2 * text_width("Minsk", 12))
    assert text_width("Minsk", 12, bold=True) > text_width("Minsk", 12)
    assert text_width("WWW", 12) > text_width("iii", 12)


def test_letters_of_other_fonts_are_estimated() -> None:
    assert 20 < text_width("北京", 10) < 23
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("ا", 10) > 5


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Российская Հայաստան", "Việt Nam: WWW", "الجزيرة TV"])
def test_a_text_of_other_fonts_is_drawn_no_wider_than_it_is_said_to_be(
    text: str, bold: bool
) -> None:
    assert ink_width(text, 40, bold=bold) <= text_width(text, 40, bold=bold)


def test_the_own_font_has_latin_greek_and_cyrillic() -> None:
    assert all(map(is_own, "Aß Łő Ωω Жя “–…’"))
    assert not any(map(is_own, "北ا\ue000\U0001f30d"))


def test_a_text_is_set_in_one_font() -> None:
    assert family_of("Łódź – Жя") == family_of("e\u0301 \u2068Ab\u2069") == FAMILY
    assert family_of("TV 北京") == family_of("q\u0301") == family_of("الجزيرة") == OTHER_FAMILY
    assert text_width("TV 北京", 12) > text_width("TV ", 12) + text_width("北京", 12)


@given(st.text("ab W&北", max_size=80), st.sampled_from([30.0, 55.0, 200.0]))
def test_lines_fit_and_hold_every_letter(text: str, width: float) -> None:
    lines = wrap(text, 12, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(line == line.strip() and line for line in lines)
    assert all(text_width(line, 12) <= width or len(line) == 1 for line in lines)


def test_words_stay_whole_where_they_fit() -> None:
    text = "the Shanghai Cooperation Organization and its members"
    lines = wrap(text, 12, 180)
    assert len(lines) > 1
    assert " ".join(lines) == text


def test_a_link_breaks_behind_its_parts() -> None:
    lines = wrap("?from=2023-03-01&to=2023-07-05&outlet=TASS", 10, 90, after="&")
    assert lines == ("?from=2023-03-01&", "to=2023-07-05&", "outlet=TASS")


def test_no_letter_of_the_own_font_is_drawn_in_another() -> None:
    """Else one such letter would take its whole text along, in whatever font is found first."""
    own = "".join(filter(is_own, map(chr, range(33, 0x2200))))
    assert len(own) > 600
    for weight, name in (("normal", b"LiberationSans"), ("bold", b"LiberationSans-Bold")):
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="40">'
            f'<text y="20" font-family="{FAMILY}" font-weight="{weight}">{escape(own)}</text></svg>'
        )
        assert set(re.findall(rb"/BaseFont /\w+\+([\w-]+)", write_pdf(svg))) == {name}
