"""Acronyms that a text defines, after Schwartz and Hearst."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_a_definition_does_not_reach_over_another():
    text = "Justice and Development Party (AKP) and the Justice and Development Party (PJD)"
    assert find_acronyms(text) == ()
    text = "The Communist Party of India (Marxist) (CPI-M) and the Popular Front (PF) and (IPF)"
    assert find_acronyms(text) == (
        ("CPI-M", "Communist Party of India (Marxist)"),
        ("PF", "Popular Front"),
    )


def test_a_definition_does_not_reach_over_a_sentence():
    assert find_acronyms("He spoke to the Senate. Big Cats (SBC) came.") == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("World Health Organization", True), ("national security adviser", False), ("Word", False)],
)
def test_what_reads_as_a_name(name, expected):
    assert is_name(name) is expected


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "the Organization of American States (OAS) met",
            ("OAS", "Organization of American States"),
        ),
        ("the Baltic Harbour Authority (B.H.A.) met", ("B.H.A.", "Baltic Harbour Authority")),
        ("Non-Governmental Organizations (NGOs) met", ("NGOs", "Non-Governmental Organizations")),
        ("the BHA, the Baltic Harbour Authority, met", ("BHA", "Baltic Harbour Authority")),
        ("the BHA, the Greek islands, and others", None),
    ],
)
def test_where_a_definition_begins(text, pair):
    assert find_acronyms(text) == ((pair,) if pair else ())


@given(
    st.lists(
        st.sampled_from(["Baltic", "Harbour", "Grain", "Union", "Arctic"]), min_size=2, max_size=5
    )
)
def test_initials_in_brackets_are_always_understood(words):
    acronym = "".join(word[0] for word in words)
    name = " ".join(words)
    assert find_acronyms(f"Envoys of the {name} ({acronym}) met") == ((acronym, name),)


@given(st.text(alphabet="ABab ().,&-’s", max_size=40))
def test_any_text_can_be_read(text):
    for acronym, full in find_acronyms(text):
        assert acronym in text
        assert full in text
