"""The table of outlets is consistent, and a name counts as an outlet's only when it is one."""

from __future__ import annotations

import pytest

from relmap.knowledge import outlets


def test_the_table_is_sorted_unique_and_complete() -> None:
    rows = outlets.load()
    assert len(rows) >= 60
    keys = [row.abbreviation.casefold() for row in rows]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert all(row.abbreviation and row.name and row.note for row in rows)
    assert {row.kind for row in rows} == {"agency", "outlet"}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TDI", "The Diplomatic Insight"),
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("REUTERS", "Reuters"),
        ("dpa", "dpa"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
    ],
)
def test_abbreviations_and_names_are_found(written: str, name: str) -> None:
    row = outlets.find(written)
    assert row is not None
    assert row.name == name


@pytest.mark.parametrize("name", ["", "SCO", "Moscow", "A P", "Reuters, AFP"])
def test_what_is_not_in_the_table_is_not_found(name: str) -> None:
    assert outlets.find(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Frontier Post", True),
        ("Daily Times", True),
        ("South China Morning Post", True),
        ("Xinhua News Agency", True),
        ("Emily Post", False),
        ("Jane Doe", False),
        ("Post", False),
        ("the talks of the day", False),
    ],
)
def test_names_built_like_an_outlets(name: str, expected: bool) -> None:
    assert outlets.publishes(name) is expected
