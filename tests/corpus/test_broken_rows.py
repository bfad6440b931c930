"""Rows that are broken or too large: each costs itself alone and is said with its remedy."""

from __future__ import annotations

import json
from datetime import date

import pytest
from corpus_scenes import read_table, reasons_of, texts_of

from relmap.models import Article, Unread


def test_a_broken_date_keeps_the_article_undated_and_is_said() -> None:
    items = read_table("t.csv", "date,text\n31/02/2023,One.\n2023-07-05,Two.\n")
    assert [(i.text, i.date, i.date_source) for i in items if isinstance(i, Article)] == [
        ("One.", None, "unknown"),
        ("Two.", date(2023, 7, 5), "table"),
    ]
    assert reasons_of(items) == [
        (
            2,
            'the date "31/02/2023" was not understood; the article is kept as undated; write dates as YYYY-MM-DD',
        )
    ]


def test_an_ambiguous_date_is_read_when_its_column_settles_it() -> None:
    alone = read_table("t.csv", "date,text\n05/07/2023,One.\n")
    assert reasons_of(alone) == [
        (
            2,
            'the date "05/07/2023" could be two days and nothing in its column says which; '
            "the article is kept as undated; write dates as YYYY-MM-DD",
        )
    ]
    settled = read_table("t.csv", "date,text\n05/07/2023,One.\n25/07/2023,Two.\n")
    assert [item.date for item in settled if isinstance(item, Article)] == [
        date(2023, 7, 5),
        date(2023, 7, 25),
    ]
    contradicted = read_table(
        "t.csv", "date,text\n05/07/2023,One.\n25/07/2023,Two.\n07/25/2023,Three.\n"
    )
    assert [row for row, _ in reasons_of(contradicted)] == [2]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://x.org", "x.org", "https://x.org/<b>", "http://a b"]
)
def test_a_url_that_is_no_web_address_is_left_out(url: str) -> None:
    items = read_table("t.jsonl", json.dumps({"text": "One.", "url": url}))
    assert [item.url for item in items if isinstance(item, Article)] == [None]
    assert reasons_of(items) == [
        (1, f'the url "{url}" is not an http or https address; the article is kept without it')
    ]


