"""The strongest ties of an actor are those that all of its ties begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from relmap.app import partners
from relmap.models import Filters
from relmap.store import Store, View


@pytest.mark.parametrize("closest", [1, 2, 3, 5, 8, 100])
@pytest.mark.parametrize("filters", [Filters(), Filters(references=True), Filters(min_weight=2)])
def test_they_are_the_first_of_all_ties(
    seeds_store: Path, monkeypatch: pytest.MonkeyPatch, closest: int, filters: Filters
) -> None:
    monkeypatch.setattr(partners, "CLOSEST", closest)
    view = Store.open(seeds_store).view(filters)
    for actor in view.actors:
        ties = view.ties_of(actor.actor_id)
        for most in (1, 2, 8):
            found = partners.strongest_ties(view, actor.actor_id, most)
            assert found == (ties[:most], len(ties))


def test_the_weak_ties_of_a_strong_actor_are_never_made(
    seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = Store.open(seeds_store).view(Filters())
    strongest = view.strongest(1)[0].actor_id
    expected = view.ties_of(strongest)
    distinct = next(
        place
        for place in range(1, len(expected))
        if expected[place - 1].sentences > expected[place].sentences
    )
    monkeypatch.setattr(partners, "CLOSEST", distinct + 1)

    def forbidden(*_: object) -> None:
        raise AssertionError("all ties were made")

    monkeypatch.setattr(View, "ties_of", forbidden)
    found = partners.strongest_ties(view, strongest, distinct)
    assert found == (expected[:distinct], len(expected))
