"""What only looks like an organization: offices, plans, beliefs, classes, words of every day."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from relmap.extract.refusals import (
    everyday_words,
    has_body_head,
    is_belief,
    is_category,
    is_everyday_word,
    is_office,
    is_shouted_word,
    is_written_as_name,
)


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


@pytest.mark.parametrize(
    "text",
    [
        "The Party met on Monday, and the Council agreed.",
        "Scholars of Wahhabism and Islam met in Cairo.",
        "The office of Su Tseng-chang (蘇貞昌) was closed.",
    ],
)
def test_class_words_beliefs_and_glosses_are_not(names, text):
    assert names(text, "organization") == []


VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("WHO WILL FEED THE SWANS?", 1, True),
        ("WHO will feed the swans?", 1, False),
        ("WHO IS HERE", 1, False),  # two letters say nothing
        ("NATO WILL FEED THE SWANS?", 1, False),
        ("WHO", 1, False),
        ("WHO WILL FEED", 2, False),
    ],
)
def test_a_word_of_a_shouted_headline_is_no_acronym(text, size, expected):
    doc = Doc(VOCAB, words=text.split())
    assert is_shouted_word(doc[:size]) is expected


@pytest.mark.parametrize(
    ("judge", "text", "expected"),
    [
        (is_belief, "Islam", True),
        (is_belief, "Wahhabism", True),
        (is_belief, "Islam Council", False),
        (is_belief, "PRISM", False),
        (is_office, "Foreign Secretary", True),
        (is_office, "Council of the President", True),
        (is_office, "President Council", False),
        (is_written_as_name, "Party", False),
        (is_written_as_name, "Parliament", True),
        (is_written_as_name, "Green Party", True),
        (is_written_as_name, "green party", False),
        (is_written_as_name, "蘇貞昌", False),
    ],
)
def test_each_refusal_by_its_shape(judge, text, expected):
    assert judge(Doc(VOCAB, words=text.split())[:]) is expected


def test_the_class_that_closes_a_list_names_nobody():
    doc = Doc(VOCAB, words=["piracy", "and", "other", "Security", "Challenges"])
    assert is_category(doc[3:5])
    assert not is_category(doc[2:3])
    assert not is_category(Doc(VOCAB, words=["Security", "and", "other"])[:1])


def test_a_word_that_the_article_writes_small_as_well_is_no_name():
    docs = [Doc(VOCAB, words=line.split()) for line in ("Security talks", "a Security Fund")]
    assert everyday_words(docs) == {"talks", "a"}
    everyday = everyday_words([*docs, Doc(VOCAB, words=["security", "naïve"])])
    assert everyday == {"talks", "a", "security", "naïve"}
    assert is_everyday_word(docs[0][:1], everyday)
    assert not is_everyday_word(docs[0][:1], frozenset())
    assert not is_everyday_word(docs[1][1:], everyday)


@pytest.mark.parametrize(
    ("name", "expected"), [("Security Council", True), ("Council", True), ("Council Hall", False)]
)
def test_the_last_word_of_a_bodys_name_says_so(name, expected):
    assert has_body_head(name) is expected
