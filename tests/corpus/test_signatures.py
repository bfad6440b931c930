"""A file under a wrong ending is said with the ending to give it; one full of tags is read without."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from relmap.corpus import read_upload
from relmap.corpus.signatures import ending_of
from relmap.models import Article, Unread

STORY = "Emmanuel Macron met Rishi Sunak in Paris on Monday to discuss migration, officials said."
PAGE = f"<!DOCTYPE html>\n<html><body><p>{STORY}</p></body></html>".encode()


def _read(name: str, content: bytes) -> Article | Unread:
    (item,) = read_upload(name, content)
    return item


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", b"%PDF-1.7\n" + bytes(99), 'this is a PDF, although its name says otherwise; rename it so that it ends in ".pdf"'),
        ("a.txt", b"%PDF-1.7\n%abc", 'this is a PDF, although its name says otherwise; rename it so that it ends in ".pdf"'),
        ("a.txt", PAGE, 'this is a web page, although its name says otherwise; rename it so that it ends in ".html"'),
        ("a.txt", PAGE.decode().encode("utf-16"), 'this is a web page, although its name says otherwise; rename it so that it ends in ".html"'),
        ("a.txt", b"{\\rtf1 hello}", 'this is an RTF document, although its name says otherwise; rename it so that it ends in ".rtf"'),
        ("a.pdf", PAGE, 'this is a web page, although its name says otherwise; rename it so that it ends in ".html"'),
        ("a.docx", b"{\\rtf1 hello}", 'this is an RTF document, although its name says otherwise; rename it so that it ends in ".rtf"'),
    ],
)  # fmt: skip
def test_a_wrong_ending_is_said(name: str, content: bytes, reason: str) -> None:
    item = _read(name, content)
    assert isinstance(item, Unread)
    assert item.reason == reason


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"\xef\xbb\xbf  <!-- saved from url=(0022) -->\n<HTML lang='de'>", ".html"),
        (b"<!doctype html>", ".html"),
        (b"<!---->" * 500 + b"<html>", ".html"),
        (b"<!---->" * 500 + b"<div>", ""),
        (b"<htmlish>", ""),
        (b"The <html> tag", ""),
        (b"<p>A piece.</p>", ""),
        (b"PDF", ""),
        (b"", ""),
    ],
)
def test_only_the_first_bytes_tell(content: bytes, ending: str) -> None:
    assert ending_of(content) == ending


def test_tags_in_a_text_or_in_a_cell_are_no_part_of_it() -> None:
    item = _read("a.txt", b"<p>Macron met <b>Scholz</b>.</p>\n<p>Xi left.</p>")
    assert isinstance(item, Article)
    assert item.text == "Macron met Scholz.\nXi left."
    item = _read("a.csv", b'title,text\nZ,"<p>Macron met <b>Scholz</b>.</p><p>Xi left.</p>"\n')
    assert isinstance(item, Article)
    assert item.text == "Macron met Scholz.\nXi left."
    item = _read("a.csv", b'title,text\nZ,"<p> </p>"\n')
    assert isinstance(item, Unread)
    assert "blank" in item.reason


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("20110412.html", None),
        ("2011-04-12.html", date(2011, 4, 12)),
        ("20110412-talks.html", date(2011, 4, 12)),
    ],
)
def test_the_number_that_a_page_is_saved_under_is_no_day(name: str, day: date | None) -> None:
    item = _read(name, PAGE)
    assert isinstance(item, Article)
    assert item.date == day


def test_a_word_document_under_another_ending_is_known() -> None:
    document, content = Document(), BytesIO()
    document.add_paragraph(STORY)
    document.save(content)
    for name in ("a.rtf", "a.html", "a.pdf", "a.txt"):
        item = _read(name, content.getvalue())
        assert isinstance(item, Unread)
        assert item.reason.startswith("this is a Word document")
    assert isinstance(_read("a.docx", content.getvalue()), Article)
