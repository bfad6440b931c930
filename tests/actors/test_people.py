"""Persons inside one article: what a full name is, and whom a part of one fits."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors.people import (
    core,
    fitting,
    full_names,
    is_full,
    is_longer_form,
    is_slip,
    most_frequent,
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
    ("part", "names", "expected"),
    [
        ("Singh", ["Rajnath Singh"], ["Rajnath Singh"]),
        ("Wang", ["Wang Xiaohong"], ["Wang Xiaohong"]),
        ("Salman", ["Mohammed bin Salman"], ["Mohammed bin Salman"]),
        ("bin Salman", ["Mohammed bin Salman"], ["Mohammed bin Salman"]),
        ("al-Assad", ["Bashar al-Assad"], ["Bashar al-Assad"]),
        ("Assad", ["Bashar al-Assad"], ["Bashar al-Assad"]),
        ("Bellen", ["Alexander Van der Bellen"], ["Alexander Van der Bellen"]),
        ("van der Bellen", ["Alexander Van der Bellen"], ["Alexander Van der Bellen"]),
        ("Jae-in", ["Moon Jae-in"], ["Moon Jae-in"]),
        ("Sharif", ["Nawaz Sharif", "Shehbaz Sharif"], ["Nawaz Sharif", "Shehbaz Sharif"]),
        (
            "bin Salman",
            ["Khalid bin Salman", "Mohammed bin Salman"],
            ["Khalid bin Salman", "Mohammed bin Salman"],
        ),
        ("Erodgan", ["Recep Tayyip Erdogan"], ["Recep Tayyip Erdogan"]),
        ("Erodgan", ["Bilal Erdogan", "Emine Erdogan"], ["Bilal Erdogan", "Emine Erdogan"]),
        ("Tayyip", ["Recep Tayyip Erdogan"], ["Recep Tayyip Erdogan"]),
        ("Bakr", ["Abu Bakr al-Baghdadi"], []),
        ("Baghdadi", ["Abu Bakr al-Baghdadi"], ["Abu Bakr al-Baghdadi"]),
        ("Mazen", ["Abu Mazen"], ["Abu Mazen"]),
        ("Sing", ["Rajnath Singh"], []),
        ("Xi", ["Ix Jinping"], []),
    ],
)
def test_whom_a_part_of_a_name_fits(part, names, expected):
    assert fitting(part, names) == expected


def test_a_slip_gives_way_to_the_name_itself():
    assert fitting("Erodgan", ["Ali Erodgan", "Ali Erdogan"]) == ["Ali Erodgan"]


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


def test_within_an_article_the_longest_form_stands_if_all_agree():
    assert full_names(["Donald Trump", "Donald J. Trump", "Donald John Trump", "Trump"]) == {
        "Donald J. Trump": "Donald John Trump",
        "Donald John Trump": "Donald John Trump",
        "Donald Trump": "Donald John Trump",
    }


def test_the_one_that_fits():
    assert only_one(["a"], "b") == "a"
    assert only_one([], "b") == "b"
    assert only_one(["a", "c"], "b") == "b"


def test_the_form_found_most_often_then_the_longer_then_the_first():
    from collections import Counter

    assert most_frequent(Counter({"b": 2, "aa": 1})) == "b"
    assert most_frequent(Counter({"b": 1, "aa": 1})) == "aa"
    assert most_frequent(Counter({"b": 1, "a": 1})) == "a"


GIVEN = ("Sergei", "Sergey", "Mohammed", "Muhammad", "Nawaz", "Shehbaz", "George")
MIDDLE = ("", " W.", " H. W.", " Walker", " bin", " J.", " John")
SURNAMES = ("Sharif", "Ivanov", "Bush", "Salman")
NAMES = st.builds(
    "{}{} {}".format, st.sampled_from(GIVEN), st.sampled_from(MIDDLE), st.sampled_from(SURNAMES)
)


@given(st.lists(NAMES, max_size=8), st.randoms(use_true_random=False))
def test_within_an_article_a_name_only_grows(names: list[str], chance: random.Random):
    found = full_names(names)
    assert found == full_names(chance.sample(names, len(names)))
    for name, longest in found.items():
        assert longest == name or is_longer_form(longest, name)
        assert longest.split()[0] == name.split()[0]
