"""Which bodies every country has, and that a ministry is one however its name is put."""

from __future__ import annotations

import pytest

from relmap.knowledge.bodies import is_national, standard_body


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
