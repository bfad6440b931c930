"""The table of ties in Word: a head that every page repeats, rows that no page splits."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from relmap.briefing.word.elements import make, paragraph, run
from relmap.briefing.word.links import link_to, place
from relmap.briefing.word.styles import CELL, MUTED, NUMBER_CELL, TEXT_WIDTH
from relmap.view.directions import isolate
from relmap.view.pack import Pack, PackTie
from relmap.view.theme import LIGHT

#: Shares of the width: number, actors, then sentences, articles, outlets, first and last day,
#: undated sentences.
_SHARES = (0.05, 0.3, 0.12, 0.09, 0.09, 0.125, 0.125, 0.1)
_TWIPS_PER_EMU = 1 / 635


def ties_table(pack: Pack) -> BaseOxmlElement:
    """Return the table of the ties of a pack; the number of a tie leads to its sentences."""
    widths = [round(TEXT_WIDTH * _TWIPS_PER_EMU * share) for share in _SHARES]
    grid = make("w:tblGrid", *(make("w:gridCol", w=str(width)) for width in widths))
    head = _head(("No.", "Actors", *pack.columns), widths)
    return make("w:tbl", _look(), grid, head, *(_row(tie, widths) for tie in pack.ties))


def row_place(number: int) -> str:
    """Return the name of the place of a tie in the table."""
    return f"row_{number}"


def tie_place(number: int) -> str:
    """Return the name of the place of a tie's sentences."""
    return f"tie_{number}"


def _look() -> BaseOxmlElement:
    line = {"val": "single", "sz": "4", "space": "0", "color": LIGHT.edge.removeprefix("#")}
    sides = (make(f"w:{side}", **line) for side in ("top", "bottom", "insideH"))
    # The schema wants this order.
    return make(
        "w:tblPr",
        make("w:tblW", w="5000", type="pct"),
        make("w:tblBorders", *sides),
        make("w:tblLayout", type="fixed"),
    )


def _head(names: Sequence[str], widths: Sequence[int]) -> BaseOxmlElement:
    cells = (
        _cell(width, _style(index), run(name, bold=True))
        for index, (name, width) in enumerate(zip(names, widths, strict=True))
    )
    return make("w:tr", make("w:trPr", make("w:cantSplit"), make("w:tblHeader")), *cells)


def _row(tie: PackTie, widths: Sequence[int]) -> BaseOxmlElement:
    number = link_to(tie_place(tie.number), str(tie.number))
    # The places of the sentences have odd numbers, those of the rows even ones.
    content = [place(row_place(tie.number), 2 * tie.number, number), _actors(tie)]
    content += [[run(cell)] for cell in tie.cells]
    cells = (
        _cell(width, _style(index), *children)
        for index, (children, width) in enumerate(zip(content, widths, strict=True))
    )
    return make("w:tr", make("w:trPr", make("w:cantSplit")), *cells)


def _actors(tie: PackTie) -> list[BaseOxmlElement]:
    one, other = ([run(isolate(end.name)), run(f" {end.word}", style=MUTED)] for end in tie.ends)
    return [*one, run(" – "), *other]


def _style(column: int) -> str:
    return CELL if column == 1 else NUMBER_CELL


def _cell(width: int, style: str, *children: BaseOxmlElement) -> BaseOxmlElement:
    room = make("w:tcPr", make("w:tcW", w=str(width), type="dxa"))
    return make("w:tc", room, paragraph(style, *children))
