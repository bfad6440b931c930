"""Persons: surnames to full names inside an article, spellings to one person across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from relmap.actors.spelling import fold, is_same_spelling, is_swapped, skeletons

#: Small words that open a surname: "bin Salman", "al-Assad" and "van der Bellen" are no full names.
PARTICLES = frozenset(
    {"al", "el", "bin", "bint", "ibn", "ben", "abu", "umm", "ould", "van", "von", "der", "den"}
    | {"de", "da", "di", "do", "du", "del", "della", "dos", "das", "la", "le", "ter", "zu", "y"}
)

#: Countries whose names are printed family name first, at home or abroad: "Orbán Viktor".
FAMILY_FIRST = frozenset({"CN", "HK", "MO", "TW", "KR", "KP", "JP", "VN", "KH", "HU", "SG", "MY"})

#: Letters from which on a surname with two letters swapped is a slip of the pen: "Erodgan".
MIN_SLIP = 6


def is_full(name: str) -> bool:
    """Whether a name holds a given name and a surname: "bin Salman" and "al-Assad" do not."""
    return len(name.split()) > 1 and len(core(name)) > 1


def core(name: str) -> tuple[str, ...]:
    """The folded words of a name without the particles that open it."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in PARTICLES:
        del words[0]
    return tuple(words)


def full_names(surfaces: Iterable[str]) -> dict[str, str]:
    """Each full name of one article with the longest of its forms that it is part of.

    "Volodymyr Oleksandrovych Zelensky" takes in "Volodymyr Zelensky" where no other name does,
    "Donald John Trump" takes in "Donald J. Trump".
    """
    names = sorted({name for name in surfaces if is_full(name)})
    return {name: longest_form(name, names) for name in names}


def longest_form(name: str, names: Collection[str]) -> str:
    """The longest form of a name among others, itself where two longer ones contradict."""
    longer = [n for n in names if is_longer_form(n, name)]
    longest = max(longer, key=lambda n: (len(n), n), default=name)
    agree = all(n == longest or is_longer_form(longest, n) for n in longer)
    return longest if agree else name


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


def fitting(part: str, names: Collection[str]) -> list[str]:
    """The full names of an article that a part of a name can stand for, sorted.

    A surname is what a name ends in or, for names written family name first, begins with; a
    given name is its first word. "bin Salman" and "Salman" fit "Mohammed bin Salman".
    """
    words = core(part)
    exact = sorted(n for n in names if is_part(words, tuple(fold(n).split())))
    return exact or sorted(n for n in names if is_slip(words[-1], fold(n).split()[-1]))


def is_part(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words are the beginning or the end of a name."""
    return len(words) < len(name) and words in (name[: len(words)], name[-len(words) :])


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


def group_spellings(
    counts: Mapping[str, int], contexts: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Each full name with the spelling that stands for its person.

    `counts` says how often each name was found, `contexts` with which countries and titles. Two
    spellings are joined only if every word agrees (`is_same_spelling`), their contexts meet, and
    no third spelling could claim either of them. So are a name and its longer form, and a name
    whose family name stands first in one print and last in another.
    """
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        blocks[block(name)].append(name)
    chosen: dict[str, str] = {}
    for names in blocks.values():
        chosen.update(group_block(names, contexts))
    return chosen


def block(name: str) -> tuple[str, ...]:
    """What two spellings of one person share: the skeletons of the outer words, in any order."""
    found = skeletons(name)
    return tuple(sorted({found[0], found[-1]}))


def group_block(names: Iterable[str], contexts: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Each name of a block, most frequent first, with the name that stands for it."""
    names = list(names)
    likes = {n: [m for m in names if m != n and is_same_person(n, m, contexts)] for n in names}
    chosen: dict[str, str] = {}
    for name in names:
        heads = {chosen[other] for other in likes[name] if other in chosen}
        is_torn = any(not is_same_person(a, b, contexts) for a, b in combinations(likes[name], 2))
        chosen[name] = heads.pop() if len(heads) == 1 and not is_torn else name
    return chosen


def is_same_person(one: str, other: str, contexts: Mapping[str, Collection[str]]) -> bool:
    """Whether two full names are one person: the same when folded, or alike in a shared context."""
    if fold(one) == fold(other):
        return True
    shared = {*contexts[one]} & {*contexts[other]}
    if is_swapped(one, other):
        return bool(shared & FAMILY_FIRST)
    is_alike = is_same_spelling(one, other) or says_more(one, other) or says_more(other, one)
    return is_alike and bool(shared)


def says_more(long: str, short: str) -> bool:
    """Whether a name is another with middle names, the given name written out in both."""
    return len(fold(short).split()[0]) > 1 and is_longer_form(long, short)


def most_frequent(forms: Counter[str]) -> str:
    """The form found most often; of equals the longer, then the first of the alphabet."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))