def test_rows_with_too_many_or_too_few_cells_are_not_trusted() -> None:
    items = read_table("t.csv", "id,date,text\n1,,One.\n2,,One, two.\n3,\n4,,Four.,,\n")
    assert texts_of(items) == ["One.", "Four."]
    remedy = "put cells that hold separators or line ends in quotation marks"
    assert reasons_of(items) == [
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
    items = read_table("t.csv", "id,date,text\n" + rows)
    assert texts_of(items) == texts
    ((row, reason),) = reasons_of(items)
    assert row in (2, 3)
    assert "quotation mark" in reason
    assert 'close it, and write "" for a mark inside a cell' in reason


@pytest.mark.parametrize("cell", ["x" * 20_000_000, '"' + "x y, z\n" * 3_000_000 + '"'])
def test_a_cell_of_20_mb_costs_its_own_row_only(cell: str) -> None:
    items = read_table(
        "t.csv", f"id,date,text\n1,2023-01-01,One.\n2,2023-01-01,{cell}\n3,2023-01-01,Three.\n"
    )
    assert texts_of(items) == ["One.", "Three."]
    ((row, reason),) = reasons_of(items)
    assert row == 3
    assert "2,100,000" in reason
    assert "split" in reason


def test_a_jsonl_line_of_20_mb_costs_its_own_row_only() -> None:
    lines = [{"text": "One."}, {"text": "x" * 20_000_000}, {"text": "Three."}]
    items = read_table("t.jsonl", "\n".join(map(json.dumps, lines)))
    assert texts_of(items) == ["One.", "Three."]
    assert reasons_of(items) == [
        (
            2,
            "this row is too long (20,000,013 characters; at most 2,100,000); "
            "split its text into one row per article",
        )
    ]


def test_a_text_over_the_limit_in_a_row_is_said_with_its_size() -> None:
    items = read_table("t.csv", "text\n" + "x" * 50 + "\nshort\n", max_chars=40)
    assert texts_of(items) == ["short"]
    assert reasons_of(items)[0][1].startswith(
        "this text is too long for one article (50 characters; at most 40"
    )


def test_broken_lines_of_jsonl_are_said_one_by_one() -> None:
    items = read_table(
        "t.jsonl",
        '{"text": "One."}\n\n{"text": 5}\n{"title": "T"}\n[1]\n{bad\n'
        + "[" * 99_999
        + '\n{"text": "End."}\n',
    )
    assert texts_of(items) == ["One.", "End."]
    assert reasons_of(items) == [
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


def _broken(where: str, what: str, *, is_read: bool = True) -> str:
    return f"this is not valid JSON in {where} ({what}); mend that place or save the file anew" + (
        ", what stands before it is read" if is_read else ""
    )


@pytest.mark.parametrize(
    ("content", "texts", "where", "what"),
    [
        # A comma too many, one too few, a mark that is not escaped.
        ('[\n {"text": "A."},\n {"text": "B."},\n]\n', ["A.", "B."], "line 4, column 1", "expecting a value"),
        ('[\n {"text":\n"A."}\n {"text": "B."}\n]', ["A."], "line 4, column 2", "expecting ','"),
        ('[{"text": "A."}, {"text": "He "B."}, {}]', ["A."], "line 1, column 32", "expecting ',' delimiter"),
        # Cut while it was copied.
        ('\ufeff [\n{"text": "A."},\n{"text": "B."},\n', ["A.", "B."], "line 4, column 1", "the file ends"),
        ('[\n{"text": "A."},\n{"te', ["A."], "line 3, column 2", "unterminated string"),
        ('{"status": "ok",\n"n": [], "articles": [\n{"text": "A."},\n{"text":', ["A."], "line 4, column 9", "the file ends"),
        ('[{"text": "A."}, ' + "[" * 99_999, ["A."], "line 1, column 18",
         "a number too long, or nested too deep"),
        ('[{"text": "A."}, {"id": ' + "9" * 9_999 + "}]", ["A."], "line 1, column 18",
         "a number too long, or nested too deep"),
        # What is an article and what only stands beside is not known before the end.
        ('{"text": "A.", "images": [{"url": "b"}], "x', [], "line 1, column 42", "unterminated string"),
        ('{"a": [{"text": "A."}], "b": [{"text": "B."}], "x', [], "line 1, column 48", "unterminated string"),
    ],
)  # fmt: skip
def test_a_broken_list_is_read_up_to_its_break_and_one_notice_says_where(
    content: str, texts: list[str], where: str, what: str
) -> None:
    items = read_table("t.json", content)
    assert texts_of(items) == texts
    assert reasons_of(items) == [(len(texts) + 1, _broken(where, what, is_read=bool(texts)))]
    assert [item.refused for item in items if isinstance(item, Unread)] == [True]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]),
        ('\n{"text": "A."}\n{bad}\n{"text": "B."}\n', ["A.", "B."]),
        ('{"text": "He "A."}\n{"text": "B."}\n', ["B."]),
        ('[\n{"text": "A."}\n{"text": "B."}\n]', ["A.", "B."]),
        ("x" * 999_999 + '\n{"text": "B."}\n', ["B."]),
    ],
)
def test_objects_each_in_its_line_are_read_under_the_name_of_a_list(
    content: str, texts: list[str]
) -> None:
    assert texts_of(read_table("t.json", content)) == texts


@pytest.mark.parametrize(
    "content",
    [
        '{\n"text": "A."\n}\n{\n"text": "B."}',
        '[{"text": "A."}]\n[{"text": "B."}]',
        '{"n": 1,\n"list": [{"text": "A."}]}\n\n{"n": 2,\n"list": [{"text": "B."}]}',
    ],
)
def test_lists_and_objects_may_stand_one_behind_another(content: str) -> None:
    items = read_table("t.json", content)
    assert (texts_of(items), reasons_of(items)) == (["A.", "B."], [])


@pytest.mark.parametrize(
    "piece", [" ", "[", "{", '{"a":', '{"a":[', "[{},", "[],", '"', "\n", "{}\n", "1 "]
)
def test_a_megabyte_of_broken_json_comes_to_an_end(piece: str) -> None:
    assert texts_of(read_table("t.json", piece * (1_000_000 // len(piece)))) == []


@pytest.mark.parametrize(
    "own", [{"content": "news"}, {"title": "x", "content": ""}, {"text": "Two."}, {"feed": "x"}]
)
def test_a_short_text_beside_a_list_of_articles_is_not_the_article(own: dict[str, str]) -> None:
    rows = [{"text": "Modi met Putin."}, {"text": "Xi met Khan."}]
    assert texts_of(read_table("t.json", json.dumps({**own, "articles": rows}))) == [
        "Modi met Putin.", "Xi met Khan.",
    ]  # fmt: skip


def test_an_article_beside_a_list_of_short_texts_is_the_article() -> None:
    held = {"text": "Modi met Putin in Moscow.", "images": [{"text": "Modi"}, {"url": "x"}]}
    assert texts_of(read_table("t.json", json.dumps(held))) == ["Modi met Putin in Moscow."]


def test_lines_are_told_by_most_of_them() -> None:
    content = "\n".join(["{broken", "{too", *(f'{{"text": "Row {row}."}}' for row in range(4))])
    items = read_table("t.json", content)
    assert texts_of(items) == [f"Row {row}." for row in range(4)]
    assert [row for row, _ in reasons_of(items)] == [1, 2]
