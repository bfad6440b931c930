"""Details: the words of a text, and which of them it uses as names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from relmap.stories.words import WORD, split_words

#: A word with a capital behind another word or a comma: "said Smith", "Paris, London". There it
#: begins no sentence. What may be a capital comes first, for speed, and then what stands before it.
_INSIDE = r"(?:(?<=[^\W_][ \n].)|(?<=[^\W_][,;][ \n].))"
_ASCII_NAME = re.compile(rf"[A-Z]{_INSIDE}[A-Za-z0-9]*")
_NAME = re.compile(rf"[^\W\d_a-z]{_INSIDE}{WORD.pattern[:-1]}*")

#: Words for which a text has a capital at least, or else it is written without them: one begins
#: every sentence, and "BBC" stands now and then in a script that has none.
_WORDS_A_CAPITAL = 50


@dataclass(frozen=True, slots=True)
class Details:
    """The words of a text as `split_words` gives them, and those that stand for names in it.

    `capitals` are words that it writes with a capital only: names, and what begins a sentence once.
    Without capitals nothing tells which words are names.
    """

    words: list[str]
    names: frozenset[str]
    capitals: frozenset[str]
    has_capitals: bool


@lru_cache(maxsize=64)
def details(text: str) -> Details:
    """Read a text; a name is a word with a capital that no beginning sentence asks for.

    Scripts without capitals have none.
    """
    if text.isascii():
        plain, found = text, _ASCII_NAME.findall(text)
    else:
        plain = unicodedata.normalize("NFKC", text).replace("\xad", "")
        found = [word for word in _NAME.findall(plain) if word[0].isupper()]
    names = frozenset(word.casefold() for word in found)
    written = frozenset(WORD.findall(plain))
    small = {word for word in written if word[0].islower()}
    capitals = {word.casefold() for word in written if word[0].isupper()} - small
    words = split_words(text)
    upper = sum(map(str.isupper, text))
    return Details(
        words, names, frozenset(capitals), upper * _WORDS_A_CAPITAL >= max(1, len(words))
    )
