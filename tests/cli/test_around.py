"""A name on the command line means one actor or nobody."""

from __future__ import annotations

import pytest

from relmap.cli.around import LISTED, find_actor
from relmap.errors import FilterError
from relmap.models import Actor, Alias


def make(*actors: Actor) -> dict[str, Actor]:
    return {actor.actor_id: actor for actor in actors}


def named(actor_id: str, name: str, *aliases: str) -> Actor:
    kind = actor_id.partition(":")[0]
    return Actor(actor_id, name, kind, aliases=tuple(Alias(each, 1, "rule") for each in aliases))


ACTORS = make(
    named("country:GE", "Georgia", "Georgia", "Tbilisi"),
    named("country:RU", "Russia", "Russia", "Moscow"),
    named("person:georgia-meloni", "Georgia", "Georgia"),
    named("person:ali-khan", "Ali Khan", "Ali Khan", "Khan"),
    named("person:imran-khan", "Imran Khan", "Imran Khan", "Khan"),
)


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("country:RU", "country:RU"),
        ("Russia", "country:RU"),
        ("Moscow", "country:RU"),
        ("Georgia (country)", "country:GE"),
        ("Imran Khan", "person:imran-khan"),
    ],
)
def test_an_id_or_a_name_of_one_actor_alone_is_found(text: str, actor_id: str) -> None:
    assert find_actor(ACTORS, text) == actor_id


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Georgia", ["country:GE", "person:georgia-meloni"]),
        ("Khan", ["person:ali-khan", "person:imran-khan"]),
    ],
)
def test_a_name_of_several_is_not_guessed(text: str, candidates: list[str]) -> None:
    with pytest.raises(FilterError) as refused:
        find_actor(ACTORS, text)
    for candidate in candidates:
        assert candidate in str(refused.value)
    assert "country:RU" not in str(refused.value)


@pytest.mark.parametrize("text", ["russia", "RUSSIA ", "Russ"])
def test_a_name_that_is_nearly_there_is_suggested_and_not_taken(text: str) -> None:
    with pytest.raises(FilterError, match=r"Did you mean country:RU \(Russia\)\?"):
        find_actor(ACTORS, text)


@pytest.mark.parametrize("text", ["Narnia", "", " ", "person:nobody"])
def test_a_name_of_nobody_says_where_to_look(text: str) -> None:
    with pytest.raises(FilterError, match="relmap export actors"):
        find_actor(ACTORS, text)


def test_a_long_list_of_candidates_is_cut() -> None:
    many = make(*(named(f"person:khan-{number:02}", "Khan") for number in range(LISTED + 3)))
    with pytest.raises(FilterError, match="and 3 more"):
        find_actor(many, "Khan")
