"""Persons across articles: which full names are one person, and which never are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors.candidates import Candidates
from relmap.actors.merging import (
    FAMILY_FIRST,
    Evidence,
    blocks,
    choose_spellings,
    differ_in_one,
    group_spellings,
    is_hyphenated,
    is_same_in_article,
    says_more,
)


def beside(contexts: Mapping[str, set[str]]) -> Callable[[str], Evidence]:
    """What finds the evidence of names that are seen in these contexts."""
    return lambda name: Evidence(frozenset(contexts[name]))


def groups(*names: str, context: str = "US") -> set[frozenset[str]]:
    """The names that are one person, each found once in one context."""
    chosen = group_spellings(dict.fromkeys(names, 1), beside({name: {context} for name in names}))
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
    assert Candidates(names).longest == {name: name for name in sorted(names)}
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
    chosen = group_spellings(dict.fromkeys(names, 1), beside(contexts))
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
    chosen = group_spellings(dict.fromkeys(contexts, 1), beside(contexts))
    assert len(set(chosen.values())) == 2


@pytest.mark.parametrize("most", ["George W. Bush", "George H. W. Bush", "George Bush"])
@pytest.mark.parametrize("least", ["George W. Bush", "George H. W. Bush", "George Bush"])
def test_george_bush_is_neither_however_often_each_is_named(most, least):
    names = ("George W. Bush", "George H. W. Bush", "George Bush")
    counts = {name: 5 if name == most else 1 if name == least else 3 for name in names}
    chosen = group_spellings(counts, beside({name: {"US"} for name in names}))
    assert chosen == {name: name for name in names}


def test_the_most_frequent_spelling_stands():
    counts = {"Sergei Lavrov": 2, "Sergey Lavrov": 5}
    chosen = group_spellings(counts, beside({key: {"RU"} for key in counts}))
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
    chosen = group_spellings(counts, beside(contexts))
    assert chosen.keys() == names.keys()
    for one, other in combinations(names, 2):
        if chosen[one] == chosen[other]:
            assert can_be_one(names[one], names[other]), (one, other, chosen)
    for name, head in chosen.items():
        assert chosen[head] == head, name
    chance = data.draw(st.randoms(use_true_random=False))
    shuffled = chance.sample([*counts.items()], len(counts))
    assert group_spellings(dict(shuffled), beside(contexts)) == chosen


# what two names share


def seen(beside: str = "", around: str = "") -> Evidence:
    """Countries and titles beside a name; those around it, and the numbers of articles as "@1"."""
    words = around.split()
    articles = np.array([int(word[1:]) for word in words if word[0] == "@"], np.uint32)
    countries = frozenset(word for word in words if word[0] != "@")
    return Evidence(frozenset(beside.split()), countries, articles)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (seen("RU"), seen("FR", "RU"), True),
        (seen("FR", "RU"), seen("RU"), True),
        (seen("", "RU"), seen("", "RU"), False),  # beside neither
        (seen("", "@1 RU"), seen("", "@1"), True),
        (seen("", "@1"), seen("", "@2"), False),
        (seen("US"), seen("FR", "US"), False),
        (seen("GB US RU"), seen("FR", "US RU"), True),
        (seen(), seen(), False),
    ],
)
def test_who_comes_near(one, other, near):
    assert one.comes_near(other) is near
    assert other.comes_near(one) is near


def test_who_meets_shares_a_sentences_country_or_title():
    assert seen("RU US").meets(seen("US"))
    assert not seen("RU").meets(seen("US", "RU"))
    assert not seen().meets(seen())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (seen("KR"), seen("KR"), True),
        (seen("", "KR"), seen("KR"), True),
        (seen("KR"), seen("HU"), False),
        (seen("FR"), seen("FR"), False),
    ],
)
def test_a_shared_country_that_prints_the_family_name_first(one, other, expected):
    assert one.is_family_first(other) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Moon Jae-in", "Jae-in Moon"),
        ("Orbán Viktor Mihály", "Viktor Mihály Orbán"),
        ("Recep Tayyip Erdogan", "Recep Erdoğan"),
        ("George Walker Bush", "George W. Bush"),
    ],
)
def test_what_can_be_one_person_shares_a_block(one, other):
    assert blocks(one) & blocks(other)


def test_others_share_no_block():
    assert not blocks("Nawaz Sharif") & blocks("Emmanuel Macron")


# within and across articles


@pytest.mark.parametrize(
    ("one", "other", "countries", "expected"),
    [
        ("Muhammad Yunus", "Mohammed Yunus", "", True),
        ("Recep Erdoğan", "Recep Erdogan", "", True),
        ("Lee Jae-myung", "Jae-myung Lee", "", True),
        ("Szijjártó Péter", "Peter Szijjarto", "HU", True),
        ("Szijjártó Péter", "Peter Szijjarto", "FR", False),
        ("Sergei Ivanovich", "Sergey Ivanovych", "RU", False),  # two words differ
        ("Nawaz Sharif", "Shehbaz Sharif", "PK", False),
    ],
)
def test_who_is_one_person_in_one_article(one, other, countries, expected):
    assert is_same_in_article(one, other, seen(countries)) is expected
    assert is_same_in_article(other, one, seen(countries)) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Lee Jae-myung", True), ("Ada Lee", False), ("Ada -Lee", False)]
)
def test_a_hyphen_inside_a_word_shows_the_given_name(name, expected):
    assert is_hyphenated(name) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Sergei Lavrov", "Sergei Lavrov", False),
        ("Sergei Lavroff", "Sergey Lavrov", False),
    ],
)
def test_two_names_that_differ_in_one_word(one, other, expected):
    assert differ_in_one(one, other) is expected


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [
        ("Recep Tayyip Erdogan", "Recep Erdogan", True),
        ("John Smith", "J. Smith", False),  # the given name must be written out
        ("Recep Erdogan", "Recep Tayyip Erdogan", False),
    ],
)
def test_a_name_with_middle_names_says_more(long, short, expected):
    assert says_more(long, short) is expected


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Sergei Ivanovich", "Sergey Ivanovich", True),
        ("Sergei Ivanovich", "Sergei Ivanovych", True),
        ("Sergei Ivanovich", "Sergey Ivanovych", False),
    ],
)
def test_what_stands_around_joins_only_names_that_differ_in_one_word(one, other, is_one):
    counts = {one: 1, other: 1}
    shared = group_spellings(counts, {one: seen("", "@1"), other: seen("", "@1 @2")}.__getitem__)
    assert (shared[one] == shared[other]) is is_one
    unshared = group_spellings(counts, {one: seen("", "@1"), other: seen("", "@2")}.__getitem__)
    assert unshared == {one: one, other: other}
    meeting = group_spellings(counts, beside({one: {"RU"}, other: {"RU"}}))
    assert meeting[one] == meeting[other]


def test_whom_two_strangers_claim_stands_for_itself():
    evidence = {"A B": seen("US"), "A X B": seen("US"), "A Y B": seen("US")}
    likes = {"A B": ["A X B", "A Y B"], "A X B": ["A B"], "A Y B": ["A B"]}
    assert choose_spellings([*evidence], likes, evidence.__getitem__) == {
        name: name for name in evidence
    }
    pair = {"A B": ["A X B"], "A X B": ["A B"], "A Y B": []}
    assert choose_spellings([*evidence], pair, evidence.__getitem__) == {
        "A B": "A B",
        "A X B": "A B",
        "A Y B": "A Y B",
    }


def test_a_name_like_two_that_stand_for_themselves_is_neither():
    evidence = {"Ana Peña": seen(), "Ana Pena": seen(), "Ana Pęna": seen()}
    likes = {"Ana Peña": [], "Ana Pena": [], "Ana Pęna": ["Ana Peña", "Ana Pena"]}
    chosen = choose_spellings([*evidence], likes, evidence.__getitem__)
    assert chosen == {name: name for name in evidence}


def test_evidence_is_asked_for_only_where_names_look_alike():
    asked: list[str] = []

    def evidence(name: str) -> Evidence:
        asked.append(name)
        return seen("RU")

    names = ["Sergei Lavrov", "Sergey Lavrov", "Ada Lee", "Ida Lee", "Nawaz Sharif"]
    group_spellings(dict.fromkeys(names, 1), evidence)
    assert sorted(asked) == ["Sergei Lavrov", "Sergey Lavrov"]
