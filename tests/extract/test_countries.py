"""Countries: names, demonyms, prefixes, and capitals only where they act."""

from __future__ import annotations

import pytest


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
