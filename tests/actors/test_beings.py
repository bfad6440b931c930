"""The persons an article speaks of: who counts as one, and what their gender is known from."""

from __future__ import annotations

import pytest

from relmap.actors.beings import (
    Being,
    Named,
    agreed,
    find_beings,
    fitting,
    genders_given,
    learn,
    may_be_person,
    only_one,
)
from relmap.models import Mention, Reference


def mention(start: int, surface: str, kind: str = "person", title: str = "") -> Mention:
    return Mention(start, start + len(surface), 0, kind, surface, "model", title=title)


def word(start: int, head: str, form: str, **more: object) -> Reference:
    return Reference(start, start + len(head), 0, head, form, head, **more)


def being(who: str, gender: str = "") -> Being:
    return Being(0, who, gender, subject=False)


def test_who_is_open_is_nobody_for_certain():
    assert Named(mention(0, "Lee"), "person:lee").who == "person:lee"
    assert Named(mention(0, "Lee"), "person:lee", certain=False).who == ""


def test_a_pronoun_fits_whose_gender_does_not_speak_against_it():
    people = [being("a"), being("b", "m"), being("c", "f")]
    assert [one.who for one in fitting(people, "f")] == ["a", "c"]


@pytest.mark.parametrize(
    ("who", "expected"), [(["a", "a"], "a"), (["a", "b"], ""), (["a", ""], ""), ([], "")]
)
def test_only_one_actor(who, expected):
    assert only_one(map(being, who)) == expected


def test_persons_subjects_and_unnamed_people_are_beings():
    named = [
        Named(mention(0, "Ada Lee", title="Mrs"), "a"),
        Named(mention(10, "Le Pen", "organization"), "b"),
        Named(mention(20, "Gazprom", "organization"), "c"),
        Named(mention(30, "Peru", "country"), "d"),
        Named(mention(35, "Le Pen", "organization"), "b"),
    ]
    spoken = [
        *(word(start, "", "name") for start in (10, 20, 30)),
        word(40, "nurse", "other", gender="f"),
        word(50, "bloc", "other"),
        word(60, "minister", "definite"),
    ]
    found = list(find_beings(named, spoken, {}, {"Gazprom"}))
    assert found == [
        Being(0, "a", "f", subject=False),
        Being(10, "", "", subject=True),
        Being(40, "", "f", subject=False),
    ]
    assert next(find_beings(named, (), {"a": "m"}, set())).gender == "m"


@pytest.mark.parametrize(
    ("surface", "kind", "expected"),
    [
        ("Le Pen", "organization", True),
        ("Le Pen", "country", False),
        ("Harbour Company", "organization", False),
        ("Three Word Name", "organization", False),
        ("NATO", "organization", False),
    ],
)
def test_what_may_be_a_surname(surface, kind, expected):
    assert may_be_person(mention(0, surface, kind), {"NATO"}) is expected


def test_titles_and_descriptions_say_a_gender():
    named = [
        Named(mention(0, "Kent", title="Mrs"), "kent"),
        Named(mention(10, "Jose Lansang"), "jose"),
        Named(mention(20, "Lee", title="Mr"), "lee"),
        Named(mention(30, "Lee", title="Ms"), "lee"),
        Named(mention(40, "Open", title="Mr"), "open", certain=False),
    ]
    roles = [
        word(5, "husband", "role", gender="m", described=10),
        word(15, "wife", "other", gender="f", described=10),
        word(25, "wife", "role", gender="f", described=99),
    ]
    assert genders_given(named, roles) == {"kent": "f", "jose": "m", "lee": ""}


@pytest.mark.parametrize(
    ("said", "expected"), [({"f", ""}, "f"), ({"m", "f"}, ""), ({""}, ""), (set(), "")]
)
def test_a_gender_is_agreed_where_nothing_contradicts(said, expected):
    assert agreed(said) == expected


@pytest.mark.parametrize(
    ("votes", "learned", "doubtful"),
    [
        ({("a", "f"): 5}, {"a": "f"}, []),
        ({("a", "f"): 5, ("a", "m"): 1}, {"a": "f"}, []),
        ({("a", "f"): 3, ("a", "m"): 1}, {}, ["a"]),
        ({("a", "f"): 1, ("a", "m"): 1}, {}, ["a"]),
        ({("a", "f"): 1}, {}, []),
        ({}, {}, []),
    ],
)
def test_pronouns_teach_a_gender_where_they_agree(votes, learned, doubtful):
    assert learn({}, votes) == (learned, frozenset(doubtful))


def test_what_a_title_says_is_not_unlearned():
    assert learn({"a": "m"}, {("a", "f"): 9}) == ({"a": "m"}, frozenset())
    assert learn({"a": ""}, {("a", "f"): 9}) == ({"a": "f"}, frozenset())
