"""Resolution: every mention gets its actor and the rule that gave it, or stays by itself.

Invariant: no rule joins two names where more than one could be meant. Such a name becomes an
actor of its own, marked ambiguous, so that it stays visible and merges nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from relmap.actors.beings import Named
from relmap.actors.identities import Identity, Key, Seen, count_seen, identify, key_of
from relmap.actors.kinds import settle_kinds
from relmap.actors.local import LocalName, name_mentions
from relmap.actors.organizations import OrganizationNames, is_near, likeness
from relmap.actors.people import most_frequent
from relmap.actors.references import refer
from relmap.actors.rivals import Bearers, leave_rivals_open
from relmap.knowledge import countries, organizations
from relmap.models import Actor, ActorMention, Alias, Extraction, Kind, Mention, Resolution

#: From this likeness (0 to 100) to the table's name on is a printed form the better name.
MIN_LIKE = 60


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article's mentions with their local names, one for one."""

    extraction: Extraction
    names: tuple[LocalName, ...]


@dataclass(slots=True)
class Tally:
    """What the mentions of one actor add up to while they are counted."""

    kind: Kind
    surfaces: Counter[str] = field(default_factory=Counter)
    full: Counter[str] = field(default_factory=Counter)
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titles: Counter[str] = field(default_factory=Counter)
    ambiguous: bool = False


def resolve(extractions: Iterable[Extraction], *, without: Set[str] = frozenset()) -> Resolution:
    """Actors over all articles, and every mention with its actor.

    The same extractions in any order give the same actors. `without` names the layers (see
    `relmap.layers`) to leave out, to measure what they add.
    """
    names = OrganizationNames(organizations.load(), countries.load())
    settled = settle_kinds(extractions, names, without)
    local = [name_mentions(extraction, names, without) for extraction in settled]
    bearers = Bearers(local)
    articles = [
        NamedArticle(e, leave_rivals_open(e.mentions, its, bearers))
        for e, its in zip(settled, local, strict=True)
    ]
    identities = identify(see(articles), names, without)
    actors = describe_actors(articles, identities, names)
    mentions = tuple(resolve_mentions(article, identities) for article in articles)
    if "references" not in without:
        open_ids = {actor.actor_id for actor in actors if actor.ambiguous}
        mentions = tuple(
            with_references(article.extraction, named, open_ids)
            for article, named in zip(articles, mentions, strict=True)
        )
    return Resolution(actors, mentions)


def see(articles: Sequence[NamedArticle]) -> Seen:
    """What all articles say about their names."""
    seen = count_seen(
        (
            zip(article.names, contexts(article.extraction.mentions), strict=True),
            article.extraction.acronyms,
        )
        for article in articles
    )
    around: dict[Key, set[str]] = defaultdict(set)
    for article in articles:
        found = surroundings(article.extraction)
        for key in {key_of(name) for name in article.names if name.kind == "person"}:
            around[key] |= found
    return replace(seen, around=around)


def contexts(mentions: Sequence[Mention]) -> list[Collection[str]]:
    """For each mention its title and the countries that share its sentence."""
    by_sentence: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.country_code:
            by_sentence[mention.sentence].add(mention.country_code)
    return [by_sentence[m.sentence] | ({m.title} if m.title else set()) for m in mentions]


def surroundings(extraction: Extraction) -> frozenset[str]:
    """An article, marked as one, and the countries that it names."""
    codes = (m.country_code for m in extraction.mentions if m.country_code)
    return frozenset({f"@{extraction.article_id}", *codes})


def resolve_mentions(
    article: NamedArticle, identities: Mapping[Key, Identity]
) -> tuple[ActorMention, ...]:
    """The mentions of one article with their actors."""
    return tuple(
        ActorMention(
            mention.start,
            mention.end,
            mention.sentence,
            identities[key_of(name)].actor_id,
            identities[key_of(name)].rule or name.rule,
        )
        for mention, name in zip(article.extraction.mentions, article.names, strict=True)
    )


def with_references(
    extraction: Extraction, mentions: Sequence[ActorMention], open_ids: Set[str]
) -> tuple[ActorMention, ...]:
    """The mentions of one article with the words that stand for its actors; for none of `open_ids`."""
    named = [
        Named(mention, resolved.actor_id, resolved.actor_id not in open_ids)
        for mention, resolved in zip(extraction.mentions, mentions, strict=True)
    ]
    found = refer(extraction, named, organizations.load())
    return tuple(sorted((*mentions, *found), key=lambda mention: mention.start))


def describe_actors(
    articles: Iterable[NamedArticle],
    identities: Mapping[Key, Identity],
    names: OrganizationNames,
) -> tuple[Actor, ...]:
    """Each actor with its name, aliases and titles, sorted by id."""
    tallies = count_actors(articles, identities)
    return tuple(
        Actor(
            actor_id=actor_id,
            name=choose_name(actor_id, tally, names),
            kind=tally.kind,
            country_code=actor_id.partition(":")[2] if tally.kind == "country" else "",
            aliases=list_aliases(tally),
            titles=tuple(sorted(tally.titles, key=lambda t: (-tally.titles[t], t))),
            ambiguous=tally.ambiguous,
        )
        for actor_id, tally in sorted(tallies.items())
    )


def count_actors(
    articles: Iterable[NamedArticle], identities: Mapping[Key, Identity]
) -> dict[str, Tally]:
    """How each actor was named, over all articles."""
    tallies: dict[str, Tally] = {}
    for article in articles:
        for mention, name in zip(article.extraction.mentions, article.names, strict=True):
            identity = identities[key_of(name)]
            tally = tallies.setdefault(identity.actor_id, Tally(name.kind))
            tally.surfaces[mention.surface] += 1
            tally.full[name.shown or name.text] += 1
            tally.rules[mention.surface][identity.rule or name.rule] += 1
            tally.ambiguous = tally.ambiguous or identity.ambiguous
            if mention.title:
                tally.titles[mention.title] += 1
    return tallies


def list_aliases(tally: Tally) -> tuple[Alias, ...]:
    """The surfaces of an actor, most frequent first, each with its most frequent rule."""
    return tuple(
        Alias(surface, count, most_frequent(tally.rules[surface]))
        for surface, count in sorted(tally.surfaces.items(), key=lambda item: (-item[1], item[0]))
    )


def choose_name(actor_id: str, tally: Tally, names: OrganizationNames) -> str:
    """The name that an actor is shown under: a country's by the table, else what was printed.

    A person goes by the full name found most often.
    """
    if tally.kind == "country":
        return countries.load().by_code[actor_id.partition(":")[2]].name
    if tally.kind == "organization":
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
