from __future__ import annotations

from collections import defaultdict

import pytest

from relmap.errors import InputError
from relmap.knowledge import countries, organizations
from relmap.knowledge.organizations import COLUMNS, Organization, load

TABLE = load()
ALL = tuple(TABLE.by_name.values())


def found(form: str) -> str | None:
    organization = TABLE.lookup(form)
    return organization.name if organization else None


def test_the_table_is_large_and_sorted() -> None:
    names = [each.name for each in ALL]
    assert len(names) >= 300
    assert names == sorted(names, key=lambda name: (name.casefold(), name))


def test_parents_and_countries_exist() -> None:
    codes = countries.load().by_code
    for each in ALL:
        assert not each.parent or each.parent in TABLE.by_name, each.name
        assert each.parent != each.name
        assert not each.country or each.country in codes, each.name
        assert each.kind, each.name


def test_no_form_is_in_two_rows_unless_weak_in_both() -> None:
    owners: dict[str, dict[str, Organization]] = defaultdict(dict)
    for each in ALL:
        for form in each.forms():
            owners[form.casefold()][each.name] = each
    for form, by_name in owners.items():
        if len(by_name) > 1:
            for each in by_name.values():
                assert form in {weak.casefold() for weak in each.weak}, (form, each.name)


def test_each_form_leads_back_to_its_row() -> None:
    for each in ALL:
        for form in each.forms():
            if form in each.weak:
                assert TABLE.lookup(form) is None, form
                assert each in TABLE.weak(form), form
            else:
                assert found(form) == each.name, form
                assert TABLE.weak(form) == (), form


def test_each_row_has_a_form_that_settles_it() -> None:
    for each in ALL:
        assert set(each.forms()) - set(each.weak), each.name


def test_no_form_is_a_country_s() -> None:
    table = countries.load()
    for each in ALL:
        for form in each.forms():
            assert form not in table.forms, (form, each.name)
            assert form not in table.ambiguous, (form, each.name)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("SCO", "Shanghai Cooperation Organization"),
        ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization"),
        ("the Shanghai Co-operation Organization’s", "Shanghai Cooperation Organization"),
        ("The Regional Anti-Terrorist Structure", "Regional Anti-Terrorist Structure"),
        ("Regional Anti-Terrorism Structure", "Regional Anti-Terrorist Structure"),
        ("Regional Anti-Terrorists Structure", "Regional Anti-Terrorist Structure"),
        ("SCO RATS", "Regional Anti-Terrorist Structure"),
        ("WHO", "World Health Organization"),
        ("World Health Organisation", "World Health Organization"),
        ("International Labor Organization", "International Labour Organization"),
        ("UN Environment Program", "United Nations Environment Programme"),
        ("HUMAN RIGHTS WATCH", "Human Rights Watch"),
        ("al Qaeda", "Al-Qaeda"),
        ("al-Qaida", "Al-Qaeda"),
        ("Daesh", "Islamic State"),
        ("Sinn Fein", "Sinn Féin"),
        ("Lashkar-e-Tayyiba", "Lashkar-e-Taiba"),
        ("Hamas'", "Hamas"),
        ("Nato", "NATO"),
        ("Unifil", "United Nations Interim Force in Lebanon"),
        ("R&AW", "Research and Analysis Wing"),
        ("Haqqani Network", "Haqqani network"),
        ("People’s Liberation Army", "People's Liberation Army"),
    ],
)
def test_spellings(form: str, name: str) -> None:
    assert found(form) == name


@pytest.mark.parametrize(
    "form",
    ["who", "Who", "quad", "world bank", "Law and justice", "Irena", "Nobody's Union", "the", ""],
)
def test_what_is_no_organization(form: str) -> None:
    assert TABLE.lookup(form) is None
    assert TABLE.weak(form) == ()


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("RATS", {"Regional Anti-Terrorist Structure"}),
        ("ISI", {"Inter-Services Intelligence"}),
        ("AU", {"African Union"}),
        ("IS", {"Islamic State"}),
        ("PA", {"Palestinian Authority"}),
        ("RSF", {"Reporters Without Borders", "Rapid Support Forces"}),
        ("the Security Council", {"United Nations Security Council"}),
        ("Congress", {"United States Congress", "Indian National Congress"}),
    ],
)
def test_weak_forms_settle_nothing(form: str, names: set[str]) -> None:
    assert TABLE.lookup(form) is None
    assert {each.name for each in TABLE.weak(form)} == names


def test_a_part_is_not_its_parent() -> None:
    parts = {each.name for each in TABLE.parts("Shanghai Cooperation Organization")}
    assert "Regional Anti-Terrorist Structure" in parts
    assert found("Quds Force") != found("IRGC")
    assert found("ISIS-K") != found("ISIS")
    assert TABLE.parts("Interpol") == ()


def test_security_councils_of_two_never_merge() -> None:
    assert found("Russian Security Council") == "Security Council of Russia"
    assert found("UN Security Council") == "United Nations Security Council"


def test_a_weak_form_must_be_one_of_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    row = dict.fromkeys(COLUMNS, "") | {"name": "Some Union", "weak": "SU"}
    monkeypatch.setattr(organizations, "read_rows", lambda *_: iter([(4, row)]))
    with pytest.raises(InputError, match="row 4: 'SU' is weak but not among the names"):
        organizations.load.__wrapped__()


def test_a_name_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    row = dict.fromkeys(COLUMNS, "") | {"name": "Some Union"}
    monkeypatch.setattr(organizations, "read_rows", lambda *_: iter([(2, row), (3, row)]))
    with pytest.raises(InputError, match="row 3: 'Some Union' stands twice"):
        organizations.load.__wrapped__()
