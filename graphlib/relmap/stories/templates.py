"""Templates: whether two texts that share many words tell of different things."""

from __future__ import annotations

from collections.abc import Iterator, Set

import numpy as np
from numpy.typing import NDArray

from relmap.stories.details import details
from relmap.stories.shingles import WIDTH

Places = NDArray[np.int64]

#: So many words stand for one another between two pieces in common at most: more of them are a
#: passage put in the place of another.
_SLOT = 30

#: Share of the names and numbers of both that differ, and how many at least: a copy that spells a
#: name otherwise or has a later toll leaves most of them as they are.
_DIFFERENT = 0.5
_FEWEST = 3

#: Share of the words that are replaced, whatever they are, where no capitals tell what a name is: a
#: copy with a word changed in every sentence stays below.
_REPLACED = 0.1


def are_of_one_template(one: str, other: str, at_one: Places, at_other: Places) -> bool:
    """Tell whether two texts are one form that was filled in twice.

    `at_one` and `at_other` are where both hold the same shingles, each shingle once. In "Net income
    of Acme rose 7 percent to $12 million" any company can stand: what differs between two such
    reports are names and numbers, nearly all of them. Who edits a copy hardly touches those.
    """
    order = np.argsort(at_one)
    starts, others = at_one[order], at_other[order]
    slots = [*_slots(starts, others)]
    if not slots:
        return False
    first, second = details(one), details(other)
    here = [{*first.words[start:end]} for start, end, _, _ in slots]
    there = [{*second.words[start:end]} for _, _, start, end in slots]
    replaced = sum(len(some - rest) for some, rest in zip(here, there, strict=True))
    if replaced < _FEWEST:
        return False
    kept = np.unique(starts[:, None] + np.arange(WIDTH)).tolist()
    if replaced > _REPLACED * (replaced + len(kept)):
        return True
    names = first.names | second.names
    same = {first.words[place] for place in kept}
    own = {word for word in same.union(*here) if word in names or word[0].isdigit()}
    others_own = {word for word in same.union(*there) if word in names or word[0].isdigit()}
    return _differ(own, others_own) or _differ(_numbers(own), _numbers(others_own))


def _slots(starts: Places, others: Places) -> Iterator[tuple[int, int, int, int]]:
    """Yield where words of one text stand in the place of words of the other: from, to, in each."""
    gaps, other_gaps = np.diff(starts) - WIDTH, np.diff(others) - WIDTH
    both = (gaps > 0) & (other_gaps > 0) & (gaps <= _SLOT) & (other_gaps <= _SLOT)
    for at in np.flatnonzero(both).tolist():
        yield (
            int(starts[at]) + WIDTH,
            int(starts[at + 1]),
            int(others[at]) + WIDTH,
            int(others[at + 1]),
        )


def _numbers(words: Set[str]) -> set[str]:
    return {word for word in words if word[0].isdigit()}


def _differ(one: Set[str], other: Set[str]) -> bool:
    """Tell whether each of two sets holds mostly what the other does not."""
    return all(
        len(some - rest) >= max(_FEWEST, _DIFFERENT * len(some))
        for some, rest in ((one, other), (other, one))
    )
