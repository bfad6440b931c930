"""A packed PNG: smaller, with the same pixels, and as large on paper as it should be."""

from __future__ import annotations

import io

import numpy as np
import pytest
import vl_convert
from PIL import Image

from relmap.view.png import packed

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">'
    '<rect width="400" height="300" fill="#fff"/>'
    '<text x="10" y="95" font-family="Liberation Sans" font-size="60">Minsk Жя</text></svg>'
)


def test_the_pixels_are_the_same_and_take_less_room() -> None:
    drawn = bytes(vl_convert.svg_to_png(SVG, scale=2.0))
    small = packed(drawn, 240)
    assert len(small) < 0.8 * len(drawn)
    before, after = (Image.open(io.BytesIO(content)) for content in (drawn, small))
    assert after.mode == before.mode
    assert np.array_equal(np.array(after), np.array(before))


def test_it_says_how_large_it_is() -> None:
    image = Image.open(io.BytesIO(packed(bytes(vl_convert.svg_to_png(SVG)), 120)))
    assert image.info["dpi"] == pytest.approx((120, 120), abs=0.02)


def test_it_can_be_packed_again_and_checked() -> None:
    once = packed(bytes(vl_convert.svg_to_png(SVG)), 120)
    assert packed(once, 120) == once
    Image.open(io.BytesIO(once)).verify()


def test_what_is_no_png_is_refused() -> None:
    with pytest.raises(ValueError, match="no PNG"):
        packed(b"%PDF-1.7", 120)
