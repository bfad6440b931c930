"""How the document looks: paper, letters, headings, and the styles that footnotes and links need."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

from relmap.briefing.word.elements import make, paragraph, run, runs
from relmap.briefing.word.footnotes import REFERENCE_STYLE, TEXT_STYLE
from relmap.briefing.word.links import HYPERLINK
from relmap.view.directions import isolate
from relmap.view.theme import LIGHT

#: Like the picture's, and at hand wherever Word or LibreOffice is.
FONT = "Arial"
QUOTATION, NOTE, LEAD, CELL, NUMBER_CELL = "Quotation", "Note", "Lead", "Cell", "NumberCell"
MUTED = "Muted"
#: So many letters fit into one line at the foot of a page.
FOOT = 80
#: What a page of A4 leaves between its margins.
PAPER_WIDTH, PAPER_HEIGHT, MARGIN = Cm(21), Cm(29.7), Cm(2)
TEXT_WIDTH = PAPER_WIDTH - 2 * MARGIN

_TITLES = {"Title": 20, "Heading 1": 14, "Heading 2": 10.5}


def set_up(document: Document) -> None:
    """Give a new document its paper and its styles."""
    section = document.sections[0]
    section.page_width, section.page_height = PAPER_WIDTH, PAPER_HEIGHT
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", MARGIN)
    _letters(document)
    _paragraphs(document)
    _characters(document)


def number_pages(document: Document, text: str) -> None:
    """Write the beginning of a text at the foot of every page, and the number of the page."""
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]._p
    count = make("w:fldSimple", run("1"), instr=" PAGE ")
    line.addprevious(paragraph(NOTE, *runs(f"{isolate(text[:FOOT])} · page "), count))
    line.getparent().remove(line)


def _letters(document: Document) -> None:
    normal = _existing(document, "Normal")
    _write(normal, 9.5, LIGHT.ink)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.1
    for name, size in _TITLES.items():
        style = _existing(document, name)
        _write(style, size, LIGHT.ink)
        style.font.bold = style.font.cs_bold = True
        style.paragraph_format.space_before = Pt(size if name != "Title" else 0)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.keep_with_next = True


def _paragraphs(document: Document) -> None:
    quotation = _paragraph_style(document, QUOTATION, 9.5, LIGHT.ink)
    quotation.paragraph_format.left_indent = Cm(0.6)
    quotation.paragraph_format.keep_together = True
    _paragraph_style(document, NOTE, 8.5, LIGHT.muted)
    _paragraph_style(document, LEAD, 8.5, LIGHT.muted).paragraph_format.keep_with_next = True
    for name in (CELL, NUMBER_CELL):
        _paragraph_style(document, name, 8.5, LIGHT.ink).paragraph_format.space_after = Pt(0)
    numbers = _existing(document, NUMBER_CELL)
    numbers.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    note = _paragraph_style(document, TEXT_STYLE, 8, LIGHT.ink, name="footnote text")
    note.paragraph_format.space_after = Pt(0)


def _characters(document: Document) -> None:
    reference = _character_style(document, REFERENCE_STYLE, name="footnote reference")
    reference.font.superscript = True
    link = _character_style(document, HYPERLINK)
    link.font.color.rgb = _colour(LIGHT.country.ink)
    link.font.underline = True
    _character_style(document, MUTED).font.color.rgb = _colour(LIGHT.muted)


def _existing(document: Document, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _paragraph_style(
    document: Document, style_id: str, size: float, colour: str, *, name: str = ""
) -> ParagraphStyle:
    """Add a style; `name` is Word's own name for it, where Word has one."""
    kind = WD_STYLE_TYPE.PARAGRAPH
    style = cast("ParagraphStyle", _add(document, style_id, name, kind))
    style.base_style = document.styles["Normal"]
    _write(style, size, colour)
    return style


def _character_style(document: Document, style_id: str, *, name: str = "") -> CharacterStyle:
    return cast("CharacterStyle", _add(document, style_id, name, WD_STYLE_TYPE.CHARACTER))


def _add(document: Document, style_id: str, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    style: BaseStyle = document.styles.add_style(name or style_id, kind, builtin=bool(name))
    style.element.set(qn("w:styleId"), style_id)
    return style


def _write(style: ParagraphStyle, size: float, colour: str) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = _colour(colour)
    _set_complex_size(style)
    # The template's themes would win over the name of the font.
    fonts = style.element.rPr.rFonts
    for part in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.attrib.pop(qn(f"w:{part}Theme"), None)
        fonts.set(qn(f"w:{part}"), FONT)


def _set_complex_size(style: ParagraphStyle) -> None:
    """Arabic and Hebrew letters have a size of their own, which the schema wants behind the other."""
    properties = style.element.rPr
    for other in properties.findall(qn("w:szCs")):
        properties.remove(other)
    size = properties.find(qn("w:sz"))
    size.addnext(make("w:szCs", val=size.get(qn("w:val"))))


def _colour(text: str) -> RGBColor:
    return RGBColor.from_string(text.removeprefix("#").upper())
