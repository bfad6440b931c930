"""The full names of one article: titles with one name, spellings, couples, and whom a part can mean."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.actors.fullnames import (
    FullNames,
    find_namesakes,
    gather_names,
    join_spellings,
    last_word,
    shared_surnames,
    split_royal,
    surname_of,
    titles_by_name,
)
from relmap.actors.merging import Evidence
from relmap.models import SHARED_SURNAME, Mention


def mentions(*names: str) -> list[Mention]:
    """Persons in their order; a title behind "@", a first name that shares a surname ends in "+"."""
    found = []
    for number, name in enumerate(names):
        surface, _, title = name.partition("@")
        rule = SHARED_SURNAME if surface.endswith("+") else "model"
        surface = surface.removesuffix("+")
        start = number * 100
        found.append(Mention(start, start + len(surface), 0, "person", surface, rule, title=title))
    return found


def gather(*names: str, countries: str = "") -> FullNames:
    return gather_names(mentions(*names), Evidence(frozenset(countries.split())))


# whom a part can mean


def test_a_part_means_everybody_whom_it_fits():
    full = gather("Nawaz Sharif", "Shehbaz Sharif", "Ada Lee")
    assert full.claims("Sharif") == {"Nawaz Sharif", "Shehbaz Sharif"}
    assert full.claims("Lee") == {"Ada Lee"}
    assert full.claims("Khan") == frozenset()


def test_mrs_clinton_is_not_he_whom_the_article_calls_mr():
    full = gather("Bill Clinton@Mr", "Hillary Clinton", "Clinton")
    assert full.claims("Clinton") == {"Bill Clinton", "Hillary Clinton"}
    assert full.claims("Clinton", "f") == {"Hillary Clinton"}
    assert full.claims("Clinton", "m") == {"Bill Clinton", "Hillary Clinton"}


def test_the_only_one_is_claimed_whatever_the_title():
    assert gather("Bill Clinton@Mr").claims("Clinton", "f") == {"Bill Clinton"}


@pytest.mark.parametrize(
    ("titles", "can"),
    [
        (["Mr"], {"m"}),
        (["Mrs"], {"f"}),
        (["President"], {"m", "f"}),
        ([""], {"m", "f"}),
        (["Mr", "Mrs"], {"m", "f"}),
        (["Mr", "President"], {"m"}),
    ],
)
def test_a_gender_is_what_the_titles_say(titles, can):
    full = gather(*(f"Ada Lee@{title}" for title in titles))
    assert {gender for gender in "mf" if full.can_be("Ada Lee", gender)} == can


@pytest.mark.parametrize(
    "names",
    [
        ("Mohammed Ali Yunus", "Mohammed Yunus@Mr"),
        ("Mohammed Yunus", "Mohammed Yunus", "Muhammad Yunus@Mr"),
    ],
)
def test_the_titles_of_all_forms_and_spellings_count(names):
    full = gather(*names)
    (head,) = {full.heads[form] for form in full.longest.values()}
    assert f"{head}@Mr" not in names
    assert not full.can_be(head, "f")
    assert full.claims("Yunus") == {head}


# titles with one name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Sheikh Tamim", ("Sheikh", "Tamim")),
        ("King Charles III", ("King", "Charles III")),
        ("Pope Francis", ("Pope", "Francis")),
        ("Sheikh Tamim bin Hamad", None),
        ("Ada Lee", None),
        ("Sheikh", None),
    ],
)
def test_what_is_a_title_with_one_name(name, parts):
    assert split_royal(name) == parts


@pytest.mark.parametrize(
    ("title", "expected"), [("Crown Prince", "Prince"), ("Prince", "Prince"), ("", "")]
)
def test_the_last_word_of_a_title(title, expected):
    assert last_word(title) == expected


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("Prince Khalid", ["Khalid bin Salman@Prince"], ["Khalid bin Salman"]),
        ("Prince Khalid", ["Khalid bin Salman@Crown Prince"], ["Khalid bin Salman"]),
        ("Prince Khalid", ["Khalid bin Salman@Minister"], []),
        ("Prince Khalid", ["Khalid bin Salman"], []),
        ("Prince Khalid", ["Salman Khalid@Prince"], []),
        ("King Salman", ["Mohammed bin Salman@Crown Prince", "Mohammed bin Salman@King"], []),
        ("King Charles", ["King Charles III"], ["King Charles III"]),
        ("King Charles", ["Prince Charles III"], []),
        ("King Charles", ["King Charles II", "King Charles III"], 2),
        ("King Charles III", ["King Charles"], []),
        ("Sheikh Mohammed", ["Mohammed bin Zayed@Sheikh", "Mohammed bin Rashid@Sheikh"], 2),
    ],
)
def test_the_namesakes_of_a_title_with_one_name(name, others, expected):
    said = mentions(name, *others)
    royal = {m.surface: its for m in said if (its := split_royal(m.surface)) is not None}
    plain = {m.surface for m in said} - royal.keys()
    found = find_namesakes(royal, plain, titles_by_name(said)).get(name, frozenset())
    if isinstance(expected, int):
        assert len(found) == expected
    else:
        assert found == {*expected}


def test_a_title_with_a_namesake_is_a_part_and_without_one_a_full_name():
    full = gather("Khalid bin Salman@Prince", "Prince Khalid", "Pope Francis")
    assert set(full.longest) == {"Khalid bin Salman", "Pope Francis"}
    assert full.claims("Prince Khalid") == {"Khalid bin Salman"}
    assert full.titled == {"Prince Khalid": {"Khalid bin Salman"}}


def test_titles_are_told_by_name():
    said = mentions("Ada Lee@Mrs", "Ada Lee@President", "Ada Lee", "Lee@Ms")
    assert titles_by_name(said) == {"Ada Lee": {"Mrs", "President"}, "Lee": {"Ms"}}


# couples


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Hillary Clinton", "Clinton"),
        ("Alexander Van der Bellen", "Van der Bellen"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Van Bellen", "Bellen"),  # what is left is the given name
        ("Lula", "Lula"),
    ],
)
def test_a_surname_has_its_particles(name, surname):
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Bill+", "Hillary Clinton"), ["Bill Clinton"]),
        (("Doris+", "Alexander van der Bellen"), ["Doris van der Bellen"]),
        (("Bill", "Hillary Clinton"), []),
        (("Bill+", "Clinton"), []),
        (("Hillary Clinton", "Bill+"), []),
        (("Bill+",), []),
    ],
)
def test_a_first_name_takes_the_surname_behind_it(names, found):
    assert list(shared_surnames(mentions(*names))) == found


def test_the_order_of_mentions_is_that_of_the_text():
    said = mentions("Bill+", "Hillary Clinton")
    assert list(shared_surnames(said[::-1])) == ["Bill Clinton"]


def test_whoever_shares_a_surname_is_a_full_name_of_the_article():
    full = gather("Bill+", "Hillary Clinton", "Clinton")
    assert set(full.longest) == {"Bill Clinton", "Hillary Clinton"}
    assert full.claims("Clinton") == {"Bill Clinton", "Hillary Clinton"}
    assert full.claims("Bill") == {"Bill Clinton"}


# spellings of one article


def join(counts: dict[str, int], countries: str = "") -> dict[str, str]:
    return join_spellings(counts, counts, Evidence(frozenset(countries.split())))


def test_the_spelling_found_most_often_stands():
    assert set(join({"Muhammad Yunus": 1, "Mohammed Yunus": 2}).values()) == {"Mohammed Yunus"}
    assert set(join({"Muhammad Yunus": 2, "Mohammed Yunus": 1}).values()) == {"Muhammad Yunus"}
    assert set(join({"Muhammad Yunus": 1, "Mohammed Yunus": 1}).values()) == {"Mohammed Yunus"}


@pytest.mark.parametrize(("country", "actors"), [("HU", 1), ("FR", 2), ("", 2)])
def test_the_family_name_stands_first_where_a_country_writes_so(country, actors):
    heads = join({"Szijjártó Péter": 1, "Peter Szijjarto": 2}, country)
    assert len(set(heads.values())) == actors


def test_a_name_that_two_others_claim_stays_by_itself():
    names = {"Sergei Ivanovich": 3, "Sergey Ivanovych": 2, "Sergey Ivanovich": 1}
    assert join(names) == {
        "Sergei Ivanovich": "Sergei Ivanovich",
        "Sergey Ivanovych": "Sergey Ivanovych",
        "Sergey Ivanovich": "Sergey Ivanovich",
    }


def test_other_names_of_one_article_stay_apart():
    assert len(set(join({"Nawaz Sharif": 1, "Shehbaz Sharif": 1}).values())) == 2


# the article as a whole

NAMES = ("Ada Lee", "Ada J. Lee", "Bill Lee@Mr", "Lee@Mrs", "Prince Khalid", "King Charles III")
MORE = ("Khalid bin Salman@Prince", "Mohammed Yunus", "Muhammad Yunus", "Bill+", "King Charles")


@given(
    st.lists(st.sampled_from([*NAMES, *MORE]), max_size=7),
    st.sampled_from(["", "HU", "US KR"]),
)
def test_every_full_name_has_a_form_and_every_form_a_head(names, countries):
    full = gather(*names, countries=countries)
    surfaces = {mention.surface for mention in mentions(*names)}
    for name, form in full.longest.items():
        assert form in full.longest
        assert full.longest[form] == form
        assert full.heads[full.heads[form]] == full.heads[form]
        assert name in surfaces or name.startswith("Bill ")
    for part in surfaces:
        assert full.claims(part) <= set(full.heads.values())
        for gender in "mf":
            assert full.claims(part, gender) <= full.claims(part)


def test_the_order_of_names_is_no_matter():
    names = ("Ada Lee", "Ada J. Lee", "Prince Khalid", "Khalid bin Salman@Prince", "Mr Lee@Mr")
    first = gather(*names)
    for order in permutations(names):
        assert gather(*order) == first
