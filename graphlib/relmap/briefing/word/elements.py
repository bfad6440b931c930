"""WordprocessingML, element by element, with texts that XML can carry."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from relmap.briefing.xmltext import legal

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
    """Return a stretch of text on one line; what XML forbids is replaced, breaks become spaces."""
    marks = [
        *([make("w:rStyle", val=style)] if style else []),
        *([make("w:b")] if bold else []),
        *([make("w:i")] if italic else []),
    ]
    return make("w:r", *([make("w:rPr", *marks)] if marks else []), _letters(text))


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
