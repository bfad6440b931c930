"""When two spellings are one name: folding, transliteration skeletons and their limits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from relmap.knowledge.spelling import americanize

#: Below this length a vowel is all that tells two names apart: Wang Yi and Wang Yu, Dan and Don.
MIN_WORD = 5

#: Consonants that a word needs before its vowels may vary: "Maria" and "Mario" share only two.
MIN_SKELETON = 3

#: Least similarity (0 to 100) of two spellings of one word: Mohammed and Muhammad reach 75.
MIN_RATIO = 75

#: So many names are kept in mind with what they fold to: every name is compared many times.
CACHED = 1 << 17


@lru_cache(CACHED)
def fold(name: str) -> str:
    """A name without case, accents, apostrophes and punctuation: "Côte d’Ivoire" is "cote divoire".

    Letters outside Latin stay as they are.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    bare = re.sub(r"['’`ʼ.]", "", bare)
    return " ".join(re.findall(r"\w+", bare))


@lru_cache(CACHED)
def fold_organization(name: str) -> str:
    """A name folded, in American spelling, without "the", "and" for "&" and "plus" for "+".

    OPEC+ is not OPEC.
    """
    text = americanize(name.casefold().replace("&", " and ").replace("+", " plus "))
    return " ".join(word for word in fold(text).split() if word != "the")


def slug(name: str) -> str:
    """A folded name with hyphens, as it stands in an actor's id."""
    return fold(name).replace(" ", "-")


@lru_cache(CACHED)
def skeleton(word: str) -> str:
    """A word's consonants without doubles: Khwaja and Khawaja are both "khwj".

    y counts as a vowel, as in Sergey and Sergei.
    """
    consonants = re.sub(r"[aeiouy]", "", fold(word))
    return re.sub(r"(.)\1+", r"\1", consonants)


def skeletons(name: str) -> tuple[str, ...]:
    """The skeletons of a name's words: names that can be one spelling agree in all of them."""
    return tuple(skeleton(word) for word in fold(name).split())


def is_same_spelling(one: str, other: str) -> bool:
    """Whether two full names differ only as transliterations do, word by word in order.

    Given names must agree like surnames: similarity of the whole would merge Nawaz with
    Shehbaz Sharif.
    """
    words, others = fold(one).split(), fold(other).split()
    if len(words) != len(others) or len(words) < 2:
        return False
    return all(is_same_word(a, b) for a, b in zip(words, others, strict=True))


def is_swapped(one: str, other: str) -> bool:
    """Whether two names differ only in which end the family name stands at.

    "Chung-in Moon" and "Moon Chung-in", "Orbán Viktor Mihály" and "Viktor Mihály Orbán".
    """
    words, others = name_words(one), name_words(other)
    if len(words) < 2 or len(words) != len(others) or words == others:
        return False
    return words[1:] + words[:1] == others or words[-1:] + words[:-1] == others


def name_words(name: str) -> list[str]:
    """The folded words of a name, a hyphenated given name as one word."""
    return [fold(word).replace(" ", "") for word in name.split()]


def is_same_word(one: str, other: str) -> bool:
    """Whether two folded words are one name written twice: Sergei and Sergey, not Jean and Joan."""
    if one == other:
        return True
    if min(len(one), len(other)) < MIN_WORD or skeleton(one) != skeleton(other):
        return False
    if len(skeleton(one)) < MIN_SKELETON or one.endswith("a") != other.endswith("a"):
        return False  # Martin and Martina are two people
    return fuzz.ratio(one, other) >= MIN_RATIO
