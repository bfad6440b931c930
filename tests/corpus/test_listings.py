"""Tables that describe the files beside them, and never lead outside."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from corpus_scenes import folder_of, read_table, reasons_of, texts_of

from relmap.corpus import read
from relmap.models import Article, Unread


def test_a_table_describes_the_files_beside_and_below_it(tmp_path: Path) -> None:
    items = folder_of(
        tmp_path,
        "file,title,date,outlet,url\na.txt,Told,,,\nsub/b.txt,,2024-01-02,BBC,https://x.org\n",
    )
    assert reasons_of(items) == []
    first, second = (item for item in items if isinstance(item, Article))
    assert (first.title, first.title_source, first.date, first.date_source) == (
        "Told", "table", date(2023, 7, 5), "dateline",
    )  # fmt: skip
    assert (second.date, second.outlet, second.outlet_source, second.url) == (
        date(2024, 1, 2), "BBC", "table", "https://x.org",
    )  # fmt: skip


def test_a_listing_never_leads_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret.")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link").symlink_to(tmp_path)
    rows = ["../secret.txt", "/etc/passwd", "link/secret.txt", "../../etc/passwd"]
    items = folder_of(inner, "file,title\n" + "".join(f"{row},T\n" for row in rows))
    assert all("Secret" not in text and "root:" not in text for text in texts_of(items))
    assert len(texts_of(items)) == 2
    assert [row for row, _ in reasons_of(items)] == [2, 3, 4, 5, None]  # the last is the link
    assert reasons_of(items)[0][1] == (
        '"../secret.txt" lies outside the table\'s folder and is not read; move it beside the table'
    )


def test_a_listing_describes_no_file_outside_even_if_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Other.")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "t.csv").write_text("file,title\n../other.txt,Forged\n")
    items = list(read([tmp_path]))
    assert [(i.text, i.title) for i in items if isinstance(i, Article)] == [("Other.", None)]
    assert [row for row, _ in reasons_of(items)] == [2]


def test_a_listing_with_an_impossible_name_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    rows = [{"file": "a\x00.txt"}, {"file": "x" * 5_000}, {"file": 7}]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)))
    items = list(read([tmp_path]))
    assert texts_of(items) == ["Talks."]
    assert [row for row, _ in reasons_of(items)] == [1, 2, 3]
    assert reasons_of(items)[0][1] == '"a\ufffd.txt" is no usable file name; correct it'


def test_a_listing_says_what_it_cannot_use(tmp_path: Path) -> None:
    items = folder_of(tmp_path, "file,title,date\nmissing.txt,T,\na.txt,T,soon\na.txt,U,\n,V,\n")
    assert reasons_of(items) == [
        (
            2,
            'there is no file "missing.txt" beside this table; correct the name or leave the row out',
        ),
        (
            3,
            'the date "soon" was not understood; the article is kept as undated; '
            "write dates as YYYY-MM-DD",
        ),
        (4, "row 3 already describes this file; leave one of the two out"),
        (5, "this row names no file; fill in the file's name or leave the row out"),
    ]


def test_a_listing_alone_opens_nothing(tmp_path: Path) -> None:
    folder_of(tmp_path, "file,title\na.txt,T\n")
    (item,) = read([tmp_path / "articles.csv"])
    assert isinstance(item, Unread)
    assert item.row == 2
    assert item.reason.startswith('"a.txt" is described here but was not given; give the folder')
    first, second = (
        read([tmp_path / "articles.csv", tmp_path / "a.txt"]),
        read([tmp_path / "a.txt"]),
    )
    assert [i.title for i in first if isinstance(i, Article)] == ["T"]
    assert [i.title for i in second if isinstance(i, Article)] == [None]
    (uploaded,) = read_table("articles.csv", "file,title\na.txt,T\n")
    assert isinstance(uploaded, Unread)
    assert uploaded.reason.startswith("this table describes files and holds no texts")


@pytest.mark.parametrize("name", ["box.mbox", "crawl.warc.gz", "feed.rss", "press.zip", "rows.csv"])
def test_a_row_for_a_file_of_many_articles_is_applied_to_none_and_said(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "articles.csv").write_text(f"file,title,date\n{name},Whole crawl,2001-01-01\n")
    (tmp_path / name).write_text(
        "From a@b.example Wed Jul  5 2023\nSubject: A\n\nIran met Iraq.\n"
        if name == "box.mbox"
        else "title,text\nA,Iran met Iraq.\n"
    )
    items = list(read([tmp_path]))
    assert [item.title for item in items if isinstance(item, Article)] in ([], ["A"])
    assert (
        Unread(
            str(tmp_path / "articles.csv"),
            2,
            f'"{name}" may hold many articles, so this row is applied to none of them; '
            "name files of one article each, or leave the row out",
        )
        in items
    )
