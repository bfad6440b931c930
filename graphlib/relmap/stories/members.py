"""Members: which texts tell the story of which, each compared with the one that stands for it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from relmap.stories.candidates import Pairs
from relmap.stories.copies import Profile, are_copies, profile
from relmap.stories.shared import Shared
from relmap.stories.shingles import Sketch

ReadTexts = Callable[[Sequence[int]], Mapping[int, str]]

#: Texts asked for at once, and texts kept after they were compared.
TEXTS_AT_ONCE = 256
_TEXTS_KEPT = 2048

#: Share of a text that its head holds, or else it cannot speak for its head: a digest may hold the
#: whole of a story behind five others, and then the story tells who prints half of it.
_WHOLE = 0.9


class Members:
    """The head of every text's story: itself, or a longer text of which it is a copy.

    A text joins the first head whose copy it is, or else the copy of a member that stands nearly
    whole in the head; never through any other: a live page shares most with its last version and
    nothing with that of last week. Texts are numbered from the longest to the shortest, so heads
    are the fullest prints, whatever order articles came in.
    """

    def __init__(
        self, keys: NDArray[np.int64], shared: Shared, phrases: Sketch, read_texts: ReadTexts
    ) -> None:
        self.heads = np.arange(len(keys), dtype=np.int64)
        self._is_whole = np.zeros(len(keys), np.bool_)
        self._keys = keys
        self._shared = shared
        self._phrases = phrases
        self._read_texts = read_texts
        self._read: OrderedDict[int, Profile] = OrderedDict()

    def add(self, pairs: Iterable[Pairs]) -> None:
        """Look for the head of each second text of pairs; these rise over all the pairs."""
        for some in pairs:
            for start in range(0, len(some), TEXTS_AT_ONCE // 2):
                self._add(some[start : start + TEXTS_AT_ONCE // 2].astype(np.int64))

    def _add(self, pairs: NDArray[np.int64]) -> None:
        refused: set[tuple[int, int]] = set()
        open_ = pairs[self.heads[pairs[:, 1]] == pairs[:, 1]]
        # The head of a text from this batch is one of these, too: itself or a head it was tried on.
        self._make_read({*self.heads[open_[:, 0]].tolist(), *open_[:, 1].tolist()})
        for one, text in open_.tolist():
            head = int(self.heads[one])
            if self.heads[text] != text:
                continue
            by_head = (head, text) not in refused and self._is_copy(head, text)
            if by_head or (self._is_whole[one] and self._is_copy(one, text)):
                self._join(head, text)
            else:
                refused.add((head, text))

    def _is_copy(self, one: int, text: int) -> bool:
        self._make_read({one, text})
        return are_copies(self._read[one], self._read[text], self._shared.are_rare_together)

    def _join(self, head: int, text: int) -> None:
        self._make_read({head, text})
        self.heads[text] = head
        self._is_whole[text] = is_within(self._read[text], self._read[head])

    def _make_read(self, numbers: set[int]) -> None:
        for number in sorted(numbers & self._read.keys()):
            self._read.move_to_end(number)
        missing = sorted(numbers - self._read.keys())
        keys = [int(self._keys[number]) for number in missing]
        texts = self._read_texts(keys) if keys else {}
        for number, key in zip(missing, keys, strict=True):
            self._read[number] = profile(texts[key], self._phrases)
        while len(self._read) > _TEXTS_KEPT:
            self._read.popitem(last=False)


def is_within(text: Profile, other: Profile) -> bool:
    """Tell whether a text stands nearly whole in another."""
    shared = np.intersect1d(text.numbers, other.numbers, assume_unique=True)
    return len(shared) >= _WHOLE * len(text.numbers)
