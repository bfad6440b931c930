"""The fields of a ministry: how far its name goes on behind a comma, and where the next name begins."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from relmap.extract.fields import with_list

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Ministry of Gender, Labour and Social Development published a plan.",
            ["Ministry of Gender, Labour and Social Development"],
        ),
        (
            "Officials of the Ministry of Trade, Industry and Energy met on Tuesday.",
            ["Ministry of Trade, Industry and Energy"],
        ),
        (
            "The House Committee on Education and the Workforce heard three witnesses.",
            ["House Committee on Education and the Workforce"],
        ),
        (
            "The Ministry of Education, Youth and Sports, and NATO were named.",
            ["Ministry of Education, Youth and Sports", "NATO"],
        ),
        ("The Ministry of Defence and President Emmanuel Macron agreed.", ["Ministry of Defence"]),
        ("The Ministry of Agriculture, Poland and France agreed.", ["Ministry of Agriculture"]),
        (
            "The Ministry of Finance and the Ministry of Health disagreed.",
            ["Ministry of Finance", "Ministry of Health"],
        ),
    ],
)
def test_the_fields_of_a_ministry_are_part_of_its_name(names, text, bodies):
    assert names(text, "organization") == bodies


def span(text: str, size: int, *people: str) -> Span:
    """The first words of a line split at blanks, in which the words named are persons'."""
    doc = Doc(VOCAB, words=text.split())
    doc.ents = [Span(doc, token.i, token.i + 1, "PERSON") for token in doc if token.text in people]
    return doc[:size]


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        (
            "Ministry of Trade , Industry and Energy met",
            3,
            "Ministry of Trade , Industry and Energy",
        ),
        ("Ministry of Trade , Industry , Energy met", 3, "Ministry of Trade"),  # no "and" closes it
        (
            "Committee on Education and the Workforce met",
            3,
            "Committee on Education and the Workforce",
        ),
        ("Department for Roads & Ports met", 3, "Department for Roads & Ports"),
        ("Trade Ministry and Energy met", 2, "Trade Ministry"),
        ("Bank of Trade and Energy met", 3, "Bank of Trade"),
        ("Ministry of Trade and Finance Ministry met", 3, "Ministry of Trade"),
        ("Ministry of Trade and NATO met", 3, "Ministry of Trade"),
        ("Ministry of Trade and President met", 3, "Ministry of Trade"),
        ("Ministry of Trade and Lee met", 3, "Ministry of Trade and Lee"),
        ("Ministry of Trade and trees met", 3, "Ministry of Trade"),
        ("Ministry of Trade and", 3, "Ministry of Trade"),
        ("Ministry of Trade and Energy and Peru met", 3, "Ministry of Trade and Energy and Peru"),
        (
            "Ministry of Trade , Energy and Roads , Peru met",
            3,
            "Ministry of Trade , Energy and Roads",
        ),
    ],
)
def test_how_far_the_fields_of_a_name_go(text, size, expected):
    assert with_list(span(text, size)).text == expected


def test_a_field_is_no_name_that_the_model_saw():
    assert with_list(span("Ministry of Trade and Lee met", 3, "Lee")).text == "Ministry of Trade"
