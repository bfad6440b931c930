"""What tables call an actor."""

from __future__ import annotations

from collections import UserDict
from collections.abc import ItemsView, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.briefing.names import Names, distinct_names, readable_actors
from relmap.models import KINDS, Actor
from relmap.store import Store
from relmap.view.directions import LONGEST_NAME


class Actors:
    """A store that has actors and nothing else; it counts how often all of them were asked for."""

    def __init__(self, *actors: Actor) -> None:
        self._actors = {actor.actor_id: actor for actor in actors}
        self.walks = 0

    def actors(self) -> Mapping[str, Actor]:
        store = self

        class Counting(UserDict[str, Actor]):
            def items(self) -> ItemsView[str, Actor]:
                store.walks += 1
                return super().items()

        return Counting(self._actors)

    def namesakes(self, actor_id: str) -> bool:
        name = self._actors[actor_id].name
        return any(key != actor_id and each.name == name for key, each in self._actors.items())


def named(*actors: Actor) -> dict[str, str]:
    return distinct_names({actor.actor_id: actor for actor in actors})


def test_an_actor_keeps_its_own_name() -> None:
    assert named(Actor("country:RU", "Russia", "country")) == {"country:RU": "Russia"}


def test_the_kind_tells_apart_who_shares_a_name() -> None:
    assert named(
        Actor("country:GE", "Georgia", "country"), Actor("person:g", "Georgia", "person")
    ) == {
        "country:GE": "Georgia (country)",
        "person:g": "Georgia (person)",
    }


def test_the_id_tells_apart_who_shares_name_and_kind() -> None:
    first, second = Actor("person:a", "Ali Khan", "person"), Actor("person:b", "Ali Khan", "person")
    assert named(first, second) == {
        "person:a": "Ali Khan (person:a)",
        "person:b": "Ali Khan (person:b)",
    }


@given(st.lists(st.tuples(st.sampled_from(["A", "B", "A (person)"]), st.sampled_from(KINDS))))
def test_no_two_actors_ever_share_one(described: list[tuple[str, str]]) -> None:
    actors = [Actor(f"{k}:{i}", name, k) for i, (name, k) in enumerate(described)]  # type: ignore[arg-type]
    names = named(*actors)
    assert len(set(names.values())) == len(actors)
    assert all(names[actor.actor_id].startswith(actor.name) for actor in actors)


described = st.lists(
    st.tuples(st.sampled_from(["A", "B", "A (person)", "C (country)"]), st.sampled_from(KINDS)),
    max_size=8,
)


@given(described)
def test_one_by_one_they_are_called_as_all_at_once_make_them(
    described: list[tuple[str, str]],
) -> None:
    actors = [Actor(f"{k}:{i}", name, k) for i, (name, k) in enumerate(described)]  # type: ignore[arg-type]
    one_by_one = dict(Names(Actors(*actors)))  # type: ignore[arg-type]
    assert one_by_one == distinct_names({actor.actor_id: actor for actor in actors})


def test_all_actors_are_gone_through_only_for_a_name_that_two_have() -> None:
    alone, one, other = (
        Actor("country:RU", "Russia", "country"),
        Actor("country:GE", "Georgia", "country"),
        Actor("person:g", "Georgia", "person"),
    )
    store = Actors(alone, one, other)
    names = Names(store)  # type: ignore[arg-type]
    assert names["country:RU"] == "Russia"
    assert store.walks == 0
    assert names["person:g"] == "Georgia (person)"
    assert names["country:GE"] == "Georgia (country)"
    assert names["country:RU"] == "Russia"
    assert store.walks == 1
    assert names.get("country:XX", "") == ""


def test_the_names_of_a_store_are_those_of_all_its_actors(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    assert dict(Names(store)) == distinct_names(store.actors())


def test_a_name_that_reads_like_another_is_told_apart_and_an_endless_one_is_cut() -> None:
    plain, hidden, endless = (
        Actor("person:a", "Ada Lee", "person"),
        Actor("person:b", "Ada\u202e Lee", "person"),
        Actor("organization:c", "Long " * 60, "organization"),
    )
    readable = readable_actors(Actors(plain, hidden, endless), ["person:b", "organization:c"])  # type: ignore[arg-type]
    assert list(readable) == ["person:b", "organization:c"]
    assert readable["person:b"].name == "Ada Lee (person:b)"
    assert readable["person:b"].kind == "person"
    assert len(readable["organization:c"].name) <= LONGEST_NAME
    assert readable["organization:c"].name.endswith("…")


def test_nobody_is_called_nothing(seeds_store: Path) -> None:
    with pytest.raises(KeyError):
        Names(Store.open(seeds_store))["person:nobody"]
