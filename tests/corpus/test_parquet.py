"""A Parquet table means what the same rows mean in a CSV."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from relmap.corpus import read, read_upload
from relmap.models import Article, Unread


def _parquet(**columns: object) -> bytes:
    held = io.BytesIO()
    pq.write_table(pa.table(columns), held)
    return held.getvalue()


def _read(content: bytes) -> list[Article | Unread]:
    return list(read_upload("rows.parquet", content))


def test_rows_are_read_by_the_names_of_their_columns_and_counted_from_one() -> None:
    items = _read(
        _parquet(
            Headline=["One", None, "Three"],
            Published_At=["2023-07-05", "05/07/2023", "25/07/2023"],
            source=["The Herald", None, ""],
            text=["Russia met Iran.", "India met China.", None],
            other=[[1], [2], [3]],
        )
    )
    assert [(type(item).__name__, item.row) for item in items] == [
        ("Article", 1),
        ("Article", 2),
        ("Unread", 3),
    ]
    first, second, _ = items
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.outlet, first.title_source) == ("One", "The Herald", "table")
    assert (first.date, second.date) == (date(2023, 7, 5), date(2023, 7, 5))


@pytest.mark.parametrize(
    "column",
    [
        pa.array([date(2023, 7, 5)]),
        pa.array([datetime(2023, 7, 5, 23, 30)]),
        pa.array([datetime(2023, 7, 5, 23, 30)], pa.timestamp("ns")),
        pa.array([datetime(2023, 7, 5, 23, 30, tzinfo=ZoneInfo("Asia/Karachi"))],
                 pa.timestamp("us", "Asia/Karachi")),
        pa.array(["5 July 2023"]).dictionary_encode(),
        pa.array([b"2023-07-05"]),
    ],
)  # fmt: skip
def test_days_of_every_type_are_days(column: pa.Array) -> None:
    (item,) = _read(_parquet(text=["Iran met Iraq."], date=column))
    assert isinstance(item, Article)
    assert (item.date, item.date_source) == (date(2023, 7, 5), "table")


@pytest.mark.parametrize(
    "column",
    [
        pa.array(["Iran met Iraq."], pa.large_string()),
        pa.array([b"Iran met Iraq."]),
        pa.array(["Iran met Iraq."]).dictionary_encode(),
        pa.array([b"Iran met Iraq."]).dictionary_encode(),
    ],
)
def test_texts_of_every_type_are_texts(column: pa.Array) -> None:
    (item,) = _read(_parquet(text=column))
    assert isinstance(item, Article)
    assert item.text == "Iran met Iraq."


def test_more_rows_than_are_held_at_once() -> None:
    items = _read(_parquet(text=[f"Iran met Iraq {number} times." for number in range(100)]))
    assert [item.row for item in items] == list(range(1, 101))
    assert isinstance(items[-1], Article)
    assert items[-1].text == "Iran met Iraq 99 times."


def test_without_a_column_of_texts_it_is_said() -> None:
    (item,) = _read(_parquet(title=["A"], words=[1]))
    assert isinstance(item, Unread)
    assert item.reason.startswith('no column holds the articles\' text; the columns are "title"')
    (item,) = _read(_parquet(text=[1]))
    assert isinstance(item, Unread)
    assert "a number" in item.reason
    (item,) = _read(_parquet(text=pa.array([], pa.string())))
    assert isinstance(item, Unread)
    assert "holds no articles" in item.reason


def test_it_may_describe_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran met Iraq.")
    (tmp_path / "list.parquet").write_bytes(_parquet(file=["a.txt"], outlet=["The Herald"]))
    (item,) = read([tmp_path])
    assert isinstance(item, Article)
    assert item.outlet == "The Herald"


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1 nothing PAR1", b"text\nIran met Iraq."])
def test_what_is_no_table_is_said(content: bytes) -> None:
    (item,) = _read(content)
    assert isinstance(item, Unread)
    assert "no Parquet table" in item.reason


def test_rows_behind_damage_are_said() -> None:
    content = bytearray(_parquet(text=["Iran met Iraq."] * 3))
    content[4:40] = bytes(36)
    items = _read(bytes(content))
    assert items
    assert isinstance(items[-1], Unread)
