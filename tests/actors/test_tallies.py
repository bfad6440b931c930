"""Actors as they were printed: prints of several names add up to one actor."""

from __future__ import annotations

import random

from relmap.actors.identities import Identity
from relmap.actors.organizations import OrganizationNames
from relmap.actors.seen import Print
from relmap.actors.tallies import describe_actors
from relmap.knowledge import countries, organizations
from relmap.models import Actor, Alias

NAMES = OrganizationNames(organizations.load(), countries.load())

IDENTITIES = {
    0: Identity("person:sergei-lavrov"),
    1: Identity("country:RU"),
    2: Identity("person:sergei-lavrov", "spelling", ambiguous=True),
    7: Identity("organization:who"),
}
PRINTS = {
    Print(0, "Lavrov", "part of a name", "Sergei Lavrov", "Mr"): 2,
    Print(0, "Sergei Lavrov", "full name", "Sergei Lavrov", ""): 1,
    Print(0, "Lavrov", "name alone", "Sergei Lavrov", "Minister"): 1,
    Print(2, "Sergey Lavrov", "full name", "Sergey Lavrov", "Minister"): 2,
    Print(1, "Moscow", "country name", "RU", ""): 3,
    Print(7, "WHO", "organization name", "WHO", ""): 1,
}

LAVROV = Actor(
    "person:sergei-lavrov",
    "Sergei Lavrov",
    "person",
    aliases=(
        Alias("Lavrov", 3, "part of a name"),
        Alias("Sergey Lavrov", 2, "spelling"),
        Alias("Sergei Lavrov", 1, "full name"),
    ),
    titles=("Minister", "Mr"),
    ambiguous=True,
)


def test_all_names_of_an_actor_add_up_and_actors_come_by_id():
    country, body, person = describe_actors(PRINTS, IDENTITIES, NAMES)
    assert person == LAVROV
    assert (country.name, country.country_code, country.kind) == ("Russia", "RU", "country")
    assert (body.kind, body.name, body.ambiguous) == ("organization", "WHO", False)


def test_the_order_of_prints_is_no_matter():
    expected = list(describe_actors(PRINTS, IDENTITIES, NAMES))
    for seed in range(5):
        shuffled = random.Random(seed).sample([*PRINTS.items()], len(PRINTS))
        assert list(describe_actors(dict(shuffled), IDENTITIES, NAMES)) == expected
