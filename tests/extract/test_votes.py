"""One kind for one name: what most places say, what a title and the words around add to that."""

from __future__ import annotations

import random

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from relmap.extract.names import Name
from relmap.extract.votes import vote

VOCAB = spacy.blank("en").vocab

#: Lines about one name, and what the words in them say of it.
PLAIN = ["VALE/NNP", "left/VBD", "early/RB"]
WHO = ["VALE/NNP", "who/WP", "sings/VBZ"]
FIRM = ["firm/NN", "VALE/NNP", "grew/VBD"]
PLAN = ["the/DT", "VALE/NNP", "project/NN"]
DAM = ["near/IN", "VALE/NNP", "bridge/NN"]


def elect(*places: tuple[list[str], str]) -> str | None:
    """The kind of one name from (line, how it was found) pairs, found as "kind", "kind@title" or a rule."""
    docs, lines = [], []
    for tagged, found in places:
        pairs = [piece.split("/") for piece in tagged]
        words, tags = [word for word, _ in pairs], [tag for _, tag in pairs]
        docs.append(Doc(VOCAB, words=words, tags=tags))
        start = docs[-1].text.index("VALE")
        kind, _, title = found.partition("@")
        rule = "organization table" if kind == "table" else "model"
        kind = "organization" if kind == "table" else kind
        lines.append([Name(start, start + 4, kind, "VALE", rule, title=title)])
    return vote(docs, lines).get("VALE")


P, B = "person", "organization"


def test_most_places_win():
    assert elect((PLAIN, P), (PLAIN, B), (PLAIN, B)) == B
    assert elect((PLAIN, P), (PLAIN, P), (PLAIN, B)) == P


def test_of_equals_it_is_a_person():
    assert elect((PLAIN, P), (PLAIN, B)) == P


def test_a_title_outweighs_two_places():
    assert elect((PLAIN, "person@Mr"), (PLAIN, B), (PLAIN, B)) == P
    assert elect((PLAIN, "person@Mr"), *[(PLAIN, B)] * 4) == B


@pytest.mark.parametrize(
    ("line", "seen", "expected"), [(WHO, B, P), (FIRM, P, B), (PLAIN, B, B), (PLAIN, P, P)]
)
def test_the_words_around_outweigh_the_model(line, seen, expected):
    assert elect((line, seen)) == expected


def test_the_table_settles_a_kind():
    assert elect((PLAIN, "table"), *[(WHO, "person@Mr")] * 5) == B


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(PLAN, B)], None),
        ([(PLAN, P)], None),
        ([(PLAN, B), (PLAIN, B), (PLAIN, B)], None),
        ([(PLAN, B), *[(PLAIN, B)] * 3], B),
        ([(DAM, P)], None),
        ([(DAM, P), (PLAIN, P)], P),
        ([(DAM, P), (DAM, P), (PLAIN, P)], None),
        ([(DAM, B)], B),
        ([(DAM, "person@Mr"), (DAM, "person@Mr")], P),
    ],
)
def test_what_is_mostly_a_plan_or_a_place_is_no_actor(places, expected):
    assert elect(*places) == expected


def test_names_are_voted_on_one_by_one():
    doc = Doc(VOCAB, words=["Ada", "met", "Ore"], tags=["NNP", "VBD", "NNP"])
    names = [Name(0, 3, "person", "Ada", "model"), Name(8, 11, "organization", "Ore", "model")]
    assert vote([doc], [names]) == {"Ada": "person", "Ore": "organization"}
    assert vote([], []) == {}


PLACES = st.tuples(
    st.sampled_from([PLAIN, WHO, FIRM, PLAN, DAM]),
    st.sampled_from([P, B, "person@Mr", "table"]),
)


@given(st.lists(PLACES, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_places_changes_nothing(places, chance: random.Random):
    assert elect(*places) == elect(*chance.sample(places, len(places)))


@pytest.mark.parametrize(
    "text",
    [
        "The INS Arighat was commissioned on Thursday. Later the INS Arighat sailed.",
        "The warship INS Arighat arrived. USS Nimitz left Norfolk. HMS Trenton helped.",
        "The DIG project pays for it. Villagers like the DIG project.",
        "Engineers visited the Allende dam on Monday.",
    ],
)
def test_ships_projects_and_dams_are_nobody(read, text):
    assert read(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Consulting firm Willis Towers Watson published the list.", B, "Willis Towers Watson"),
        ("Halloumi, 41, sang. The crowd cheered Rania Halloumi.", P, "Halloumi"),
        ("Gen Prawit spoke. The crowd cheered Prawit.", P, "Prawit"),
    ],
)
def test_a_name_has_one_kind_in_its_article(read, text, kind, expected):
    found = {m.kind for m in read(text).mentions if m.surface == expected}
    assert found == {kind}
