"""Persons across articles: which full names are one person, in several spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from relmap.actors.people import is_longer_form
from relmap.actors.spelling import (
    CACHED,
    fold,
    is_same_spelling,
    is_swapped,
    name_words,
    skeleton,
    skeletons,
)

#: Countries whose names are printed family name first, at home or abroad: "Orbán Viktor".
FAMILY_FIRST = frozenset({"CN", "HK", "MO", "TW", "KR", "KP", "JP", "VN", "KH", "HU", "SG", "MY"})

#: Countries that write their own names in Latin letters and English: where they alone are shared,
#: "Brian" and "Bryan" are two people.
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})


_NO_ARTICLES = np.empty(0, np.uint32)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a name was found with: in its sentences, in its articles as a whole, and in which.

    `beside` are countries and titles, `around` countries, `articles` ascending numbers.
    """

    beside: frozenset[str]
    around: frozenset[str] = frozenset()
    articles: NDArray[np.uint32] = field(default_factory=lambda: _NO_ARTICLES, compare=False)

    def meets(self, other: Evidence) -> bool:
        """Whether two names share a country or title of their sentences."""
        return bool(self.beside & other.beside)

    def comes_near(self, other: Evidence) -> bool:
        """Whether two names share an article, or one's sentence a country with the other's article.

        The United States are in every second article, and their names are not transliterated.
        """
        near = (self.beside & other.around) | (self.around & other.beside)
        if near - ENGLISH:
            return True
        return bool(np.isin(self.articles, other.articles, assume_unique=True).any())

    def is_family_first(self, other: Evidence) -> bool:
        """Whether two names share a country whose names are printed family name first."""
        shared = (self.beside | self.around) & (other.beside | other.around)
        return bool(shared & FAMILY_FIRST)


#: Gives the evidence of a name.
FindEvidence = Callable[[str], Evidence]


def group_spellings(counts: Mapping[str, int], evidence: FindEvidence) -> dict[str, str]:
    """Each full name with the spelling that stands for its person.

    `counts` says how often each name was found. Two spellings are joined only if every word agrees
    (`is_same_spelling`), their contexts meet, and no third spelling could claim either of them. So
    are a name and its longer form, and a name whose family name stands first in one print and last
    in another. Evidence is asked for only where two names look alike.
    """
    kept = cache(evidence)
    names = sorted(counts, key=lambda n: (-counts[n], n))
    return choose_spellings(names, find_likes(names, kept), kept)


def find_likes(names: Iterable[str], evidence: FindEvidence) -> dict[str, list[str]]:
    """The names that are one person with another, each with those others, sorted."""
    shared: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        for key in blocks(name):
            shared[key].append(name)
    likes: dict[str, set[str]] = defaultdict(set)
    for alike in shared.values():
        for one, other in combinations(alike, 2):
            if looks_alike(one, other):
                for name, its in ((one, other), (other, one)):
                    if is_same_person(name, its, evidence):
                        likes[name].add(its)
    return {name: sorted(others) for name, others in likes.items()}


def looks_alike(one: str, other: str) -> bool:
    """Whether two full names could be one person, whatever they were found with."""
    return (
        fold(one) == fold(other)
        or is_same_spelling(one, other)
        or is_swapped(one, other)
        or says_more(one, other)
        or says_more(other, one)
    )


@lru_cache(CACHED)
def blocks(name: str) -> frozenset[tuple[str, ...]]:
    """What two spellings of one person share: the skeletons of the outer words, or of all words.

    In any order, and a hyphenated given name is one word where it stands at the other end:
    "Jae-in Moon" begins with what "Moon Jae-in" ends in.
    """
    found, whole = skeletons(name), [skeleton(word) for word in name_words(name)]
    return frozenset({tuple(sorted({found[0], found[-1]})), tuple(sorted(whole))})


def choose_spellings(
    names: Iterable[str],
    likes: Mapping[str, Collection[str]],
    evidence: FindEvidence,
) -> dict[str, str]:
    """Each name, most frequent first, with the name that stands for it, given those it is like.

    One that two others claim who are not one person stands for itself alone: "George Bush"
    beside "George W. Bush" and "George H. W. Bush" does not make one of the two.
    """
    torn = {
        name
        for name, others in likes.items()
        if any(not is_same_person(a, b, evidence) for a, b in combinations(others, 2))
    }
    chosen: dict[str, str] = {}
    for name in names:
        others = likes.get(name, ())
        heads = {chosen[other] for other in others if other in chosen and other not in torn}
        chosen[name] = heads.pop() if len(heads) == 1 and name not in torn else name
    return chosen


def is_same_person(one: str, other: str, evidence: FindEvidence) -> bool:
    """Whether two full names are one person: the same when folded, or alike in a shared context."""
    if fold(one) == fold(other):
        return True
    mine, its = evidence(one), evidence(other)
    if is_swapped(one, other):
        return is_hyphenated(one) or mine.is_family_first(its)
    if mine.meets(its):
        return is_same_spelling(one, other) or says_more(one, other) or says_more(other, one)
    return differ_in_one(one, other) and is_same_spelling(one, other) and mine.comes_near(its)


def is_same_in_article(one: str, other: str, evidence: Evidence) -> bool:
    """Whether two full names of one article are one person, given the countries it names."""
    if is_swapped(one, other):
        return is_hyphenated(one) or evidence.is_family_first(evidence)
    return fold(one) == fold(other) or (differ_in_one(one, other) and is_same_spelling(one, other))


def is_hyphenated(name: str) -> bool:
    """Whether a given name shows by its hyphen where the family name is: "Lee Jae-myung"."""
    return any("-" in word.strip("-") for word in name.split())


def differ_in_one(one: str, other: str) -> bool:
    """Whether two names of as many words have all but one of them in common."""
    pairs = zip(fold(one).split(), fold(other).split(), strict=False)
    return sum(a != b for a, b in pairs) == 1


def says_more(long: str, short: str) -> bool:
    """Whether a name is another with middle names, the given name written out in both."""
    return len(fold(short).split()[0]) > 1 and is_longer_form(long, short)
