"""Organizations: bodies and acronyms in, offices, events and everyday words out."""

from __future__ import annotations

import pytest

from relmap.extract.organizations import without_class


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


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The BJP party and the NATO alliance were mentioned.", ["BJP", "NATO"]),
    ],
)
def test_what_an_acronym_is_called_is_no_part_of_it(names, text, bodies):
    assert names(text, "organization") == bodies


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Supreme Court of the Philippines ruled on Monday.", "PH"),
        ("The Supreme Court of Kenya ruled on Monday.", "KE"),
        ("The Supreme Court of Appeal ruled on Monday.", ""),
        ("The Supreme Court ruled. Kenya agreed.", ""),
    ],
)
def test_the_country_behind_a_national_body(extractor, text, code):
    doc = extractor._nlp.make_doc(text)
    name = extractor._finder._organizations._with_country(doc[1:3])
    assert (name.text, name.country_code) == ("Supreme Court", code)


def test_two_known_bodies_that_a_hyphen_binds_are_two(extractor):
    finder = extractor._finder._organizations
    doc = extractor._nlp.make_doc("The World Bank-NATO talks and Jamaat-e-Islami")
    bound, whole = doc[1:5], doc[7:12]
    assert [part.text for part in finder._split_at_hyphen(bound)] == ["World Bank", "NATO"]
    assert [part.text for part in finder._split_at_hyphen(whole)] == ["Jamaat-e-Islami"]


@pytest.mark.parametrize("hyphen", ["-", "–", "/"])
def test_bound_bodies_are_found_in_a_text(names, hyphen):
    text = f"The European Union{hyphen}African Union summit opened on Monday."
    assert names(text, "organization") == ["European Union", "African Union"]


@pytest.mark.parametrize("spelling", ["Organisation", "Organization"])
def test_british_and_american_names_are_found(names, spelling):
    text = f"The World Health {spelling} and the Shanghai Cooperation {spelling} met."
    assert names(text, "organization") == [
        f"World Health {spelling}",
        f"Shanghai Cooperation {spelling}",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BHA party", "BHA"),
        ("BHA alliance", "BHA"),
        ("BHA Party", "BHA Party"),
        ("Baltic party", "Baltic party"),
        ("BHA harvest", "BHA harvest"),
        ("BHA", "BHA"),
    ],
)
def test_a_class_in_small_letters_is_no_part_of_an_acronym(extractor, text, name):
    doc = extractor._nlp.make_doc(text)
    assert without_class(doc[:]).text == name
    assert [part.text for part in extractor._finder._organizations._mend(doc[:])] == [name]
