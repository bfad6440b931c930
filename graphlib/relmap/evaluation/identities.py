"""Over all articles: gold actors that were split into several, and several merged into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from relmap.evaluation.gold import Target
from relmap.evaluation.matching import fits, fitting
from relmap.evaluation.predictions import Found
from relmap.evaluation.readings import Reading


@dataclass(frozen=True, slots=True)
class Link:
    """A gold actor and an actor that stands for it, with the first mention that says so."""

    gold: str
    actor_id: str
    mentions: int
    reading: Reading
    example: Found


@dataclass(frozen=True, slots=True)
class Further:
    """A link of somebody who has a stronger one already, the `main` link."""

    link: Link
    main: Link


@dataclass(frozen=True, slots=True)
class Identities:
    """Further actors that stand for one gold actor, further gold actors under one actor."""

    splits: tuple[Further, ...]
    merges: tuple[Further, ...]


@dataclass(slots=True)
class _Places:
    mentions: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: dict[tuple[str, str], tuple[Reading, Found]] = field(default_factory=dict)


def compare_identities(readings: Sequence[Reading]) -> Identities:
    """Link mentions to the gold actors that they name, and find who has several."""
    places = _Places()
    for reading in readings:
        for mention in reading.mentions:
            gold = meant(mention, reading.sentence.actors, reading.article.targets)
            if gold is not None:
                pair = (gold, mention.actor_id)
                places.mentions[pair] += 1
                places.first.setdefault(pair, (reading, mention))
    links = tuple(
        Link(gold, actor_id, count, *places.first[gold, actor_id])
        for (gold, actor_id), count in sorted(places.mentions.items())
    )
    return Identities(
        splits=tuple(_further(links, key=lambda link: link.gold)),
        merges=tuple(_further(links, key=lambda link: link.actor_id)),
    )


def meant(mention: Found, actors: Iterable[str], targets: Mapping[str, Target]) -> str | None:
    """The one gold actor of the sentence that a mention names, or None where it is not clear.

    What is printed decides before the actor it was given: in a sentence about Simon Harris,
    "Harris" names him even where the mention went to Kamala Harris.
    """
    names = sorted(actors)
    by_actor = fitting(mention, names, targets)
    printed = [
        name
        for name in names
        if fits(mention.surface, mention.kind, targets[name], mention.country_code)
    ]
    for claims in (printed, [name for name in printed if name in by_actor], by_actor):
        if len(claims) == 1:
            return claims[0]
    return None


def _further(links: Iterable[Link], key: Callable[[Link], str]) -> Iterator[Further]:
    """The links beside the strongest one of each key, in order."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        groups[key(link)].append(link)
    for _, group in sorted(groups.items()):
        main, *others = sorted(group, key=lambda each: (-each.mentions, each.gold, each.actor_id))
        yield from (Further(link, main) for link in others)
