from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from importlib.resources import files

import countrynames
import pytest

from relmap.errors import InputError
from relmap.knowledge import countries
from relmap.knowledge.countries import COLUMNS, LAYERS, load

TABLE = load()

#: Names that we and countrynames read differently, and why ours stands.
JUDGED_OTHERWISE = {
    # Several countries share them: declared ambiguous here.
    "Congo",
    "Korea",
    "Saint Martin",
    # Former names of a state that still is, under the state's code of today.
    "Zaire",
    # Kept apart from today's Germany and Vietnam, under ISO 3166-3 codes.
    "East Germany",
    "German Democratic Republic",
    "GDR",
    "DDR",
    "Democratic Republic of Vietnam",
    # Parts of one ISO 3166-1 territory (SH); countrynames uses reserved codes.
    "Tristan da Cunha",
    "Ascension Island",
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


def test_names_agree_with_countrynames() -> None:
    known = 0
    for country in TABLE.by_code.values():
        for name in {country.name, country.official, *country.aliases} - JUDGED_OTHERWISE:
            code = countrynames.to_code(name)
            assert code in {None, country.code}, (name, country.code, code)
            known += code is not None
    assert known > 500


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
