from __future__ import annotations

import pytest

from relmap.knowledge.descriptions import BODIES, COUNTRIES, gender_of_noun, person_noun
from relmap.knowledge.organizations import load


@pytest.mark.parametrize("noun", ["minister", "nurse", "deliverywoman", "salesperson", "king"])
def test_nouns_of_persons(noun):
    assert person_noun(noun)


@pytest.mark.parametrize("noun", ["council", "bloc", "country", "talks", "human"])
def test_nouns_of_nobody(noun):
    assert not person_noun(noun)


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("spokeswoman", "f"), ("queen", "f"), ("policeman", "m"), ("husband", "m"), ("minister", "")],
)
def test_some_nouns_say_whether_they_mean_a_man_or_a_woman(noun, gender):
    assert gender_of_noun(noun) == gender


def test_no_noun_stands_for_two_sorts_of_actor():
    assert not [noun for noun in (*BODIES, *COUNTRIES) if person_noun(noun)]
    assert not BODIES.keys() & COUNTRIES


def test_the_kinds_of_bodies_are_those_of_the_table():
    known = {organization.kind for organization in load().by_name.values()}
    assert frozenset().union(*BODIES.values()) <= known
