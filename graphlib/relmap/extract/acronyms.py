"""Acronyms that an article defines itself, both ways round.

The matching of letters follows A. S. Schwartz and M. A. Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text", PSB 2003: read from the right, every
letter of the acronym must be found in the words before it, its first letter at a word's start.
"""

from __future__ import annotations

import re

#: "Shanghai Cooperation Organization’s (SCO": capitals in brackets behind the words they stand for.
IN_BRACKETS = re.compile(r"\(\s*(?P<acronym>[A-Z][A-Za-z.&-]{1,9})\s*[),;]")

#: "SCO (Shanghai Cooperation Organization)": the words in brackets behind the capitals.
EXPLAINED = re.compile(
    r"\b(?P<acronym>[A-Z][A-Z.&-]{1,9})\s*\(\s*(?:the\s+)?(?P<name>[A-Z][^()]{4,80})\)"
)

#: "JICA, the Japan International Cooperation Agency, said": the words between commas.
IN_COMMAS = re.compile(
    r"\b(?P<acronym>[A-Z][A-Z.&-]{1,9}),\s+the\s+"
    r"(?P<name>[A-Z][\w’'&-]*(?:\s+(?:of|for|and|on|in|to|the|[A-Z][\w’'&-]*)){1,9})(?=[,.;])"
)

#: Another definition's end, which no name reaches over: "Party (AKP) and the Party (PJD)".
OTHER_ACRONYM = re.compile(r"\(\s*[A-Z][A-Za-z.&-]*[A-Z][A-Za-z.&-]*\s*[),;]")

WORD = re.compile(r"[\w’'.&-]+")

#: A name runs on over these small words: "Organization for Security and Co-operation in Europe".
INNER = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "du", "des", "la", "&"})


def find_acronyms(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs (acronym, full name as written) that a stretch of text defines, in order."""
    pairs = [pair for match in IN_BRACKETS.finditer(text) if (pair := read_backwards(text, match))]
    for match in (*EXPLAINED.finditer(text), *IN_COMMAS.finditer(text)):
        name = match["name"].strip()
        if best_start(plain(match["acronym"]), name) == 0:
            pairs.append((match["acronym"], name))
    return tuple(dict.fromkeys(pairs))


def read_backwards(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """The name before a bracket that its letters stand for, if there is one."""
    acronym = plain(match["acronym"])
    if sum(c.isupper() for c in acronym) < 2:
        return None
    before = without_possessive(text[max(0, match.start() - 150) : match.start()].rstrip())
    window = last_words(before, min(len(acronym) + 5, len(acronym) * 2 + 2))
    start = best_start(acronym, window)
    if start is None:
        return None
    return match["acronym"], window[at_capital(acronym, window, start) :].strip()


def at_capital(acronym: str, words: str, start: int) -> int:
    """The start of a match, moved from a small word to the capital before it that fits as well.

    Read from the right, "OAS" is found in "of American States" already; the body is the
    "Organization of American States".
    """
    if words[start].isupper():
        return start
    letter = acronym[0].upper()
    earlier = [m.start() for m in re.finditer(rf"(?<!\w){letter}", words[:start])]
    return earlier[-1] if earlier else start


def plain(acronym: str) -> str:
    """An acronym without dots and a plural s: "U.N." is "UN", "NGOs" is "NGO"."""
    bare = acronym.replace(".", "").replace("&", "")
    return bare[:-1] if bare.endswith("s") and bare[:-1].isupper() else bare


def without_possessive(text: str) -> str:
    """Text without a possessive at its end: "the Organization’s" before "(SCO)"."""
    return re.sub(r"(?:['’]s|['’])$", "", text)


def last_words(text: str, count: int) -> str:
    """The last `count` words of a text, as they stand, not over a sentence, a line or an acronym."""
    text = OTHER_ACRONYM.split(re.split(r"[\n;:!?]|[.]\s(?=[A-Z])", text)[-1])[-1]
    words = list(WORD.finditer(text))
    return text[words[-count].start() :] if len(words) > count else text.lstrip()


def best_start(acronym: str, words: str) -> int | None:
    """Where in `words` the shortest match of the acronym's letters begins, read from the right."""
    position = len(words) - 1
    for index in range(len(acronym) - 1, -1, -1):
        letter = acronym[index].lower()
        if not letter.isalnum():
            continue
        while position >= 0 and not fits(words, position, letter, is_first=index == 0):
            position -= 1
        if position < 0:
            return None
        position -= 1
    return position + 1


def fits(words: str, position: int, letter: str, *, is_first: bool) -> bool:
    """Whether the letter stands here, at a word's start if it is the acronym's first."""
    if words[position].lower() != letter:
        return False
    return not is_first or position == 0 or not words[position - 1].isalnum()


def is_name(name: str) -> bool:
    """Whether a definition reads as a name: several words, capitals on all but small ones inside.

    "the national security adviser (NSA)" defines an office, not an organization.
    """
    words = [w for w in WORD.findall(name) if w.lower() not in INNER]
    return len(words) > 1 and all(w[0].isupper() or w[0].isdigit() for w in words)
