"""Organizations: short and long names, national bodies and their countries, spellings."""

from __future__ import annotations

from itertools import combinations

import pytest

from relmap.actors.organizations import (
    OrganizationKey,
    OrganizationNames,
    is_near,
    join_same_acronym,
)
from relmap.knowledge import countries, organizations

TABLE = organizations.load()
COUNTRIES = countries.load()
NAMES = OrganizationNames(TABLE, COUNTRIES)


@pytest.mark.parametrize(
    ("surface", "body", "code"),
    [
        ("Russian Security Council", "Security Council", "RU"),
        ("Russia’s Security Council", "Security Council", "RU"),
        ("Russia's Security Council", "Security Council", "RU"),
        ("Security Council of Russia", "Security Council", "RU"),
        ("Security Council Russia", "Security Council", "RU"),
        ("Ministry of Defence of the United Kingdom", "Ministry of Defence", "GB"),
        ("South Korean Defense Ministry", "Defense Ministry", "KR"),
        ("Foreign Ministry of the People's Republic of China", "Foreign Ministry", "CN"),
        ("Islamic Republic of Iran’s Foreign Ministry", "Foreign Ministry", "IR"),
        ("Democratic People's Republic of Korea Foreign Ministry", "Foreign Ministry", "KP"),
        ("Bank of China", "Bank of China", ""),
        ("Delhi High Court", "Delhi High Court", ""),
        ("Security Council", "Security Council", ""),
        ("Russia", "Russia", ""),
        ("Harvard University", "Harvard University", ""),
    ],
)
def test_a_national_body_and_its_country(surface, body, code):
    assert NAMES.split_country(surface) == (body, code)


@pytest.mark.parametrize(
    "ways",
    [
        ("Defence Ministry of the United Kingdom", "British Defense Ministry"),
        ("Kenyan Supreme Court", "Supreme Court of Kenya", "Kenya’s Supreme Court"),
        ("US Senate", "Senate of the United States", "America’s Senate", "American Senate"),
        ("US Supreme Court", "Supreme Court of the United States", "American Supreme Court"),
        ("World Health Organisation", "the World Health Organization", "WHO"),
        ("Baltic Centre for Defence", "the Baltic Center for Defense"),
    ],
)
def test_ways_to_print_one_body_have_one_key(ways):
    assert len({NAMES.key(way) for way in ways}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("French Foreign Ministry", "Iran’s Foreign Ministry"),
        ("Supreme Court", "Supreme Court of Kenya"),
        ("Delhi High Court", "Indian High Court"),
        ("UN Security Council", "Russian Security Council"),
        ("Shanghai Cooperation Organization", "Regional Anti-Terrorist Structure"),
    ],
)
def test_two_bodies_have_two_keys(one, other):
    assert NAMES.key(one) != NAMES.key(other)


def test_every_national_body_of_the_table_is_one_however_its_country_is_said():
    """Counted over the whole table, which the code does not walk in this way."""
    seen = 0
    for row in TABLE.by_name.values():
        for form in row.forms():
            body, code = NAMES.split_country(form)
            if code and TABLE.lookup(form):
                seen += 1
                assert NAMES.key(NAMES.of_country(body, code)) == NAMES.key(form), form
    assert seen > 30


def test_no_two_rows_of_the_table_share_a_key():
    keys: dict[OrganizationKey, str] = {}
    for name in TABLE.by_name:
        assert keys.setdefault(NAMES.key(name), name) == name


@pytest.mark.parametrize(
    ("surface", "code", "text", "shown"),
    [
        ("Foreign Ministry", "CN", "Foreign Ministry of China", "Foreign Ministry (China)"),
        ("Chinese Foreign Ministry", "CN", "Chinese Foreign Ministry", "Chinese Foreign Ministry"),
    ],
)
def test_a_body_is_shown_as_printed_with_its_country(surface, code, text, shown):
    assert NAMES.of_country(surface, code) == text
    assert NAMES.shown_of_country(surface, code) == shown


def test_weak_and_national_names_stay_open():
    assert NAMES.is_weak("AU")
    assert not NAMES.is_weak("NATO")
    assert NAMES.is_national(NAMES.key("Foreign Ministry"))
    assert not NAMES.is_national(NAMES.key("Foreign Ministry of China"))
    assert not NAMES.is_national(NAMES.key("NATO"))


def test_near_spellings_of_one_acronym_join_unless_a_third_is_near_both():
    def key(name: str, code: str = "") -> OrganizationKey:
        return OrganizationKey(name, code)

    near = key("regional xylo tariff structure"), key("regional xylo tariffs structure")
    assert join_same_acronym({"RXTS": near}) == {near[1]: near[0]}
    assert join_same_acronym({"RXTS": near[:1], "OTHER": near[1:]}) == {}
    assert join_same_acronym({"X": (key("red sun", "KE"), key("red suns", "PH"))}) == {}
    assert join_same_acronym({"X": (key("red moon"), key("blue harvest"))}) == {}
    assert join_same_acronym({}) == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", True),
        ("Food & Drug Agency", "the Food and Drug Agency", True),
        ("Ministry of Defence", "Ministry of Health", False),
    ],
)
def test_nearness_is_of_spelling_alone(one, other, expected):
    assert is_near(one, other) is expected
    assert is_near(other, one) is expected


def test_ministries_of_different_countries_never_share_a_key():
    codes = ("CN", "RU", "US", "KE", "KR", "KP", "CD", "CG", "GB", "NE", "NG")
    for one, other in combinations(codes, 2):
        for body in ("Foreign Ministry", "Supreme Court", "Senate", "Ministry of Defence"):
            ours, theirs = NAMES.of_country(body, one), NAMES.of_country(body, other)
            assert NAMES.key(ours) != NAMES.key(theirs)


@pytest.mark.parametrize(
    "names",
    [
        (
            "Russian Transport Ministry",
            "Ministry of Transport of Russia",
            "Russia’s Transport Ministry",
        ),
        (
            "Foreign Ministry of Greece",
            "Greek Ministry of Foreign Affairs",
            "Greece's Foreign Office",
        ),
        ("Indian Home Ministry", "Ministry of Home Affairs of India"),
        ("Ukrainian Defence Ministry", "Ministry of Defense of Ukraine"),
    ],
)
def test_a_ministry_has_one_key_however_it_is_put(names):
    keys = {NAMES.key(name) for name in names}
    assert len(keys) == 1
    assert keys.pop().country_code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenyan Health Ministry", "Ugandan Health Ministry"),
        ("Kenyan Health Ministry", "Kenyan Finance Ministry"),
        ("Georgia Department of Agriculture", "Georgian Department of Agriculture"),
    ],
)
def test_other_ministries_have_other_keys(one, other):
    assert NAMES.key(one) != NAMES.key(other)


@pytest.mark.parametrize(
    ("acronym", "full", "settled"),
    [
        ("OAS", "of American States", "Organization of American States"),
        ("OAS", "Office of Astral Studies", "Office of Astral Studies"),
        ("QZA", "Zone Authority", "Zone Authority"),
    ],
)
def test_a_definition_cut_short_is_settled_by_the_table(acronym, full, settled):
    assert NAMES.settle(acronym, full) == settled
