"""Short names of organizations: which fuller name of the article each stands for."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relmap.actors.organizations import OrganizationNames, fold_body
from relmap.actors.shortforms import FullerNames, is_short_form
from relmap.knowledge import countries, organizations

NAMES = OrganizationNames(organizations.load(), countries.load())


def fuller(surface: str, others: Collection[str]) -> list[str]:
    return FullerNames(others, NAMES).of(surface)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Harvard", "Harvard University"),
        ("Likud", "Likud Party"),
        ("the Post", "Baltic Post"),
        ("Post", "The Baltic Post"),
        ("Hirak", "Hirak Movement Party"),
        ("Baltic Labour", "Baltic Labor Party"),
    ],
)
def test_a_name_without_its_class_is_short_for_it(short, long):
    assert is_short_form(short, long)
    assert not is_short_form(long, short)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Council", "Baltic Council"),
        ("University", "Harvard University"),
        ("Harvard", "Harvard Medical School"),
        ("Harvard", "Harvard"),
        ("Yale", "Harvard University"),
        ("", "Harvard University"),
        ("the", "Harvard University"),
        ("Baltic", "North Baltic Council"),
    ],
)
def test_other_names_are_not(short, long):
    assert not is_short_form(short, long)


@pytest.mark.parametrize(
    ("surface", "others", "expected"),
    [
        ("Harvard", {"Harvard University", "Yale University"}, ["Harvard University"]),
        ("Harvard", {"Harvard University", "Harvard Corporation"}, 2),
        ("Security Council", {"UN Security Council"}, ["UN Security Council"]),
        ("Security Council", {"UN Security Council", "Russian Security Council"}, 2),
        ("Supreme Court", {"Supreme Court of Kenya", "Kenyan Supreme Court"}, 1),
        ("AU", {"African Union", "European Union"}, ["African Union"]),
        ("AU", {"European Union"}, []),
        ("NATO", {"African Union"}, []),
    ],
)
def test_the_fuller_names_that_a_surface_is_short_for(surface, others, expected):
    found = fuller(surface, others)
    if isinstance(expected, int):
        assert len(found) == expected
    else:
        assert found == expected


def test_a_ministry_is_short_for_the_one_of_its_article():
    kenyan, ugandan = "Kenyan Health Ministry", "Ugandan Ministry of Health"
    assert fuller("Ministry of Health", [kenyan]) == [kenyan]
    assert len(fuller("Health Ministry", [kenyan, ugandan])) == 2
    assert fuller("Finance Ministry", [kenyan]) == []


@pytest.mark.parametrize(
    ("name", "other"), [("Hamas", "Israel-Hamas"), ("House", "Trump White House")]
)
def test_what_is_certain_or_anybodys_is_short_for_nothing(name, other):
    assert fuller(name, [other]) == []


# against all comparisons

WORDS = ("Harvard", "Party", "University", "Post", "Baltic", "The", "Security Council", "Russian")
SURFACES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(
        ["AU", "African Union", "NATO", "Health Ministry", "Ministry of Health of Kenya"]
    ),
)


def fuller_by_hand(surface: str, others: Collection[str]) -> list[str]:
    if NAMES.official(surface) is not None:
        return []
    weak = {organization.name for organization in NAMES.weak(surface)}
    found: dict[object, str] = {}
    for other in sorted(others):
        body, code = NAMES.split_country(other)
        is_its_body = bool(code) and fold_body(body) == fold_body(surface)
        if is_its_body or NAMES.official(other) in weak or is_short_form(surface, other):
            found.setdefault(NAMES.key(other), other)
    return list(found.values())


@given(st.sets(SURFACES, max_size=8), SURFACES)
@example({"The Baltic Post", "Harvard Party"}, "Post")
def test_few_comparisons_find_what_all_would(others: set[str], surface: str):
    assert fuller(surface, others) == fuller_by_hand(surface, others)


def test_many_names_are_compared_with_few(monkeypatch):
    compared = []
    monkeypatch.setattr(
        "relmap.actors.shortforms.is_short_form", lambda *pair: bool(compared.append(pair))
    )
    surfaces = [f"Qua{i:04} {end}" for i in range(1000) for end in ("Bank", "Party")]
    known = FullerNames(surfaces, NAMES)
    for i in range(1000):
        assert known.of(f"Qua{i:04}") == []
    assert len(compared) == 1000
