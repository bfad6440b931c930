"""Sentence starts behind words that look like abbreviations."""

from __future__ import annotations

import pytest
import spacy

from relmap.extract.sentences import mark_starts

NLP = spacy.blank("en")


def starts(text: str) -> list[str]:
    """The words that are marked to begin a sentence, the first of the text left out."""
    return [token.text for token in mark_starts(NLP(text)) if token.i and token.is_sent_start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Dong Jun. Both were there.", ["Both"]),
        ("He lives in Calif. The house is old.", ["The"]),
        ("They bought Acme Inc. Then they sold it.", ["Then"]),
    ],
)
def test_a_function_word_with_a_capital_begins_a_sentence(text, expected):
    assert starts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He met Gen. Both, a soldier.",  # a rank goes with the name behind it
        "Dr. No is a film.",
        "On Jun. 5 they met.",
        "It rose in Jun. Minister Dong said so.",  # no function word
        "It rose in Jun. both times.",  # no capital
        "The U.S. The end.",  # letters with full stops are not looked at
        "",
    ],
)
def test_other_abbreviations_end_nothing(text):
    assert starts(text) == []


def test_the_parser_keeps_the_start(read):
    text = "The host is Dong Jun. Both Singh and Asif are present."
    found = [text[s.start : s.end] for s in read(text).sentences]
    assert found == ["The host is Dong Jun.", "Both Singh and Asif are present."]
