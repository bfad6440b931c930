"""Text becomes one line that XML can carry, whatever it holds."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import tostring

from relmap.briefing.word.elements import make, one_line, paragraph, run


@given(st.text(st.characters(codec=None)))
def test_any_text_comes_back_from_the_xml(text: str) -> None:
    element = parse_xml(tostring(run(text)))
    (found,) = element.iter(qn("w:t"))
    assert (found.text or "") == one_line(text)


def test_what_xml_forbids_is_replaced_and_breaks_are_spaces() -> None:
    assert one_line("a\x00b\ud800c\ufffed") == "a\ufffdb\ufffdc\ufffdd"
    assert one_line("a\r\n b\tc\u2028d") == "a b c d"


def test_elements_carry_their_attributes_and_children() -> None:
    element = paragraph("Cell", run("x", style="Muted", bold=True, italic=True), make("w:br"))
    assert element.find(qn("w:pPr")).find(qn("w:pStyle")).get(qn("w:val")) == "Cell"
    marks = [child.tag for child in element.find(qn("w:r")).find(qn("w:rPr"))]
    assert marks == [qn(f"w:{name}") for name in ("rStyle", "b", "bCs", "i", "iCs")]
