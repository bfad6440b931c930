"""Resolution: every mention gets its actor and the rule that gave it, or stays by itself.

Invariant: no rule joins two names where more than one could be meant. Such a name becomes an
actor of its own, marked ambiguous, so that it stays visible and merges nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from relmap.actors.beings import Named
from relmap.actors.identities import Identity, identify
from relmap.actors.kinds import settle_article, take_census
from relmap.actors.local import LocalName, name_mentions
from relmap.actors.organizations import OrganizationNames
from relmap.actors.references import refer
from relmap.actors.rivals import Bearers, leave_rivals_open
from relmap.actors.seen import Key, Seen, key_of
from relmap.actors.tallies import describe_actors
from relmap.knowledge import countries, organizations
from relmap.models import Actor, ActorMention, Extraction, Mention, Resolution

#: Gives all extractions anew, each time in the same order.
ReadExtractions = Callable[[], Iterable[Extraction]]


def resolve(extractions: Iterable[Extraction], *, without: Set[str] = frozenset()) -> Resolution:
    """Actors over all articles, and every mention with its actor.

    The same extractions in any order give the same actors. `without` names the layers (see
    `relmap.layers`) to leave out, to measure what they add.
    """
    everything = tuple(extractions)
    resolved = resolve_stream(lambda: everything, without=without)
    mentions = tuple(found for _, found in resolved.articles())
    return Resolution(tuple(resolved.actors()), mentions)


def resolve_stream(
    extractions: ReadExtractions,
    *,
    bare: ReadExtractions | None = None,
    without: Set[str] = frozenset(),
) -> Resolved:
    """Resolve articles that are read three times and never kept.

    The first time settles the kinds of words, the second adds up what all articles say about their
    names, the third (`Resolved.articles`) gives every mention its actor. What is kept between them
    grows with the names that differ, and by eight bytes for each person of an article. `bare` gives
    the same extractions for the first two, where sentences and references may be left out.
    """
    naming = Naming(bare or extractions, without)
    seen, bearers = Seen(), Bearers()
    for extraction in (bare or extractions)():
        settled, names = naming.name(extraction)
        bearers.add(names)
        seen.add(settled, names)
    seen.settle(bearers)
    identities = identify(seen, naming.organizations, without)
    by_number = {number: identities[key] for key, number in seen.numbers.items()}
    describe = partial(describe_actors, seen.prints, by_number, naming.organizations)
    return Resolved(extractions, naming, bearers, identities, describe)


class Naming:
    """Gives the mentions of an article their local names, once the words of all are counted."""

    def __init__(self, extractions: ReadExtractions, without: Set[str]) -> None:
        self.organizations = OrganizationNames(organizations.load(), countries.load())
        self.without = without
        self._kinds = None if "votes" in without else take_census(extractions())

    def name(self, extraction: Extraction) -> tuple[Extraction, tuple[LocalName, ...]]:
        """The article with the kinds that all articles give its words, and its local names."""
        if self._kinds is not None:
            extraction = settle_article(extraction, self._kinds, self.organizations)
        return extraction, name_mentions(extraction, self.organizations, self.without)


class Resolved:
    """The actors of articles that are read once more for their mentions."""

    def __init__(
        self,
        extractions: ReadExtractions,
        naming: Naming,
        bearers: Bearers,
        identities: Mapping[Key, Identity],
        describe: Callable[[], Iterator[Actor]],
    ) -> None:
        self._extractions = extractions
        self._naming = naming
        self._bearers = bearers
        self._identities = identities
        self._describe = describe
        self._open_ids = {each.actor_id for each in identities.values() if each.ambiguous}
        self.actor_ids = tuple(sorted({each.actor_id for each in identities.values()}))

    def articles(self) -> Iterator[tuple[Extraction, tuple[ActorMention, ...]]]:
        """Every extraction with its resolved mentions, in the order given."""
        for extraction in self._extractions():
            yield extraction, self._resolve(extraction)

    def actors(self) -> Iterator[Actor]:
        """Each actor with its name, aliases and titles, by id."""
        return self._describe()

    def _resolve(self, extraction: Extraction) -> tuple[ActorMention, ...]:
        settled, local = self._naming.name(extraction)
        names = leave_rivals_open(settled.mentions, local, self._bearers)
        mentions = resolve_mentions(settled.mentions, names, self._identities)
        if "references" in self._naming.without:
            return mentions
        return with_references(settled, mentions, self._open_ids, self._naming.organizations)


def resolve_mentions(
    mentions: Iterable[Mention], names: Iterable[LocalName], identities: Mapping[Key, Identity]
) -> tuple[ActorMention, ...]:
    """The mentions of one article with their actors."""
    found = []
    for mention, name in zip(mentions, names, strict=True):
        identity = identities[key_of(name)]
        rule = identity.rule or name.rule
        found.append(
            ActorMention(mention.start, mention.end, mention.sentence, identity.actor_id, rule)
        )
    return tuple(found)


def with_references(
    extraction: Extraction,
    mentions: Sequence[ActorMention],
    open_ids: Set[str],
    names: OrganizationNames,
) -> tuple[ActorMention, ...]:
    """The mentions of one article with the words that stand for its actors; for none of `open_ids`."""
    named = [
        Named(mention, resolved.actor_id, resolved.actor_id not in open_ids)
        for mention, resolved in zip(extraction.mentions, mentions, strict=True)
    ]
    found = refer(extraction, named, names)
    return tuple(sorted((*mentions, *found), key=lambda mention: mention.start))
