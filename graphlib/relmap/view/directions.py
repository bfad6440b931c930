"""Names that are read from right to left, kept from turning the words around them."""

from __future__ import annotations

from unicodedata import bidirectional

#: Characters that force a direction on what follows them, and those that ask for one.
_FORCING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_TURNING = _FORCING | {"R", "AL", "AN"}


def unforced(name: str) -> str:
    """Return a name without characters that force a direction: none may read as another name."""
    return "".join(letter for letter in name if bidirectional(letter) not in _FORCING)


def isolate(name: str) -> str:
    """Return a name as it may stand among words: "الجزيرة (3), TASS (2)" keeps its order.

    A name in one direction stays as it is; any other stands between isolates, without direction
    characters of its own (Unicode Standard Annex 9).
    """
    if not {bidirectional(letter) for letter in name} & _TURNING:
        return name
    return f"\u2068{unforced(name)}\u2069"
