"""Surnames and other parts of a name, resolved: whose they are, and when that stays open."""

from __future__ import annotations

import pytest
from actor_scenes import actors, article, names, whose


def test_a_surname_takes_the_one_full_name_of_its_article():
    found = actors(article("1", "p:Rajnath Singh", "p:Singh", "p:Singh"))
    assert list(found) == ["person:rajnath-singh"]
    aliases = found["person:rajnath-singh"].aliases
    assert [(a.surface, a.mentions, a.rule) for a in aliases] == [
        ("Singh", 2, "part of a name"),
        ("Rajnath Singh", 1, "full name"),
    ]


def test_a_family_name_in_front_is_a_surname_too():
    assert names(article("1", "p:Wang Xiaohong", "p:Wang")) == {"Wang Xiaohong"}


def test_a_surname_of_two_people_stays_open():
    found = actors(article("1", "p:Nawaz Sharif", "p:Shehbaz Sharif", "p:Sharif"))
    assert set(found) == {"person:nawaz-sharif", "person:shehbaz-sharif", "person:sharif"}
    assert [found[i].ambiguous for i in sorted(found)] == [False, True, False]


def test_a_surname_does_not_reach_into_another_article():
    found = actors(article("1", "p:Nawaz Sharif"), article("2", "p:Sharif"))
    assert found["person:sharif"].ambiguous
    assert not found["person:nawaz-sharif"].ambiguous


def test_a_name_alone_that_nobody_else_claims_is_not_open():
    assert not actors(article("1", "p:Lula"))["person:lula"].ambiguous


def test_a_longer_form_takes_in_the_shorter():
    found = names(article("1", "p:Recep Tayyip Erdogan", "p:Recep Erdogan", "p:Erdogan"))
    assert found == {"Recep Tayyip Erdogan"}


def test_two_longer_forms_leave_the_shorter_alone():
    found = names(article("1", "p:John Paul Smith", "p:John Peter Smith", "p:John Smith"))
    assert found == {"John Paul Smith", "John Peter Smith", "John Smith"}


def test_george_bush_is_neither_of_two_across_articles():
    texts = ("George W. Bush", "George H. W. Bush", "George Bush")
    found = actors(*(article(str(i), f"p:{text}", "c:US") for i, text in enumerate(texts)))
    assert {a.name for a in found.values() if a.kind == "person"} == {*texts}
    assert all(len(a.aliases) == 1 for a in found.values())


def test_two_bin_salmans_stay_two_and_their_name_open():
    found = actors(article("1", "p:Mohammed bin Salman", "p:Khalid bin Salman", "p:bin Salman"))
    assert {(a.name, a.ambiguous) for a in found.values()} == {
        ("Mohammed bin Salman", False),
        ("Khalid bin Salman", False),
        ("bin Salman", True),
    }


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Sassou Nguesso", "Denis Sassou Nguesso"),
        ("López Obrador", "Andrés Manuel López Obrador"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("Boric", "Gabriel Boric Font"),
        ("Von der Leyen", "Ursula von der Leyen"),
        ("bin Salman", "Mohammed bin Salman Al Saud"),
        ("Ben Gvir", "Itamar Ben Gvir"),
    ],
)
def test_a_part_of_one_name_is_its_person(part, whole):
    found = actors(article("1", f"p:{whole}", f"p:{part}"))
    assert [actor.name for actor in found.values()] == [whole]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Hamad Al Thani", "Tamim bin Hamad Al Thani"),
        ("Zayed", "Mohammed bin Zayed Al Nahyan"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
        ("Trump", "Donald Trump Jr."),
        ("Ali", "Muhammad Ali Jinnah"),
    ],
)
def test_a_father_is_not_his_son_and_a_short_word_nobody(part, whole):
    assert len(actors(article("1", f"p:{whole}", f"p:{part}"))) == 2


def test_an_inner_word_gives_way_to_an_outer_one():
    found = actors(article("1", "p:George Walker Bush", "p:Scott Walker", "p:Walker"))
    assert whose(found, "Walker") == ["Scott Walker"]


def test_the_end_of_two_names_stays_open_in_its_article():
    couple = ("p:Denis Sassou Nguesso", "p:Antoinette Sassou Nguesso", "p:Sassou Nguesso")
    other = article("2", "p:Sassou Nguesso")
    found = actors(article("1", *couple), other)
    assert [a.ambiguous for a in found.values() if a.name == "Sassou Nguesso"] == [False, True]
