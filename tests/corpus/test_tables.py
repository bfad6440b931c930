"""Tables of articles: columns, kinds and encodings, and rows that become articles."""

from __future__ import annotations

import json
from datetime import date

import pytest
from corpus_scenes import read_table, reasons_of, texts_of
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import columns
from relmap.models import Article, Unread


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_in_any_order_case_and_separator(delimiter: str) -> None:
    header = ["Extra", "TEXT", "Outlet", "url", "Date", "ID", "Title"]
    row = ["x", "Hello there.", "BBC", "https://example.org/a", "2023-07-05", "7", "A title"]
    (article,) = read_table("t.csv", delimiter.join(header) + "\r\n" + delimiter.join(row) + "\r\n")
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
    csv_items = read_table(
        "t.csv", "Headline,Published At,Source,Permalink,Body\nT,5 July 2023,BBC,http://x.org,B\n"
    )
    line = {
        "headline": "T",
        "pubDate": "5 July 2023",
        "source": {"id": "bbc", "name": "BBC"},
        "link": "http://x.org",
        "maintext": "B",
    }
    for item in (*csv_items, *read_table("t.jsonl", json.dumps(line))):
        assert isinstance(item, Article)
        assert (item.title, item.date, item.outlet, item.url, item.text) == (
            "T", date(2023, 7, 5), "BBC", "http://x.org", "B",
        )  # fmt: skip


def test_of_two_columns_with_one_meaning_the_own_name_wins_else_the_first() -> None:
    items = read_table("t.csv", "body,text\nno,yes\n")
    assert texts_of(items) == ["yes"]
    assert reasons_of(items) == [
        (
            1,
            'the columns "body" and "text" both mean the text; "text" is taken, rename it to choose another',
        )
    ]
    assert columns.understand(["content", "body"]).places == {"text": 0}


def test_blank_cells_leave_it_to_the_article() -> None:
    (item,) = read_table("t.csv", 'title,date,text\n,,"PARIS, 5 July 2023 (AFP): Talks began."\n')
    assert isinstance(item, Article)
    assert (item.date, item.date_source, item.outlet, item.outlet_source) == (
        date(2023, 7, 5), "dateline", "Agence France-Presse", "dateline",
    )  # fmt: skip


def test_multi_line_cells_keep_their_line_ends_and_rows_count_as_in_a_spreadsheet() -> None:
    items = read_table("t.csv", 'id,text\n1,"One.\r\nTwo ""quoted""."\n2,\n3,Three\n')
    assert texts_of(items) == ['One.\r\nTwo "quoted".', "Three"]
    assert reasons_of(items) == [
        (3, "the text of this row is blank; fill it in or leave the row out")
    ]


def test_cells_longer_than_the_csv_modules_own_limit_are_read() -> None:
    assert len(texts_of(read_table("t.csv", "text\n" + "word " * 60_000))[0]) == 300_000


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_a_table_without_texts_is_said_with_its_columns(name: str) -> None:
    rows = (
        "id,title\n1,T\n"
        if name == "t.csv"
        else '{"id": 1, "title": "T"}\n{"id": 2, "title": "U"}\n'
    )
    assert reasons_of(read_table(name, rows)) == [
        (
            None,
            'no column holds the articles\' text; the columns are "id", "title": name one "text" '
            '(or "file", for a table that describes the files beside it)',
        )
    ]


def test_half_characters_from_json_are_replaced_one_for_one() -> None:
    (item,) = read_table("t.jsonl", '{"text": "a\\ud800b\\u0000c"}')
    assert isinstance(item, Article)
    assert item.text == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    "value",
    [
        [{"text": "One."}],
        {"status": "ok", "articles": [{"text": "One."}]},
        {"page": 1, "content": [{"text": "One."}]},
        {"text": "One."},
        {"text": "One.", "images": [{"url": "https://a.example"}]},
    ],
)
def test_json_lists_and_the_only_list_in_an_object_are_read(value: object) -> None:
    assert texts_of(read_table("t.json", json.dumps(value, indent=1))) == ["One."]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (
            "Xi said &quot;R&amp;D&quot;,\n&#39;no&#x27; &lt;5&nbsp;%.",
            "Xi said \"R&D\",\n'no' <5 %.",
        ),
        ("&lt;p&gt;Xi &amp;amp; Modi&lt;/p&gt;&lt;p&gt;Asif&lt;/p&gt;", "Xi & Modi\nAsif"),
        ("Write to &lt;xi@a.example&gt;.", "Write to <xi@a.example>."),
        ("<![CDATA[Xi met Modi.]]>", "Xi met Modi."),
        # Escaped once: what is left was meant so. And an "&" is no reference by itself.
        ("<p>HTML says &amp;quot; so.</p>", "HTML says &quot; so."),
        ("Xi &amp;quot; Modi", "Xi &quot; Modi"),
        ("AT&T; R&D, a=1&copy=2&lt=3 &unknown; &#; &amp", None),
        ("a]]> b <![CDATA[ c", None),
    ],
)
def test_a_cell_that_is_escaped_for_html_is_read_as_it_is_shown(
    cell: str, text: str | None
) -> None:
    (item,) = read_table("t.jsonl", json.dumps({"text": cell, "title": "R&amp;D"}))
    assert isinstance(item, Article)
    assert (item.text, item.title) == (cell if text is None else text, "R&D")


