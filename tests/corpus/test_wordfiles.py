"""A Word document is its paragraphs in order, or a notice that says why not."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from corpus_scenes import reason_of
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.corpus import read_upload
from relmap.corpus.sources import Told, from_upload
from relmap.corpus.wordfiles import read_docx
from relmap.models import Article, Unread

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: docx.document.Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_text(xml: str) -> bytes:
    """A Word document whose text is this XML."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(saved(docx.Document()))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


def body(xml: str) -> bytes:
    return with_text(f"<w:document {SPACE}><w:body>{xml}</w:body></w:document>")


def text_of(content: bytes) -> str:
    (article,) = read_upload("a.docx", content)
    assert isinstance(article, Article)
    return article.text


def reason(content: bytes) -> str:
    return reason_of("a.docx", content)


def story() -> docx.document.Document:
    document = docx.Document()
    document.add_heading("Envoys of Arland and Borland meet in Samar", 1)
    document.add_paragraph(
        "SAMAR, 5 July 2023 (SNS) - The envoy of Arland met Karl Roe of Borland."
    )
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"Cell {number}"
    document.add_paragraph("They agreed.")
    document.sections[0].header.paragraphs[0].text = "The Samar Herald"
    return document


def test_headings_paragraphs_and_cells_come_in_their_order() -> None:
    assert text_of(saved(story())) == "\n\n".join(
        [
            "Envoys of Arland and Borland meet in Samar",
            "SAMAR, 5 July 2023 (SNS) - The envoy of Arland met Karl Roe of Borland.",
            *(f"Cell {number}" for number in range(4)),
            "They agreed.",
        ]
    )


def test_the_day_is_the_articles_and_not_the_files() -> None:
    document = story()
    (article,) = read_upload("a.docx", saved(document))
    assert isinstance(article, Article)
    assert (str(article.date), article.date_source) == ("2023-07-05", "dateline")
    document = docx.Document()
    document.add_paragraph("The envoy of Arland met Karl Roe of Borland.")
    (article,) = read_upload("a.docx", saved(document))
    assert isinstance(article, Article)
    assert article.date is None


@pytest.mark.parametrize(
    ("title", "found", "origin"),
    [
        ("What the two envoys agreed on", "What the two envoys agreed on", "metadata"),
        ("Microsoft Word - talks.doc", "Envoys of Arland and Borland meet in Samar", "headline"),
        ("Document1", "Envoys of Arland and Borland meet in Samar", "headline"),
        ("", "Envoys of Arland and Borland meet in Samar", "headline"),
    ],
)
def test_a_title_in_the_properties_counts_if_it_could_be_one(
    title: str, found: str, origin: str
) -> None:
    document = story()
    document.core_properties.title = title
    (article,) = read_upload("a.docx", saved(document))
    assert isinstance(article, Article)
    assert (article.title, article.title_source) == (found, origin)


def test_what_stands_deeper_is_read_too_and_what_was_deleted_is_not() -> None:
    xml = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a form.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>Inserted,</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:tab/><w:t>linked.</w:t></w:r></w:hyperlink></w:p>"
        "<w:p><w:r><w:t>Around.</w:t><w:pict><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:pict></w:r></w:p>"
    )
    assert text_of(body(xml)) == "In a form.\n\nInserted,\tlinked.\n\nAround.\n\nBoxed."


def test_a_text_box_is_read_once() -> None:
    box = "<w:p><w:r><w:t>Boxed.</w:t></w:r></w:p>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert text_of(body(f"<w:p><w:r><w:t>Around.</w:t>{both}</w:r></w:p>")) == "Around.\n\nBoxed."


def test_what_a_table_tells_of_the_file_wins_over_its_properties() -> None:
    document = story()
    document.core_properties.title = "What the two envoys agreed on"
    source = replace(from_upload("a.docx", saved(document)), told=Told(outlet="The Samar Herald"))
    (article,) = read_docx(source, 10_000)
    assert isinstance(article, Article)
    assert (article.outlet, article.outlet_source) == ("The Samar Herald", "table")
    assert article.title_source == "headline"


def test_a_cell_that_says_it_is_a_billion_wide_is_one_cell() -> None:
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr><w:p><w:r><w:t>Ann Poe</w:t></w:r></w:p></w:tc>"
    assert text_of(body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == "Ann Poe"


def test_bombs_are_said() -> None:
    assert "101 MB; at most 100 MB" in reason(body("<w:p/>" * 16_800_000))
    laughs = (
        '<!DOCTYPE d [<!ENTITY a "ha ha"><!ENTITY b "&a;&a;&a;&a;">]>'
        f"<w:document {SPACE}><w:body><w:p><w:r><w:t>x&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert text_of(with_text(laughs)) == "x"
    secret = laughs.replace('b "&a;&a;&a;&a;"', 'b SYSTEM "file:///etc/hostname"')
    assert text_of(with_text(secret)) == "x"


def test_what_is_no_word_document_is_said() -> None:
    assert reason(b"Hello").startswith("this is not a Word document that can be read")
    assert reason(b"").startswith("the file is empty")
    assert reason(b"\xd0\xcf\x11\xe0" * 9).startswith("this is an old or an encrypted Office")
    assert reason(saved(docx.Document())).startswith("the file holds no text")
    assert reason(with_text("<w:document " + SPACE + "/>")).startswith(
        "this is not a Word document"
    )
    assert reason(body("<w:p>" * 5_000 + "</w:p>" * 5_000)).startswith("this is not a Word")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_said(data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(saved(story()))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    victim = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[victim])
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content)))
        if data.draw(st.booleans()):
            content[place : place + data.draw(st.integers(0, 40))] = data.draw(
                st.binary(max_size=9)
            )
        else:
            del content[place:]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, bytes(content) if name == victim else part)
    whole = stream.getvalue()
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(whole)))
        whole = whole[:place] + data.draw(st.binary(max_size=9)) + whole[place + 5 :]
    items = list(read_upload("a.docx", whole))
    assert items
    assert all(isinstance(item, Article | Unread) for item in items)
