"""Two names side by side: what a full name is, what a part of one, and which says more."""

from __future__ import annotations

import pytest

from relmap.actors.people import (
    core,
    is_full,
    is_longer_form,
    is_part,
    is_slip,
    most_frequent,
    outer_parts,
)
from relmap.actors.people import only as only_one


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wang Yi", True),
        ("George W. Bush", True),
        ("Mohammed bin Salman", True),
        ("Bashar al-Assad", True),
        ("bin Salman", False),
        ("al-Assad", False),
        ("Al Assad", False),
        ("van der Bellen", False),
        ("Van der Bellen", False),
        ("Putin", False),
        ("", False),
    ],
)
def test_particles_make_no_full_name(name, expected):
    assert is_full(name) is expected


def test_the_core_is_never_empty():
    assert core("van der Bellen") == ("bellen",)
    assert core("bin") == ("bin",)
    assert core("Moon Jae-in") == ("moon", "jae", "in")


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Donald John Trump", "Donald J. Trump"),
        ("Donald J. Trump", "Donald Trump"),
        ("Volodymyr Oleksandrovych Zelensky", "Volodymyr Zelensky"),
        ("George H. W. Bush", "George H. Bush"),
        ("John Smith", "J. Smith"),
    ],
)
def test_a_longer_form_says_more(long, short):
    assert is_longer_form(long, short)
    assert not is_longer_form(short, long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George H. W. Bush", "George W. Bush"),
        ("Nawaz Sharif", "Shehbaz Sharif"),
        ("Donald John Trump", "Donald K. Trump"),
        ("John Smith", "John Smith"),
        ("John Smith Brown", "John Smith"),
        ("Mohammed bin Salman", "Khalid bin Salman"),
    ],
)
def test_names_that_contradict_are_no_forms_of_each_other(one, other):
    assert not is_longer_form(one, other)
    assert not is_longer_form(other, one)


@pytest.mark.parametrize(
    ("word", "surname", "expected"),
    [
        ("erodgan", "erdogan", True),
        ("erdogna", "erdogan", True),
        ("erdogan", "erdogan", False),
        ("nadrogre", "erdogan", False),
        ("ordegan", "erdogan", False),  # not neighbours
        ("erdigan", "erdogan", False),  # another letter
        ("brwon", "brown", False),  # too short to be sure
    ],
)
def test_only_two_swapped_neighbours_are_a_slip(word, surname, expected):
    assert is_slip(word, surname) is expected


def test_the_one_that_fits():
    assert only_one(["a"], "b") == "a"
    assert only_one([], "b") == "b"
    assert only_one(["a", "c"], "b") == "b"


def test_the_form_found_most_often_then_the_longer_then_the_first():
    from collections import Counter

    assert most_frequent(Counter({"b": 2, "aa": 1})) == "b"
    assert most_frequent(Counter({"b": 1, "aa": 1})) == "aa"
    assert most_frequent(Counter({"b": 1, "a": 1})) == "a"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("ada lee", {"ada", "lee"}),
        ("ferdinand marcos jr", {"ferdinand", "jr", "marcos jr"}),
        ("charles windsor iii", {"charles", "iii", "windsor", "windsor iii"}),
        ("recep tayyip erdogan", {"recep", "recep tayyip", "tayyip erdogan", "erdogan"}),
    ],
)
def test_the_parts_that_a_name_begins_and_ends_with(name, parts):
    words = tuple(name.split())
    assert {" ".join(part) for part in outer_parts(words)} == parts | {""}
    assert all(is_part(tuple(part.split()), words) for part in parts)
    assert not is_part(words, words)
