"""One kind for a name of one word over all articles: "Trump" is no organization in any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

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
    """How often a word is a person's name or surname, how often an organization, in all articles.

    `defined` are the acronyms that any article defines.
    """

    persons: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    defined: set[str] = field(default_factory=set)

    def add(self, extraction: Extraction) -> None:
        """Count an article: a person's word stands alone or behind a first name."""
        for mention in extraction.mentions:
            words = mention.surface.split()
            if mention.kind == "person":
                self.persons[words[-1]] += 1
            elif mention.kind == "organization" and len(words) == 1:
                self.bodies[words[0]] += 1
        self.defined.update(acronym for acronym, _ in extraction.acronyms)

    def is_person(self, word: str) -> bool:
        """Whether a word is found as a person in clearly more places than as an organization."""
        return self.persons.get(word, 0) >= MAJORITY * max(1, self.bodies.get(word, 0))

    def is_body(self, word: str) -> bool:
        """Whether a word is found as an organization in clearly more places than as a person."""
        return self.bodies.get(word, 0) >= MAJORITY * max(1, self.persons.get(word, 0))


class Beside:
    """What the mentions of an article say of the kind of its other names, gathered when asked for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions

    @cached_property
    def words_of_persons(self) -> Set[str]:
        """The words of persons' names of several words."""
        names = (m.surface.split() for m in self._mentions if m.kind == "person")
        return {word for words in names if len(words) > 1 for word in words}

    @cached_property
    def beginnings(self) -> Set[str]:
        """What stands before a blank in the names of organizations: "Trump" of "Trump Organization"."""
        return {
            beginning
            for mention in self._mentions
            if mention.kind == "organization" and " " in mention.surface
            for beginning in list(accumulate(mention.surface.split(" "), "{} {}".format))[:-1]
        }

    @cached_property
    def addressed(self) -> Set[str]:
        """The folded names that stand behind a person's title."""
        return {fold(m.surface) for m in self._mentions if m.kind == "person" and m.title}


def take_census(extractions: Iterable[Extraction]) -> Kinds:
    """Count the words of all articles by kind."""
    kinds = Kinds()
    for extraction in extractions:
        kinds.add(extraction)
    return kinds


def settle_article(extraction: Extraction, kinds: Kinds, names: OrganizationNames) -> Extraction:
    """One article with the kind of every one-word name that the others contradict set right."""
    mentions = extraction.mentions
    beside = Beside(mentions)
    settled = [
        mention.kind if mention.kind == "country" else kind_of(mention, beside, kinds, names)
        for mention in mentions
    ]
    if all(kind == mention.kind for mention, kind in zip(mentions, settled, strict=True)):
        return extraction
    changed = (
        replace(mention, kind=kind) if kind != mention.kind else mention
        for mention, kind in zip(mentions, settled, strict=True)
    )
    return replace(extraction, mentions=tuple(changed))


def kind_of(mention: Mention, beside: Beside, kinds: Kinds, names: OrganizationNames) -> Kind:
    """The kind of one mention, after all articles."""
    word = mention.surface
    if mention.kind == "person" and " " not in word and not mention.title:
        is_acronym = word.isupper() and len(word) >= MIN_ACRONYM
        is_known = is_acronym and (word in kinds.defined or names.official(word) is not None)
        if is_known or (kinds.is_body(word) and word not in beside.words_of_persons):
            return "organization"
    if mention.kind == "organization" and not mention.country_code:
        is_person = word not in kinds.defined and is_persons(word, beside, kinds)
        if is_person and names.official(word) is None and not names.is_weak(word):
            return "person"
    return mention.kind


def is_persons(name: str, beside: Beside, kinds: Kinds) -> bool:
    """Whether an organization's name is a person's: by all articles, or by who is addressed so.

    "Umaro Sissoco Embaló" is one where the article goes on with "Mr Embalo", but "Trump" may be
    the company beside "Trump Organization".
    """
    words = name.split()
    if len(words) == 1:
        is_like_one = kinds.is_person(name) and name not in beside.beginnings
    else:
        is_like_one = bool(beside.addressed) and fold(words[-1]) in beside.addressed
    return is_like_one and not any(is_class(word) or is_national(word) for word in words)
