"""Shingles: every four words that follow each other, as numbers, and the sample that is compared."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from relmap.stories.words import split_words

Shingles = NDArray[np.uint64]
Sketch = NDArray[np.uint32]

#: Words of a shingle, and of how many shingles one is sampled.
WIDTH = 4
ONE_IN = 8

#: Words whose numbers are kept; when there are more, all are forgotten and made anew.
_KEPT = 200_000

# Odd constants of 64 bits. The mixing is the end of MurmurHash3 (Austin Appleby, public domain).
_PLACES = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64
)
_FIRST = np.uint64(0xFF51AFD7ED558CCD)
_SECOND = np.uint64(0xC4CEB9FE1A85EC53)
_SHIFT = np.uint64(33)


class _Numbers(dict[str, int]):
    """The number of every word, 64 bits of its blake2b hash, made when first asked for."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        number = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest())
        self[word] = number
        return number


_numbers = _Numbers()


def shingles(text: str) -> Shingles:
    """Return the shingles of a text in its order, repeated ones repeated.

    A text of fewer words than a shingle has a single one, of all its words; one without words none.
    """
    words = split_words(text)
    numbers = np.fromiter(map(_numbers.__getitem__, words), np.uint64, len(words))
    width = min(WIDTH, len(words))
    count = len(words) - width + 1 if words else 0
    summed = np.zeros(count, np.uint64)
    for place in range(width):
        summed += numbers[place : place + count] * _PLACES[place]
    return _mixed(summed)


def sketch(text: str) -> Sketch:
    """Return the sampled shingles of a text: sorted, each once, about one in eight of all.

    The same shingle is sampled in every text or in none. A text with shingles has at least one
    in its sketch: its smallest, where chance leaves it without.
    """
    every = shingles(text)
    taken = every[is_sampled(every)]
    if not len(taken) and len(every):
        taken = every.min(keepdims=True)
    return np.unique(sampled_as(taken))


def is_sampled(every: Shingles) -> NDArray[np.bool_]:
    """Tell of each shingle whether sketches hold it."""
    sampled: NDArray[np.bool_] = (every & np.uint64(ONE_IN - 1)) == 0
    return sampled


def sampled_as(every: Shingles) -> Sketch:
    """Return the numbers by which sketches know these shingles."""
    return (every >> np.uint64(32)).astype(np.uint32)


def _mixed(numbers: Shingles) -> Shingles:
    """Spread the bits, so that those of the sample and those of the sketch are chance."""
    numbers = (numbers ^ (numbers >> _SHIFT)) * _FIRST
    numbers = (numbers ^ (numbers >> _SHIFT)) * _SECOND
    return numbers ^ (numbers >> _SHIFT)
