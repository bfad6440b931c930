"""Identities: which local names of all articles are one actor, and what the actor's id is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from hashlib import blake2b

from relmap.actors.local import LocalName
from relmap.actors.organizations import OrganizationKey, OrganizationNames, join_same_acronym
from relmap.actors.people import group_spellings, is_full
from relmap.actors.spelling import slug
from relmap.models import Kind

#: Kind, text and home of a local name: what resolution decides about.
Key = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """The actor that a local name belongs to.

    `rule` is the rule that joined it to another article's name, or "" where none was needed.
    """

    actor_id: str
    rule: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What all articles together say about their local names.

    `counts` is how often each was found, `contexts` the countries and titles it was found with,
    `torn` the names that several names of one article could claim, `definitions` the full names
    that articles give for each acronym.
    """

    counts: Mapping[Key, int]
    contexts: Mapping[Key, Collection[str]]
    torn: frozenset[Key]
    definitions: Mapping[str, Collection[str]]

    def names(self, kind: Kind) -> list[str]:
        """The local names of one kind that mean the same in every article, sorted."""
        return sorted(text for its_kind, text, home in self.counts if its_kind == kind and not home)


def key_of(name: LocalName) -> Key:
    """The key of a local name."""
    return (name.kind, name.text, name.home)


def identify(
    seen: Seen, organizations: OrganizationNames, without: Set[str] = frozenset()
) -> dict[Key, Identity]:
    """The identity of every local name that was seen."""
    return {
        **identify_countries(seen),
        **identify_people(seen, without),
        **identify_organizations(seen, organizations),
        **identify_homebound(seen),
    }


def identify_countries(seen: Seen) -> dict[Key, Identity]:
    """A country is its code."""
    return {("country", code, ""): Identity(f"country:{code}") for code in seen.names("country")}


def identify_people(seen: Seen, without: Set[str] = frozenset()) -> dict[Key, Identity]:
    """Full names by spelling; a name alone stays by itself, open where a full name fits it."""
    names = seen.names("person")
    full = [name for name in names if is_full(name)]
    chosen = {name: name for name in full}
    if "spellings" not in without:
        chosen = group_spellings(
            {name: seen.counts["person", name, ""] for name in full},
            {name: seen.contexts["person", name, ""] for name in full},
        )
    by_part = index_parts(full)
    found: dict[Key, Identity] = {}
    for name in names:
        stands = chosen.get(name, name)
        rule = "" if stands == name else "spelling"
        is_open = name not in chosen and (("person", name, "") in seen.torn or name in by_part)
        found["person", name, ""] = Identity(f"person:{slug(stands)}", rule, is_open)
    return found


def index_parts(full: Iterable[str]) -> frozenset[str]:
    """The first and last words of full names: a name alone that is one of them stays open."""
    words = [name.split() for name in full]
    return frozenset(part for name in words for part in (name[0], name[-1]))


def identify_organizations(seen: Seen, names: OrganizationNames) -> dict[Key, Identity]:
    """Organizations by key; an acronym by the table or by the one name that all articles give."""
    keys = {text: names.key(text) for text in seen.names("organization")}
    definitions = {
        acronym: {names.key(full) for full in full_names}
        for acronym, full_names in seen.definitions.items()
    }
    joined = join_same_acronym(definitions)
    found: dict[Key, Identity] = {}
    for text, own in keys.items():
        meant = {joined.get(key, key) for key in definitions.get(text, ())}
        is_certain = names.official(text) is not None
        key = joined.get(own, own)
        rule = "" if key == own else "acronym shared"
        if len(meant) == 1 and not is_certain:
            key, rule = meant.pop(), "acronym elsewhere"
        is_torn = len(meant) > 1 and not is_certain
        is_open = is_torn or (names.is_weak(text) and not rule)
        found["organization", text, ""] = Identity(organization_id(key), rule, is_open)
    return found


def identify_homebound(seen: Seen) -> dict[Key, Identity]:
    """Names that say nothing outside their article: one open actor in each article."""
    return {
        (kind, text, home): Identity(f"{kind}:{slug(text)}@{short_hash(home)}", ambiguous=True)
        for kind, text, home in seen.counts
        if home
    }


def short_hash(article_id: str) -> str:
    """Eight letters for an article, which may have any text as its id."""
    return blake2b(article_id.encode(), digest_size=4).hexdigest()


def organization_id(key: OrganizationKey) -> str:
    """The id of an organization: its name, and its country for a national body."""
    country = f":{key.country_code}" if key.country_code else ""
    return f"organization:{slug(key.name)}{country}"


def count_seen(
    articles: Iterable[
        tuple[Iterable[tuple[LocalName, Collection[str]]], Iterable[tuple[str, str]]]
    ],
) -> Seen:
    """Add up articles, each given as its (local name, context) pairs and its acronyms."""
    counts: Counter[Key] = Counter()
    contexts: dict[Key, set[str]] = defaultdict(set)
    torn: set[Key] = set()
    definitions: dict[str, set[str]] = defaultdict(set)
    for names, acronyms in articles:
        for name, context in names:
            counts[key_of(name)] += 1
            contexts[key_of(name)].update(context)
            if name.ambiguous:
                torn.add(key_of(name))
        for acronym, full in acronyms:
            definitions[acronym].add(full)
    return Seen(counts, contexts, frozenset(torn), definitions)
