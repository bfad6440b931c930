"""What is drawn: the strongest actors, or those around one, with the ties and places of just them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from relmap.errors import FilterError
from relmap.layout import lay_out
from relmap.measures import communities
from relmap.models import Filters, Lens
from relmap.shown import Shown, show, show_view
from relmap.store import Store

PAKISTAN, RUSSIA = "country:PK", "country:RU"
LENSES = [
    Lens(),
    Lens(top=5),
    Lens(around=PAKISTAN),
    Lens(around=PAKISTAN, steps=2),
    Lens(top=1, around=PAKISTAN, steps=2),
    Lens(top=4, around=PAKISTAN, placement="shown", colouring="community"),
]


def ids(shown: Shown) -> list[str]:
    return [actor.actor_id for actor in shown.actors]


@pytest.mark.parametrize("filters", [Filters(), Filters(undated=False, min_weight=2)])
@pytest.mark.parametrize("lens", LENSES)
def test_everything_shown_is_of_the_same_actors(store: Store, filters: Filters, lens: Lens) -> None:
    shown = show(store, filters, lens)
    kept = set(ids(shown))
    assert (shown.view.filters, shown.lens) == (filters, lens)
    assert 0 < len(shown.actors) == len(kept) == min(lens.top, shown.within)
    assert kept == set(shown.graph) == set(shown.positions)
    assert set(shown.actors) <= set(shown.view.actors)
    everything = shown.view.ties
    assert list(shown.ties) == [one for one in everything if {one.source, one.target} <= kept]
    edges = {(one.source, one.target): one.sentences for one in shown.ties}
    assert {tuple(sorted(edge)): w for *edge, w in shown.graph.edges(data="weight")} == edges


def test_the_strongest_are_shown_of_all_in_view(store: Store) -> None:
    shown = show(store, Filters(), Lens(top=6))
    assert shown.actors == shown.view.actors[:6]
    assert shown.within == shown.view.counts.actors > 6


def test_around_an_actor_come_it_and_the_closest(store: Store) -> None:
    near = show(store, Filters(), Lens(around=PAKISTAN))
    ties = near.view.ties_of(PAKISTAN)
    weight = {other(tie.source, tie.target): tie.sentences for tie in ties}
    assert ids(near)[0] == PAKISTAN
    assert set(ids(near)[1:]) == set(weight)
    assert [weight[one] for one in ids(near)[1:]] == sorted(weight.values(), reverse=True)
    assert near.within == len(weight) + 1
    far = show(store, Filters(), Lens(around=PAKISTAN, steps=2))
    assert ids(far)[: near.within] == ids(near)
    assert far.within > near.within
    few = show(store, Filters(), Lens(top=3, around=PAKISTAN, steps=2))
    assert (ids(few), few.within) == (ids(near)[:3], far.within)


def other(one: str, another: str) -> str:
    return another if one == PAKISTAN else one


def test_filters_decide_who_is_around(store: Store) -> None:
    filters = Filters(kinds=frozenset({"country"}))
    shown = show(store, filters, Lens(around=PAKISTAN, steps=2))
    assert all(one.startswith("country:") for one in ids(shown))
    assert shown.within < show(store, Filters(), Lens(around=PAKISTAN, steps=2)).within


@pytest.mark.parametrize("placement", ["store", "shown"])
@pytest.mark.parametrize("colouring", ["kind", "community"])
def test_an_actor_that_the_filters_leave_nothing_of_is_an_empty_picture(
    store: Store, placement, colouring
) -> None:
    filters = Filters(last=date(1990, 1, 1), undated=False)
    shown = show(store, filters, Lens(around=PAKISTAN, placement=placement, colouring=colouring))
    assert (shown.actors, shown.ties, shown.within) == ((), (), 0)
    assert not shown.graph
    assert not shown.positions
    assert not shown.communities


def test_actors_stay_where_the_store_has_them_unless_what_is_shown_is_laid_out(
    store: Store,
) -> None:
    lens = Lens(top=5, around=RUSSIA)
    shown = show(store, Filters(), lens)
    assert shown.positions == {one: store.positions()[one] for one in sorted(ids(shown))}
    anew = show(store, Filters(), replace(lens, placement="shown"))
    assert anew.positions == lay_out(shown.graph)
    assert anew.positions != shown.positions


def test_communities_are_found_where_they_colour(store: Store) -> None:
    assert show(store, Filters(), Lens()).communities == {}
    shown = show(store, Filters(), Lens(colouring="community"))
    assert shown.communities == communities(shown.graph)
    assert set(shown.communities) == set(ids(shown))


def test_a_view_at_hand_is_not_made_again(store: Store) -> None:
    view = store.view(Filters(min_weight=2))
    shown = show_view(store, view, Lens(top=3))
    assert shown.view is view
    assert shown.actors == show(store, view.filters, Lens(top=3)).actors


CANNOT = [
    (Filters(first=date(2023, 2, 1), last=date(2023, 1, 1)), Lens(), "swap them"),
    (Filters(), Lens(around="country:ZZ"), 'the store has no actor "country:ZZ"; find its id'),
    (Filters(), Lens(top=0), "a map of 0 actors shows nothing; choose 1 or more"),
    (Filters(), Lens(steps=3), "3 steps around an actor cannot be shown; choose 1 or 2"),
    (Filters(), Lens(placement="mine"), 'there is no layout "mine"; there are store, shown'),
    (Filters(), Lens(colouring="red"), 'no colours by "red"; there are kind, community'),
]


@pytest.mark.parametrize(("filters", "lens", "message"), CANNOT)
def test_what_cannot_be_meant_is_said(
    store: Store, filters: Filters, lens: Lens, message: str
) -> None:
    with pytest.raises(FilterError, match=message):
        show(store, filters, lens)
