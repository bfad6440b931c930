"""What all articles together say about their local names, added up article by article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from relmap.actors.local import LocalName
from relmap.actors.merging import Evidence
from relmap.actors.pairs import Pairs
from relmap.actors.rivals import Bearers, stand_before
from relmap.models import Extraction, Kind, Mention

#: Kind, text and home of a local name: what resolution decides about.
Key = tuple[Kind, str, str]

#: A surname before the full name that it fits: it may be that person's or a better known bearer's.
Doubt = tuple[str, str]


class Print(NamedTuple):
    """One way in which articles print a local name, given by the number of its key."""

    number: int
    surface: str
    rule: str
    shown: str
    title: str


def key_of(name: LocalName) -> Key:
    """The key of a local name."""
    return (name.kind, name.text, name.home)


class Seen:
    """The local names of all articles; every key has a number, in the order of their coming.

    `prints` counts how each is printed, `torn` are those that several names of one article could
    claim, `definitions` the full names that articles give for each acronym. Kept of persons, too,
    are the countries and titles of their sentences, the countries of their articles, and these
    articles, all as numbers.

    Whether a surname before its full name is open is known only after all articles: until `settle`
    it has a number of its own.
    """

    def __init__(self) -> None:
        self.numbers: dict[Key, int] = {}
        self.prints: Counter[Print] = Counter()
        self.torn: set[int] = set()
        self.definitions: dict[str, set[str]] = defaultdict(set)
        self._doubts: dict[Doubt, int] = {}
        self._articles = 0
        self._words: dict[str, int] = {}
        self._beside, self._around, self._among = Pairs(), Pairs(), Pairs()

    def add(self, extraction: Extraction, names: Sequence[LocalName]) -> None:
        """Take in one article with its local names, one for each mention."""
        doubts = stand_before(extraction.mentions, names)
        countries = self._countries_by_sentence(extraction.mentions)
        persons: set[int] = set()
        for mention, name in zip(extraction.mentions, names, strict=True):
            number = self._number_of(mention, name, doubts)
            shown = name.shown or name.text
            self.prints[Print(number, mention.surface, name.rule, shown, mention.title)] += 1
            if name.ambiguous:
                self.torn.add(number)
            if name.kind == "person":
                persons.add(number)
                self._beside.add(number, countries.get(mention.sentence, ()))
                if mention.title:
                    self._beside.add(number, [self._number_word(mention.title)])
        everywhere = frozenset().union(*countries.values())
        for number in persons:
            self._among.add(number, [self._articles])
            self._around.add(number, everywhere)
        for acronym, full in extraction.acronyms:
            self.definitions[acronym].add(full)
        self._articles += 1

    def settle(self, bearers: Bearers) -> None:
        """Count each doubtful surname as the person's or as open, now that all bearers are known."""
        target = list(range(self.size))
        opened: dict[int, str] = {}
        for (surface, full), number in self._doubts.items():
            text = surface if bearers.has_rival(full) else full
            target[number] = self._number_key(("person", text, ""))
            if text == surface:
                opened[number] = surface
        self.torn.update(target[number] for number in opened)
        for each in [each for each in self.prints if target[each.number] != each.number]:
            own = each._replace(number=target[each.number])
            if each.number in opened:
                own = own._replace(rule="name alone", shown=each.surface)
            self.prints[own] += self.prints.pop(each)
        for pairs in (self._beside, self._around, self._among):
            pairs.rename(np.array(target, np.uint64))

    @property
    def size(self) -> int:
        """So many numbers are given, from 0 on."""
        return len(self.numbers) + len(self._doubts)

    def names(self, kind: Kind) -> list[str]:
        """The local names of one kind that mean the same in every article, sorted."""
        return sorted(
            text for its_kind, text, home in self.numbers if its_kind == kind and not home
        )

    def count_all(self) -> NDArray[np.int64]:
        """How often each key was found, by number."""
        counts = np.zeros(self.size, np.int64)
        for each, count in self.prints.items():
            counts[each.number] += count
        return counts

    def contexts(self, person: str) -> frozenset[str]:
        """The countries and titles of the sentences that name a person."""
        return self._decode(self._beside.of(self.numbers["person", person, ""]))

    def evidence(self, person: str) -> Evidence:
        """What a person's name was found with."""
        number = self.numbers["person", person, ""]
        around = self._decode(self._around.of(number))
        return Evidence(self.contexts(person), around, self._among.of(number))

    def _number_of(self, mention: Mention, name: LocalName, doubts: Set[Doubt]) -> int:
        """The number of a name's key, or of the doubt about it."""
        doubt = (mention.surface, name.text)
        if name.rule != "part of a name" or doubt not in doubts:
            return self._number_key(key_of(name))
        return self._doubts.setdefault(doubt, self.size)

    def _number_key(self, key: Key) -> int:
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = self.size
        return number

    def _number_word(self, word: str) -> int:
        return self._words.setdefault(word, len(self._words))

    def _countries_by_sentence(self, mentions: Iterable[Mention]) -> dict[int, set[int]]:
        """The numbers of the countries that each sentence names."""
        found: dict[int, set[int]] = defaultdict(set)
        for mention in mentions:
            if mention.country_code:
                found[mention.sentence].add(self._number_word(mention.country_code))
        return found

    def _decode(self, numbers: NDArray[np.uint32]) -> frozenset[str]:
        return frozenset(self._vocabulary[number] for number in numbers.tolist())

    @cached_property
    def _vocabulary(self) -> Sequence[str]:
        """The words by their numbers, once nothing is added any more."""
        return tuple(self._words)
