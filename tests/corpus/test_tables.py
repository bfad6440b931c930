"""Tables of articles: rows become articles or a line with row and remedy; the rest is read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import columns, read, read_upload
from relmap.models import Article, Unread


def _read(name: str, content: str | bytes, max_chars: int = 1_000_000) -> list[Article | Unread]:
    data = content if isinstance(content, bytes) else content.encode()
    return list(read_upload(name, data, max_chars=max_chars))


def _texts(items: list[Article | Unread]) -> list[str]:
    return [item.text for item in items if isinstance(item, Article)]


def _reasons(items: list[Article | Unread]) -> list[tuple[int | None, str]]:
    return [(item.row, item.reason) for item in items if isinstance(item, Unread)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_in_any_order_case_and_separator(delimiter: str) -> None:
    header = ["Extra", "TEXT", "Outlet", "url", "Date", "ID", "Title"]
    row = ["x", "Hello there.", "BBC", "https://example.org/a", "2023-07-05", "7", "A title"]
    (article,) = _read("t.csv", delimiter.join(header) + "\r\n" + delimiter.join(row) + "\r\n")
    assert article == Article(
        article_id="7",
        text="Hello there.",
        path="t.csv",
        row=2,
        title="A title",
        title_source="table",
        date=date(2023, 7, 5),
        date_source="table",
        outlet="BBC",
        outlet_source="table",
        url="https://example.org/a",
    )


def test_synonyms_are_understood_in_csv_and_jsonl() -> None:
    csv_items = _read(
        "t.csv", "Headline,Published At,Source,Permalink,Body\nT,5 July 2023,BBC,http://x.org,B\n"
    )
    line = {
        "headline": "T",
        "pubDate": "5 July 2023",
        "source": {"id": "bbc", "name": "BBC"},
        "link": "http://x.org",
        "maintext": "B",
    }
    for item in (*csv_items, *_read("t.jsonl", json.dumps(line))):
        assert isinstance(item, Article)
        assert (item.title, item.date, item.outlet, item.url, item.text) == (
            "T", date(2023, 7, 5), "BBC", "http://x.org", "B",
        )  # fmt: skip


def test_of_two_columns_with_one_meaning_the_own_name_wins_else_the_first() -> None:
    items = _read("t.csv", "body,text\nno,yes\n")
    assert _texts(items) == ["yes"]
    assert _reasons(items) == [
        (
            1,
            'the columns "body" and "text" both mean the text; "text" is taken, rename it to choose another',
        )
    ]
    assert columns.understand(["content", "body"]).places == {"text": 0}


def test_blank_cells_leave_it_to_the_article() -> None:
    (item,) = _read("t.csv", 'title,date,text\n,,"PARIS, 5 July 2023 (AFP): Talks began."\n')
    assert isinstance(item, Article)
    assert (item.date, item.date_source, item.outlet, item.outlet_source) == (
        date(2023, 7, 5), "dateline", "Agence France-Presse", "dateline",
    )  # fmt: skip


def test_multi_line_cells_keep_their_line_ends_and_rows_count_as_in_a_spreadsheet() -> None:
    items = _read("t.csv", 'id,text\n1,"One.\r\nTwo ""quoted""."\n2,\n3,Three\n')
    assert _texts(items) == ['One.\r\nTwo "quoted".', "Three"]
    assert _reasons(items) == [
        (3, "the text of this row is blank; fill it in or leave the row out")
    ]


def test_a_broken_date_keeps_the_article_undated_and_is_said() -> None:
    items = _read("t.csv", "date,text\n31/02/2023,One.\n2023-07-05,Two.\n")
    assert [(i.text, i.date, i.date_source) for i in items if isinstance(i, Article)] == [
        ("One.", None, "unknown"),
        ("Two.", date(2023, 7, 5), "table"),
    ]
    assert _reasons(items) == [
        (
            2,
            'the date "31/02/2023" was not understood; the article is kept as undated; write dates as YYYY-MM-DD',
        )
    ]


def test_an_ambiguous_date_is_read_when_its_column_settles_it() -> None:
    alone = _read("t.csv", "date,text\n05/07/2023,One.\n")
    assert _reasons(alone) == [
        (
            2,
            'the date "05/07/2023" could be two days and nothing in its column says which; '
            "the article is kept as undated; write dates as YYYY-MM-DD",
        )
    ]
    settled = _read("t.csv", "date,text\n05/07/2023,One.\n25/07/2023,Two.\n")
    assert [item.date for item in settled if isinstance(item, Article)] == [
        date(2023, 7, 5),
        date(2023, 7, 25),
    ]
    contradicted = _read(
        "t.csv", "date,text\n05/07/2023,One.\n25/07/2023,Two.\n07/25/2023,Three.\n"
    )
    assert [row for row, _ in _reasons(contradicted)] == [2]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x.org", "x.org", "https://x.org/<b>", "http://a b"]
)
def test_a_url_that_is_no_web_address_is_left_out(url: str) -> None:
    items = _read("t.jsonl", json.dumps({"text": "One.", "url": url}))
    assert [item.url for item in items if isinstance(item, Article)] == [None]
    assert _reasons(items) == [
        (1, f'the url "{url}" is not an http or https address; the article is kept without it')
    ]


def test_rows_with_too_many_or_too_few_cells_are_not_trusted() -> None:
    items = _read("t.csv", "id,date,text\n1,,One.\n2,,One, two.\n3,\n4,,Four.,,\n")
    assert _texts(items) == ["One.", "Four."]
    remedy = "put cells that hold separators or line ends in quotation marks"
    assert _reasons(items) == [
        (3, f"this row has 4 cells where the header has 3; {remedy}"),
        (4, f"this row has 2 cells where the header has 3; {remedy}"),
    ]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ('1,2023-01-01,"One."\n2,2023-01-01,"broken\n3,2023-01-03,"Three."\n4,2023-01-04,Four.\n', ["One.", "Three.", "Four."]),
        ('1,2023-01-01,One.\n2,2023-01-01,"broken\n3,2023-01-03,Three.\n', ["One.", "Three."]),
        ('1,2023-01-01,"One" two\n3,2023-01-03,"Three\nfour."\n', ["Three\nfour."]),
    ],
)  # fmt: skip
def test_an_unbalanced_quotation_mark_costs_its_own_row_only(rows: str, texts: list[str]) -> None:
    items = _read("t.csv", "id,date,text\n" + rows)
    assert _texts(items) == texts
    ((row, reason),) = _reasons(items)
    assert row in (2, 3)
    assert "quotation mark" in reason
    assert 'close it, and write "" for a mark inside a cell' in reason


@pytest.mark.parametrize("cell", ["x" * 20_000_000, '"' + "x y, z\n" * 3_000_000 + '"'])
def test_a_cell_of_20_mb_costs_its_own_row_only(cell: str) -> None:
    items = _read(
        "t.csv", f"id,date,text\n1,2023-01-01,One.\n2,2023-01-01,{cell}\n3,2023-01-01,Three.\n"
    )
    assert _texts(items) == ["One.", "Three."]
    ((row, reason),) = _reasons(items)
    assert row == 3
    assert "2,100,000" in reason
    assert "split" in reason


def test_a_jsonl_line_of_20_mb_costs_its_own_row_only() -> None:
    lines = [{"text": "One."}, {"text": "x" * 20_000_000}, {"text": "Three."}]
    items = _read("t.jsonl", "\n".join(map(json.dumps, lines)))
    assert _texts(items) == ["One.", "Three."]
    assert _reasons(items) == [
        (
            2,
            "this row is too long (20,000,013 characters; at most 2,100,000); "
            "split its text into one row per article",
        )
    ]


def test_a_text_over_the_limit_in_a_row_is_said_with_its_size() -> None:
    items = _read("t.csv", "text\n" + "x" * 50 + "\nshort\n", max_chars=40)
    assert _texts(items) == ["short"]
    assert _reasons(items)[0][1].startswith(
        "this text is too long for one article (50 characters; at most 40"
    )


def test_cells_longer_than_the_csv_modules_own_limit_are_read() -> None:
    assert len(_texts(_read("t.csv", "text\n" + "word " * 60_000))[0]) == 300_000


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_a_table_without_texts_is_said_with_its_columns(name: str) -> None:
    rows = (
        "id,title\n1,T\n"
        if name == "t.csv"
        else '{"id": 1, "title": "T"}\n{"id": 2, "title": "U"}\n'
    )
    assert _reasons(_read(name, rows)) == [
        (
            None,
            'no column holds the articles\' text; the columns are "id", "title": name one "text" '
            '(or "file", for a table that describes the files beside it)',
        )
    ]


def test_broken_lines_of_jsonl_are_said_one_by_one() -> None:
    items = _read(
        "t.jsonl",
        '{"text": "One."}\n\n{"text": 5}\n{"title": "T"}\n[1]\n{bad\n'
        + "[" * 99_999
        + '\n{"text": "End."}\n',
    )
    assert _texts(items) == ["One.", "End."]
    assert _reasons(items) == [
        (3, "the text of this row is a number, not text; write it as a string"),
        (4, 'this object has no text; its names are "title": name one "text"'),
        (5, 'this is a list, not an object; write {"text": "…"} for each article'),
        (
            6,
            "this line is not valid JSON (expecting property name enclosed in double quotes, "
            "character 2); write one object a line",
        ),
        (7, "this line is not usable JSON (a number too long, or nested too deep)"),
    ]


def test_half_characters_from_json_are_replaced_one_for_one() -> None:
    (item,) = _read("t.jsonl", '{"text": "a\\ud800b\\u0000c"}')
    assert isinstance(item, Article)
    assert item.text == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    "value",
    [[{"text": "One."}], {"status": "ok", "articles": [{"text": "One."}]}, {"text": "One."}],
)
def test_json_lists_and_the_only_list_in_an_object_are_read(value: object) -> None:
    assert _texts(_read("t.json", json.dumps(value, indent=1))) == ["One."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_come_in_every_encoding(encoding: str) -> None:
    items = _read("t.csv", "title,text\nGül,Café in Zürich – “open”.\n".encode(encoding))
    assert [(i.title, i.text) for i in items if isinstance(i, Article)] == [
        ("Gül", "Café in Zürich – “open”.")
    ]
    guessed = (
        "this is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8"
    )
    assert _reasons(items) == ([(None, guessed)] if encoding == "cp1252" else [])


def test_an_empty_table_and_one_without_rows_are_said() -> None:
    assert _reasons(_read("t.csv", "")) == [
        (None, "the file is empty; put a table with a column of texts into it")
    ]
    for rows in ("id,text\n", "\n\n"):
        assert _reasons(_read("t.csv", rows)) == [
            (None, "the file holds no articles; put some into it or leave it out")
        ]


_cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)


@given(st.lists(st.tuples(_cells, _cells), min_size=1, max_size=6))
def test_what_jsonl_and_csv_are_given_comes_back(rows: list[tuple[str, str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    table = "title,text\n" + "".join(f"{quoted(a)},{quoted(b)}\n" for a, b in rows)
    lines = "\n".join(json.dumps({"title": a, "text": b}) for a, b in rows)
    from_lines = _read("t.jsonl", lines)
    assert len(_texts(from_lines)) + len(_reasons(from_lines)) >= len(rows)
    # A short file with control characters is taken for a program's, not for a table.
    if not any(ord(char) < 32 or char == "\x7f" for char in table.replace("\n", "")):
        assert _texts(_read("t.csv", table)) == _texts(from_lines)


def _folder(tmp_path: Path, table: str) -> list[Article | Unread]:
    (tmp_path / "a.txt").write_text("PARIS, 5 July 2023 (AFP): Talks began.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("More talks.")
    (tmp_path / "articles.csv").write_text(table)
    return list(read([tmp_path]))


def test_a_table_describes_the_files_beside_and_below_it(tmp_path: Path) -> None:
    items = _folder(
        tmp_path,
        "file,title,date,outlet,url\na.txt,Told,,,\nsub/b.txt,,2024-01-02,BBC,https://x.org\n",
    )
    assert _reasons(items) == []
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
    items = _folder(inner, "file,title\n" + "".join(f"{row},T\n" for row in rows))
    assert all("Secret" not in text and "root:" not in text for text in _texts(items))
    assert len(_texts(items)) == 2
    assert [row for row, _ in _reasons(items)] == [2, 3, 4, 5, None]  # the last is the link
    assert _reasons(items)[0][1] == (
        '"../secret.txt" lies outside the table\'s folder and is not read; move it beside the table'
    )


def test_a_listing_describes_no_file_outside_even_if_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Other.")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "t.csv").write_text("file,title\n../other.txt,Forged\n")
    items = list(read([tmp_path]))
    assert [(i.text, i.title) for i in items if isinstance(i, Article)] == [("Other.", None)]
    assert [row for row, _ in _reasons(items)] == [2]


def test_a_listing_with_an_impossible_name_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks.")
    rows = [{"file": "a\x00.txt"}, {"file": "x" * 5_000}, {"file": 7}]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)))
    items = list(read([tmp_path]))
    assert _texts(items) == ["Talks."]
    assert [row for row, _ in _reasons(items)] == [1, 2, 3]
    assert _reasons(items)[0][1] == '"a\ufffd.txt" is no usable file name; correct it'


def test_a_listing_says_what_it_cannot_use(tmp_path: Path) -> None:
    items = _folder(tmp_path, "file,title,date\nmissing.txt,T,\na.txt,T,soon\na.txt,U,\n,V,\n")
    assert _reasons(items) == [
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
    _folder(tmp_path, "file,title\na.txt,T\n")
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
    (uploaded,) = _read("articles.csv", "file,title\na.txt,T\n")
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
