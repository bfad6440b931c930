"""What tables call an actor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relmap.briefing.names import distinct_names
from relmap.models import KINDS, Actor


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
