"""Templates: whether two texts that share many words tell of different things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from relmap.stories.details import details
from relmap.stories.shingles import WIDTH

Places = NDArray[np.int64]
Slot = tuple[Sequence[str], Sequence[str]]

#: So many words stand for one another between two pieces in common at most: more of them are a
#: passage put in the place of another. Above the second number they are a sentence written anew,
#: unless half of them are the same: then it is a form with several blanks close to each other.
_SLOT = 30
_BLANK = 10
_FORM = 0.5

#: Share of the names of both that differ, and how many at least: a copy that spells a name
#: otherwise leaves most of them as they are.
_DIFFERENT = 0.5
_FEWEST = 3

#: Share of the numbers that differ where the names agree: a later toll, "killed 19 and wounded 44",
#: leaves the hour and the number of those held. Half will do if so many differ at least: that is a
#: report of the markets or of the weather, which names the same places every day. They are a share
#: of the words in common too: a later count of votes above a long report leaves it that report.
_ALL = 0.9
_MANY = 6
_OF_WORDS = 0.1

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
    first, second = details(one), details(other)
    slots = [*_slots(starts, others, first.words, second.words)]
    replaced = sum(len({*some} - {*rest}) for some, rest in slots)
    if replaced < _FEWEST:
        return False
    kept = np.unique(starts[:, None] + np.arange(WIDTH)).tolist()
    capitals = first.has_capitals or second.has_capitals
    if not capitals and replaced > _REPLACED * (replaced + len(kept)):
        return True
    same = {first.words[place] for place in kept}
    if _fill_in_numbers(slots, same, len(kept)):
        return True
    own = same.union(*(some for some, _ in slots))
    others_own = same.union(*(rest for _, rest in slots))
    known = first.names | second.names | _names_alone(slots, first.capitals, second.capitals)
    return _tell_of_others(own, others_own, known, len(kept))


def _slots(
    starts: Places, others: Places, words: Sequence[str], other_words: Sequence[str]
) -> Iterator[Slot]:
    """Yield the words of one text that stand in the place of words of the other, and these."""
    gaps, other_gaps = np.diff(starts) - WIDTH, np.diff(others) - WIDTH
    both = (gaps > 0) & (other_gaps > 0) & (gaps <= _SLOT) & (other_gaps <= _SLOT)
    for at in np.flatnonzero(both).tolist():
        some = words[starts[at] + WIDTH : starts[at + 1]]
        rest = other_words[others[at] + WIDTH : others[at + 1]]
        is_blank = max(gaps[at], other_gaps[at]) <= _BLANK
        if is_blank or _are_one_form({*some}, {*rest}):
            yield some, rest


def _are_one_form(some: Set[str], rest: Set[str]) -> bool:
    return len(some & rest) >= _FORM * min(len(some), len(rest))


def _names_alone(slots: Sequence[Slot], capitals: Set[str], others: Set[str]) -> set[str]:
    """Return the words in which blanks differ, where both fill in words never written small.

    "Kane opened the scoring": what begins a sentence is not told to be a name by its capital.
    """
    found: set[str] = set()
    for some, rest in slots:
        own, others_own = {*some} - {*rest}, {*rest} - {*some}
        if own <= capitals and others_own <= others:
            found |= own | others_own
    return found


def _fill_in_numbers(slots: Sequence[Slot], same: Set[str], words: int) -> bool:
    """Tell whether many numbers, and most, are others than those in their place in the other text.

    Place by place: the 6 of one blank and the 6 of another are no number in common.
    """
    places = [
        (word, other)
        for some, rest in slots
        if len(some) == len(rest)
        for word, other in zip(some, rest, strict=True)
        if _is_number(word) and _is_number(other)
    ]
    others = sum(word != other for word, other in places)
    kept = len(places) - others + sum(map(_is_number, same))
    return others >= max(_MANY, _DIFFERENT * (others + kept), _OF_WORDS * words)


def _tell_of_others(own: Set[str], others_own: Set[str], known: Set[str], words: int) -> bool:
    """Tell whether the names or the numbers of one text are others than those of the other."""
    names, other_names = own & known, others_own & known
    numbers, other_numbers = _numbers(own), _numbers(others_own)
    if _differ(names, other_names) or _differ(numbers, other_numbers, share=_ALL):
        return True
    if _differ(numbers, other_numbers, fewest=max(_MANY, int(_OF_WORDS * words))):
        return True
    return _differ(names, other_names, fewest=1) and _differ(
        names | numbers, other_names | other_numbers
    )


def _numbers(words: Set[str]) -> set[str]:
    return {word for word in words if _is_number(word)}


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _differ(
    one: Set[str], other: Set[str], *, share: float = _DIFFERENT, fewest: int = _FEWEST
) -> bool:
    """Tell whether each of two sets holds such a share that the other does not, and so many."""
    return all(
        len(some - rest) >= max(fewest, share * len(some))
        for some, rest in ((one, other), (other, one))
    )
