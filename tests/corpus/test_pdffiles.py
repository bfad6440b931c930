"""A PDF is its text in paragraphs, or a notice that says why not; it never breaks a build."""

from __future__ import annotations

import sys

import pytest
from corpus_scenes import article_of, reason_of
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.corpus import read_upload
from relmap.models import Article, Unread

STORY = [
    "The foreign minister of Arland, Ann Poe, met her colleague from Borland",
    "in Samar on Tuesday. They spoke of the border for two hours and agreed",
    "to meet again.",
]
REST = [
    "A spokesman of the Samar Forum said that both sides had asked for",
    "more time, and that nobody had left the room in anger this once.",
]


def page(*paragraphs: list[str], header: str = "", footer: str = "") -> bytes:
    """The drawing of a page: paragraphs of lines 14 points apart, 30 between two of them."""
    placed = [(header, 770), (footer, 30)] if header or footer else []
    height = 700
    for lines in paragraphs:
        for line in lines:
            placed.append((line, height))
            height -= 14
        height -= 16
    return b"\n".join(
        f"BT /F1 12 Tf 72 {height} Td ({text}) Tj ET".encode("cp1252") for text, height in placed
    )


def pdf(*pages: bytes, info: str = "") -> bytes:
    """A PDF of these pages, written by hand."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} /CreationDate (D:20200101000000Z) >>".encode(),
    ]
    for number, drawing in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(drawing)} >>\nstream\n".encode() + drawing + b"\nendstream"
        )
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        written
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
            f"startxref\n{len(written)}\n%%EOF"
        ).encode()
    )


def only(content: bytes, name: str = "a.pdf") -> Article:
    return article_of(name, content)


def reason(content: bytes) -> str:
    return reason_of("a.pdf", content)


def test_lines_are_joined_and_paragraphs_kept_apart() -> None:
    assert only(pdf(page(STORY, REST))).text == f"{' '.join(STORY)}\n\n{' '.join(REST)}"


def test_a_sentence_runs_on_over_a_page_and_its_header_and_footer() -> None:
    pages = [
        page(STORY[:2], header="The Samar Herald", footer="Page 1 of 3"),
        page(STORY[2:], REST, header="The Samar Herald", footer="Page 2 of 3"),
        page(REST, header="The Samar Herald", footer="Page 3 of 3"),
    ]
    paragraphs = only(pdf(*pages)).text.split("\n\n")
    assert " ".join(STORY) in paragraphs
    assert paragraphs.count(" ".join(REST)) == 2
    assert paragraphs.count("The Samar Herald") == 1
    assert paragraphs.count("Page 1 of 3") == 1
    assert sum("Herald" in paragraph for paragraph in paragraphs) == 1


def test_the_day_is_never_that_on_which_the_file_was_made() -> None:
    assert only(pdf(page(STORY))).date is None
    assert str(only(pdf(page(STORY)), "2023-07-05-talks.pdf").date) == "2023-07-05"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Ministers of two states meet in Samar", "Ministers of two states meet in Samar"),
        ("Microsoft Word - talks.doc", None),
        ("talks_final_v2", None),
        ("Untitled document of mine", None),
        ("https://example.org/a b c", None),
        ("The page three layout.indd", None),
        ("", None),
    ],
)
def test_a_title_in_the_properties_counts_if_it_could_be_one(title: str, found: str) -> None:
    article = only(pdf(page(STORY, REST), info=f"/Title ({title})"))
    assert (article.title, article.title_source) == (found, "metadata" if found else "unknown")


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    content = pdf(
        page(["Ministers of two states meet in Samar"], STORY),
        info="/Title (Ministers of two states meet in Samar | The Samar Herald)",
    )
    assert only(content).title == "Ministers of two states meet in Samar"


def test_a_divided_word_is_put_together_only_if_it_stands_elsewhere_in_one_piece() -> None:
    lines = [
        "The envoys Kulubaev and Poe met, and after many hours of talks Kulu-",
        "baev left, while the others spoke about a long-term plan and long-",
        "term aid, and then about something that nobody calls cooper-",
        "ation here.",
    ]
    assert only(pdf(page(lines))).text == (
        "The envoys Kulubaev and Poe met, and after many hours of talks Kulubaev left, while the "
        "others spoke about a long-term plan and long-term aid, and then about something that "
        "nobody calls cooper-ation here."
    )


def test_pictures_of_pages_are_said() -> None:
    picture = b"0 0 300 300 re f"
    assert reason(pdf(picture)) == (
        "this document holds pictures of pages, no text; run OCR first (text recognition)"
    )
    unread, article = read_upload("a.pdf", pdf(page(STORY), picture, b""))
    assert isinstance(unread, Unread)
    assert isinstance(article, Article)
    assert unread.reason == (
        "these pages are pictures without text and are not read: 2; run OCR first"
    )


def test_what_is_no_pdf_or_too_long_is_said() -> None:
    assert reason(b"%PDF-1.4\n").startswith("this is not a PDF document that can be read")
    assert reason(b"").startswith("the file is empty")
    assert "1,001 pages" in reason(pdf(*[page(REST)] * 1_001))
    (unread,) = read_upload("a.pdf", pdf(page(STORY, REST)), max_chars=20)
    assert isinstance(unread, Unread)
    assert "at most 20 characters" in unread.reason or "over 20 characters" in unread.reason


def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert 'pip install "relmap[readers]"' in reason(pdf(page(STORY)))


def test_a_document_with_a_password_is_said() -> None:
    # The dictionary of a PDF that nobody opens without its password; the rest is not looked at.
    encrypted = pdf(page(STORY)).replace(
        b"/Info 4 0 R",
        b"/Info 4 0 R /ID [<00000000000000000000000000000000> <00000000000000000000000000000000>] "
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <"
        b"" + b"22" * 32 + b"> >>",
    )
    assert reason(encrypted) == "this document opens with a password only; save it without one"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_said(data: st.DataObject) -> None:
    content = bytearray(pdf(page(STORY, REST, header="Herald"), page(REST, header="Herald")))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        kind = data.draw(st.sampled_from(["change", "cut", "repeat", "end"]))
        if kind == "change":
            content[place] = data.draw(st.integers(0, 255))
        elif kind == "cut":
            del content[place : place + data.draw(st.integers(1, 80))]
        elif kind == "repeat":
            content[place:place] = content[place : place + data.draw(st.integers(1, 80))]
        else:
            del content[max(place, 1) :]
        content = content or bytearray(b"x")
    items = list(read_upload("a.pdf", bytes(content)))
    assert items
    assert all(isinstance(item, Article | Unread) for item in items)


def test_cells_beside_each_other_are_not_glued() -> None:
    drawing = b"".join(
        f"BT /F1 12 Tf {left} {height} Td ({name}) Tj ET\n".encode()
        for height in (700, 680)
        for left, name in ((72, "Ann Poe"), (300, "Karl Roe"))
    )
    assert only(pdf(drawing)).text.split("\n\n") == ["Ann Poe", "Karl Roe"] * 2


def test_a_justified_line_of_few_words_stays_whole_and_a_tables_row_does_not() -> None:
    """`Tw` widens every space: three words reach as far as the lines around them."""

    def line(text: str, height: int, spacing: float) -> bytes:
        return f"BT /F1 10 Tf {spacing} Tw 72 {height} Td ({text}) Tj ET".encode()

    def wide(text: str) -> float:
        return sum(
            {"i": 2.22, "r": 3.33, "A": 6.67, "P": 6.67, "s": 5, "y": 5, ".": 2.78, " ": 2.78}.get(
                letter, 5.56
            )
            for letter in text
        )

    texts = ["one hundred and no one said no", "Anna Poe nobody", "and one and one and no one."]
    drawn = [
        line(text, 700 - 12 * place, (170 - wide(text)) / text.count(" "))
        for place, text in enumerate(texts)
    ]
    row = b"BT /F1 10 Tf 72 600 Td (Ann Poe) Tj ET BT /F1 10 Tf 220 600 Td (Arland) Tj ET"
    assert only(pdf(b"\n".join([*drawn, row]))).text.split("\n\n") == [
        " ".join(texts),
        "Ann Poe",
        "Arland",
    ]
