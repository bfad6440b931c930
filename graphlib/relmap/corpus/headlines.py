"""Headlines and subheads by shape: short, no end of a sentence, something longer behind."""

from __future__ import annotations

import re

_LONGEST, _MOST_WORDS, _MOST_WORDS_INSIDE = 160, 24, 14
# "… in Beijing.(AP Photo)" is a sentence too.
_SENTENCE_END = re.compile(r"[.!:;,…]['\"”’)\]]*(?:\s?\([^()]*\))?$")
_QUESTION_END = re.compile(r"\?['\"”’)\]]*$")
_OPENING = re.compile(r"[‘“'\"(\[¿¡]*[A-Z0-9À-ÖØ-ÞĀ-ŽА-Я]")


def is_headline(line: str) -> bool:
    """Tell whether the first line of an article could be its headline (not yet: is one)."""
    words = line.split() if len(line) <= _LONGEST else []
    if not 3 <= len(words) <= _MOST_WORDS:
        return False
    if len(words) == 3 and all(word[:1].isupper() for word in words):
        return False  # "Thomas L. Friedman", "USA TODAY Staff"
    return bool(_OPENING.match(line)) and not _SENTENCE_END.search(line)


def is_heading(line: str) -> bool:
    """Tell whether a line inside an article is a subhead: "Russia’s Commitment", "What next?"."""
    words = line.split() if len(line) <= _LONGEST else []
    if not 1 <= len(words) <= _MOST_WORDS_INSIDE:
        return False
    if _SENTENCE_END.search(line) or not _OPENING.match(line):
        return False
    return not _QUESTION_END.search(line) or len(words) <= 10


def is_shouted(line: str) -> bool:
    """Tell whether a line is all capitals and long, as sites link to other stories mid-article."""
    return len(line) <= _LONGEST and line.isupper() and len(line.split()) >= 5
