"""Which body or country a noun stands for, in articles made by hand."""

from __future__ import annotations

import pytest

from relmap.actors.beings import Named
from relmap.actors.bodies import first_called, is_such, meant_body, meant_country
from relmap.actors.facts import Facts, Reading, gather
from relmap.knowledge import organizations
from relmap.models import Extraction, Mention, Reference, Sentence


def named(place: int, surface: str, kind: str) -> Named:
    return Named(Mention(place, place + 1, place // 10, kind, surface, "model"), surface)


def noun(place: int, head: str, form: str = "definite") -> Reference:
    return Reference(place, place + 1, place // 10, f"the {head}", form, head)


def facts(names: list[Named], *spoken: Reference) -> Facts:
    """An article of four sentences of ten characters."""
    lines = tuple(Sentence(i * 10, i * 10 + 9, "story") for i in range(4))
    return gather(Extraction("one", lines, (), (), spoken), names, organizations.load())


BLOC = noun(11, "bloc")
PARTY = noun(11, "party")


@pytest.mark.parametrize(
    ("names", "word", "others", "expected"),
    [
        ([named(1, "European Union", "organization")], BLOC, [], "European Union"),
        ([named(1, "Green Party", "organization")], PARTY, [], "Green Party"),
        ([named(1, "Green Party", "organization")], BLOC, [], ""),
        ([named(1, "Green Party", "person")], PARTY, [], ""),
        ([named(12, "Green Party", "organization")], PARTY, [], ""),  # only behind it
        (
            [named(1, "Green Party", "organization"), named(2, "Red Party", "organization")],
            PARTY,
            [],
            "",
        ),
        ([named(1, "Green Party", "organization")], PARTY, [noun(5, "party", "other")], ""),
        (
            [named(1, "Green Party", "organization")],
            PARTY,
            [noun(15, "party", "other")],
            "Green Party",
        ),
        ([named(1, "Green Party", "organization")], noun(31, "party"), [], ""),  # too long ago
    ],
)
def test_the_one_body_that_a_noun_fits(names, word, others, expected):
    assert meant_body(Reading(facts(names, word, *others)), word) == expected


COUNTRY = noun(11, "country")


@pytest.mark.parametrize(
    ("names", "others", "expected"),
    [
        ([named(1, "Peru", "country")], [], "Peru"),
        ([named(10, "Peru", "country")], [], "Peru"),
        ([named(12, "Peru", "country")], [], ""),
        ([named(1, "Peru", "organization")], [], ""),
        ([named(1, "Peru", "country"), named(10, "Chad", "country")], [], ""),
        ([named(1, "Peru", "country")], [noun(5, "country", "other")], ""),
        ([named(1, "Peru", "country")], [noun(5, "nurse", "other")], "Peru"),
        ([named(1, "Peru", "country")], [noun(15, "country", "other")], "Peru"),
    ],
)
def test_the_one_country_that_is_near(names, others, expected):
    assert meant_country(Reading(facts(names, COUNTRY, *others)), COUNTRY) == expected


def test_a_country_two_sentences_ago_is_too_far():
    word = noun(21, "country")
    assert meant_country(Reading(facts([named(1, "Peru", "country")], word)), word) == ""


def test_the_two_bodies_that_a_noun_fits_first_in_the_text():
    places = [(32, "D Party"), (31, "C Party"), (12, "B Party"), (5, "A Bloc"), (3, "B Party")]
    known = facts([named(place, name, "organization") for place, name in places])
    assert first_called(known, "party") == [(3, "B Party"), (31, "C Party")]
    assert first_called(known, "bloc") == [(5, "A Bloc")]
    assert first_called(known, "party") is first_called(known, "party")
    assert first_called(known, "army") == []


@pytest.mark.parametrize(
    ("surface", "head", "expected"),
    [
        ("Labour Organisation", "organization", True),
        ("Labour Organisation", "party", False),
        ("NATO", "alliance", True),
        ("NATO", "party", False),
    ],
)
def test_a_body_is_such_by_the_table_or_its_last_word(surface, head, expected):
    one = named(1, surface, "organization")
    assert is_such(facts([one]), one, head) is expected
