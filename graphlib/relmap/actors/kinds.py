"""One kind for a name of one word over all articles: "Trump" is no organization in any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from relmap.actors.organizations import OrganizationNames
from relmap.actors.spelling import fold
from relmap.knowledge.bodies import is_class, is_national
from relmap.models import Extraction, Kind, Mention

#: So many times as often must a word be found as the one kind to be that kind everywhere.
MAJORITY = 3

#: A word in capitals with as many letters is an acronym.
MIN_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Kinds:
    """How often a word is a person's name or surname, how often an organization, in all articles."""

    persons: Mapping[str, int]
    bodies: Mapping[str, int]

    def is_person(self, word: str) -> bool:
        """Whether a word is found as a person in clearly more places than as an organization."""
        return self.persons.get(word, 0) >= MAJORITY * max(1, self.bodies.get(word, 0))

    def is_body(self, word: str) -> bool:
        """Whether a word is found as an organization in clearly more places than as a person."""
        return self.bodies.get(word, 0) >= MAJORITY * max(1, self.persons.get(word, 0))


def settle_kinds(
    extractions: Iterable[Extraction], names: OrganizationNames, without: Set[str] = frozenset()
) -> list[Extraction]:
    """The extractions with the kind of every one-word name that the others contradict set right."""
    articles = list(extractions)
    if "votes" in without:
        return articles
    kinds = count_kinds(articles)
    defined = {acronym for article in articles for acronym, _ in article.acronyms}
    return [settle_article(article, kinds, names, defined) for article in articles]


def count_kinds(extractions: Iterable[Extraction]) -> Kinds:
    """How often each word is a person's, alone or behind a first name, and an organization's."""
    persons: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for extraction in extractions:
        for mention in extraction.mentions:
            first, *more = mention.surface.split()
            if mention.kind == "person":
                persons[more[-1] if more else first] += 1
            elif mention.kind == "organization" and not more:
                bodies[first] += 1
    return Kinds(persons, bodies)


def settle_article(
    extraction: Extraction, kinds: Kinds, names: OrganizationNames, defined: Set[str]
) -> Extraction:
    """One article's mentions with the kinds that all articles give them."""
    mentions = extraction.mentions
    settled = tuple(
        replace(mention, kind=kind) if kind != mention.kind else mention
        for mention in mentions
        for kind in [kind_of(mention, mentions, kinds, names, defined)]
    )
    return replace(extraction, mentions=settled) if settled != mentions else extraction


def kind_of(
    mention: Mention,
    mentions: Sequence[Mention],
    kinds: Kinds,
    names: OrganizationNames,
    defined: Set[str],
) -> Kind:
    """The kind of one mention, after all articles."""
    word = mention.surface
    if mention.kind == "person" and " " not in word and not mention.title:
        is_acronym = word.isupper() and len(word) >= MIN_ACRONYM
        is_known = is_acronym and (word in defined or names.official(word) is not None)
        if is_known or (kinds.is_body(word) and not is_surname(word, mentions)):
            return "organization"
    if mention.kind == "organization" and not mention.country_code:
        is_free = names.official(word) is None and not names.is_weak(word) and word not in defined
        if is_free and is_persons(word, mentions, kinds):
            return "person"
    return mention.kind


def is_surname(word: str, mentions: Iterable[Mention]) -> bool:
    """Whether a word begins or ends the name of a person of the article."""
    return any(
        mention.kind == "person"
        and word in (surname := mention.surface.split())
        and len(surname) > 1
        for mention in mentions
    )


def is_persons(name: str, mentions: Sequence[Mention], kinds: Kinds) -> bool:
    """Whether an organization's name is a person's: by all articles, or by who is addressed so.

    "Umaro Sissoco Embaló" is one where the article goes on with "Mr Embalo", but "Trump" may be
    the company beside "Trump Organization".
    """
    words = name.split()
    if any(is_class(word) or is_national(word) for word in words):
        return False
    if len(words) == 1:
        return kinds.is_person(name) and not any(
            other.kind == "organization" and other.surface.startswith(f"{name} ")
            for other in mentions
        )
    surname = fold(words[-1])
    return any(
        other.kind == "person" and other.title and fold(other.surface) == surname
        for other in mentions
    )
