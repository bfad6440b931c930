"""Places where a page lost the blank between two words: "… MOREGarber’s", "Alan Garberon Friday"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

#: A word with a capital after a small letter, or after at least three capitals: "articleModi",
#: "LETTERPro"; handles and addresses ("@WhiteHouse") are meant to be one word.
TWO_IN_ONE = re.compile(
    r"(?<![\w@#/.])([^\W\d_]{2,}?[a-zß-ÿ]|[A-Z]{3,})([A-Z][a-zß-ÿ]{2,}|(?<=[a-z])[A-Z]{3,})(?!\w)"
)

#: A bracket that closes a credit, with the next sentence at its heels: "/ File)Garber".
AFTER_BRACKET = re.compile(r"(?<=[\w.]\))(?=[A-Z][a-z])")

#: A word with a capital that ends in one of the small words that stand behind a name.
WITH_TAIL = re.compile(
    r"(?<!\w)([A-Z][a-zß-ÿ]{3,}?)(on|in|at|to|of|for|and|who|was|is|has|said|from|with|told)(?!\w)"
)

WORD = re.compile(r"[^\W\d_]+")

#: First halves of names that are written with a capital inside: "McConachie", "DiCaprio".
NAME_FRONTS = frozenset({"Mac", "Fitz", "Van", "Del", "Des", "Della", "Dos", "Las", "Los"})


def find_glue(text: str, knows: Callable[[str], bool]) -> list[int]:
    """Where blanks are missing in a text, in order; `knows` says whether a word is known.

    A word is taken apart only if it is unknown as a whole and stands there once, both halves are
    known, and, where nothing but a small word hangs on a name, the name stands elsewhere as well.
    """
    found = {match.start() for match in AFTER_BRACKET.finditer(text)}
    found.update(halves(text, knows))
    found.update(tails(text, knows))
    return sorted(found)


def halves(text: str, knows: Callable[[str], bool]) -> Iterator[int]:
    """Between the words of "TrumpFive" or "BACKLASHInterim", but not of "McConachie"."""
    for match in TWO_IN_ONE.finditer(text):
        left, right = match.groups()
        if left in NAME_FRONTS or knows(match[0]) or text.count(match[0]) > 1:
            continue
        if knows(left.lower() if left.isupper() else left) and knows(right):
            yield match.start(2)


def tails(text: str, knows: Callable[[str], bool]) -> Iterator[int]:
    """Between a name and the small word that hangs on it: "Garberon" beside "Garber"."""
    matches = [match for match in WITH_TAIL.finditer(text) if not knows(match[0])]
    if not matches:
        return
    words = Counter(WORD.findall(text))
    for match in matches:
        if words[match[1]] and words[match[0]] == 1:
            yield match.start(2)
