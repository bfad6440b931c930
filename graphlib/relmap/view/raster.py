"""SVG as PNG or PDF, and which letters come out as boxes: drawn without a browser, offline."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import escape

from relmap.view.metrics import OTHER_FAMILY, is_own
from relmap.view.pdf import in_order
from relmap.view.png import packed

#: Points for a logical pixel: a picture is 19 cm wide and fits a sheet of A4 or Letter as it is.
PAPER = 0.6

#: A code point that Unicode promises never to give to a letter: every font draws its box for it.
_NOBODY = "\ufdd0"
_PROBE = 24
#: Spaces, joiners and control characters draw nothing, and are to draw nothing.
_BLANK = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def write_png(svg: str, scale: int) -> bytes:
    """Return an SVG as PNG with `scale` times as many pixels each way; the same bytes each time.

    It asks to be printed as large as the PDF: a picture is 19 cm wide at any scale.
    """
    import vl_convert  # noqa: PLC0415 - 40 MB that only pictures need

    drawn = bytes(vl_convert.svg_to_png(svg, scale=float(scale)))
    return packed(drawn, scale * 72 / PAPER)


def write_pdf(svg: str) -> bytes:
    """Return an SVG as PDF of one page, a point for a pixel of the SVG's size.

    Its text can be searched and copied; it holds no date and is the same bytes each time.
    """
    import vl_convert  # noqa: PLC0415 - as above

    return in_order(bytes(vl_convert.svg_to_pdf(svg)))


def missing_letters(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the letters of the texts that no font of this machine draws, sorted.

    Each letter that the picture's own font lacks is drawn and compared with the box of a letter
    that nobody has.
    """
    composed = (unicodedata.normalize("NFC", text) for text in texts)
    letters = sorted({letter for text in composed for letter in text if not is_own(letter)})
    return tuple(letter for letter in letters if _is_missing(letter))


@cache
def _is_missing(letter: str) -> bool:
    category = unicodedata.category(letter)
    if category in _BLANK:
        return False
    # A lone surrogate has no UTF-8, so nobody can draw it.
    return category == "Cs" or _draw(letter) in (_draw(_NOBODY), _draw(""))


@cache
def _draw(letter: str) -> bytes:
    text = (
        f'<text x="{_PROBE}" y="{1.4 * _PROBE}" font-size="{_PROBE}" '
        f'font-family="{OTHER_FAMILY}">{escape(letter)}</text>'
    )
    return write_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{3 * _PROBE}" height="{2 * _PROBE}">'
        f"{text}</svg>",
        1,
    )
