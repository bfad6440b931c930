"""Titles and couples, resolved: which of several people a surname can mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from actor_scenes import actors, article, names, whose

from relmap.models import (
    SHARED_SURNAME,
    Extraction,
)


def test_mr_and_mrs_of_one_surname_are_two_people():
    found = actors(article("1", "p:Hillary Clinton", "p:Clinton@Mrs.", "p:Clinton@Mr."))
    assert {(a.name, a.ambiguous) for a in found.values()} == {
        ("Hillary Clinton", False),
        ("Clinton", True),
    }
    assert [a.surface for a in found["person:hillary-clinton"].aliases] == ["Hillary Clinton"]


def test_the_title_of_the_full_name_settles_who_is_meant():
    names = ("p:Hillary Clinton@Mrs", "p:Clinton@Mrs", "p:Clinton@Mr", "p:Clinton")
    found = actors(article("1", *names))
    assert [(a.surface, a.mentions) for a in found["person:hillary-clinton"].aliases] == [
        ("Clinton", 2),
        ("Hillary Clinton", 1),
    ]
    assert found["person:clinton"].ambiguous


def test_titles_are_facts_of_the_person():
    found = actors(article("1", "p:Rajnath Singh@Defence Minister", "p:Singh@Mr", "p:Singh@Mr"))
    assert found["person:rajnath-singh"].titles == ("Mr", "Defence Minister")


def test_a_title_with_one_name_is_who_has_both():
    text = ("p:Tamim bin Hamad Al Thani@Sheikh", "p:Sheikh Tamim", "p:Tamim")
    assert names(article("1", *text)) == {"Tamim bin Hamad Al Thani"}


@pytest.mark.parametrize(
    "text",
    [
        ("p:Mohammed bin Salman@Crown Prince", "p:King Salman"),
        ("p:William Hague@Foreign Secretary", "p:Prince William"),
        ("p:Tamim bin Hamad Al Thani", "p:Sheikh Tamim"),
        ("p:Francis Ford Coppola", "p:Pope Francis"),
    ],
)
def test_another_title_is_another_person(text):
    assert len(names(article("1", *text))) == 2


def test_a_title_with_a_name_of_two_stays_open():
    found = actors(
        article(
            "1",
            "p:Mohammed bin Zayed@Sheikh",
            "p:Mohammed bin Rashid@Sheikh",
            "p:Sheikh Mohammed",
        )
    )
    assert [a.name for a in found.values() if a.ambiguous] == ["Sheikh Mohammed"]


def test_a_title_with_one_name_is_open_where_another_article_may_mean_the_same():
    full = article("1", "p:Tamim bin Hamad Al Thani@Sheikh")
    found = actors(full, article("2", "p:Sheikh Tamim"), article("3", "p:Pope Francis"))
    assert [a.name for a in found.values() if a.ambiguous] == ["Sheikh Tamim"]


def test_a_king_goes_by_his_number_or_without():
    found = actors(article("1", "p:King Charles III", "p:King Charles", "p:Charles"))
    assert list(found) == ["person:king-charles-iii"]


def couple(*names: str) -> Extraction:
    """An article whose first name shares the surname of the second."""
    found = article("1", *names)
    first, *others = found.mentions
    return replace(found, mentions=(replace(first, rule=SHARED_SURNAME), *others))


def test_a_first_name_before_and_shares_the_surname_behind():
    found = actors(couple("p:Bill", "p:Hillary Clinton", "p:Clinton"))
    assert {(a.name, a.ambiguous) for a in found.values()} == {
        ("Bill Clinton", False),
        ("Hillary Clinton", False),
        ("Clinton", True),
    }


def test_a_title_leaves_the_one_of_a_couple_whom_it_can_mean():
    found = actors(couple("p:Bill", "p:Hillary Clinton@Mrs", "p:Bill Clinton@Mr", "p:Clinton@Mrs"))
    assert whose(found, "Clinton") == ["Hillary Clinton"]
