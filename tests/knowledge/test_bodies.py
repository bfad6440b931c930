"""Which bodies every country has, and that a ministry is one however its name is put."""

from __future__ import annotations

import pytest

from relmap.knowledge.bodies import are_portfolios, is_class, is_national, names_body, standard_body


@pytest.mark.parametrize(
    "name",
    [
        "Security Council",
        "the Ministry of Unification",
        "Unification Ministry",
        "Ministry of Railways",
        "Ministry of Health and Family Welfare",
        "Health and Family Welfare Ministry",
        "Department for Education",
        "Transport Department",
        "Ministry of Defence",
    ],
)
def test_every_country_has_such_a_body(name):
    assert is_national(name)


@pytest.mark.parametrize(
    "name",
    [
        "Gaza Health Ministry",
        "Ministry of Health in Gaza",
        "Russian Transport Ministry",
        "Ministry of Transport of Russia",
        "Department of Chemistry",
        "New York Police Department",
        "Bank of China",
        "Ministry",
    ],
)
def test_more_than_a_field_is_one_body(name):
    assert not is_national(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Ministry", "Ministry of Foreign Affairs"),
        ("Foreign Office", "Ministry of External Affairs"),
        ("Home Ministry", "Ministry of the Interior"),
        ("Defence Ministry", "Ministry of National Defense"),
        ("Unification Ministry", "Ministry of Unification"),
        ("Transport Department", "Department of Transport"),
    ],
)
def test_a_ministry_has_one_name(one, other):
    assert standard_body(one) == standard_body(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health Ministry", "Defence Ministry"),
        ("Transport Ministry", "Department of Transport"),
        ("Home Office", "Interior Ministry"),
        ("Supreme Court", "High Court"),
    ],
)
def test_other_bodies_stay_apart(one, other):
    assert standard_body(one) != standard_body(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Institute for the Study of War", True),
        ("Ministry of Trade", True),
        ("Union against Noise", True),
        ("Council", False),
        ("Study of the Institute", False),
        ("Harbour of Council", False),
        ("", False),
    ],
)
def test_a_head_with_its_fields_names_a_body(name, expected):
    assert names_body(name) is expected


@pytest.mark.parametrize(("word", "expected"), [("Party", True), ("LLC", True), ("Day", False)])
def test_a_class_says_what_kind_of_body_a_name_is(word, expected):
    assert is_class(word) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Ministry of the Interior", "interior ministry"),
        ("Home Affairs Ministry", "interior ministry"),
        ("Ministry of Labour", "labor ministry"),
        ("Department of Home Affairs", "home affairs department"),
        ("The World Health Organisation", "world health organization"),
    ],
)
def test_the_one_name_of_a_body(name, expected):
    assert standard_body(name) == expected
    assert standard_body(expected) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("transport", True),
        ("health and family welfare", True),
        ("health, family welfare", True),
        ("defense", True),
        ("chemistry", False),
        ("chemistry and health", False),
        ("", False),
    ],
)
def test_the_fields_that_governments_have(field, expected):
    assert are_portfolios(field) is expected
