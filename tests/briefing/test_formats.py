"""CSV and JSON Lines: nothing lost, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.briefing.formats import Cell, Format, neutral, write

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
hostile = st.text(st.sampled_from(FORMULA_STARTS + "a1 \"',;|()\u2028\x85\x00é🙂")) | st.text()
cells = st.none() | st.integers() | hostile | st.lists(hostile).map(tuple)


def written(rows: list[dict[str, Cell]], columns: list[str], form: Format) -> str:
    stream = io.StringIO(newline="")
    assert write(rows, columns, form, stream) == len(rows)
    return stream.getvalue()


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_csv_comes_back_cell_by_cell_and_never_as_a_formula(pairs: list[tuple[Cell, Cell]]) -> None:
    text = written([{"a": a, "b": b} for a, b in pairs], ["a", "b"], "csv")
    header, *body = csv.reader(io.StringIO(text, newline=""))
    assert header == ["a", "b"]
    assert len(body) == len(pairs)
    for row, pair in zip(body, pairs, strict=True):
        for seen, cell in zip(row, pair, strict=True):
            assert_same(seen, cell)


def assert_same(seen: str, cell: Cell) -> None:
    if isinstance(cell, int):
        assert seen == str(cell)
        return
    text = "" if cell is None else "; ".join(cell) if isinstance(cell, tuple) else cell
    assert seen in {text, f"'{text}"}
    assert not seen.startswith(tuple(FORMULA_STARTS))
    assert not seen.lstrip().startswith(tuple(FORMULA_STARTS))


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_json_lines_keep_every_text_and_stay_one_line_per_row(
    pairs: list[tuple[Cell, Cell]],
) -> None:
    rows = [{"a": a, "b": b} for a, b in pairs]
    lines = written(rows, ["a", "b"], "jsonl").splitlines()
    plain = [
        {key: list(x) if isinstance(x, tuple) else x for key, x in row.items()} for row in rows
    ]
    assert [json.loads(line) for line in lines] == plain


def test_json_lines_are_readable_text_with_keys_in_order() -> None:
    row: dict[str, Cell] = {"b": "“Köln” =1+1", "a": None}
    assert written([row], ["b", "a"], "jsonl") == '{"b": "“Köln” =1+1", "a": null}\n'


def test_csv_is_plain_where_nothing_is_dangerous() -> None:
    rows: list[dict[str, Cell]] = [
        {"who": "Russia", "n": 14, "also": ("Moscow", "Kremlin"), "day": None},
        {"who": 'A "B", C', "n": -3, "also": (), "day": "2023-07-05"},
    ]
    assert written(rows, ["who", "n", "also", "day"], "csv") == (
        'who,n,also,day\nRussia,14,Moscow; Kremlin,\n"A ""B"", C",-3,,2023-07-05\n'
    )


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert neutral(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    assert neutral(f"  {start}1").startswith("'") == (start not in "\t\r\n")


def test_numbers_stay_numbers() -> None:
    assert neutral(-3) == -3


def test_only_the_promised_columns_are_written() -> None:
    assert written([{"a": "1", "secret": "2"}], ["a"], "csv") == "a\n1\n"
    assert written([{"a": "1", "secret": "2"}], ["a"], "jsonl") == '{"a": "1"}\n'
