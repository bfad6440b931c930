from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from relmap.knowledge import things
from relmap.knowledge.countries import load as load_countries
from relmap.knowledge.organizations import load as load_organizations
from relmap.knowledge.things import DOCUMENTS, EVENTS, HEADS, JOBS, PLACES, is_thing, terms


def rows() -> list[dict[str, str]]:
    text = files("relmap.knowledge").joinpath("things.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize(
    "name",
    [
        "Vesak Day",
        "Nelson Mandela Prize",
        "Munich Security Conference",
        "North Atlantic Treaty",
        "Harbour Development Plan",
        "Suez Canal",
        "Allende Dam",
        "Account Executive",
        "WORLD CUP",
        "COVID-19",
        "Covid-19",
        "Operation Harbour Edge",
        "Hurricane Otis",
        "Mount Elbrus",
        "COVID",
        "Big Tech",
    ],
)
def test_events_papers_places_jobs_and_terms_are_things(name: str) -> None:
    assert is_thing(name)


@pytest.mark.parametrize(
    "name",
    [
        "Baltic Harbour Authority",
        "World Bank",
        "Institute for the Study of War",
        "Committee on the Amendment",
        "Ministry of Planning and Law",
        "Organization of the Treaty",
        "Microsoft",
        "Day Holdings",
        "Mount Sinai Hospital",
        "Port Authority",
        "Covid",
        "covid-19 board",
    ],
)
def test_bodies_are_not(name: str) -> None:
    assert not is_thing(name)


def test_a_term_counts_as_it_is_printed() -> None:
    assert is_thing("Christmas")
    assert not is_thing("christmas")


def test_heads_are_small_words_of_one_group() -> None:
    groups = (EVENTS, DOCUMENTS, PLACES, JOBS)
    assert set().union(*groups) == HEADS
    assert all(head == head.casefold() and head.split() == [head] for head in HEADS)


def test_every_row_says_what_its_term_is_and_stands_once() -> None:
    table = rows()
    assert all(row["term"] and row["what"] for row in table)
    assert [term for term, count in Counter(r["term"] for r in table).items() if count > 1] == []
    assert terms() == {row["term"] for row in table}


def test_no_term_is_a_country_or_a_well_known_organization() -> None:
    countries, organizations = load_countries(), load_organizations()
    clash = {term for term in terms() if countries.lookup(term) or organizations.lookup(term)}
    assert clash == set()


def test_the_table_is_read_from_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"term": "Zorb", "what": "idea"}
    monkeypatch.setattr(things, "read_rows", lambda *_: iter([(2, row)]))
    assert things.terms.__wrapped__() == {"Zorb"}
