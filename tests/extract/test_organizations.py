"""Organizations: bodies and acronyms in, offices, events and everyday words out."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

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


@pytest.mark.parametrize("pair", ["Israel-Fatah", "Fatah–Israel"])
def test_of_a_body_and_a_country_that_a_hyphen_binds_each_is_found(names, pair):
    # "Israel" is a first name too; no first name stands there.
    text = f"Norway spoke of an end of the {pair} talks."
    assert names(text, "organization") == ["Fatah"]
    assert sorted(names(text, "country")) == ["IL", "NO"]


@pytest.mark.parametrize("behind", ["standoff", "deal", "partnership", "programme"])
def test_a_country_that_leads_is_a_side_whatever_it_is_of(names, behind):
    # A branch names its country last.
    text = f"The Poland-NATO {behind} worries Germany."
    assert names(text, "organization") == ["NATO"]
    assert sorted(names(text, "country")) == ["DE", "PL"]


@pytest.mark.parametrize("behind", ["standoff", "hostage talks", "accord"])
def test_a_country_that_comes_last_is_a_side_of_what_two_have(names, behind):
    text = f"The NATO-Poland {behind} worries Germany."
    assert names(text, "organization") == ["NATO"]
    assert sorted(names(text, "country")) == ["DE", "PL"]


@pytest.mark.parametrize("body", ["Greenpeace-Russia", "Amnesty International-Israel"])
def test_a_branch_of_a_body_is_no_country(names, body):
    assert names(f"{body} asked Norway for help.", "country") == ["NO"]


def test_no_state_becomes_a_country_because_an_outlet_is_bound_to_it(names):
    assert "GE" not in names("ATLANTA, Georgia/CNN - Trump met Biden on Tuesday.", "country")


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


def entities(extractor, text: str, *labelled: tuple[str, str]) -> Doc:
    """A line whose words and names are given: the model is not asked what it sees."""
    doc = extractor._nlp.make_doc(text)
    spans = []
    for name, label in labelled:
        start = text.index(name)
        spans.append(doc.char_span(start, start + len(name), label))
    doc.ents = spans
    for token in doc:
        token.tag_ = "NNP" if token.text[0].isupper() else "NN"
    return doc


@pytest.mark.parametrize(
    ("name", "behind", "expected"),
    [
        ("United Nations Africa", "bureau", "United Nations"),
        ("World Bank East Asia", "analyst", "World Bank"),
        ("NATO Africa", "editor", "NATO"),
        ("BBC Middle East", "editor", "BBC"),
        ("Reuters Middle East", "correspondent", "Reuters"),
        ("United Nations Africa", "envoys", "United Nations Africa"),
        ("Baltic Harbour Africa", "editor", "Baltic Harbour Africa"),
    ],
)
def test_what_somebody_is_editor_of_is_no_part_of_the_employer(extractor, name, behind, expected):
    doc = entities(extractor, f"The {name} {behind} left.", (name, "ORG"))
    found = extractor._finder._organizations.find_named(doc, frozenset())
    assert [body.text for body in found] == [expected]


def test_nothing_stands_behind_the_last_name_of_a_line(extractor):
    doc = entities(extractor, "United Nations Africa", ("United Nations Africa", "ORG"))
    (found,) = extractor._finder._organizations.find_named(doc, frozenset())
    assert found.text == "United Nations Africa"


@pytest.mark.parametrize(
    ("text", "name", "bodies"),
    [
        ("He joined the “New Right” party.", "New Right", ["New Right"]),
        ("He joined the “New Right”, a party.", "New Right", []),
        ("She read “New Right” on Monday.", "New Right", []),
        ("She read New Right party papers.", "New Right", []),
        ("They formed a party called “New Hope” in May.", "New Hope", ["New Hope"]),
        ("They formed a party named “New Hope” in May.", "New Hope", ["New Hope"]),
        ("They sang a song called “New Hope” in May.", "New Hope", []),
        ("They bought the “New Hope” Party a cake.", "New Hope", []),
    ],
)
@pytest.mark.parametrize("label", ["WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "FAC"])
def test_a_quoted_name_is_a_body_where_the_text_calls_it_one(extractor, label, text, name, bodies):
    doc = entities(extractor, text, (name, label))
    found = extractor._finder._organizations.find_named(doc, frozenset())
    assert [body.text for body in found] == bodies


def test_a_quoted_party_is_found_in_a_text(names):
    text = "He joined the “New Right” party last year. She read “New Right” last year."
    assert names(text, "organization") == ["New Right"]


@pytest.mark.parametrize(
    ("text", "label", "bodies"),
    [
        ("Members of the Conservative party met.", "NORP", ["Conservative party"]),
        ("Members of the Conservative wing met.", "NORP", []),
        ("Members of the Conservative party met.", "LOC", []),
        ("Members are Conservative", "NORP", []),
    ],
)
def test_a_conviction_with_party_behind_it_is_a_party(extractor, text, label, bodies):
    doc = entities(extractor, text, ("Conservative", label))
    found = extractor._finder._organizations.find_named(doc, frozenset())
    assert [body.text for body in found] == bodies


@pytest.mark.parametrize(
    "text",
    [
        "David Cameron of the Conservative party said so.",
        "Her Conservative party lost the election.",
    ],
)
def test_the_party_of_a_conviction_is_found_in_a_text(names, text):
    assert names(text, "organization") == ["Conservative party"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("An NBC News-Wall Street Journal poll was read.", ["NBC News", "Wall Street Journal"]),
        ("An ABC News–BBC poll was read.", ["ABC News", "BBC"]),
        ("A Washington Post-ABC News poll was read.", ["Washington Post", "ABC News"]),
        ("A New York Times/CBS News poll was read.", ["New York Times", "CBS News"]),
        ("The Harbour News-Emily poll was read.", ["Harbour News-Emily"]),
    ],
)
def test_two_outlets_that_a_hyphen_binds_are_two(extractor, text, bodies):
    whole = text.removesuffix(" poll was read.").partition(" ")[2]
    doc = entities(extractor, text, (whole, "ORG"))
    found = extractor._finder._organizations.find_named(doc, frozenset())
    assert [body.text for body in found] == bodies


def test_two_bound_outlets_are_found_in_a_text_at_their_places(read):
    text = "An NBC News-Wall Street Journal poll found that he leads."
    mentions = read(text).mentions
    assert [text[m.start : m.end] for m in mentions] == ["NBC News", "Wall Street Journal"]


def test_the_partner_that_a_hyphen_binds_belongs_to_the_name(extractor):
    finder = extractor._finder._organizations
    doc = extractor._nlp.make_doc("A Russia-Pakistan Working Group and a Blue-Pakistan Group met")
    assert finder._with_partner(doc[3:6]).text == "Russia-Pakistan Working Group"
    assert finder._with_partner(doc[10:12]).text == "Pakistan Group"
