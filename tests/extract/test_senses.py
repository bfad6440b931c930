"""What a country's name means: the country, or a person, a sea, a bird, money, a state of a federation."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from relmap.extract.senses import (
    city_before,
    is_country_here,
    is_currency,
    is_other_sense,
    is_part_of_person,
    is_prefix,
    is_within,
    other_names,
)

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the South China Sea at night.",
        "The company opened an office in New Mexico.",
        "A storm formed over the Indian Ocean.",
        "Michael Jordan scored twice.",
    ],
)
def test_longer_names_of_other_things_are_no_countries(names, text):
    assert names(text, "country") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Georgia and Armenia signed a treaty on Monday.", ["GE", "AM"]),
        ("Georgia Brown sang in London.", []),
        ("Jordan and Egypt condemned the attack.", ["JO", "EG"]),
        ("Jordan Henderson scored twice on Saturday.", []),
        ("Chad and Sudan closed their border.", ["TD", "SD"]),
        ("Chad Smith plays the drums in a band.", []),
        ("Turkey and Greece agreed on a line at sea.", ["TR", "GR"]),
        ("The family roasted a turkey for the holiday.", []),
        ("Turkey vultures circle over the valley.", []),
        ("The Polish government recalled its ambassador.", ["PL"]),
        ("Workers polish the floors every night.", []),
        ("Guinea pigs are kept as pets.", []),
    ],
)
def test_words_that_are_something_else_as_well(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    "text",
    [
        "They paid 149 million U.S. dollars for it.",
        "It costs 20 Canadian dollars or 5 Swiss francs.",
        "Pakistani rupees and Indian rupees were changed.",
    ],
)
def test_money_is_no_country(names, text):
    assert names(text, "country") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Students from India, Pakistan, Turkey and Jordan joined.", ["IN", "PK", "TR", "JO"]),
        ("Officials from Lagos, Nigeria, and Lima, Peru, spoke.", ["NG", "PE"]),
        ("He drove to Athens, Georgia, and Beirut, Lebanon.", ["LB"]),
    ],
)
def test_lists_of_countries_and_towns(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("PERSON", 2, True),
        ("PERSON", 1, False),
        ("ORG", 2, False),
    ],
)
def test_a_country_inside_a_persons_name_is_part_of_it(extractor, label, words, expected):
    doc = Doc(extractor._nlp.vocab, words=["Then", "Chad", "Smith", "sang"])
    doc.ents = [Span(doc, 1, 1 + words, label)]
    assert is_part_of_person(doc[1:2]) is expected


def words(text: str, **labelled: str) -> Doc:
    """A line split at blanks; one-word names by their label."""
    doc = Doc(VOCAB, words=text.split())
    doc.ents = [Span(doc, t.i, t.i + 1, labelled[t.text]) for t in doc if t.text in labelled]
    return doc


@pytest.mark.parametrize(
    ("judge", "text", "place", "expected"),
    [
        (is_currency, "149 million US dollars", 2, True),
        (is_currency, "149 million US soldiers", 2, False),
        (is_currency, "the US", 1, False),
        (is_other_sense, "fluent Turkish helps", 1, True),
        (is_other_sense, "the river Niger rose", 2, True),
        (is_other_sense, "the Georgia Democrat left", 1, True),
        (is_other_sense, "the Polish Democrat left", 1, False),
        (is_other_sense, "Polish off your plate", 0, True),
        (is_other_sense, "Turkish", 0, False),
        (is_prefix, "Pak - Russia", 0, True),
        (is_prefix, "Pak - based", 0, False),
        (is_prefix, "Pak -", 0, False),
        (is_prefix, "Pak Russia", 0, False),
    ],
)
def test_the_words_beside_a_form_say_what_it_is(judge, text, place, expected):
    assert judge(words(text)[place : place + 1]) is expected


def test_a_town_before_a_country_must_be_one_of_its_own():
    doc = words(
        "Atlanta , Georgia and Tbilisi , Georgia", Atlanta="GPE", Tbilisi="GPE", Georgia="GPE"
    )
    assert city_before(doc[2:3]) == "Atlanta"
    assert not is_country_here(doc[2:3], {"Tbilisi"})
    assert is_country_here(doc[6:7], {"Tbilisi"})
    assert city_before(doc[4:5]) is None
    unseen = words("Atlanta , Georgia", Georgia="GPE")
    assert is_country_here(unseen[2:3], ())
    bird = words("a turkey")
    assert not is_country_here(bird[1:2], ())


def test_a_longer_name_of_something_else_holds_the_country():
    doc = Doc(VOCAB, words=["the", "South", "China", "Sea", "and", "Russia", "’s", "coast"])
    doc.ents = [Span(doc, 1, 4, "LOC"), Span(doc, 5, 7, "LOC")]
    doc[6].tag_ = "POS"
    assert [span.text for span in other_names(doc)] == ["South China Sea"]
    assert is_within(doc[2:3], other_names(doc))
    assert not is_within(doc[5:6], other_names(doc))


@pytest.mark.parametrize(
    ("text", "size", "place", "expected"),
    [
        ("Dominican President Luis Abinader", 4, 0, False),  # a title behind it
        ("Pak - Russia", 3, 0, False),
        ("Pak - Smith", 3, 0, True),
        ("Jordan Henderson", 2, 0, True),
        ("Henry Jordan", 2, 1, True),
    ],
)
def test_whose_name_a_country_is_part_of(text, size, place, expected):
    split = text.split()
    doc = Doc(VOCAB, words=split, spaces=["-" not in split] * len(split))
    doc.ents = [Span(doc, 0, size, "PERSON")]
    assert is_part_of_person(doc[place : place + 1]) is expected
