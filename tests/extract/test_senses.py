"""What a country's name means: the country, or a person, a sea, a bird, money, a state of a federation."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from relmap.extract.senses import is_part_of_person


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
