"""Real Word footnotes, for which python-docx has no interface.

They stand in a part of their own, "word/footnotes.xml", which begins with the two lines that Word
draws above them (ECMA-376, part 1, 17.11).
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from relmap.briefing.word.elements import make, paragraph, run
from relmap.briefing.word.links import WebLinks

TEXT_STYLE, REFERENCE_STYLE = "FootnoteText", "FootnoteReference"

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """The footnotes of a document, which are numbered in the order in which they are added."""

    def __init__(self, document: Document) -> None:
        self._notes = make("w:footnotes", *(_separator(*each) for each in _SEPARATORS))
        part = XmlPart(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            self._notes,
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _announce(document)
        self.links = WebLinks(part)
        self._count = 0

    def add(self, *content: BaseOxmlElement) -> BaseOxmlElement:
        """Add a footnote with runs and links, and return the mark that points to it."""
        self._count += 1
        number = str(self._count)
        sign = make("w:r", _in_style(), make("w:footnoteRef"))
        note = paragraph(TEXT_STYLE, sign, run(" "), *content)
        self._notes.append(make("w:footnote", note, id=number))
        return make("w:r", _in_style(), make("w:footnoteReference", id=number))


def _in_style() -> BaseOxmlElement:
    return make("w:rPr", make("w:rStyle", val=REFERENCE_STYLE))


def _separator(kind: str, number: int) -> BaseOxmlElement:
    line = make("w:p", make("w:r", make(f"w:{kind}")))
    return make("w:footnote", line, type=kind, id=str(number))


def _announce(document: Document) -> None:
    """Name the separators in the settings, where the schema wants it: before "compat"."""
    listed = (make("w:footnote", id=str(number)) for _, number in _SEPARATORS)
    compat = document.settings.element.find(qn("w:compat"))
    compat.addprevious(make("w:footnotePr", *listed))
