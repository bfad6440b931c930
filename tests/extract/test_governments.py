"""Capitals: governments where they act, own or are dealt with, and places elsewhere."""

from __future__ import annotations

import pytest

from relmap.models import Article


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


def test_without_the_governments_a_capital_is_a_place(extractor):
    text = "Moscow agreed with Poland."
    articles = [Article("one", text, "one.txt")]
    plain = extractor.but_without({"governments"})
    found = [[m.country_code for m in e.mentions] for e in plain.extract(articles)]
    assert found == [["PL"]]
