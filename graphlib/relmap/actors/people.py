"""Persons: surnames to full names inside an article, spellings to one person across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from relmap.actors.spelling import fold, is_same_spelling, skeletons


def full_names(surfaces: Iterable[str]) -> dict[str, str]:
    """Each full name of one article with the longest of its forms that it is part of.

    "Volodymyr Oleksandrovych Zelensky" takes in "Volodymyr Zelensky" where no other name does.
    """
    names = sorted({name for name in surfaces if len(name.split()) > 1})
    return {
        name: only([n for n in names if is_longer_form(n, name)], otherwise=name) for name in names
    }


def only(fitting: list[str], otherwise: str) -> str:
    """The one that fits, or `otherwise` where none or several do."""
    return fitting[0] if len(fitting) == 1 else otherwise


def is_longer_form(long: str, short: str) -> bool:
    """Whether `long` has more words and holds those of `short` in order, ending in the same one."""
    words, others = fold(long).split(), fold(short).split()
    if len(words) <= len(others) or words[-1] != others[-1] or words[0] != others[0]:
        return False
    rest = iter(words)
    return all(word in rest for word in others)


def fitting(part: str, names: Collection[str]) -> list[str]:
    """The full names of an article that a single word can stand for, sorted.

    A surname is the last word or, for names written family name first, the first.
    """
    word = fold(part)
    return sorted(n for n in names if word in (fold(n).split()[0], fold(n).split()[-1]))


def group_spellings(
    counts: Mapping[str, int], contexts: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Each full name with the spelling that stands for its person.

    `counts` says how often each name was found, `contexts` with which countries and titles. Two
    spellings are joined only if every word agrees (`is_same_spelling`), their contexts meet, and
    no third spelling could claim either of them.
    """
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        blocks[skeletons(name)].append(name)
    chosen: dict[str, str] = {}
    for block in blocks.values():
        heads: list[str] = []
        for name in block:
            fits = [h for h in heads if is_same_person(h, name, contexts)]
            chosen[name] = only(fits, otherwise=name)
            if chosen[name] == name:
                heads.append(name)
    return chosen


def is_same_person(one: str, other: str, contexts: Mapping[str, Collection[str]]) -> bool:
    """Whether two full names are one person: the same when folded, or alike in a shared context."""
    if fold(one) == fold(other):
        return True
    return is_same_spelling(one, other) and bool({*contexts[one]} & {*contexts[other]})


def most_frequent(forms: Counter[str]) -> str:
    """The form found most often; of equals the longer, then the first of the alphabet."""
    return min(forms, key=lambda form: (-forms[form], -len(form), form))
