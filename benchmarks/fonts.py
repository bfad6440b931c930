"""Write down how wide the letters of the pictures are: `python benchmarks/fonts.py REGULAR BOLD`.

Pictures are set in the Liberation Sans that vl-convert carries along, with fewer letters than other
editions of it have; Arial and Helvetica are as wide. REGULAR and BOLD are the two font files as
Debian's package fonts-liberation installs them. Needs fontTools (pip install fonttools), which
nothing else here does. The result, `graphlib/relmap/view/metrics.json`, holds facts of the font and
none of it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import vl_convert
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "graphlib" / "relmap" / "view" / "metrics.json"
FONTS = {"normal": "LiberationSans", "bold": "LiberationSans-Bold"}


def main() -> None:
    """Read both fonts and write the table."""
    regular, bold = (TTFont(path) for path in sys.argv[1:3])
    known = sorted(set(regular.getBestCmap()) & set(bold.getBestCmap()))
    shared = [code for code in known if all(is_drawn(chr(code), weight) for weight in FONTS)]
    inside = set(shared)
    table = {
        "font": f"{regular['name'].getDebugName(4)}, {regular['name'].getDebugName(5)}",
        "units": regular["head"].unitsPerEm,
        "starts": [code for code in shared if code - 1 not in inside],
        "regular": stretches(shared, widths(regular)),
        "bold": stretches(shared, widths(bold)),
    }
    lines = [f"{json.dumps(name)}:{compact(value)}" for name, value in table.items()]
    TARGET.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    print(f"{len(shared):,} of {len(known):,} letters, {TARGET.stat().st_size:,} bytes: {TARGET}")


def is_drawn(letter: str, weight: str) -> bool:
    """Whether vl-convert sets the letter in its own font; a PDF names the fonts that it uses."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="9" y="20" '
        f'font-family="Liberation Sans" font-weight="{weight}">{escape(letter)}</text></svg>'
    )
    used = re.findall(rb"/BaseFont /\w+\+([\w-]+)", vl_convert.svg_to_pdf(svg))
    return {name.decode() for name in used} <= {FONTS[weight]}


def widths(font: TTFont) -> dict[int, int]:
    """The advance width of every letter, by code point, in units of the font."""
    return {code: font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}


def stretches(codes: list[int], width_of: dict[int, int]) -> list[list[int]]:
    """Widths in the order of the code points, one list for each unbroken stretch of them."""
    made: list[list[int]] = []
    for place, code in enumerate(codes):
        if place == 0 or codes[place - 1] != code - 1:
            made.append([])
        made[-1].append(width_of[code])
    return made


def compact(value: object) -> str:
    """JSON without spaces, a stretch to a line."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("],[", "],\n[")


if __name__ == "__main__":
    main()
