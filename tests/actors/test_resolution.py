"""Resolution on hand-made mentions: what is joined, what stays open, and that order is no matter."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors import resolve
from relmap.models import Actor, Extraction, Mention, Resolution, Sentence


def article(article_id: str, *names: str, acronyms: tuple[tuple[str, str], ...] = ()) -> Extraction:
    """An article of one sentence; names as "p:Name", "o:Name" or "c:CODE".

    A person's title stands behind "@", the country beside a body behind "#".
    """
    kinds = {"p": "person", "o": "organization", "c": "country"}
    mentions, position = [], 0
    for name in names:
        kind, _, rest = name.partition(":")
        rest, _, code = rest.partition("#")
        surface, _, title = rest.partition("@")
        mentions.append(
            Mention(
                start=position,
                end=position + len(surface),
                sentence=0,
                kind=kinds[kind],
                surface=surface,
                rule="model",
                title=title,
                country_code=surface if kind == "c" else code,
            )
        )
        position += len(surface) + 1
    return Extraction(article_id, (Sentence(0, position, "story"),), tuple(mentions), acronyms)


def actors(*articles: Extraction) -> dict[str, Actor]:
    return {actor.actor_id: actor for actor in resolve(articles).actors}


def names(*articles: Extraction) -> set[str]:
    return {actor.name for actor in resolve(articles).actors}


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


def test_a_longer_form_takes_in_the_shorter():
    found = names(article("1", "p:Recep Tayyip Erdogan", "p:Recep Erdogan", "p:Erdogan"))
    assert found == {"Recep Tayyip Erdogan"}


def test_two_longer_forms_leave_the_shorter_alone():
    found = names(article("1", "p:John Paul Smith", "p:John Peter Smith", "p:John Smith"))
    assert found == {"John Paul Smith", "John Peter Smith", "John Smith"}


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


def test_a_defined_acronym_and_its_spellings_are_one():
    pair = (("BHA", "Baltic Harbour Organisation"),)
    one = article("1", "o:Baltic Harbour Organisation", "o:BHA", acronyms=pair)
    other = article("2", "o:Baltic Harbour Organization")
    assert names(one, other) == {"Baltic Harbour Organisation"}


def test_an_acronym_that_one_article_defines_helps_another():
    pair = (("BHA", "Baltic Harbour Authority"),)
    one = article("1", "o:Baltic Harbour Authority", "o:BHA", acronyms=pair)
    assert names(one, article("2", "o:BHA")) == {"Baltic Harbour Authority"}


def test_an_acronym_of_two_bodies_stays_open_elsewhere():
    one = article("1", "o:BHA", acronyms=(("BHA", "Baltic Harbour Authority"),))
    other = article("2", "o:BHA", acronyms=(("BHA", "British Horse Association"),))
    found = actors(one, other, article("3", "o:BHA"))
    assert found["organization:bha"].ambiguous
    assert len(found) == 3


def test_a_weak_acronym_needs_its_full_name():
    settled = actors(article("1", "o:African Union", "o:AU"))
    assert list(settled) == ["organization:african-union"]
    assert actors(article("1", "o:AU"))["organization:au"].ambiguous


def test_an_acronym_that_one_article_gives_two_bodies_stays_open():
    pairs = (("BHA", "Baltic Harbour Authority"), ("BHA", "British Horse Association"))
    found = actors(
        article(
            "1",
            "o:Baltic Harbour Authority",
            "o:British Horse Association",
            "o:BHA",
            acronyms=pairs,
        )
    )
    assert [a.name for a in found.values() if a.ambiguous] == ["BHA"]
    assert len(found) == 3


def test_another_body_of_the_same_acronym_does_not_touch_one_that_is_certain():
    other = (("NATO", "North Aral Tourism Office"),)
    found = actors(article("1", "o:NATO"), article("2", "o:NATO", acronyms=other))
    assert [(a.name, a.ambiguous) for a in found.values()] == [
        ("NATO", False),
        ("North Aral Tourism Office", False),
    ]


def test_near_spellings_under_one_acronym_are_one():
    one = article("1", "o:RXTS", acronyms=(("RXTS", "Regional Xylo-Tariff Structure"),))
    other = article("2", "o:RXTS", acronyms=(("RXTS", "Regional Xylo-Tariffs Structure"),))
    assert len(names(one, other)) == 1


def test_a_national_body_needs_its_country():
    found = actors(
        article("1", "o:Peru’s Supreme Court", "o:Supreme Court of Peru", "o:Supreme Court Peru"),
        article("2", "o:Supreme Court"),
    )
    assert [(a.name, a.ambiguous) for a in found.values()] == [
        ("Supreme Court of Peru", False),
        ("Supreme Court", True),
    ]


def test_national_bodies_without_a_country_stay_with_their_article():
    found = actors(article("1", "o:Foreign Ministry"), article("2", "o:Foreign Ministry"))
    assert len(found) == 2
    assert all(actor.ambiguous for actor in found.values())


def test_the_country_beside_a_national_body_tells_whose_it_is():
    found = actors(article("1", "o:Foreign Ministry#CN", "o:Foreign Ministry#UA"))
    assert [(i, a.name) for i, a in found.items()] == [
        ("organization:foreign-ministry:CN", "Foreign Ministry (China)"),
        ("organization:foreign-ministry:UA", "Foreign Ministry (Ukraine)"),
    ]


def test_a_national_body_takes_the_one_fuller_name_of_its_article():
    assert names(article("1", "o:Supreme Court of Peru", "o:Supreme Court")) == {
        "Supreme Court of Peru"
    }


def test_a_capitals_court_is_not_its_countrys():
    found = actors(article("1", "o:Delhi High Court", "o:Indian High Court"))
    assert {a.name for a in found.values()} == {"Delhi High Court", "Indian High Court"}
    assert len(found) == 2


def test_a_security_council_of_two_stays_open():
    found = actors(
        article("1", "o:UN Security Council", "o:Russian Security Council", "o:Security Council")
    )
    assert len(found) == 3
    assert [a.name for a in found.values() if a.ambiguous] == ["Security Council"]


def test_a_national_body_of_the_table_goes_by_the_table():
    ways = (
        "o:Russian Security Council",
        "o:Security Council Russia",
        "o:Security Council of Russia",
    )
    assert list(actors(article("1", *ways))) == ["organization:security-council-of-russia"]


def test_ministries_of_two_countries_stay_two():
    found = names(article("1", "o:French Foreign Ministry", "o:Iran’s Foreign Ministry"))
    assert len(found) == 2


def test_countries_are_their_codes():
    found = actors(article("1", "c:RU", "c:KP"))
    assert [(a.name, a.country_code) for a in found.values()] == [
        ("North Korea", "KP"),
        ("Russia", "RU"),
    ]


def test_no_articles_no_actors():
    assert resolve([]) == Resolution((), ())


PEOPLE = ("Nawaz Sharif", "Shehbaz Sharif", "Sharif", "Sergei Ivanov", "Sergey Ivanov", "Ivanov")
BODIES = ("NATO", "BHA", "Baltic Harbour Authority", "Security Council", "Russian Security Council")
NAMES = st.sampled_from(
    [*(f"p:{name}" for name in PEOPLE), *(f"o:{name}" for name in BODIES), "c:PK", "c:RU"]
)


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(texts: list[list[str]], chance: random.Random):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    shuffled = chance.sample(articles, len(articles))
    one, other = resolve(articles), resolve(shuffled)
    assert one.actors == other.actors
    place = {e.article_id: i for i, e in enumerate(shuffled)}
    assert one.mentions == tuple(other.mentions[place[e.article_id]] for e in articles)


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6))
def test_every_mention_has_an_actor_and_every_actor_its_mentions(texts: list[list[str]]):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    resolution = resolve(articles)
    used = {m.actor_id for mentions in resolution.mentions for m in mentions}
    assert used == {a.actor_id for a in resolution.actors}
    for extraction, mentions in zip(articles, resolution.mentions, strict=True):
        assert [(m.start, m.end) for m in mentions] == [
            (m.start, m.end) for m in extraction.mentions
        ]
    assert sum(a.mentions for actor in resolution.actors for a in actor.aliases) == sum(
        len(text) for text in texts
    )


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_ids_differ_by_kind(kind):
    mention = replace(article("1", "p:Chad Union").mentions[0], kind=kind)
    extraction = Extraction("1", (Sentence(0, 20, "story"),), (mention,))
    assert list(actors(extraction)) == [f"{kind}:chad-union"]
