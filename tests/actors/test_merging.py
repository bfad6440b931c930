"""Persons across articles: which full names are one person, and which never are."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors.merging import FAMILY_FIRST, group_spellings
from relmap.actors.people import full_names


def groups(*names: str, context: str = "US") -> set[frozenset[str]]:
    """The names that are one person, each found once in one context."""
    chosen = group_spellings(dict.fromkeys(names, 1), {key: {context} for key in names})
    return {frozenset(n for n in names if chosen[n] == head) for head in chosen.values()}


def apart(*names: str, context: str = "US") -> bool:
    return groups(*names, context=context) == {frozenset({name}) for name in names}


def together(*names: str, context: str = "US") -> bool:
    return groups(*names, context=context) == {frozenset(names)}


@pytest.mark.parametrize(
    "names",
    [
        ("George W. Bush", "George H. W. Bush", "George Bush"),
        ("John Paul Smith", "John Peter Smith", "John Smith"),
        ("John Smith", "Jane Smith", "J. Smith"),
    ],
)
def test_two_that_contradict_leave_the_shorter_alone_within_and_across(names):
    assert full_names(names) == {name: name for name in sorted(names)}
    assert apart(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("Khwaja Asif", "Khawaja Asif"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Recep Erdoğan", "Recep Erdogan"),
        ("Donald John Trump", "Donald J. Trump"),
        ("Donald Trump", "Donald J. Trump"),
        ("Recep Tayyip Erdogan", "Recep Erdogan"),
    ],
)
def test_spellings_and_middle_names_join_in_a_shared_context(names):
    assert together(*names)
    one, other = names
    contexts = {one: {"US"}, other: {"FR"}}
    chosen = group_spellings(dict.fromkeys(names, 1), contexts)
    is_same_letters = one.replace("ğ", "g") == other
    assert (chosen[one] == chosen[other]) is is_same_letters


@pytest.mark.parametrize(
    "names",
    [
        ("Nawaz Sharif", "Shehbaz Sharif"),
        ("Mohammed bin Salman", "Khalid bin Salman"),
        ("George W. Bush", "George H. W. Bush"),
        ("Wang Yi", "Wang Yu"),
        ("J. Smith", "John Smith"),
        ("J. Smith", "Joey Smith"),
        ("Martin Garcia", "Martina Garcia"),
    ],
)
def test_two_people_stay_two(names):
    assert apart(*names)
    assert apart(*names, context="CN")


@pytest.mark.parametrize(
    "names",
    [
        ("Ishiba Shigeru", "Shigeru Ishiba"),
        ("Orbán Viktor", "Viktor Orbán"),
        ("Xi Jinping", "Jinping Xi"),
        ("Orbán Viktor Mihály", "Viktor Mihály Orbán"),
    ],
)
@pytest.mark.parametrize("country", [*sorted(FAMILY_FIRST), "US", "RU", "Prime Minister"])
def test_the_family_name_stands_first_beside_certain_countries(names, country):
    assert together(*names, context=country) is (country in FAMILY_FIRST)
    assert apart(*names, context=country) is (country not in FAMILY_FIRST)


def test_a_reversed_name_needs_its_country_beside_both():
    contexts = {"Ban Kimoon": {"KR", "US"}, "Kimoon Ban": {"US"}}
    chosen = group_spellings(dict.fromkeys(contexts, 1), contexts)
    assert len(set(chosen.values())) == 2


@pytest.mark.parametrize("most", ["George W. Bush", "George H. W. Bush", "George Bush"])
@pytest.mark.parametrize("least", ["George W. Bush", "George H. W. Bush", "George Bush"])
def test_george_bush_is_neither_however_often_each_is_named(most, least):
    names = ("George W. Bush", "George H. W. Bush", "George Bush")
    counts = {name: 5 if name == most else 1 if name == least else 3 for name in names}
    chosen = group_spellings(counts, {name: {"US"} for name in names})
    assert chosen == {name: name for name in names}


def test_the_most_frequent_spelling_stands():
    counts = {"Sergei Lavrov": 2, "Sergey Lavrov": 5}
    chosen = group_spellings(counts, {key: {"RU"} for key in counts})
    assert set(chosen.values()) == {"Sergey Lavrov"}


#: Given names by what they are: those in one row are spellings of one name.
GIVEN = (("Sergei", "Sergey"), ("Mohammed", "Muhammad"), ("Nawaz",), ("Shehbaz",), ("George",))


SURNAMES = ("Sharif", "Ivanov", "Bush", "Salman")


MIDDLE = ((), ("W.",), ("H.", "W."), ("Walker",), ("bin",), ("J.",), ("John",))


PEOPLE = st.tuples(
    st.sampled_from([name for row in GIVEN for name in row]),
    st.sampled_from(MIDDLE),
    st.sampled_from(SURNAMES),
)


ROW_OF = {name: number for number, row in enumerate(GIVEN) for name in row}


def can_be_one(
    one: tuple[str, tuple[str, ...], str], other: tuple[str, tuple[str, ...], str]
) -> bool:
    """Whether nothing in two names contradicts: counted without the code that is tested."""
    if ROW_OF[one[0]] != ROW_OF[other[0]] or one[2] != other[2]:
        return False
    return all(
        a == b or (a[1] == "." and b.startswith(a[0])) or (b[1:] == "." and a.startswith(b[0]))
        for a, b in zip(one[1], other[1], strict=False)
    )


def spell(person: tuple[str, tuple[str, ...], str]) -> str:
    given, middle, surname = person
    return " ".join((given, *middle, surname))


@given(
    st.dictionaries(PEOPLE, st.integers(1, 3), min_size=1, max_size=9),
    st.data(),
)
def test_nobody_is_joined_with_another_given_name_and_order_is_no_matter(people, data):
    country = data.draw(st.sampled_from(["RU", "US", "CN"]))
    names = {spell(person): person for person in people}
    counts = {spell(person): count for person, count in people.items()}
    contexts = {name: {country} for name in names}
    chosen = group_spellings(counts, contexts)
    assert chosen.keys() == names.keys()
    for one, other in combinations(names, 2):
        if chosen[one] == chosen[other]:
            assert can_be_one(names[one], names[other]), (one, other, chosen)
    for name, head in chosen.items():
        assert chosen[head] == head, name
    chance = data.draw(st.randoms(use_true_random=False))
    shuffled = chance.sample([*counts.items()], len(counts))
    assert group_spellings(dict(shuffled), contexts) == chosen
