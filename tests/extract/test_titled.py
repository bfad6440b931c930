"""Persons that only their title tells, and how far their names go."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from relmap.extract.names import Name
from relmap.extract.titled import find_titled, with_titled

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Gen Prawit and Mr Tan agreed on it.", {"Prawit": "Gen", "Tan": "Mr"}),
        ("The envoy met Dr Mahathir bin Mohamad.", {"Mahathir bin Mohamad": "Dr"}),
        ("The envoy met Mr van der Bellen.", {"van der Bellen": "Mr"}),
    ],
)
def test_a_title_tells_a_name_and_goes_before_it(read, text, people):
    assert {m.surface: m.title for m in read(text).mentions if m.kind == "person"} == people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Tan left", [("Tan", "Mr")]),
        ("Mr Tan bin Omar left", [("Tan bin Omar", "Mr")]),
        ("Mr Tan bin left", [("Tan", "Mr")]),
        ("Mr Tan Bo Li left", [("Tan Bo Li", "Mr")]),
        ("Mr tan left", []),
        ("Mr President left", []),
        ("and then Mr", []),
        ("Dr Reddy ’s Laboratories left", [("Reddy", "Dr")]),
    ],
)
def test_a_name_goes_on_as_far_as_capitals_and_particles(text, found):
    names = find_titled(proper(text))
    assert [(name.text, name.title, name.rule) for name in names] == [
        (*pair, "title") for pair in found
    ]


def test_a_title_inside_another_name_is_part_of_it():
    doc = proper("Dr Reddy ’s Laboratories left")
    doc.ents = [Span(doc, 1, 2, "ORG"), Span(doc, 3, 4, "ORG")]
    doc[2].tag_ = "POS"
    assert list(find_titled(doc)) == []
    doc = proper("the Fort Gen Prawit left")
    doc.ents = [Span(doc, 1, 4, "FAC")]
    assert list(find_titled(doc)) == []
    doc.ents = [Span(doc, 3, 4, "FAC")]
    assert [name.text for name in find_titled(doc)] == ["Prawit"]


def test_the_model_goes_before_a_title():
    model = [Name(3, 10, "person", "Tan Bin", "model")]
    titled = [Name(3, 6, "person", "Tan", "title"), Name(20, 23, "person", "Lee", "title")]
    assert with_titled(model, titled) == [model[0], titled[1]]


def proper(text: str) -> Doc:
    """A line split at blanks, in which every word with a capital is a proper noun."""
    doc = Doc(VOCAB, words=text.split())
    for token in doc:
        token.tag_ = "NNP" if token.text[0].isupper() else "NN"
    return doc
