"""Spellings of one name, resolved: when two are one person, and when they stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from actor_scenes import actors, article, names

from relmap.models import (
    Extraction,
    Sentence,
)


def test_spellings_join_in_a_shared_context():
    one = article("1", "p:Khwaja Asif", "c:PK")
    other = article("2", "p:Khawaja Asif", "p:Khawaja Asif", "c:PK")
    found = actors(one, other)
    assert set(found) == {"country:PK", "person:khawaja-asif"}
    assert found["person:khawaja-asif"].name == "Khawaja Asif"
    assert ("Khwaja Asif", 1, "spelling") in [
        (a.surface, a.mentions, a.rule) for a in found["person:khawaja-asif"].aliases
    ]


def test_spellings_without_a_shared_context_stay_two():
    found = names(article("1", "p:Khwaja Asif", "c:PK"), article("2", "p:Khawaja Asif", "c:FR"))
    assert {"Khwaja Asif", "Khawaja Asif"} <= found


def test_a_slip_of_the_pen_is_the_person_if_only_one_fits():
    assert names(article("1", "p:Recep Tayyip Erdogan", "p:Erodgan")) == {"Recep Tayyip Erdogan"}
    three = article("1", "p:Recep Erdogan", "p:Bilal Erdogan", "p:Erodgan")
    assert [a.name for a in actors(three).values() if a.ambiguous] == ["Erodgan"]


def test_a_reversed_name_needs_a_country_that_writes_so():
    def people(code: str) -> set[str]:
        one, other = (
            article("1", "p:Moon Jaein", f"c:{code}"),
            article("2", "p:Jaein Moon", f"c:{code}"),
        )
        return {a.name for a in actors(one, other).values() if a.kind == "person"}

    assert len(people("KR")) == 1
    assert len(people("FR")) == 2


@pytest.mark.parametrize("part", ["Assad", "al-Assad"])
def test_a_particle_more_or_less_is_the_same_person(part):
    assert names(article("1", "p:Bashar al-Assad", f"p:{part}")) == {"Bashar al-Assad"}


def test_accents_do_not_tear_a_name():
    text = ("p:Enrique Peña Nieto", "p:Enrique Pena Nieto", "p:Peña Nieto")
    assert len(actors(article("1", *text))) == 1


def test_a_hyphen_shows_where_the_family_name_is():
    assert len(actors(article("1", "p:Lee Jae-myung"), article("2", "p:Jae-myung Lee"))) == 1


def test_a_country_anywhere_in_the_article_says_how_names_are_written():
    hungary = article("1", "p:Szijjártó Péter", "p:Peter Szijjarto", "p:Szijjarto", "c:HU")
    assert len(actors(hungary)) == 2
    france = article("1", "p:Szijjártó Péter", "p:Peter Szijjarto", "p:Szijjarto", "c:FR")
    assert len(actors(france)) == 4


def apart(extraction: Extraction) -> Extraction:
    """The same mentions, each in a sentence of its own."""
    mentions = tuple(replace(m, sentence=i) for i, m in enumerate(extraction.mentions))
    sentences = tuple(Sentence(m.start, m.end, "story") for m in mentions)
    return replace(extraction, mentions=mentions, sentences=sentences)


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", "RU"),
        ("Khwaja Asif", "Khawaja Asif", "PK"),
    ],
)
def test_the_country_of_one_sentence_and_of_the_others_article_join_a_spelling(one, other, code):
    beside = article("1", f"p:{one}", f"c:{code}")
    around = apart(article("2", f"p:{other}", f"c:{code}"))
    assert len(actors(beside, around)) == 2
    assert len(actors(apart(beside), around)) == 3
    assert len(actors(beside, apart(article("2", f"p:{other}", "c:FR")))) == 4


def test_two_spellings_of_one_article_are_one():
    text = article("1", "p:Muhammad Yunus", "p:Mohammed Yunus", "p:Yunus")
    assert len(actors(apart(text))) == 1


def test_an_english_country_around_joins_no_spelling():
    found = actors(
        article("1", "p:Brian Williams", "c:US"), apart(article("2", "p:Bryan Williams", "c:US"))
    )
    assert len(found) == 3


@pytest.mark.parametrize("other", ["Shehbaz Sharif", "Nawaz Sherwani"])
def test_a_shared_article_joins_no_other_name(other):
    assert len(actors(article("1", "p:Nawaz Sharif", f"p:{other}", "c:PK"))) == 3