def test_a_reference_to_no_character_is_cleaned() -> None:
    (item,) = read_table("t.jsonl", '{"text": "a&#0;b&#xD800;&#9999999;"}')
    assert isinstance(item, Article)
    assert item.text == "a\ufffdb\ufffd\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_come_in_every_encoding(encoding: str) -> None:
    items = read_table("t.csv", "title,text\nGül,Café in Zürich – “open”.\n".encode(encoding))
    assert [(i.title, i.text) for i in items if isinstance(i, Article)] == [
        ("Gül", "Café in Zürich – “open”.")
    ]
    guessed = (
        "this is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8"
    )
    assert reasons_of(items) == ([(None, guessed)] if encoding == "cp1252" else [])


def test_an_empty_table_and_one_without_rows_are_said() -> None:
    assert reasons_of(read_table("t.csv", "")) == [
        (None, "the file is empty; put a table with a column of texts into it")
    ]
    for rows in ("id,text\n", "\n\n"):
        assert reasons_of(read_table("t.csv", rows)) == [
            (None, "the file holds no articles; put some into it or leave it out")
        ]


_cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)


@given(st.lists(st.tuples(_cells, _cells), min_size=1, max_size=6))
def test_what_jsonl_and_csv_are_given_comes_back(rows: list[tuple[str, str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    table = "title,text\n" + "".join(f"{quoted(a)},{quoted(b)}\n" for a, b in rows)
    lines = "\n".join(json.dumps({"title": a, "text": b}) for a, b in rows)
    from_lines = read_table("t.jsonl", lines)
    assert len(texts_of(from_lines)) + len(reasons_of(from_lines)) >= len(rows)
    # A short file with control characters is taken for a program's, not for a table.
    if not any(ord(char) < 32 or char == "\x7f" for char in table.replace("\n", "")):
        assert texts_of(read_table("t.csv", table)) == texts_of(from_lines)


def _refused(name: str, content: str) -> bool:
    """Whether any notice says that the table could not be read to its end."""
    return any(item.refused for item in read_table(name, content) if isinstance(item, Unread))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        # Cut while it was copied.
        ("t.csv", 'title,text\nA,"Row one, here."\nB,"Row tw'),
        ("t.csv", 'title,text\nA,"Row one, here."\nB,"Row two\n\ngoes on'),
        ("t.csv", "title,text\nA,Row one here.\nB"),
        ("t.csv", ""),
        ("t.csv", "\n\n"),
        ("t.jsonl", '{"text": "Row one."}\n{"text": "Row tw'),
        ("t.jsonl", '{"text": "Row one."}\n{"text": "Row tw\n'),
        ("t.jsonl", ""),
        ("t.json", '[{"text": "Row one."}, {"text": "Ro'),
        # Its column of texts has another name now.
        ("t.csv", "title,inhalt\nA,Row one.\n"),
        ("t.csv", "title,inhalt\n"),
        ("t.jsonl", '{"inhalt": "Row one."}\n'),
        ("t.json", '[{"inhalt": "Row one."}]'),
    ],
)
def test_what_may_have_held_more_is_refused(name: str, content: str) -> None:
    assert _refused(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "title,text\n"),
        ("t.csv", "title,text\nA,Row one.\nB,\n"),
        ("t.csv", "title,text\nA\nB,Row two.\n"),
        ("t.jsonl", '{"text": "Row one."}\n{"text\n{"text": "Row three."}'),
        ("t.json", "[]"),
        ("t.csv", "file,outlet\na.txt,BBC\n"),
    ],
)
def test_what_was_read_to_its_end_is_not_refused(name: str, content: str) -> None:
    assert not _refused(name, content)
