from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relmap.app import lenses, sidebar, stock
from relmap.app.surroundings import NOT_DRAWN
from relmap.app.toolbar import TOPS, count_shown, tops
from relmap.models import Filters, Lens
from relmap.store import Store

if TYPE_CHECKING:
    from .conftest import Dashboard

    Start = Callable[..., Dashboard]


def said(store: Store, lens: Lens, name: str = "") -> str:
    return count_shown(stock.shown_of(store, Filters(), lens), name)


def test_the_count_says_how_many_there_are(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    actors = store.view(Filters()).counts.actors
    _, within = store.view(Filters()).neighbourhood("country:CN", 1)
    assert said(store, Lens(top=3)) == f"3 of {actors} actors shown, the strongest"
    assert said(store, Lens()) == f"{actors} of {actors} actors shown"
    around = Lens(top=3, around="country:CN")
    assert said(store, around, "China") == f"3 of {within} actors within 1 step of China"
    farther = Lens(around="country:CN", steps=2)
    assert said(store, farther, "China").endswith("actors within 2 steps of China")


@pytest.mark.parametrize(
    ("top", "actors", "offered"),
    [
        (150, 24, [50, 150]),
        (150, 150, [50, 100, 150]),
        (150, 948, [50, 100, 150, 300, 500, 1000]),
        (37, 60, [37, 50, 100]),
        (150, 90_000, list(TOPS)),
        (5000, 90_000, [*TOPS, 5000]),
    ],
)
def test_as_many_can_be_asked_for_as_there_are(top: int, actors: int, offered: list[int]) -> None:
    assert tops(top, actors) == offered


def test_the_reader_chooses_how_many_actors_are_drawn(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store, {"top": "3"})
    assert len(page.panel("map")["nodes"]) == 3
    assert page.panel("address")["link"] == "top=3"
    page.page.selectbox(key=lenses.MOST).select(50)
    page.run()
    actors = Store.open(seeds_store).view(Filters()).counts.actors
    assert len(page.panel("map")["nodes"]) == actors
    assert page.panel("address")["link"] == "top=50"


def test_communities_colour_the_map_and_stand_in_the_legend(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store)
    assert page.panel("legend")["communities"] == []
    page.set(lenses.COLOURING, "community")
    assert page.panel("legend")["communities"]
    assert all("community" in row for row in page.panel("map")["nodes"])
    assert page.panel("address")["link"] == "colour=community"


def test_laying_out_what_is_shown_is_turned_back_by_the_same_button(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store, {"top": "8"})
    before = page.panel("map")
    page.press("placement")
    assert page.page.button(key="placement").label == "Keep everyone in place"
    assert places(page.panel("map")) != places(before)
    page.press("placement")
    assert page.panel("map") == before


def places(drawn: dict[str, list[dict[str, float]]]) -> list[tuple[float, float]]:
    return [(row["x"], row["y"]) for row in drawn["nodes"]]


def test_around_an_actor_nobody_moves(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store)
    everyone = {row["id"]: (row["x"], row["y"]) for row in page.panel("map")["nodes"]}
    near = dashboard(seeds_store, {"around": "person:dong-jun"})
    drawn = {row["id"]: (row["x"], row["y"]) for row in near.panel("map")["nodes"]}
    assert 1 < len(drawn) < len(everyone)
    assert drawn == {who: everyone[who] for who in drawn}
    near.press("around.steps")
    assert near.panel("address")["link"] == "around=person:dong-jun&steps=2"
    near.press("around.whole")
    assert near.panel("address")["link"] == ""


def test_who_is_found_but_not_drawn_can_be_shown(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store, {"top": "3"})
    weakest = Store.open(seeds_store).view(Filters()).actors[-1].actor_id
    page.page.selectbox(key=sidebar.FIND).select(weakest)
    page.run()
    offered = page.panel("evidence")["around"]
    assert offered["note"] == NOT_DRAWN
    assert offered["actions"][0]["label"] == "Show around it (1 step)"


def test_a_lens_on_an_actor_that_is_gone_shows_the_whole_map(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store)
    page.page.session_state["relmap.lens"] = Lens(around="country:ZZ")
    page.run()
    assert page.panel("address")["link"] == ""


def test_a_lens_outlives_a_filter_that_shows_no_map(dashboard: Start, hostile_store: Path) -> None:
    from datetime import date

    page = dashboard(hostile_store, {"top": "3", "colour": "community"})
    page.set(sidebar.LAST, date(2024, 1, 3)).set(sidebar.FIRST, date(2024, 2, 1))
    assert page.page.error
    page.press("reset")
    assert page.panel("address")["link"] == "top=3&colour=community"
