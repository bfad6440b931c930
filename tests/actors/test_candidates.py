"""The full names of one article: longest forms and parts, found as if all were compared with all."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relmap.actors.candidates import Candidates, index
from relmap.actors.people import (
    core,
    is_full,
    is_inside,
    is_longer_form,
    is_outer_part,
    is_part,
    is_slip,
    takes_in,
)
from relmap.actors.spelling import fold, name_words


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
    assert Candidates(names).fitting(part) == expected


def test_a_slip_gives_way_to_the_name_itself():
    assert Candidates(["Ali Erodgan", "Ali Erdogan"]).fitting("Erodgan") == ["Ali Erodgan"]


def test_within_an_article_the_longest_form_stands_if_all_agree():
    names = ["Donald Trump", "Donald J. Trump", "Donald John Trump", "Trump"]
    assert Candidates(filter(is_full, names)).longest == {
        "Donald J. Trump": "Donald John Trump",
        "Donald John Trump": "Donald John Trump",
        "Donald Trump": "Donald John Trump",
    }


GIVEN = ("Sergei", "Sergey", "Mohammed", "Muhammad", "Nawaz", "Shehbaz", "George")
MIDDLE = ("", " W.", " H. W.", " Walker", " bin", " J.", " John")
SURNAMES = ("Sharif", "Ivanov", "Bush", "Salman")
NAMES = st.builds(
    "{}{} {}".format, st.sampled_from(GIVEN), st.sampled_from(MIDDLE), st.sampled_from(SURNAMES)
)


@given(st.lists(NAMES, max_size=8), st.randoms(use_true_random=False))
def test_within_an_article_a_name_only_grows(names: list[str], chance: random.Random):
    found = Candidates(names).longest
    assert found == Candidates(chance.sample(names, len(names))).longest
    for name, longest in found.items():
        assert longest == name or is_longer_form(longest, name)
        assert longest.split()[0] == name.split()[0]


# against all comparisons


WORDS = (
    "Ada",
    "A.",
    "John",
    "J.",
    "Marcos",
    "Marcso",
    "bin",
    "Salman",
    "Obama",
    "Ábama",
    "Jr",
    "III",
)
ANY = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def fold_words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def longest_by_hand(name: str, names: list[str]) -> str:
    longer = [n for n in names if takes_in(n, name) and not glued(n, name, names)]
    longest = max(longer, key=lambda n: (len(n), n), default=name)
    agree = all(fold(n) == fold(longest) or takes_in(longest, n) for n in longer)
    return longest if agree else name


def glued(long: str, short: str, names: list[str]) -> bool:
    words, inner = fold_words(long), fold_words(short)
    rest = words[: -len(inner)]
    others = [fold_words(name) for name in names if name not in (long, short)]
    ends_so = words[-len(inner) :] == inner and bool(rest)
    return ends_so and any(other[-len(rest) :] == rest for other in others)


def fitting_by_hand(part: str, names: list[str]) -> list[str]:
    words, whole = core(part), fold_words(part)
    exact = [n for n in names if is_part(words, fold_words(n)) or is_part(whole, fold_words(n))]
    slips = [n for n in names if words and is_slip(words[-1], fold_words(n)[-1])]
    inside = [n for n in names if is_inside(name_words(part), name_words(n))]
    return exact or slips or inside


@given(st.lists(ANY, max_size=9), ANY)
@example(["Barack Obama", "Obama John Marcos", "John Marcos"], "Obama")
@example(["Ada Marcso Salman"], "Marcos")
@example(["A. Salman", "Ada Salman"], "Salman")
def test_few_comparisons_find_what_all_would(surfaces: list[str], part: str):
    names = sorted({name for name in surfaces if is_full(name)})
    found = Candidates(names[::-1])
    assert list(found.names) == names
    assert found.longest == {name: longest_by_hand(name, names) for name in names}
    assert found.fitting(part) == fitting_by_hand(part, names)
    for name in names:
        longer = [n for n in names if is_outer_part(name, n)]
        assert found.is_torn(name) is (bool(longer) and longest_by_hand(name, names) == name)


def test_a_part_without_letters_fits_everybody():
    assert Candidates(["Ada Lee", "Ben Kent"]).fitting("’") == ["Ada Lee", "Ben Kent"]
    assert Candidates([]).fitting("’") == []


def test_names_are_found_by_all_their_keys():
    assert index([("a", "x"), ("b", "x"), ("a", "y")]) == {"a": ["x", "y"], "b": ["x"]}


def test_many_names_are_compared_with_few(monkeypatch):
    compared = []
    monkeypatch.setattr(
        "relmap.actors.candidates.takes_in", lambda *pair: bool(compared.append(pair))
    )
    names = [f"A{i:04} B{i % 50:02}" for i in range(2000)]
    found = Candidates(names)
    assert len(found.longest) == 2000
    assert all(len(found.fitting(f"B{i:02}")) == 40 for i in range(50))
    assert len(compared) <= 4 * len(names)
