from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from importlib.resources import files

import countrynames
import pytest
from rigour.territories import get_territories, get_territory, lookup_territory

from relmap.errors import InputError
from relmap.knowledge import countries
from relmap.knowledge.countries import COLUMNS, LAYERS, load

TABLE = load()

#: Names that we read otherwise than countrynames or rigour, and why ours stands.
SEVERAL = "several countries share it: declared ambiguous in the table"
FORMER = "a former name of a state that still is, under the state's code of today"
APART = "a state that is no more, kept apart from today's under an ISO 3166-3 or own code"
PART = "a part of one ISO 3166-1 territory; the libraries use reserved or own codes"
JUDGED_OTHERWISE = {
    "Congo": SEVERAL,
    "Korea": SEVERAL,
    "Saint Martin": SEVERAL,
    "Zaire": FORMER,
    "East Germany": APART,
    "German Democratic Republic": APART,
    "GDR": APART,
    "G.D.R.": APART,
    "DDR": APART,
    "Democratic Republic of Vietnam": APART,
    "Tristan da Cunha": PART,
    "Ascension Island": PART,
    "Saint Helena": PART,
    "Nevis": PART,
}


def rows() -> list[dict[str, str]]:
    text = files("relmap.knowledge").joinpath("countries.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_member_of_the_united_nations_is_there() -> None:
    found = Counter(country.status for country in TABLE.by_code.values())
    assert found["member"] == 193
    assert {c.code for c in TABLE.by_code.values() if c.status == "observer"} == {"VA", "PS"}
    assert {"TW", "XK", "HK", "MO", "GL", "PR", "EH"} <= set(TABLE.by_code)


def test_codes_of_today_are_iso_codes_and_historic_ones_are_longer() -> None:
    for code, country in TABLE.by_code.items():
        if country.status == "historic":
            assert len(code) == 4, code
            assert code.isalpha(), code
            assert code.isupper(), code
        else:
            assert countrynames.to_code(code) == code
            assert len(code) == 2, code


def test_rows_are_sorted_and_complete() -> None:
    table = rows()
    codes = [row["code"] for row in table]
    assert codes == sorted(codes)
    assert len(codes) == len(set(codes)) == len(TABLE.by_code)
    for row in table:
        assert all(row[column] for column in ("code", "name", "status", "official")), row["code"]
        for column in COLUMNS[4:]:
            values = row[column].split("|") if row[column] else []
            assert all(value and value == value.strip() for value in values), (row["code"], column)
            assert len(values) == len(set(values)), (row["code"], column)


def test_every_form_has_one_country_or_is_declared_ambiguous() -> None:
    owners: dict[str, set[str]] = {}
    for country in TABLE.by_code.values():
        for _layer, form in country.layers():
            owners.setdefault(form, set()).add(country.code)
    for form, codes in owners.items():
        if len(codes) == 1:
            assert TABLE.forms[form][0] in codes
            assert form not in TABLE.ambiguous
        else:
            assert TABLE.ambiguous[form] == tuple(sorted(codes))
            assert TABLE.lookup(form) is None
    assert not set(TABLE.forms) & set(TABLE.ambiguous)


def test_cautions_are_forms_and_longer_names_are_not() -> None:
    assert set(TABLE.forms) | set(TABLE.ambiguous) >= TABLE.caution
    assert not TABLE.longer & (set(TABLE.forms) | set(TABLE.ambiguous))


def test_each_longer_name_holds_a_form() -> None:
    forms = set(TABLE.forms) | set(TABLE.ambiguous)
    for name in TABLE.longer:
        words = re.split(r"[ -]|['’]s ", name)
        runs = itertools.combinations(range(len(words) + 1), 2)
        assert any(" ".join(words[first:last]) in forms for first, last in runs), name


@pytest.mark.parametrize(
    ("form", "code", "layer"),
    [
        ("Russia", "RU", "name"),
        ("Russians", "RU", "demonym"),
        ("Russo", "RU", "prefix"),
        ("Kremlin", "RU", "government"),
        ("Pak", "PK", "prefix"),
        ("Sino", "CN", "prefix"),
        ("US", "US", "name"),
        ("U.S.", "US", "name"),
        ("Britain", "GB", "name"),
        ("Dane", "DK", "demonym"),
        ("Turks", "TR", "demonym"),
        ("Türkiye", "TR", "name"),
        ("Turkiye", "TR", "name"),
        ("Côte d’Ivoire", "CI", "name"),
        ("Cote d'Ivoire", "CI", "name"),
        ("St. Lucia", "LC", "name"),
        ("Trinidad & Tobago", "TT", "name"),
        ("N’Djamena", "TD", "government"),
        ("Burkinabe", "BF", "demonym"),
        ("Niger", "NE", "name"),
        ("Nigerian", "NG", "demonym"),
        ("Nigerien", "NE", "demonym"),
        ("Dominica", "DM", "name"),
        ("Guinea", "GN", "name"),
        ("Bissau-Guinean", "GW", "demonym"),
        ("South Korean", "KR", "demonym"),
        ("DPRK", "KP", "name"),
        ("Burma", "MM", "name"),
        ("Soviets", "SUHH", "demonym"),
        ("Delhi", "IN", "government"),
    ],
)
def test_forms_lead_to_their_country(form: str, code: str, layer: str) -> None:
    country = TABLE.lookup(form)
    assert country is not None
    assert country.code == code
    assert TABLE.layer(form) == layer
    assert form in TABLE.group(layer)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["us", "turkey", "china", "polish", "Brussels", "The Hague", ""])
