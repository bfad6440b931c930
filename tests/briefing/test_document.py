"""The pack in Word: real footnotes, links that lead somewhere, and the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from relmap.briefing import document as module
from relmap.briefing.document import QUOTED, pack_document, write_document
from relmap.models import Filters, Lens, Unread
from relmap.shown import show
from relmap.store import Store
from relmap.view.caption import MEANING, Caption
from relmap.view.pack import End, Pack, PackTie, Passage, Piece, Quote, Remainder, Source
from relmap.view.raster import write_png

DOT = write_png('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 1)
HOSTILE = "<w:p>\x00&amp; \ud800 {{ 7*7 }}\u202e=1+1"
SHOWN = "<w:p>\ufffd&amp; \ufffd {{ 7*7 }}\u202e=1+1"
#: A name inside other words: without what forces a direction, and kept from turning the others.
APART = f"\u2068{SHOWN.replace(chr(0x202E), '')}\u2069"


@pytest.fixture(scope="module")
def content(store: Store) -> bytes:
    return pack_document(store, show(store, Filters(), Lens()), title="Who met whom")


@pytest.fixture(scope="module")
def document(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def member(content: bytes, name: str) -> bytes:
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def footnotes(content: bytes) -> list[str]:
    """The texts of the footnotes, without the two lines above them."""
    notes = parse_xml(member(content, "word/footnotes.xml"))
    return [
        "".join(text.text or "" for text in note.iter(qn("w:t")))
        for note in notes
        if int(note.get(qn("w:id"))) > 0
    ]


def by_tie(document: WordDocument) -> Iterator[tuple[str, int]]:
    """The heading of every tie, with the number of footnote marks below it."""
    heading, marks = "", 0
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = "" if style is None else style.get(qn("w:val"))
        if name in ("Heading1", "Heading2"):
            if heading:
                yield heading, marks
            text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
            heading, marks = (text if name == "Heading2" else ""), 0
        marks += len(list(paragraph.iter(qn("w:footnoteReference"))))


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(references=True, min_weight=2),
        Filters(undated=False),
        Filters(outlets=frozenset({"The Frontier Post"}), unknown_outlet=False),
    ],
)
def test_every_sentence_of_a_tie_has_its_footnote(store: Store, filters: Filters) -> None:
    shown = show(store, filters, Lens())
    content = pack_document(store, shown, title="All")
    found = dict(by_tie(Document(io.BytesIO(content))))
    assert len(found) == len(shown.ties) > 0
    for (heading, marks), tie in zip(found.items(), shown.ties, strict=True):
        assert marks == min(tie.sentences, QUOTED)
        assert f": {tie.sentences:,} sentence" in heading
    assert len(footnotes(content)) == sum(found.values())


def test_every_mark_points_to_a_footnote_of_its_own(content: bytes) -> None:
    body = parse_xml(member(content, "word/document.xml"))
    marks = [mark.get(qn("w:id")) for mark in body.iter(qn("w:footnoteReference"))]
    notes = [note.get(qn("w:id")) for note in parse_xml(member(content, "word/footnotes.xml"))]
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert notes == ["-1", "0", *marks]


def test_a_footnote_cites_outlet_day_and_title(content: bytes) -> None:
    cited = set(footnotes(content))
    assert " The Frontier Post, undated, Pak-Russia alliance against terrorism" in cited
    assert any(
        note.startswith(" The Diplomatic Insight, 5 July 2023, Untitled: “") for note in cited
    )


def test_the_same_pack_gives_the_same_bytes(store: Store, content: bytes) -> None:
    again = pack_document(store, show(store, Filters(), Lens()), title="Who met whom")
    assert again == content


def test_every_link_inside_leads_to_a_place(document: WordDocument) -> None:
    body = document.element.body
    starts = list(body.iter(qn("w:bookmarkStart")))
    places = [start.get(qn("w:name")) for start in starts]
    assert len(set(places)) == len(places)
    assert len({start.get(qn("w:id")) for start in starts}) == len(places)
    asked = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert sorted(asked) == sorted(places)
    assert {"tie_1", "row_1"} <= set(places)


def test_the_table_repeats_its_head_and_splits_no_row(store: Store, document: WordDocument) -> None:
    (table,) = document.tables
    ties = show(store, Filters(), Lens()).ties
    assert len(table.rows) == 1 + len(ties)
    head, first = (table.rows[place]._tr.trPr for place in (0, 1))
    assert head.find(qn("w:tblHeader")) is not None
    assert first.find(qn("w:tblHeader")) is None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    cells = [cell.text for cell in table.rows[1].cells]
    assert cells[1:3] == ["Pakistan Country – Russia Country", "14"]


def test_every_style_and_relation_that_is_asked_for_is_there(content: bytes) -> None:
    named = {style.style_id for style in Document(io.BytesIO(content)).styles}
    for part in ("document", "footnotes", "footer1"):
        tree = parse_xml(member(content, f"word/{part}.xml"))
        for tag in ("w:pStyle", "w:rStyle"):
            assert {each.get(qn("w:val")) for each in tree.iter(qn(tag))} <= named
    assert b"footnotes+xml" in member(content, "[Content_Types].xml")
    settings = parse_xml(member(content, "word/settings.xml"))
    separators = settings.find(qn("w:footnotePr"))
    assert [each.get(qn("w:id")) for each in separators] == ["-1", "0"]


def test_nothing_outside_is_asked_for(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                for relation in re.findall(
                    r"<Relationship [^>]*External[^>]*>", str(archive.read(name))
                ):
                    assert "/hyperlink" in relation


def test_the_picture_is_told_in_words(document: WordDocument) -> None:
    (picture,) = document.element.body.iter(qn("wp:docPr"))
    assert picture.get("descr").startswith("Map of 24 actors and ")
    assert len(document.inline_shapes) == 1


def test_it_says_what_a_tie_means_and_what_lacks_a_date(document: WordDocument) -> None:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert MEANING in text
    assert "Undated articles (3)" in text
    assert "Articles of unknown outlet (2)" in text
    assert "Not read (0)" in text


def test_it_says_what_is_left_out(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    content = pack_document(store, shown, title="Short", quoted=2)
    assert all(marks <= 2 for _, marks in by_tie(Document(io.BytesIO(content))))
    text = "\n".join(each.text for each in Document(io.BytesIO(content)).paragraphs)
    assert "The newest 2 of 14 sentences are quoted." in text


def test_it_tells_of_the_heaviest_ties_and_how_many_there_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TOLD", 4)
    shown = show(store, Filters(), Lens())
    found = Document(io.BytesIO(pack_document(store, shown, title="Four")))
    assert len(found.tables[0].rows) == 5
    assert len(list(by_tie(found))) == 4
    text = "\n".join(each.text for each in found.paragraphs)
    assert f"The 4 heaviest of {len(shown.ties)} ties stand here" in text


def test_nothing_in_view_is_a_document_as_well(store: Store) -> None:
    nothing = show(store, Filters(kinds=frozenset()), Lens())
    found = Document(io.BytesIO(pack_document(store, nothing, title="Nothing")))
    assert not found.tables
    assert "No two actors share a sentence" in "\n".join(each.text for each in found.paragraphs)


def hostile_pack() -> Pack:
    ends = (End(HOSTILE, "person", "Person"), End("Aland", "country", "Country"))
    pieces = (Piece(HOSTILE, "person"), Piece(" met "), Piece("it", "country", "Aland"))
    sources = [
        Source(HOSTILE, "undated", HOSTILE, "https://example.org/a b"),
        Source("Dawn", "undated", "One", "https://exa mple.org/"),
    ]
    passages = tuple(Passage(source, (Quote(1, pieces),)) for source in sources)
    cells = ("1", "1", "0", "undated", "undated", "1")
    tie = PackTie(1, HOSTILE, ends, cells, "1 sentence", HOSTILE, passages, HOSTILE)
    unread = Remainder("unread", HOSTILE, HOSTILE, unread=(Unread(HOSTILE, 3, HOSTILE),))
    return Pack(
        Caption(HOSTILE, (HOSTILE,), HOSTILE, HOSTILE),
        ("S", "A", "O", "F", "L", "U"),
        (tie,),
        (HOSTILE,),
        (unread,),
    )


def test_hostile_text_stays_text() -> None:
    content = write_document(hostile_pack(), DOT, alt=HOSTILE, day=date(2023, 7, 5))
    document = Document(io.BytesIO(content))
    assert document.paragraphs[0].text == SHOWN
    assert document.core_properties.title == SHOWN
    assert f"{APART}, row 3: {SHOWN}" in [each.text for each in document.paragraphs]
    assert any(
        each.text.startswith(f"1.1 \u2068{SHOWN} met it [Aland]\u2069")
        for each in document.paragraphs
    )
    first, second = footnotes(content)
    assert first == f" {APART}, undated, {APART}, https://example.org/a b"
    assert second == " Dawn, undated, One, https://exa mple.org/"
    relations = member(content, "word/_rels/footnotes.xml.rels").decode()
    assert "https://example.org/a%20b" in relations
    assert "exa mple" not in relations
