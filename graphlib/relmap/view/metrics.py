"""How wide text is in the font of the pictures, told before anything is drawn.

The widths are those of Liberation Sans, which Arial and Helvetica share; `benchmarks/fonts.py`
made the table. Pairs of letters that are drawn closer together ("AV") are not looked at, so a text
is never wider than what is said here by more than a hair.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from unicodedata import category, east_asian_width, normalize

#: What a picture's text is set in. The name that the drawing library knows comes first: it draws
#: nothing at all for a family that it cannot find.
FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
#: What texts with other letters are set in. A letter that the font lacks takes its whole text along
#: to whatever serif or bold face is found first; these are asked before.
OTHER_FAMILY = "DejaVu Sans, Noto Sans, Liberation Sans, Arial, Helvetica, sans-serif"

#: Estimates for letters of other fonts, in ems: a square of Han or Hangul, and any other letter.
_SQUARE, _OTHER = 0.85, 0.7
#: Marks, joiners and isolates take no room of their own.
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
#: How much wider the other families are than the own one, at most.
_WIDER = 1.25


@dataclass(frozen=True, slots=True)
class _Widths:
    """Advance widths in ems by letter."""

    regular: dict[str, float]
    bold: dict[str, float]


@cache
def _widths() -> _Widths:
    text = resources.files("relmap.view").joinpath("metrics.json").read_text(encoding="utf-8")
    table = json.loads(text)
    return _Widths(*(_by_letter(table, weight) for weight in ("regular", "bold")))


def _by_letter(table: dict[str, list[list[int]]], weight: str) -> dict[str, float]:
    return {
        chr(int(str(start)) + place): width / int(str(table["units"]))
        for start, stretch in zip(table["starts"], table[weight], strict=True)
        for place, width in enumerate(stretch)
    }


def is_own(letter: str) -> bool:
    """Whether the picture's own font has the letter."""
    return letter in _widths().regular


def family_of(text: str) -> str:
    """Return the families that a text is set in: the own one, or for other letters the others."""
    return FAMILY if _is_plain(text) else OTHER_FAMILY


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how many pixels wide one line of text is at a font size of `size` pixels.

    With letters of other fonts it is an estimate, rather too wide than too narrow.
    """
    known = _widths().bold if bold else _widths().regular
    width = size * sum(known[each] if each in known else _estimate(each) for each in text)
    return width if _is_plain(text) else _WIDER * width


@cache
def _is_plain(text: str) -> bool:
    """Whether the own font sets all of a text; it draws "e" and an accent as "é"."""
    return all(is_own(letter) or category(letter) == "Cf" for letter in normalize("NFC", text))


def _estimate(letter: str) -> float:
    if category(letter) in _WITHOUT_WIDTH:
        return 0.0
    return _SQUARE if east_asian_width(letter) in "WF" else _OTHER


def wrap(
    text: str, size: float, width: float, *, bold: bool = False, after: str = " "
) -> tuple[str, ...]:
    """Break a text into lines of at most `width` pixels, behind a character of `after`.

    What has no such place ("https://…") is broken where the line is full. Every character of the
    text stays but the spaces at the ends of lines; an empty text has no line.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, after):
        if line and text_width((line + piece).rstrip(" "), size, bold=bold) > width:
            lines.append(line)
            line = ""
        line += piece
        while text_width(line.rstrip(" "), size, bold=bold) > width and len(line) > 1:
            place = _fitting(line, size, width, bold=bold)
            lines.append(line[:place])
            line = line[place:]
    lines.append(line)
    return tuple(stripped for stripped in (each.strip(" ") for each in lines) if stripped)


def _pieces(text: str, after: str) -> list[str]:
    ends = re.escape(after)
    return re.findall(f"[^{ends}]*[{ends}]+|[^{ends}]+", " ".join(text.split()))


def _fitting(line: str, size: float, width: float, *, bold: bool) -> int:
    """How many of the first letters fit, at least one."""
    place = 1
    while place < len(line) and text_width(line[: place + 1], size, bold=bold) <= width:
        place += 1
    return place
