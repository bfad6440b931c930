"""Precision, recall and F1 from three counts: what is right, what was found, what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sized
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How much of what was `found` is `right`, and of what is `there`.

    Where nothing is there and nothing was found, nothing is wrong: every figure is 1.
    """

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return share(self.right, self.found, empty=not self.there)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return share(self.right, self.there, empty=not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.right, self.found + self.there, empty=True)


def share(part: int, whole: int, *, empty: bool) -> float:
    """`part` of `whole`; of nothing it is 1 where it may be `empty`, else 0."""
    return part / whole if whole else float(empty)


def compare(found: Collection[object], there: Collection[object]) -> Score:
    """The score of one set against another."""
    return Score(len(set(found) & set(there)), len(set(found)), len(set(there)))


def total(scores: Iterable[Score]) -> Score:
    """All counts added up, so that a long article counts for more than a short one."""
    return sum(scores, Score())


def number(items: Sized, one: str, many: str = "") -> str:
    """So many of something, in words: "1 article", "12 articles"."""
    return f"{len(items):,} {one if len(items) == 1 else many or one + 's'}"
