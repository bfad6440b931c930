"""WordprocessingML, element by element, with texts that XML can carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from relmap.briefing.xmltext import legal
from relmap.view.directions import runs_leftward

_ISOLATED = re.compile("(\u2068[^\u2068\u2069]*\u2069)")
_SPACE = re.compile(r"\s+")


def make(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element such as `make("w:p", …)`; attributes are of the same namespace."""
    element: BaseOxmlElement = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        element.set(qn(f"{prefix}:{name}"), value)
    element.extend(children)
    return element


def run(text: str, *, style: str = "", bold: bool = False, italic: bool = False) -> BaseOxmlElement:
    """Return a stretch of text on one line; what XML forbids is replaced, breaks become spaces.

    Of letters read from right to left Word wants to be told, and takes their bold and italic from
    marks of their own.
    """
    marks = [
        *([make("w:rStyle", val=style)] if style else []),
        *([make("w:b"), make("w:bCs")] if bold else []),
        *([make("w:i"), make("w:iCs")] if italic else []),
        *([make("w:rtl")] if runs_leftward(text) else []),
    ]
    return make("w:r", *([make("w:rPr", *marks)] if marks else []), _letters(text))


def runs(text: str, *, style: str = "", bold: bool = False) -> Iterator[BaseOxmlElement]:
    """Return a text in stretches: what stands between isolates is a stretch of its own."""
    for part in _ISOLATED.split(text):
        if part:
            yield run(part, style=style, bold=bold)


def _letters(text: str) -> BaseOxmlElement:
    element = make("w:t")
    element.set(qn("xml:space"), "preserve")
    element.text = one_line(text)
    return element


def one_line(text: str) -> str:
    """Return a text as one line that XML can carry."""
    return _SPACE.sub(" ", legal(text))


def paragraph(style: str, *children: BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph of a style, named by its id."""
    return make("w:p", make("w:pPr", make("w:pStyle", val=style)), *children)
