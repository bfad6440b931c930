from __future__ import annotations

import pytest

from relmap.errors import InputError
from relmap.knowledge.packaged import read_rows, split_cell


def test_rows_count_as_a_spreadsheet_does() -> None:
    row, cells = next(read_rows("titles.csv", ("term", "role", "also_name", "not_after")))
    assert row == 2
    assert set(cells) == {"term", "role", "also_name", "not_after"}


def test_a_wrong_header_is_named() -> None:
    with pytest.raises(InputError, match=r"titles\.csv, row 1: the columns must be term, kind"):
        list(read_rows("titles.csv", ("term", "kind")))


def test_split_cell() -> None:
    assert split_cell("Russian|Russians") == ("Russian", "Russians")
    assert split_cell(" a | |b") == ("a", "b")
    assert split_cell("") == ()
