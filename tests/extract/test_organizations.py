"""Organizations: bodies and acronyms in, offices, events and everyday words out."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Organization of Islamic Cooperation met in Jeddah.",
            "Organization of Islamic Cooperation",
        ),
        ("Troops of NATO crossed the river.", "NATO"),
        ("It was signed by the United Nations.", "United Nations"),
        ("Human Rights Watch said on Monday that it was wrong.", "Human Rights Watch"),
    ],
)
def test_bodies_are_found(names, text, expected):
    assert expected in names(text, "organization")


@pytest.mark.parametrize(
    "text",
    [
        "Defence Minister Boris Pistorius arrived.",
        "The Prime Minister arrived.",
        "The Belt and Road Initiative (BRI) grows, and the BRI pays for it.",
        "Delegates of the national security adviser (NSA) came, and the NSA met them.",
        "Increased Security cooperation answers various security challenges.",
    ],
)
def test_offices_plans_and_everyday_words_are_not(names, text):
    assert names(text, "organization") == []


def test_a_defined_acronym_is_found_again(names):
    text = "The Baltic Harbour Authority (BHA) was founded.\nSince then BHA has grown."
    assert names(text, "organization") == ["Baltic Harbour Authority", "BHA", "BHA"]


def test_a_known_name_in_small_letters_describes_and_does_not_name(names):
    text = "Members want to expand the regional anti-terrorist structure."
    assert names(text, "organization") == []


def test_a_body_keeps_its_name_before_an_office(names):
    text = "Russian Security Council Secretary Nikolai Patrushev met the envoy."
    assert names(text, "organization") == ["Russian Security Council"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The statement came from China’s Foreign Ministry on Monday.", "CN"),
        ("The statement came from Saudi Arabia's Foreign Ministry on Monday.", "SA"),
        ("The statement came from the Foreign Ministry on Monday.", ""),
        ("The statement came from Kabul's Foreign Ministry on Monday.", ""),
    ],
)
def test_a_national_body_knows_the_country_beside_it(read, text, code):
    (body,) = [m for m in read(text).mentions if m.kind == "organization"]
    assert (body.surface, body.country_code) == ("Foreign Ministry", code)
