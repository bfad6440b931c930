"""PNG and PDF: the same bytes each time, and honest about letters that nobody draws."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from relmap.view.raster import missing_letters, write_pdf, write_png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">'
    '<rect width="120" height="40" fill="#fff"/>'
    '<text x="10" y="25" font-family="Liberation Sans" font-size="16">Minsk Жя</text></svg>'
)


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_has_scale_times_the_pixels(scale: int) -> None:
    image = Image.open(io.BytesIO(write_png(SVG, scale)))
    assert image.size == (120 * scale, 40 * scale)
    assert np.array(image.convert("L")).min() < 60, "the text is drawn"


def test_a_pdf_holds_no_date() -> None:
    content = write_pdf(SVG)
    assert content.startswith(b"%PDF-")
    assert b"Date" not in content
    assert b"LiberationSans" in content, "the font lies in the file"


def test_another_process_makes_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; from relmap.view.raster import write_pdf, write_png; "
        "svg = sys.argv[1]; "
        "print(hashlib.sha256(write_png(svg, 2) + write_pdf(svg)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, SVG],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_letters_that_nobody_has_are_missing() -> None:
    assert missing_letters(["a\ue0f7b", "\U0010fffd", "\ufdd0"]) == (
        "\ue0f7",
        "\ufdd0",
        "\U0010fffd",
    )
    assert missing_letters(["\ud800"]) == ("\ud800",)


def test_letters_of_the_own_font_and_blanks_are_not() -> None:
    assert missing_letters(["Łódź Ελλάδα Минск “…” – é"]) == ()
    assert missing_letters(["a\u200bb\u2068c\u2069\u3000\u2003\x00\n"]) == ()


def test_nothing_is_missing_of_nothing() -> None:
    assert missing_letters([]) == ()
