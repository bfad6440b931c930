"""Options become filters and a lens; a link says all of it instead."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest
import typer

from relmap.cli.filters import KindName
from relmap.cli.views import ALL, ViewOptions, settle
from relmap.errors import FilterError
from relmap.links import Link, write_link
from relmap.models import KINDS, Filters, Lens
from relmap.store import Store


def test_nothing_given_is_the_view_that_everybody_sees_first() -> None:
    assert ViewOptions().read() == Link()
    assert ViewOptions(outlets=[], kinds=[]).read() == Link()


def test_every_option_is_heard() -> None:
    options = ViewOptions(
        first=date(2023, 3, 1),
        last=date(2023, 7, 5),
        outlets=["TASS", "Dawn"],
        undated=False,
        unknown_outlet=True,
        kinds=[KindName.PERSON],
        min_weight=2,
        references=True,
        top=7,
        around="country:RU",
        steps=2,
        placement="shown",
        colouring="community",
    )
    assert set(options.given()) == {each.name for each in fields(options)} - {"view"}
    assert options.read() == Link(
        Filters(
            first=date(2023, 3, 1),
            last=date(2023, 7, 5),
            outlets=frozenset({"TASS", "Dawn"}),
            undated=False,
            unknown_outlet=True,
            kinds=frozenset({"person"}),
            min_weight=2,
            references=True,
        ),
        Lens(7, "country:RU", 2, "shown", "community"),
    )
    link = write_link(options.read())
    assert ViewOptions(view=link).read() == options.read()


def test_naming_an_outlet_leaves_out_unknown_ones() -> None:
    assert ViewOptions(outlets=["TASS"]).read().filters.unknown_outlet is False
    assert ViewOptions(unknown_outlet=False).read().filters.unknown_outlet is False


@pytest.mark.parametrize("name", [each.name for each in fields(ViewOptions) if each.name != "view"])
def test_no_option_stands_beside_a_link(name: str) -> None:
    values = {"first": date(2023, 1, 1), "last": date(2023, 1, 1), "undated": True}
    values |= {"outlets": ["TASS"], "kinds": [KindName.PERSON], "references": False}
    options = ViewOptions(view="min=2", **{name: values.get(name, 1)})
    with pytest.raises(typer.BadParameter, match=ViewOptions.FLAGS[name]):
        options.read()


def test_the_kinds_are_those_of_the_models() -> None:
    assert tuple(KindName) == KINDS


def test_all_is_every_actor_and_a_name_is_found(store: Store) -> None:
    assert settle(store, Link(lens=Lens(top=ALL))).lens.top == len(store.actors()) > 3
    around = Link(Filters(min_weight=2), Lens(around="Russia"), ("country:RU",))
    assert settle(store, around) == Link(
        Filters(min_weight=2), Lens(around="country:RU"), ("country:RU",)
    )
    with pytest.raises(FilterError, match="Narnia"):
        settle(store, Link(lens=Lens(around="Narnia")))


@pytest.mark.parametrize(
    "selection", [("person:nobody",), ("country:RU", "person:nobody"), ("person:nobody", "a:b")]
)
def test_whom_a_link_selects_must_be_there(store: Store, selection: tuple[str, ...]) -> None:
    with pytest.raises(FilterError, match=r'selects "person:nobody", .* relmap export actors'):
        settle(store, Link(selection=selection))


def test_a_tie_of_two_actors_may_be_selected_whether_the_filters_leave_it_or_not(
    store: Store,
) -> None:
    link = Link(Filters(kinds=frozenset({"person"})), selection=("country:PK", "country:RU"))
    assert settle(store, link) == link
