"""When two spellings are one name, and when they must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors.spelling import (
    fold,
    fold_organization,
    is_same_spelling,
    is_same_word,
    is_swapped,
    skeletons,
    slug,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khwaja Asif", "Khawaja Asif"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Mohammed Dahlan", "Muhammad Dahlan"),
        ("Recep Erdoğan", "Recep Erdogan"),
    ],
)
def test_transliterations_are_one_name(one, other):
    assert is_same_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nawaz Sharif", "Shehbaz Sharif"),
        ("Wang Yi", "Wang Yu"),
        ("Kim Jong Un", "Kim Jong In"),
        ("Dan Brown", "Don Brown"),
        ("Jean Smith", "Joan Smith"),
        ("Martin Garcia", "Martina Garcia"),
        ("Maria Perez", "Mario Perez"),
        ("Ali Khan", "Ali Reza Khan"),
        ("Putin", "Putin"),
    ],
)
def test_two_people_stay_two(one, other):
    assert not is_same_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shanghai Cooperation Organisation", "the Shanghai Cooperation Organization"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Food & Drug Agency", "Food and Drug Agency"),
        ("Centre for Policy Research", "Center for Policy Research"),
    ],
)
def test_organizations_fold_to_one_spelling(one, other):
    assert fold_organization(one) == fold_organization(other)


@pytest.mark.parametrize("word", ["promise", "Paris", "rise", "wise"])
def test_words_that_only_look_british_stay(word):
    assert fold_organization(word).replace("z", "s") == fold(word)


def test_slugs_are_readable():
    assert slug("Côte d’Ivoire") == "cote-divoire"
    assert slug("Владимир Путин") == "владимир-путин"


@given(
    st.text(alphabet="abcdefgh ', ÀÉ", max_size=20), st.text(alphabet="abcdefgh ' ", max_size=20)
)
def test_likeness_has_no_direction(one, other):
    assert is_same_spelling(one, other) == is_same_spelling(other, one)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)
    assert len(skeletons(name)) == len(fold(name).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chung-in Moon", "Moon Chung-in"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Orbán Viktor Mihály", "Viktor Mihály Orbán"),
        ("Xi Jinping", "Jinping Xi"),
    ],
)
def test_the_family_name_at_the_other_end(one, other):
    assert is_swapped(one, other)
    assert is_swapped(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xi Jinping", "Xi Jinping"),
        ("Xi Jinping", "Jinping Li"),
        ("Xi", "Xi"),
        ("Ali Reza Khan Shah", "Reza Ali Shah Khan"),
        ("Ali Khan", "Khan Ali Reza"),
    ],
)
def test_other_orders_are_not(one, other):
    assert not is_swapped(one, other)
    assert not is_swapped(other, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("sergei", "sergey", True),
        ("khwaja", "khawaja", True),
        ("jean", "joan", False),  # too short
        ("martin", "martina", False),
        ("maria", "mario", False),
        ("wang", "wang", True),
    ],
)
def test_one_word_written_twice(one, other, expected):
    assert is_same_word(one, other) is expected
    assert is_same_word(other, one) is expected


@given(st.lists(st.sampled_from(["Moon", "Jae-in", "Viktor", "Orbán", "Li"]), max_size=4))
def test_a_name_is_swapped_with_its_rotation_alone(words):
    name, rotated = " ".join(words), " ".join([*words[1:], *words[:1]])
    assert is_swapped(name, rotated) is (len(words) > 1 and words != [*words[1:], *words[:1]])
