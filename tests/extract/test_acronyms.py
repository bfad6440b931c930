"""Acronyms that a text defines, after Schwartz and Hearst."""

from __future__ import annotations

import pytest

from relmap.extract.acronyms import find_acronyms, is_name


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "the Shanghai Cooperation Organization’s (SCO) summit",
            (("SCO", "Shanghai Cooperation Organization"),),
        ),
        (
            "the Organization for Security and Co-operation in Europe (OSCE)",
            (("OSCE", "Organization for Security and Co-operation in Europe"),),
        ),
        (
            "It joined the SCO (Shanghai Cooperation Organization).",
            (("SCO", "Shanghai Cooperation Organization"),),
        ),
        ("the national security adviser (NSA)", (("NSA", "national security adviser"),)),
        ("He came (ABC) and went.", ()),
        ("The rate fell (see Table 2).", ()),
        ("", ()),
    ],
)
def test_definitions(text, pairs):
    assert find_acronyms(text) == pairs


def test_a_definition_does_not_reach_over_a_sentence():
    assert find_acronyms("He spoke to the Senate. Big Cats (SBC) came.") == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("World Health Organization", True), ("national security adviser", False), ("Word", False)],
)
def test_what_reads_as_a_name(name, expected):
    assert is_name(name) is expected
