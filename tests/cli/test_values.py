"""Values of options, and why they are none, in our own words."""

from __future__ import annotations

import pytest
import typer

from relmap.cli.values import parse_count, parse_word


def test_a_word_of_a_few_is_read_and_every_other_refused() -> None:
    parse = parse_word(("store", "shown"))
    assert parse("shown") == "shown"
    for text in ("", "Shown", "new"):
        with pytest.raises(typer.BadParameter, match=f"'{text}' is not one of store or shown"):
            parse(text)


@pytest.mark.parametrize("text", ["1", "2", "02"])
def test_a_number_within_its_limits_is_read(text: str) -> None:
    assert parse_count(1, 2)(text) == int(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0", "0 is not allowed. Write a whole number from 1 to 2"),
        ("3", "3 is not allowed"),
        ("-1", "-1 is not allowed"),
        ("1.5", "'1.5' is no whole number"),
        ("²", "'²' is no whole number"),
        ("9" * 5000, "is no whole number"),
        ("", "'' is no whole number"),
    ],
)
def test_what_is_no_number_or_too_large_is_refused(text: str, words: str) -> None:
    with pytest.raises(typer.BadParameter, match=words):
        parse_count(1, 2)(text)


def test_a_number_without_a_greatest_may_be_large() -> None:
    assert parse_count(1)("999999999") == 999_999_999
    with pytest.raises(typer.BadParameter, match="Write 1 or more"):
        parse_count(1)("0")
