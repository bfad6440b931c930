"""Explicit formats give a day, everything else gives none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import dates

JULY_5 = date(2023, 7, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2023-07-05", "2023-7-5", "2023/07/05", "2023.07.05", "20230705", "20230705T101500Z",
        "2023-07-05T23:59:59Z", "2023-07-05T23:59:59.123+05:30", "2023-07-05 10:00 UTC",
        "5 July 2023", "05 Jul 2023", "5th July, 2023", "5-Jul-2023", "July 5, 2023", "Jul. 5, 2023",
        "JULY 5 2023", "Wednesday, 5 July 2023", "Wed, 05 Jul 2023 10:00:00 +0000",
        "Wed, 05 Jul 2023 10:00:00 GMT", "Wed Jul  5 10:00:00 2023", "July 5, 2023 at 10:30 a.m. EDT",
        "  5   July\t2023 ",
    ],
)  # fmt: skip
def test_explicit_formats_are_days(text: str) -> None:
    assert dates.parse(text) == JULY_5


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "5 July", "July 2023", "2023", "2023-07", "1 minute, 48 seconds Read",
        "31/02/2023", "2023-02-30", "30 February 2023", "05/07/2023", "05/07/23", "1799-01-01",
        "2201-01-01", "On 5 July 2023", "5 July 2023 was a day", "202307051", "1688515200",
        "Islamabad, 5 July 2023(TDI):", "²/³/2023", "2023-07-05" + " " * 5 + "x" * 200,
    ],
)  # fmt: skip
def test_everything_else_is_none(text: str) -> None:
    assert dates.parse(text) is None


def test_numbers_are_read_in_the_order_that_is_known() -> None:
    assert dates.parse_in_order("05/07/2023", None) is None
    assert dates.parse_in_order("05/07/2023", "day first") == JULY_5
    assert dates.parse_in_order("05/07/2023", "month first") == date(2023, 5, 7)
    assert dates.parse_in_order("25.07.2023", None) == date(2023, 7, 25)
    assert dates.parse_in_order("07-25-2023 10:00", None) == date(2023, 7, 25)
    assert dates.parse_in_order("07/07/2023", None) == date(2023, 7, 7)
    assert dates.parse_in_order("31/02/2023", "day first") is None
    assert dates.is_ambiguous("05/07/2023")
    assert not dates.is_ambiguous("25/07/2023")
    assert not dates.is_ambiguous("31/02/2023")


def test_a_column_settles_the_order_only_without_contradiction() -> None:
    assert dates.settle_order(["05/07/2023", "25/07/2023"]) == "day first"
    assert dates.settle_order(["05/07/2023", "07/25/2023"]) == "month first"
    assert dates.settle_order(["25/07/2023", "07/25/2023"]) is None
    assert dates.settle_order(["05/07/2023", "2023-07-25", "nonsense", "99/99/2023"]) is None


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_what_is_written_comes_back(day: date) -> None:
    assert dates.parse(day.isoformat()) == day
    assert dates.parse(day.strftime("%Y%m%d").rjust(8, "0")) == day
    assert dates.parse(f"{day.day} {day:%B} {day.year}") == day
    assert dates.parse(f"{day:%b} {day.day}, {day.year}") == day
    assert dates.parse_in_order(f"{day.day}/{day.month}/{day.year}", "day first") == day


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    dates.parse(text)
    dates.parse_in_order(text, "month first")
