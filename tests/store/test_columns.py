"""Numbers in few bytes come back as they were."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.store.columns import AT, OVER, combine, lengthen, narrow, shorten

numbers = st.one_of(
    st.lists(st.integers(0, 300), max_size=40),
    st.lists(st.integers(0, 254), max_size=40),
    st.lists(st.integers(-3, 70_000), max_size=40),
    st.lists(st.sampled_from([0, 1, 254, 255, 65_535, 65_536, 2**32 - 1, 2**40]), max_size=40),
)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], "uint8"),
        ([255], "uint8"),
        ([256], "uint16"),
        ([-1, 127], "int8"),
        ([-1, 128], "int16"),
        ([65_536], "uint32"),
        ([2**32], "int64"),
        ([-(2**40)], "int64"),
    ],
)
def test_the_narrowest_type(values: list[int], kind: str) -> None:
    made = narrow(np.array(values, dtype=np.int64))
    assert (str(made.dtype), made.tolist()) == (kind, values)


def test_what_is_no_whole_number_stays() -> None:
    assert narrow(np.array([0.5])).dtype == np.float64
    assert narrow(np.array([True])).dtype == np.bool_


@given(numbers, st.data())
def test_short_columns_come_back(values: list[int], data: st.DataObject) -> None:
    columns = shorten("x", np.array(values, dtype=np.int64))
    assert lengthen(columns, "x", slice(0, len(values))).tolist() == values
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(values))] * 2)))
    assert lengthen(columns, "x", slice(start, end)).tolist() == values[start:end]
    if values:
        places = data.draw(st.lists(st.integers(0, len(values) - 1)))
        found = lengthen(columns, "x", np.array(places, dtype=np.int64))
        assert found.tolist() == [values[place] for place in places]


def test_few_large_numbers_do_not_make_all_large() -> None:
    values = np.arange(1000) % 200
    values[500] = 1_000_000
    columns = shorten("x", values)
    assert columns["x"].dtype == np.uint8
    assert (columns["x" + AT].tolist(), columns["x" + OVER].tolist()) == ([500], [1_000_000])
    assert shorten("x", np.arange(1000))["x"].dtype == np.uint16, "most of them are large"


@pytest.mark.parametrize("few", [0, 1 << 24], ids=["sorted", "counted off"])
@given(rows=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 70_000), st.integers(0, 2))))
def test_combinations_come_back(few: int, rows: list[tuple[int, int, int]]) -> None:
    columns = [np.array([row[side] for row in rows], dtype=np.int64) for side in range(3)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("relmap.store.columns._FEW", few)
        codes, told = combine(columns)
    assert [column[codes].tolist() for column in told] == [column.tolist() for column in columns]
    assert len(told[0]) == len(set(rows)), "each combination once"
