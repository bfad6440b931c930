"""The full names of one article, each compared only with those that share its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from relmap.actors.people import (
    core,
    is_inside,
    is_outer_part,
    is_slip,
    outer_parts,
    takes_in,
)
from relmap.actors.spelling import fold, name_words

Words = tuple[str, ...]

_Key = TypeVar("_Key")


class Candidates:
    """The full names of an article, found by their words."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: Sequence[str] = sorted(set(names))
        self._words = {name: tuple(fold(name).split()) for name in self.names}

    @cached_property
    def longest(self) -> Mapping[str, str]:
        """Each full name with the longest of its forms that it is part of.

        "Volodymyr Oleksandrovych Zelensky" takes in "Volodymyr Zelensky" where no other name does,
        "Donald John Trump" takes in "Donald J. Trump", "Denis Sassou Nguesso" "Sassou Nguesso".
        """
        return {name: self._longest_form(name) for name in self.names}

    def is_torn(self, name: str) -> bool:
        """Whether a full name is the beginning or end of two longer ones that are not one person's.

        "Sassou Nguesso" beside Denis and Antoinette Sassou Nguesso.
        """
        longer = self._by_part.get(self._words[name], ())
        return self.longest[name] == name and any(is_outer_part(name, n) for n in longer)

    def fitting(self, part: str) -> list[str]:
        """The full names that a part of a name can stand for, sorted.

        A surname is what a name ends in or, for names written family name first, begins with; a
        given name is its first word. "bin Salman" and "Salman" fit "Mohammed bin Salman".
        """
        words, whole = core(part), tuple(fold(part).split())
        if not words:
            return list(self.names)
        exact = {*self._by_part.get(words, ()), *self._by_part.get(whole, ())}
        if exact:
            return sorted(exact)
        near = self._by_letters.get("".join(sorted(words[-1])), ())
        slips = [name for name in near if is_slip(words[-1], self._words[name][-1])]
        return slips or self._holding(name_words(part))

    def _longest_form(self, name: str) -> str:
        """The longest form of a name, itself where two longer ones contradict."""
        words = self._words[name]
        near = {*self._by_part.get(words, ()), *self._by_ends.get((words[0], words[-1]), ())}
        if near == {name}:
            return name
        longer = [
            n for n in near if takes_in(n, name) and not self._is_run_together(n, words, name)
        ]
        longest = max(longer, key=lambda n: (len(n), n), default=name)
        agree = all(self._words[n] == self._words[longest] or takes_in(longest, n) for n in longer)
        return longest if agree else name

    def _is_run_together(self, long: str, inner: Words, short: str) -> bool:
        """Whether a "name" is another's surname and a full name: "Obama Neville Chamberlain".

        So where what stands before the full name is what a third name ends in.
        """
        words = self._words[long]
        rest = words[: -len(inner)]
        if words[-len(inner) :] != inner or not rest:
            return False
        return any(
            self._words[other][-len(rest) :] == rest
            for other in self._by_last.get(rest[-1], ())
            if other not in (long, short)
        )

    def _holding(self, words: Sequence[str]) -> list[str]:
        """The names that have these words inside, "Lula", sorted."""
        near = self._by_inner.get(words[0], ())
        return [name for name in near if is_inside(words, name_words(name))]

    @cached_property
    def _by_part(self) -> Mapping[Words, Sequence[str]]:
        """Names by all that they begin or end with."""
        return index((part, name) for name in self.names for part in outer_parts(self._words[name]))

    @cached_property
    def _by_ends(self) -> Mapping[Words, Sequence[str]]:
        """Names by their first and last word, and by the initial of the first and the last word."""
        return index(
            ((first, words[-1]), name)
            for name, words in self._words.items()
            for first in sorted({words[0], words[0][0]})
        )

    @cached_property
    def _by_last(self) -> Mapping[str, Sequence[str]]:
        return index((words[-1], name) for name, words in self._words.items())

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[str]]:
        """Names by the letters of their last word, in whatever order it has them."""
        return index(("".join(sorted(words[-1])), name) for name, words in self._words.items())

    @cached_property
    def _by_inner(self) -> Mapping[str, Sequence[str]]:
        """Names by each of their words but the first."""
        return index((word, name) for name in self.names for word in {*name_words(name)[1:]})


def index(pairs: Iterable[tuple[_Key, str]]) -> dict[_Key, list[str]]:
    """Names by their keys."""
    found: dict[_Key, list[str]] = defaultdict(list)
    for key, name in pairs:
        found[key].append(name)
    return dict(found)
