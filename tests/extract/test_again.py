"""Further places of a person: where a part of a full name stands again, and where it is something else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import spacy
from spacy.tokens import Doc, Span

from relmap.extract.again import Surnames, find_again, find_full_again, share_surname
from relmap.extract.names import Name
from relmap.models import SHARED_SURNAME

VOCAB = spacy.blank("en").vocab


def test_a_surname_is_found_again_where_the_model_is_silent(names):
    text = (
        "Prime Minister Narendra Modi spoke first.\n\nDuring the talks, Modi and Patrushev agreed."
    )
    assert names(text, "person")[:2] == ["Narendra Modi", "Modi"]


def test_a_surname_inside_a_longer_name_is_not_the_person(names):
    text = "Indira Gandhi was born here.\nPlanes land at Gandhi International Airport."
    assert names(text, "person") == ["Indira Gandhi"]


def test_surnames_leave_out_single_words():
    parts = Surnames.of(["Wang Yi", "Putin"])
    assert (parts.full, parts.first, parts.last) == ({"Wang Yi"}, {"Wang"}, {"Yi"})


def test_a_part_of_a_name_is_no_other_body(names):
    text = "Wang Xiaohong arrived. Later Wang left for the airport."
    assert names(text, "organization") == []
    assert names(text, "person") == ["Wang Xiaohong", "Wang"]


def test_a_full_name_is_found_again_where_the_model_is_silent(extractor):
    doc = extractor._nlp.make_doc("envoys of President Ada Lee and Ada Leeds met Ada Lee")
    people = Surnames.of(["Ada Lee"])
    found = list(find_full_again(doc, people, [Name(46, 53, "person", "Ada Lee", "model")]))
    assert [(n.start, n.end, n.text, n.title, n.rule) for n in found] == [
        (20, 27, "Ada Lee", "President", "name again")
    ]
    assert list(find_full_again(doc, Surnames.of(["Lee"]), [])) == []


def tagged(text: str, *proper: str, places: Iterable[str] = ()) -> Doc:
    """A line whose words are split at blanks; those named are proper nouns, or places as well."""
    doc = Doc(VOCAB, words=text.split())
    for token in doc:
        token.tag_ = "NNP" if token.text in proper else "NN"
    doc.ents = [Span(doc, t.i, t.i + 1, "GPE") for t in doc if t.text in places]
    return doc


@pytest.mark.parametrize(
    ("text", "proper", "found"),
    [
        ("then Lee left", ["Lee"], ["Lee"]),
        ("then Lee left", [], []),
        ("then Ada left", ["Ada"], []),
        ("the Lee Stadium burnt", ["Lee", "Stadium"], []),
        ("the North Lee burnt", ["North", "Lee"], []),
        ("then President Lee left", ["President", "Lee"], ["Lee"]),
        ("then Lees left", ["Lees"], []),
        ("then von der Lee left", ["Lee"], ["von der Lee"]),
    ],
)
def test_where_a_part_of_a_name_stands_alone(text, proper, found):
    names = find_again(tagged(text, *proper), Surnames.of(["Ada Lee"]), [])
    assert [name.text for name in names] == found


@pytest.mark.parametrize(("place", "found"), [("Jordan", []), ("Lee", ["Lee"])])
def test_a_surname_that_is_a_country_is_one_where_the_model_sees_a_place(place, found):
    people = Surnames.of(["Jim Jordan", "Ada Lee"])
    doc = tagged(f"envoys of {place} left", place, places=[place])
    assert [name.text for name in find_again(doc, people, [])] == found
    doc = tagged(f"envoys of {place} left", place)
    assert [name.text for name in find_again(doc, people, [])] == [place]


def test_a_first_name_counts_only_where_the_model_saw_a_name():
    people = Surnames.of(["Ada Lee"])
    doc = tagged("then Ada left", "Ada", places=["Ada"])
    assert [name.text for name in find_again(doc, people, [])] == ["Ada"]


@pytest.mark.parametrize(
    ("word", "label", "found"),
    [
        ("Islam", "NORP", []),
        ("Islam", "PERSON", ["Islam"]),
        ("Israel", "ORG", []),
        ("Israel", "GPE", []),
        ("Israel", "PERSON", ["Israel"]),
        ("Wang", "ORG", ["Wang"]),
        ("Wang", "NORP", ["Wang"]),
        ("Katz", "NORP", ["Katz"]),
    ],
)
def test_a_first_name_that_is_also_a_faith_or_a_country_is_one_there(word, label, found):
    people = Surnames.of(["Islam Hijazy", "Israel Katz", "Wang Yi"])
    doc = tagged(f"between {word} and them", word)
    doc.ents = [Span(doc, 1, 2, label)]
    assert [name.text for name in find_again(doc, people, [])] == found


ADDRESSED = "Mr Clinton spoke. Mrs Clinton listened."


@pytest.mark.parametrize(
    ("text", "others", "shared"),
    [
        ("Bill and Hillary Clinton left", ADDRESSED, ["Bill"]),
        ("Bill & Hillary Clinton left", ADDRESSED, ["Bill"]),
        ("Bill , Hillary Clinton left", ADDRESSED, []),
        ("Bill and Hillary Clinton left", "Mrs Clinton listened.", []),
        ("Bill and Hillary Clinton left", "Mr Clinton spoke. Ms. Clinton listened.", ["Bill"]),
        ("Bill and Hillary Clinton left", "Mr Clintons and Mrs Clinton", []),
        ("Bill and Hillary Clinton left", "Mr Clinton and Mrs Clintons", []),
    ],
)
def test_a_couple_shares_its_surname(text, others, shared):
    doc, other = (Doc(VOCAB, words=line.split()) for line in (text, others))
    first, full = text.split()[0], "Hillary Clinton"
    start = text.index(full)
    names = [
        Name(start, start + len(full), "person", full, "model"),
        Name(0, len(first), "person", first, "model"),
    ]
    found = share_surname(names, doc, [doc, other])
    assert [name.start for name in found] == [0, start]
    assert [name.text for name in found if name.rule == SHARED_SURNAME] == shared
