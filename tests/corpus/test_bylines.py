"""Bylines give an outlet only where the name is one."""

from __future__ import annotations

import pytest

from relmap.corpus import bylines


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Written by The Frontier Post", "The Frontier Post"),
        ("By Jane Doe", None),
        ("By JANE DOE, Associated Press", "Associated Press"),
        ("By Jane Doe and John Q. Roe | Reuters", "Reuters"),
        ("by Maria de la Cruz", None),
        ("By Emily Post", None),
        ("Reported by AFP", "Agence France-Presse"),
    ],
)
def test_bylines(line: str, outlet: str | None) -> None:
    byline = bylines.find(line)
    assert byline is not None
    assert byline.outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "By working hand in hand, Russia and Pakistan aspire to more.",
        "By Friday the talks had failed.",
        "BY THE NUMBERS",
        "Written by hand",
        "The Frontier Post",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert bylines.find(line) is None


def test_biographies_at_the_edge_are_told_from_sentences() -> None:
    assert bylines.is_biography("Jane Doe is a reporter for Some News Digital.")
    assert bylines.is_biography("• Jane Doe is a senior fellow at the Institute.")
    assert bylines.is_biography("Follow him on Twitter @janedoe.")
    assert not bylines.is_biography("Wang Yi is the foreign minister of China.")
    assert not bylines.is_biography("Jane Doe is a senior fellow at the Institute.")
