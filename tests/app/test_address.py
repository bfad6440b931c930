from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relmap.app import lenses, sidebar, stock
from relmap.app.address import fit, understand
from relmap.links import Link, link_parameters, read_link
from relmap.models import Filters, Lens
from relmap.store import Store

if TYPE_CHECKING:
    from .conftest import Dashboard

    Start = Callable[..., Dashboard]

TIE = ("country:PK", "country:RU")
LINK = Link(
    Filters(
        first=date(2023, 4, 1),
        undated=False,
        kinds=frozenset({"country", "organization"}),
        min_weight=2,
        references=True,
    ),
    Lens(top=50, around="country:RU", steps=2, placement="shown", colouring="community"),
    TIE,
)


def test_an_address_opens_the_view_with_its_evidence(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store, link_parameters(LINK))
    state = page.page.session_state
    assert state[sidebar.FIRST] == date(2023, 4, 1)
    assert state[sidebar.UNDATED] is False
    assert state[sidebar.kind_key("person")] is False
    assert state[sidebar.WEIGHT] == 2
    assert state[sidebar.REFERENCES] is True
    assert state[lenses.COLOURING] == "community"
    assert page.panel("evidence")["about"] == "|".join(TIE)
    assert page.panel("chosen")["selected"] == "|".join(TIE)
    store = Store.open(seeds_store)
    shown = stock.shown_of(store, LINK.filters, LINK.lens)
    assert {row["id"] for row in page.panel("map")["nodes"]} == set(shown.positions)
    assert not page.page.warning


def test_the_same_address_stands_in_the_page_again(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store, link_parameters(LINK))
    assert read_link(page.panel("address")["link"]) == LINK


def test_every_change_is_written_into_the_address(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store)
    assert page.panel("address")["link"] == ""
    page.choose(*TIE)
    assert page.panel("address")["link"] == "tie=country:PK|country:RU"
    page.set(sidebar.WEIGHT, 3)
    assert page.panel("address")["link"] == "min=3&tie=country:PK|country:RU"
    page.press("placement")
    assert page.panel("address")["link"] == "min=3&layout=shown&tie=country:PK|country:RU"
    page.press("reset")
    assert page.panel("address")["link"] == "layout=shown&tie=country:PK|country:RU"


def test_a_second_run_does_not_look_at_the_address_again(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store, {"min": "3"})
    page.set(sidebar.WEIGHT, 5)
    assert page.page.session_state[sidebar.WEIGHT] == 5
    assert page.panel("address")["link"] == "min=5"


def test_going_back_restores_what_was(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store, link_parameters(LINK))
    page.page.session_state["relmap.asked"] = {"min": ["3"], "tie": ["country:CN|country:RU"]}
    page.run()
    assert page.page.session_state[sidebar.WEIGHT] == 3
    assert page.panel("address")["link"] == "min=3&tie=country:CN|country:RU"
    page.set(sidebar.WEIGHT, 5)
    assert page.panel("address")["link"] == "min=5&tie=country:CN|country:RU"
    page.page.session_state["relmap.asked"] = {}
    page.run()
    assert page.panel("address")["link"] == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min", "0"),
        ("from", "yesterday"),
        ("layout", "spring"),
        ("bogus", "1"),
        ("outlet", "The Nowhere Times"),
        ("around", "country:ZZ"),
        ("tie", "country:RU|country:ZZ"),
        ("actor", "person:<script>"),
    ],
)
def test_a_wrong_parameter_is_named_and_left_out(
    dashboard: Start, seeds_store: Path, name: str, value: str
) -> None:
    page = dashboard(seeds_store, {name: value, "references": "yes"})
    said = page.page.warning[0].value
    assert name in said
    assert "<script>" not in said
    assert page.panel("address")["link"] == "references=yes"
    assert page.page.session_state[sidebar.REFERENCES] is True
    page.set(sidebar.REFERENCES, False)
    assert not page.page.warning


def test_of_two_that_contradict_each_other_one_is_left_out() -> None:
    link, complaints = understand({"from": ["2023-05-01"], "to": ["2023-04-01"], "min": ["2"]})
    assert link == Link(Filters(first=date(2023, 5, 1), min_weight=2))
    assert len(complaints) == 1
    assert "lies after" in complaints[0]


def test_many_complaints_are_counted(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store, {f"x{place}": "1" for place in range(9)})
    assert "and 6 more" in page.page.warning[0].value


def test_days_beyond_the_articles_are_shown_as_they_were_asked_for(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store, {"from": "1999-01-01", "to": "2001-01-01", "min": "900"})
    assert page.page.session_state[sidebar.FIRST] == date(1999, 1, 1)
    assert page.page.session_state[sidebar.LAST] == date(2001, 1, 1)
    assert page.panel("address")["link"] == "from=1999-01-01&to=2001-01-01&min=900"


def test_outlets_that_are_there_are_kept(hostile_store: Path) -> None:
    store = Store.open(hostile_store)
    facts = stock.facts_of(store)
    asked = Link(Filters(outlets=frozenset({"The Paper", "Gone"})))
    link, complaints = fit(asked, store, facts)
    assert link.filters.outlets == frozenset({"The Paper"})
    assert complaints == ['the link says outlet="Gone", which these articles do not have']
    assert fit(Link(Filters(outlets=frozenset())), store, facts)[0] == Link()


def test_parameters_are_understood_in_whatever_order_they_come() -> None:
    link, complaints = understand({"steps": ["2"], "around": ["country:RU"]})
    assert (link.lens.around, link.lens.steps) == ("country:RU", 2)
    assert complaints == []
