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
        ("By our Jakarta correspondent", None),
        ("From our own correspondent in New Delhi", None),
        ("By a Staff Reporter", None),
        ("Staff and wire reports", None),
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
        "From our correspondents we hear that Moscow agreed.",
        "Foreign correspondents",
        "Staff Secretary Jane Doe",
        "The Frontier Post",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert bylines.find(line) is None


def test_biographies_at_the_edge_are_told_from_sentences() -> None:
    assert bylines.is_biography("Jane Doe is a reporter for Some News Digital.")
    assert bylines.is_biography("• Jane Doe is a senior fellow at the Institute.")
    assert bylines.is_biography("Follow him on Twitter @janedoe.")
    assert bylines.is_biography("Jane Doe is a politics writer for Some News Digital.")
    assert bylines.is_biography("Editor's note: Jane Doe, a lawyer, is the author of a book.")
    assert bylines.is_biography("Roe reported from Jerusalem.")
    assert bylines.is_biography("Doe and Roe reported from McLean, Va. Contributing: Ann Poe")
    assert not bylines.is_biography("Ukraine reported from Kharkiv that Russia had stopped.")
    assert not bylines.is_biography("Vladimir Putin was asked by a reporter for an agency.")
    assert not bylines.is_biography("Salman Rushdie is a writer of novels.")
    assert not bylines.is_biography("Wang Yi is the foreign minister of China.")
    assert not bylines.is_biography("Jane Doe is a senior fellow at the Institute.")


@pytest.mark.parametrize(
    "line", ["USA TODAY", "Special for The Frontier Post", "Opinion columnist"]
)
def test_an_affiliation_says_for_whom_somebody_writes(line: str) -> None:
    assert bylines.is_affiliation(line)


@pytest.mark.parametrize("line", ["China and Russia", "He spoke to an editor.", "What comes next?"])
def test_other_lines_are_no_affiliation(line: str) -> None:
    assert not bylines.is_affiliation(line)
