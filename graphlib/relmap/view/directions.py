"""Names of any direction and length, kept from turning or drowning the words around them."""

from __future__ import annotations

from unicodedata import bidirectional

#: Characters that force a direction on what follows them, and those that ask for one.
_FORCING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_TURNING = _FORCING | {"R", "AL", "AN"}
#: What stands before and behind a text that is to turn nothing around it.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
#: What stands for such a character in a quotation, where none may be dropped unseen.
_SHOWN = "\ufffd"
#: A name, and a title, is cut behind so many letters: nobody reads on, and a table would burst.
LONGEST_NAME, LONGEST_TITLE = 120, 300


def unforced(name: str) -> str:
    """Return a name without characters that force a direction: none may read as another name."""
    return "".join(letter for letter in name if bidirectional(letter) not in _FORCING)


def harmless(text: str) -> str:
    """Return a quotation with "\ufffd" for each character that forces a direction.

    Offsets into the text stay true.
    """
    return "".join(_SHOWN if bidirectional(letter) in _FORCING else letter for letter in text)


def shorten(name: str, most: int) -> str:
    """Return a name without forcing characters and of at most `most` letters: "Abc…"."""
    plain = unforced(name)
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"


def isolate(name: str) -> str:
    """Return a name as it may stand among words: "الجزيرة (3), TASS (2)" keeps its order.

    A name in one direction stays as it is; any other stands between isolates, without direction
    characters of its own (Unicode Standard Annex 9).
    """
    if not turns(name):
        return name
    return f"{FIRST_STRONG_ISOLATE}{unforced(name)}{POP_ISOLATE}"


def turns(text: str) -> bool:
    """Whether a text can turn the words around it: not all of it is read from left to right."""
    return not _TURNING.isdisjoint(bidirectional(letter) for letter in text)


def runs_leftward(text: str) -> bool:
    """Whether the first letter with a direction of its own is read from right to left."""
    directions = (bidirectional(letter) for letter in text)
    return next((each for each in directions if each in {"L", "R", "AL"}), "L") != "L"
