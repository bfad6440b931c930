"""Two names of persons side by side: which says more, which is a part of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from relmap.actors.spelling import CACHED, fold

#: Small words that open a surname: "bin Salman", "al-Assad" and "van der Bellen" are no full names.
PARTICLES = frozenset(
    {"al", "el", "bin", "bint", "ibn", "abu", "umm", "ould", "van", "von", "der", "den"}
    | {"de", "da", "di", "do", "du", "del", "della", "dos", "das", "la", "le", "ter", "zu", "y"}
)

#: Small words before the name of a father or a child: "Salman" is the father of "Mohammed bin Salman
#: Al Saud", and "Bakr" is not "Abu Bakr al-Baghdadi".
PATRONYMICS = frozenset({"bin", "bint", "ibn", "ould", "abu", "umm"})

#: What tells a son from his father: "Ferdinand Marcos Jr" is not "Ferdinand Marcos". "Marcos" may
#: be either of them, while rulers and Americans of a number go by their names.
JUNIORS = frozenset({"jr", "sr", "junior", "senior"})
NUMERALS = frozenset({"ii", "iii", "iv", "v", "vi"})

#: A middle name that somebody is known by has as many letters: "Lula", but not "Ali".
MIN_INNER = 4

#: Letters from which on a surname with two letters swapped is a slip of the pen: "Erodgan".
MIN_SLIP = 6


@lru_cache(CACHED)
def is_full(name: str) -> bool:
    """Whether a name holds a given name and a surname: "bin Salman" and "al-Assad" do not."""
    return len(name.split()) > 1 and len(core(name)) > 1


def core(name: str) -> tuple[str, ...]:
    """The folded words of a name without the particles that open it."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in PARTICLES:
        del words[0]
    return tuple(words)


def takes_in(long: str, short: str) -> bool:
    """Whether a full name says all that another does: as its longer form, or with it inside."""
    return is_longer_form(long, short) or is_outer_part(short, long)


def is_outer_part(part: str, name: str) -> bool:
    """Whether several words are the beginning or the end of a longer name.

    "López Obrador" and "Andrés Manuel" of "Andrés Manuel López Obrador", but not "Hamad Al Thani"
    of his son, "Tamim bin Hamad Al Thani".
    """
    words, others = tuple(fold(part).split()), tuple(fold(name).split())
    if len(words) < 2 or not is_part(words, others):
        return False
    return others[: len(words)] == words or not is_fathers(words, others)


def only(fitting: list[str], otherwise: str) -> str:
    """The one that fits, or `otherwise` where none or several do."""
    return fitting[0] if len(fitting) == 1 else otherwise


def is_longer_form(long: str, short: str) -> bool:
    """Whether `long` says more than `short` and nothing else: more words, or words for initials.

    The words agree from the front on, and the last ones: "George H. W. Bush" is no longer form
    of "George W. Bush".
    """
    words, others = fold(long).split(), fold(short).split()
    if len(fold(long)) <= len(fold(short)) or len(words) < len(others):
        return False
    return words[-1] == others[-1] and all(map(agrees, words, others[:-1]))


def agrees(word: str, other: str) -> bool:
    """Whether two words of a name are the same or `other` is the initial of `word`."""
    return word == other or (len(other) == 1 and word.startswith(other))


def is_part(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words are the beginning or the end of a name, a number behind it aside."""
    return words in outer_parts(name)


def outer_parts(name: tuple[str, ...]) -> set[tuple[str, ...]]:
    """All beginnings and ends of a name, also without the number behind it, but not the father's."""
    bare = name[:-1] if name[-1] in NUMERALS else name
    found = {()} | {
        part for size in range(1, len(name)) for part in (name[:size], name[-size:], bare[-size:])
    }
    if name[-1] in JUNIORS or name[-1] in NUMERALS:
        found.discard(name[:-1])
    return found


def is_inside(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words stand inside a name and may be what its bearer goes by: "Lula", "bin Salman".

    Not so the name of the father alone: "Zayed" in "Mohammed bin Zayed Al Nahyan", and the surname
    of a junior, which is his father's as well.
    """
    if name[-1] in JUNIORS:
        name = name[:-1]
    if sum(map(len, words)) < MIN_INNER or is_fathers(words, name):
        return False
    return any(name[i : i + len(words)] == words for i in range(1, len(name) - len(words)))


def is_fathers(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words follow "bin" or the like wherever they stand in a name."""
    starts = [i for i in range(1, len(name)) if name[i : i + len(words)] == words]
    return bool(starts) and all(name[i - 1] in PATRONYMICS for i in starts)


def is_slip(word: str, surname: str) -> bool:
    """Whether a word is a surname with two neighbouring letters swapped."""
    if len(word) != len(surname) or len(word) < MIN_SLIP:
        return False
    differ = [i for i, (a, b) in enumerate(zip(word, surname, strict=True)) if a != b]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and word[differ[0]] == surname[differ[1]]
        and word[differ[1]] == surname[differ[0]]
    )


def most_frequent(forms: Counter[str]) -> str:
    """The form found most often; of equals the longer, then the first of the alphabet."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))
