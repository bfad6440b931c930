"""Organizations, resolved: acronyms, short forms and national bodies."""

from __future__ import annotations

import pytest
from actor_scenes import actors, article, names


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


def test_a_short_form_takes_the_one_body_of_its_article():
    assert names(article("1", "o:Harvard University", "o:Harvard")) == {"Harvard University"}
    two = actors(article("1", "o:Harvard University", "o:Harvard Corporation", "o:Harvard"))
    assert [a.name for a in two.values() if a.ambiguous] == ["Harvard"]
    assert len(two) == 3
    assert len(names(article("1", "o:Harvard University"), article("2", "o:Harvard"))) == 2


def test_a_body_goes_by_the_name_that_was_printed():
    found = actors(article("1", "o:AK Party", "o:AK Party", "o:AKP"))
    (party,) = found.values()
    assert party.name == "AK Party"
    (court,) = actors(article("1", "o:Supreme Court#KE")).values()
    assert (court.name, court.actor_id) == (
        "Supreme Court (Kenya)",
        "organization:supreme-court:KE",
    )


def test_the_senate_of_a_country_is_one_however_it_is_said():
    found = actors(
        article("1", "o:US Senate"),
        article("2", "o:Senate#US"),
        article("3", "o:Senate of the United States"),
    )
    assert list(found) == ["organization:united-states-senate"]


def test_ministries_of_two_countries_and_none_are_three():
    found = actors(
        article("1", "o:Defence Ministry#IN", "o:Defense Ministry#PK", "o:Defence Ministry")
    )
    assert [a.ambiguous for a in found.values()].count(True) == 1
    assert {i for i, a in found.items() if not a.ambiguous} == {
        "organization:defense-ministry:IN",
        "organization:defense-ministry:PK",
    }


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (["Hamas", "Hamas", "Islamic Resistance Movement"], "Hamas"),
        (["Capitol Hill", "Capitol Hill", "US Congress"], "US Congress"),
        (["AK Party"], "AK Party"),
        (["EU"], "EU"),
        (["EU", "EU", "European Union"], "European Union"),
    ],
)
def test_an_organization_goes_by_the_name_most_like_the_tables_that_was_printed(printed, shown):
    assert names(article("1", *(f"o:{text}" for text in printed))) == {shown}


def test_a_ministry_is_shown_with_its_country_where_that_was_printed():
    found = actors(
        article("1", "o:Foreign Ministry#AZ", "o:Foreign Ministry#AZ"),
        article("2", "o:Ministry of Foreign Affairs of Azerbaijan"),
    )
    assert [a.name for a in found.values()] == ["Ministry of Foreign Affairs of Azerbaijan"]


def test_a_definition_cut_short_is_the_tables():
    pair = (("OAS", "of American States"),)
    one = article("1", "o:Organization of American States", "o:OAS", acronyms=pair)
    assert list(actors(one, article("2", "o:OAS", acronyms=pair))) == [
        "organization:organization-of-american-states"
    ]


def test_a_name_that_the_table_does_not_settle_is_kept_apart_from_the_one_it_may_be():
    found = actors(
        article("1", "o:US National Security Agency"), article("2", "o:National Security Agency")
    )
    assert [a.ambiguous for _, a in sorted(found.items())] == [False, True]
