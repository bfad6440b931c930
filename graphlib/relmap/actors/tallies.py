"""Actors as they were printed: the name that each is shown under, its aliases and titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from relmap.actors.identities import Identity
from relmap.actors.organizations import OrganizationNames, is_near, likeness
from relmap.actors.people import most_frequent
from relmap.actors.seen import Print
from relmap.knowledge import countries
from relmap.models import KINDS, Actor, Alias, Kind

#: From this likeness (0 to 100) to the table's name on is a printed form the better name.
MIN_LIKE = 60


@dataclass(slots=True)
class Tally:
    """What the mentions of one actor add up to."""

    surfaces: Counter[str] = field(default_factory=Counter)
    full: Counter[str] = field(default_factory=Counter)
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titles: Counter[str] = field(default_factory=Counter)
    ambiguous: bool = False


def describe_actors(
    prints: Mapping[Print, int], identities: Mapping[int, Identity], names: OrganizationNames
) -> Iterator[Actor]:
    """Each actor with its name, aliases and titles, sorted by id.

    `prints` counts how local names are printed, `identities` gives them by their numbers.
    """

    def actor_id_of(each: Print) -> str:
        return identities[each.number].actor_id

    for actor_id, own in groupby(sorted(prints, key=actor_id_of), key=actor_id_of):
        tally = add_up(((each, prints[each]) for each in own), identities)
        kind = next(kind for kind in KINDS if actor_id.startswith(f"{kind}:"))
        yield Actor(
            actor_id=actor_id,
            name=choose_name(actor_id, kind, tally, names),
            kind=kind,
            country_code=actor_id.partition(":")[2] if kind == "country" else "",
            aliases=list_aliases(tally),
            titles=tuple(sorted(tally.titles, key=lambda t: (-tally.titles[t], t))),
            ambiguous=tally.ambiguous,
        )


def add_up(prints: Iterable[tuple[Print, int]], identities: Mapping[int, Identity]) -> Tally:
    """How one actor was named, over all articles."""
    tally = Tally()
    for each, count in prints:
        identity = identities[each.number]
        tally.surfaces[each.surface] += count
        tally.full[each.shown] += count
        tally.rules[each.surface][identity.rule or each.rule] += count
        tally.ambiguous = tally.ambiguous or identity.ambiguous
        if each.title:
            tally.titles[each.title] += count
    return tally


def list_aliases(tally: Tally) -> tuple[Alias, ...]:
    """The surfaces of an actor, most frequent first, each with its most frequent rule."""
    return tuple(
        Alias(surface, count, most_frequent(tally.rules[surface]))
        for surface, count in sorted(tally.surfaces.items(), key=lambda item: (-item[1], item[0]))
    )


def choose_name(actor_id: str, kind: Kind, tally: Tally, names: OrganizationNames) -> str:
    """The name that an actor is shown under: a country's by the table, else what was printed.

    A person goes by the full name found most often.
    """
    if kind == "country":
        return countries.load().by_code[actor_id.partition(":")[2]].name
    if kind == "organization":
        return choose_organization(tally, names)
    full = Counter({text: count for text, count in tally.full.items() if " " in text})
    return most_frequent(full or tally.full)


def choose_organization(tally: Tally, names: OrganizationNames) -> str:
    """The table's name of an organization if that was printed in any spelling.

    Else the form of several words that is most like it ("US Congress", not "Capitol Hill"), else
    what was printed most: articles that say no more than "EU" are about the EU, and those that
    write "AK Party" need not know the "Justice and Development Party". A ministry whose country
    stands in its name in some print is shown so.
    """
    printed = tally.full + Counter({text: n for text, n in tally.surfaces.items() if " " in text})
    official = next((n for n in map(names.official, sorted(tally.full)) if n is not None), None)
    if official is not None:
        if any(is_near(text, official) for text in printed):
            return official
        alike = [text for text in printed if " " in text and likeness(text, official) >= MIN_LIKE]
        if alike:
            return max(sorted(alike), key=lambda text: (likeness(text, official), printed[text]))
        most = max(tally.full.values())
        often = [text for text in sorted(tally.full) if tally.full[text] == most]
        return max(often, key=lambda text: likeness(text, official))
    complete = Counter({text: n for text, n in tally.full.items() if " " in text})
    whole = Counter({text: n for text, n in complete.items() if not text.endswith(")")})
    return most_frequent(whole or complete or tally.full)
