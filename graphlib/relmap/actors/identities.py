"""Identities: which local names of all articles are one actor, and what the actor's id is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from hashlib import blake2b

from relmap.actors.fullnames import last_word, split_royal
from relmap.actors.merging import group_spellings
from relmap.actors.organizations import OrganizationKey, OrganizationNames, join_same_acronym
from relmap.actors.people import MIN_INNER, core, is_full
from relmap.actors.seen import Key, Seen
from relmap.actors.spelling import fold, slug


@dataclass(frozen=True, slots=True)
class Identity:
    """The actor that a local name belongs to.

    `rule` is the rule that joined it to another article's name, or "" where none was needed.
    """

    actor_id: str
    rule: str = ""
    ambiguous: bool = False


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
    counts = seen.count_all()
    chosen = {name: name for name in full}
    if "spellings" not in without:
        chosen = group_spellings(
            {name: int(counts[seen.numbers["person", name, ""]]) for name in full}, seen.evidence
        )
    parts = index_parts((name, seen.contexts(name)) for name in full)
    found: dict[Key, Identity] = {}
    for name in names:
        stands = chosen.get(name, name)
        rule = "" if stands == name else "spelling"
        is_open = seen.numbers["person", name, ""] in seen.torn or (
            " ".join(core(name)) in parts if name not in chosen else fold(name) in parts
        )
        found["person", name, ""] = Identity(f"person:{slug(stands)}", rule, is_open)
    return found


def index_parts(full: Iterable[tuple[str, Collection[str]]]) -> frozenset[str]:
    """What stays open where it stands alone, folded, given the contexts of all full names.

    The words of full names, but for small ones, and their first words with the title before them:
    "Sheikh Tamim" may be the "Sheikh Tamim bin Hamad Al Thani" of another article.
    """
    found: set[str] = set()
    for name, contexts in full:
        first, *inner, last = fold(name).split()
        found |= {first, last, *(word for word in inner if len(word) >= MIN_INNER)}
        if split_royal(name) is None:
            found |= {f"{fold(last_word(context))} {first}" for context in contexts}
    return frozenset(found)


def identify_organizations(seen: Seen, names: OrganizationNames) -> dict[Key, Identity]:
    """Organizations by key; an acronym by the table or by the one name that all articles give."""
    keys = {text: names.key(text) for text in seen.names("organization")}
    definitions = {
        acronym: {names.key(names.settle(acronym, full)) for full in full_names}
        for acronym, full_names in seen.definitions.items()
    }
    joined = join_same_acronym(definitions)
    certain = {key for text, key in keys.items() if names.official(text) is not None}
    weak = {
        names.key(text)
        for full in seen.definitions.values()
        for text in full
        if names.is_weak(text)
    }
    found: dict[Key, Identity] = {}
    for text, own in keys.items():
        meant = {joined.get(key, key) for key in definitions.get(text, ())}
        is_certain = names.official(text) is not None
        key = joined.get(own, own)
        rule = "" if key == own else "acronym shared"
        if len(meant) == 1 and not is_certain:
            key, rule = meant.pop(), "acronym elsewhere"
        is_torn = len(meant) > 1 and not is_certain
        is_weak = not is_certain and (key in weak if rule else names.is_weak(text))
        # "National Security Agency" may be the one that another article calls the "US" one, or not.
        apart = "@open" if is_weak and key in certain else ""
        actor_id = f"{organization_id(key)}{apart}"
        found["organization", text, ""] = Identity(actor_id, rule, is_torn or is_weak)
    return found


def identify_homebound(seen: Seen) -> dict[Key, Identity]:
    """Names that say nothing outside their article: one open actor in each article."""
    return {
        (kind, text, home): Identity(f"{kind}:{slug(text)}@{short_hash(home)}", ambiguous=True)
        for kind, text, home in seen.numbers
        if home
    }


def short_hash(article_id: str) -> str:
    """Eight letters for an article, which may have any text as its id."""
    return blake2b(article_id.encode(), digest_size=4).hexdigest()


def organization_id(key: OrganizationKey) -> str:
    """The id of an organization: its name, and its country for a national body."""
    country = f":{key.country_code}" if key.country_code else ""
    return f"organization:{slug(key.name)}{country}"