def test_what_is_no_country(form: str) -> None:
    assert TABLE.lookup(form) is None
    assert TABLE.layer(form) is None


@pytest.mark.parametrize("form", ["Congo", "Congolese", "Korea", "Korean", "Dominican"])
def test_forms_of_several_countries_resolve_to_none(form: str) -> None:
    assert TABLE.lookup(form) is None
    assert len(TABLE.ambiguous[form]) == 2


def test_words_that_are_something_else_as_well() -> None:
    assert {"Georgia", "Jordan", "Chad", "Turkey", "Polish", "Pole", "Jersey"} <= TABLE.caution
    assert not {"China", "Cuba", "Russia", "US", "India"} & TABLE.caution
    assert {"New Mexico", "Indian Ocean", "South China Sea", "Northern Ireland"} <= TABLE.longer


def test_layers_are_four() -> None:
    assert {layer for _code, layer in TABLE.forms.values()} == set(LAYERS)


def test_a_form_in_two_rows_must_be_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = dict.fromkeys(COLUMNS, "")
    one = blank | {"code": "AA", "name": "Aland", "status": "member", "official": "Aland"}
    two = blank | {"code": "BB", "name": "Bland", "status": "member", "official": "Aland"}
    monkeypatch.setattr(countries, "read_rows", lambda *_: iter([(2, one), (3, two)]))
    with pytest.raises(InputError, match="'Aland' stands under AA, BB"):
        countries.load.__wrapped__()


def test_a_slip_in_the_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    row = dict.fromkeys(COLUMNS, "") | {"code": "AA", "name": "Aland", "status": "land"}
    monkeypatch.setattr(countries, "read_rows", lambda *_: iter([(7, row)]))
    with pytest.raises(InputError, match="row 7: status must be one of member"):
        countries.load.__wrapped__()


def asked(name: str) -> dict[str, str]:
    """The codes that the two libraries give for a name, those that know none left out."""
    territory = lookup_territory(name)
    codes = {
        "countrynames": countrynames.to_code(name),
        "rigour": territory.code.upper() if territory else None,
    }
    return {library: code for library, code in codes.items() if code}


def test_names_agree_with_both_libraries() -> None:
    known: Counter[str] = Counter()
    for country in TABLE.by_code.values():
        for name in {country.name, country.official, *country.aliases} - set(JUDGED_OTHERWISE):
            codes = asked(name)
            assert set(codes.values()) <= {country.code}, (name, country.code, codes)
            known.update([*codes])
    assert known["countrynames"] > 500
    assert known["rigour"] > 500


@pytest.mark.parametrize("name", JUDGED_OTHERWISE)
def test_each_name_judged_otherwise_still_is(name: str) -> None:
    ours = {c.code for c in TABLE.by_code.values() if name in {c.name, c.official, *c.aliases}}
    codes = set(asked(name).values())
    assert ours
    assert codes
    assert codes != ours
    assert JUDGED_OTHERWISE[name]


def test_every_country_of_today_in_rigour_is_ours() -> None:
    today = {
        territory.code.upper()
        for territory in get_territories()
        if territory.is_country and not territory.is_historical
    }
    assert len(today) > 190
    assert today <= set(TABLE.by_code)
    members = {c.code for c in TABLE.by_code.values() if c.status == "member"}
    assert members <= today


def test_our_codes_mean_the_same_territory_in_rigour() -> None:
    for country in TABLE.by_code.values():
        territory = get_territory(country.code)
        if country.status != "historic":
            assert territory is not None, country.code
            assert territory.code.upper() == country.code
            assert asked(territory.name).get("rigour") == country.code
            if country.name not in JUDGED_OTHERWISE:
                assert set(asked(country.name).values()) == {country.code}, country.code
