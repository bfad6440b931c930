"""The words around the map of a picture: title above, caption below, set in lines that fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relmap.view.caption import Caption
from relmap.view.metrics import wrap
from relmap.view.shapes import Block, Box, Line, Role, Shape, Text
from relmap.view.theme import LIGHT

#: The picture is as wide as this, in logical pixels; printed 16 cm wide, a pixel is half a point.
WIDTH = 900.0
MARGIN = 32.0
_GUTTER = 40.0
#: The caption's left column, for what is shown; the right one says how to read it.
_LEFT = 520.0
_TAB = (36.0, 5.0)
_BREAK_LINK = "&,|/"
#: A link of more lines is not printed: nobody types it, and it would push the map off the page.
_LINK_LINES = 4


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs are set: sizes in pixels, `gap` between two of them, lines broken `after`."""

    size: float
    leading: float
    colour: str
    role: Role
    bold: bool = False
    after: str = " "
    gap: float = 0.0


TITLE = Style(23.0, 28.0, LIGHT.ink, "title", bold=True)
SUBTITLE = Style(14.0, 19.0, LIGHT.muted, "subtitle")
STATEMENT = Style(12.0, 15.5, LIGHT.ink, "caption", gap=2.5)
MEANING = Style(12.0, 15.5, LIGHT.ink, "caption", bold=True)
MADE = Style(12.0, 15.5, LIGHT.muted, "caption")
LINK = Style(10.0, 13.5, LIGHT.muted, "caption", after=_BREAK_LINK)


def head(caption: Caption) -> tuple[tuple[Shape, ...], float]:
    """Return rule, title and, below it, the first statement; and where they end."""
    top = 20.0
    shapes: list[Shape] = [
        Line((MARGIN, top), (WIDTH - MARGIN, top), 1.0, LIGHT.ink, "rule"),
        Block(Box(MARGIN, top, MARGIN + _TAB[0], top + _TAB[1]), LIGHT.accent, "rule"),
    ]
    room = WIDTH - 2 * MARGIN
    title, y = set_lines((caption.title,), MARGIN, top + 14.0, room, TITLE)
    subtitle, y = set_lines(caption.statements[:1], MARGIN, y + 1.0, room, SUBTITLE)
    return (*shapes, *title, *subtitle), y


def foot(caption: Caption, notes: Iterable[str], top: float) -> tuple[tuple[Shape, ...], float]:
    """Return the caption below the map, from `top` on; and where it ends.

    Left stand the other statements and the `notes` of what found no room, right what a tie means
    and how the picture was made, below both the link.
    """
    rule = Line((MARGIN, top), (WIDTH - MARGIN, top), 0.75, LIGHT.edge, "rule")
    said = (*caption.statements[1:], *notes)
    column = MARGIN + _LEFT + _GUTTER
    left, left_end = set_lines(said, MARGIN, top + 9.0, _LEFT, STATEMENT)
    room = WIDTH - MARGIN - column
    meaning, y = set_lines((caption.meaning,), column, top + 9.0, room, MEANING)
    made, right_end = set_lines((caption.made,), column, y + 4.0, room, MADE)
    whole = WIDTH - 2 * MARGIN
    view = _view(caption.link, whole)
    link, end = set_lines((view,), MARGIN, max(left_end, right_end) + 7.0, whole, LINK)
    return (rule, *left, *meaning, *made, *link), end


def _view(link: str | None, width: float) -> str:
    if link is None:
        return "View: no link can hold its choices"
    if not link:
        return "View: no filter"
    said = f"View: ?{link}"
    if len(wrap(said, LINK.size, width, after=LINK.after)) <= _LINK_LINES:
        return said
    return (
        f"View: the link of this view has {len(link):,} characters, too many to print; save the "
        "page's address, or the link in a graph file (GEXF, GraphML, JSON), along with the picture"
    )


def set_lines(
    paragraphs: Iterable[str], x: float, top: float, width: float, style: Style
) -> tuple[tuple[Text, ...], float]:
    """Set paragraphs below each other from `top` on; returns their lines and where they end."""
    texts: list[Text] = []
    for paragraph in paragraphs:
        top += style.gap if texts else 0.0
        for line in wrap(paragraph, style.size, width, bold=style.bold, after=style.after):
            base = round(top + (style.leading + style.size) / 2.0 - 0.14 * style.size, 2)
            texts.append(Text(x, base, line, style.size, style.colour, style.role, bold=style.bold))
            top += style.leading
    return tuple(texts), top
