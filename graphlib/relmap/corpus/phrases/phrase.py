"""One standing phrase of news pages, and how its pattern is written.

A pattern is a regular expression of Python's `re`, made easier to read in three ways:

    <site>      is a word class of words.py
    (a|b)       groups and keeps nothing, so `(?:` is never needed
    line ends   count for nothing, with the white space around them; any other space is a space,
                and a line that begins with one begins with a backslash and the space
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from relmap.corpus.phrases.words import WORDS
from relmap.models import Role

_LINE_BREAK = re.compile(r"\s*\n\s*")
# An escaped character or a set such as [^()] is passed over.
_GROUP = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|\((?!\?)")
_WORD_CLASS = re.compile(r"(?<!\?P)<([a-z][a-z ]*)>")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase is (`role`), one line as the page shows it (`example`), and its `pattern`."""

    role: Role
    example: str
    pattern: str

    @property
    def expression(self) -> str:
        """The pattern as `re` takes it, to be compiled as its table says."""
        return expand(self.pattern)


def expand(pattern: str, words: Mapping[str, str] = WORDS) -> str:
    """Return a pattern as `re` takes it: on one line, with every word class written out.

    Raises:
        KeyError: the pattern names a word class that words.py does not have.
    """
    joined = _LINE_BREAK.sub("", pattern)
    grouped = _GROUP.sub(lambda match: match[1] or "(?:", joined)
    return _WORD_CLASS.sub(lambda match: f"(?:{expand(words[match[1]], words)})", grouped)
