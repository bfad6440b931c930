"""Countries: names, demonyms, prefixes, and capitals only where they act."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from relmap.extract.countries import is_part_of_person
from relmap.models import Article


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russian and Pakistani officials met on Monday.", ["RU", "PK"]),
        ("The Danes and the Turks signed a deal.", ["DK", "TR"]),
        ("The US told us that it would not join.", ["US"]),
        ("An agreement strengthens the Pak-Russia alliance.", ["PK", "RU"]),
        ("The India-Russia partnership deepened.", ["IN", "RU"]),
        ("Officials from Niger and Nigeria met.", ["NE", "NG"]),
        ("He flew to Tbilisi, Georgia, on Monday.", ["GE"]),
        ("Protests broke out in Atlanta, Georgia, on Monday.", []),
    ],
)
def test_names_and_demonyms(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Moscow and Islamabad agreed to cooperate.", ["RU", "PK"]),
        ("The conclave convened by New Delhi ended.", ["IN"]),
        ("The Kremlin said that talks would go on.", ["RU"]),
        ("Relations between Delhi and Beijing have cooled.", ["IN", "CN"]),
        ("Kyiv’s request was accepted.", ["UA"]),
    ],
)
def test_capitals_that_act_are_governments(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was held in Moscow on Monday.",
        "She flew to Beijing and returned a day later.",
        "The Moscow-based company closed its doors.",
        "Prices rose across Islamabad last week.",
    ],
)
def test_capitals_where_things_happen_are_places(names, text):
    assert names(text, "country") == []


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


def test_a_form_of_several_countries_stays_open(names):
    assert names("The Korean government denied it.", "country") == []


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
    ("text", "codes"),
    [
        (
            "Guinea, Guinea-Bissau and Equatorial Guinea sent observers to Papua New Guinea.",
            ["GN", "GW", "GQ", "PG"],
        ),
        (
            "The Democratic Republic of the Congo and the Republic of Congo share a river.",
            ["CD", "CG"],
        ),
        ("The Democratic Republic of Congo accused Rwanda of lying.", ["CD", "RW"]),
        ("Congo closed its border on Monday.", []),
        ("North Korea and South Korea exchanged fire.", ["KP", "KR"]),
        ("The South Korean envoy met his North Korean host.", ["KR", "KP"]),
        ("Niger expelled the envoy of Nigeria.", ["NE", "NG"]),
        ("Nigerien and Nigerian troops trained together.", ["NE", "NG"]),
        ("Dominica and the Dominican Republic sent nurses.", ["DM", "DO"]),
        ("The Dominican government sent nurses.", []),
    ],
)
def test_countries_that_share_a_word(names, text, codes):
    assert names(text, "country") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A Pak-China corridor and a Sino-Indian dispute were named.", ["PK", "CN", "CN", "IN"]),
        ("The Sino-Russian statement was signed.", ["CN", "RU"]),
        ("He climbed Pak Hill and read the Russo papers.", []),
        ("The British-American company grew.", ["GB", "US"]),
        ("The U.S.-Egypt talks ended.", ["US", "EG"]),
        ("The U.S.-Mexico border was closed.", ["US", "MX"]),
        ("The U.S.-backed force withdrew.", ["US"]),
        ("The U.S.-U.K. treaty was signed.", ["US", "GB"]),
        ("Let us go, the US said.", ["US"]),
    ],
)
def test_bound_forms_and_letters(names, text, codes):
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
        ("Flights between Moscow and Delhi resumed on Monday.", []),
        ("The highway between Dhaka and Chittagong was closed.", []),
        ("Trains between Paris and Brussels were late.", []),
        ("Talks between Moscow and Delhi resumed on Monday.", ["RU", "IN"]),
        ("She was taken to Tel Aviv's Ichilov Hospital on Monday.", []),
        ("Moscow's Bolshoi Theatre opened its doors.", []),
        ("Moscow's Foreign Ministry rejected the claim.", ["RU"]),
        ("Cairo and Alexandria were hit by a storm.", []),
        ("Cairo and Alexandria grew.", []),
        ("Beijing, Shanghai and Guangzhou were hit by a storm.", []),
        ("Tehran, Ankara and Doha condemned the strike.", ["IR", "TR", "QA"]),
        ("Washington and Beijing agreed to a truce.", ["US", "CN"]),
        ("Moscow, Russia", ["RU"]),
        ("Pressure on Tehran grew.", ["IR"]),
        ("Rain on Tehran grew heavier.", []),
    ],
)
def test_capitals_between_places_and_parties(names, text, codes):
    assert names(text, "country") == codes


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


def test_without_the_governments_a_capital_is_a_place(extractor):
    text = "Moscow agreed with Poland."
    articles = [Article("one", text, "one.txt")]
    plain = extractor.but_without({"governments"})
    found = [[m.country_code for m in e.mentions] for e in plain.extract(articles)]
    assert found == [["PL"]]


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


def test_a_person_with_a_countrys_name_is_no_country_even_where_nobody_took_it(extractor):
    doc = Doc(extractor._nlp.vocab, words=["Then", "India", "Smith", "sang"])
    doc.ents = [Span(doc, 1, 3, "PERSON")]
    assert extractor._finder._countries.find(doc, []) == []
    doc.ents = []
    assert [n.text for n in extractor._finder._countries.find(doc, [])] == ["India"]
