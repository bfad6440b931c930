"""One article's mentions, each with the name it stands for inside that article.

A surname takes the full name that the article gives exactly once, an acronym the name that the
article defines. What no rule settles keeps its own words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from relmap.actors.organizations import is_near
from relmap.actors.people import fitting, full_names
from relmap.knowledge.organizations import Organizations
from relmap.models import Extraction, Kind, Mention


@dataclass(frozen=True, slots=True)
class LocalName:
    """What a mention stands for: a country's code, or the fullest name the article has for it.

    `ambiguous` marks a name that several of the article's names could claim.
    """

    kind: Kind
    text: str
    rule: str
    ambiguous: bool = False


def name_mentions(extraction: Extraction, table: Organizations) -> tuple[LocalName, ...]:
    """The local name of each mention of an article, in their order.

    `table` says which acronyms need their full name in the article to be certain.
    """
    people = full_names(m.surface for m in extraction.mentions if m.kind == "person")
    bodies = {m.surface for m in extraction.mentions if m.kind == "organization"}
    organizations = {**settle_weak(bodies, table), **read_definitions(extraction.acronyms)}
    return tuple(name_mention(m, people, organizations) for m in extraction.mentions)


def name_mention(
    mention: Mention, people: Mapping[str, str], organizations: Mapping[str, LocalName]
) -> LocalName:
    """The local name of one mention."""
    if mention.kind == "country":
        return LocalName("country", mention.country_code, mention.rule)
    if mention.kind == "organization":
        itself = LocalName("organization", mention.surface, "organization name")
        return organizations.get(mention.surface, itself)
    return name_person(mention, people)


def name_person(mention: Mention, people: Mapping[str, str]) -> LocalName:
    """A full name as it is; a single word as the one full name that it fits."""
    if mention.surface in people:
        full = people[mention.surface]
        return LocalName("person", full, "full name" if full == mention.surface else "longer name")
    claims = {people[name] for name in fitting(mention.surface, people)}
    if len(claims) == 1:
        return LocalName("person", claims.pop(), "part of a name")
    return LocalName("person", mention.surface, "name alone", ambiguous=len(claims) > 1)


def settle_weak(surfaces: Collection[str], table: Organizations) -> dict[str, LocalName]:
    """Acronyms that settle nothing alone, with the full name where the article has one of them.

    "AU" is the African Union in an article that names the African Union.
    """
    certain = {known.name for surface in surfaces if (known := table.lookup(surface))}
    named = {s: [o.name for o in table.weak(s) if o.name in certain] for s in surfaces}
    return {
        surface: LocalName("organization", fits[0], "full name given")
        for surface, fits in named.items()
        if len(fits) == 1
    }


def read_definitions(pairs: Sequence[tuple[str, str]]) -> dict[str, LocalName]:
    """The acronyms that an article defines; one that it defines as two bodies stays open.

    Two spellings are one definition: "Shanghai Cooperation Organisation" and "Organization".
    """
    found: dict[str, LocalName] = {}
    for acronym, full in pairs:
        first = found.setdefault(acronym, LocalName("organization", full, "acronym defined"))
        if not is_near(first.text, full):
            found[acronym] = LocalName("organization", acronym, "name alone", ambiguous=True)
    return found
