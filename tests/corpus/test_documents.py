"""An export of a press database is the same articles, whichever kind of file it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from relmap.corpus import read, read_upload
from relmap.models import Article, Unread

EXPORT = """Envoys of Arland and Borland meet in Samar
The Samar Herald
July 5, 2023 Wednesday
Copyright 2023 Samar Herald Ltd. All Rights Reserved
Section: NEWS; Pg. 4
Length: 512 words
Byline: Jane Doe
Body
The envoy of Arland, Ann Poe, met Karl Roe of Borland on Tuesday.
They spoke of the border for two hours.
Classification
Language: ENGLISH
Load-Date: July 6, 2023
End of Document
Borland’s minister resigns
Borland Today
Summer 2023
Copyright 2023 Borland Today
Length: 88 words
Body
Karl Roe has resigned, his office said.
Load-Date: July 5, 2023
End of Document"""


def as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_rtf(lines: list[str]) -> bytes:
    text = "".join(f"{line}\\par\n" for line in lines).replace("’", r"\'92")
    return ("{\\rtf1\\ansi\\ansicpg1252 " + text + "}").encode("ascii")


KINDS = {
    ".docx": as_docx,
    ".rtf": as_rtf,
    ".txt": lambda lines: "\n".join(lines).encode(),
}


@pytest.mark.parametrize("suffix", sorted(KINDS))
def test_an_export_is_its_articles(suffix: str) -> None:
    items = list(read_upload(f"a{suffix}", KINDS[suffix](EXPORT.splitlines())))
    first, second = (item for item in items if isinstance(item, Article))
    (notice,) = (item for item in items if isinstance(item, Unread))
    assert (first.row, second.row, notice.row) == (1, 2, 2)
    assert first.title == "Envoys of Arland and Borland meet in Samar"
    assert (first.outlet, str(first.date)) == ("The Samar Herald", "2023-07-05")
    assert {first.title_source, first.outlet_source, first.date_source} == {"metadata"}
    assert "Jane Doe" not in first.text
    assert first.text.startswith("The envoy of Arland")
    assert first.text.endswith("for two hours.")
    assert (second.title, second.date, second.date_source) == (
        "Borland’s minister resigns",
        None,
        "unknown",
    )
    assert notice.reason.startswith('the date "Summer 2023" was not understood')


@pytest.mark.parametrize("suffix", sorted(KINDS))
def test_an_export_that_cannot_be_taken_apart_is_none_and_says_so(suffix: str) -> None:
    """As one article it would carry fields, a cover and stories of many days."""
    text = EXPORT.replace("End of Document\nBorland’s", "Borland’s")
    (unread,) = read_upload(f"a{suffix}", KINDS[suffix](text.splitlines()))
    assert isinstance(unread, Unread)
    assert "where its articles begin and end is not sure, so nothing of it is read" in unread.reason


@pytest.mark.parametrize("suffix", sorted(KINDS))
def test_the_limit_is_that_of_one_article(suffix: str) -> None:
    export = "\n".join([EXPORT] * 20)
    items = list(read_upload(f"a{suffix}", KINDS[suffix](export.splitlines()), max_chars=1_000))
    assert sum(isinstance(item, Article) for item in items) == 40
    long = EXPORT.replace("for two hours.", "for two hours, " * 100 + "and more.")
    items = list(read_upload(f"a{suffix}", KINDS[suffix](long.splitlines()), max_chars=1_000))
    assert [item.row for item in items if isinstance(item, Article)] == [2]
    assert any(isinstance(item, Unread) and "too long" in item.reason for item in items)


def test_a_text_without_standing_lines_is_one_article_with_its_headline() -> None:
    plain = EXPORT.replace("End of Document\n", "").replace("Load-Date:", "Loaded:")
    (other,) = read_upload(
        "a.txt", plain.split("Length:")[0].encode() + b"Ann Poe met Karl Roe. " * 9
    )
    assert isinstance(other, Article)
    assert (other.title, other.title_source) == (EXPORT.splitlines()[0], "headline")


def test_what_a_table_tells_of_an_export_is_put_on_one_article_or_on_none(tmp_path: Path) -> None:
    first = EXPORT[: EXPORT.index("Borland’s minister")]
    (tmp_path / "many.txt").write_text(EXPORT, encoding="utf-8")
    (tmp_path / "one.txt").write_text(first, encoding="utf-8")
    (tmp_path / "t.csv").write_text("file,id,title\nmany.txt,M,Told\none.txt,O,Told\n")
    items = list(read([tmp_path]))
    articles = [item for item in items if isinstance(item, Article)]
    assert [article.title for article in articles] == [
        "Envoys of Arland and Borland meet in Samar",
        "Borland’s minister resigns",
        "Told",
    ]
    assert (articles[2].article_id, articles[2].outlet) == ("O", "The Samar Herald")
    reasons = [item.reason for item in items if isinstance(item, Unread)]
    assert any("an export of 2 articles, so what it tells is put on none" in r for r in reasons)
    assert sum("describes this file" in reason for reason in reasons) == 1
