"""Candidates: which texts share enough of their sketches to be worth comparing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from relmap.stories.shared import Bools, Numbers, Shared, pairs_of

Pairs = NDArray[np.uint32]

#: Share of the smaller sketch that two copies share at least, phrases set aside. Copies hold 0.4
#: of the smaller text, and a sample strays from that.
_SHARED = 0.2

#: The same with phrases, for texts that have little else.
_WITH_PHRASES = 0.4


def candidates(shared: Shared, phrases: Bools, sizes: Numbers) -> Iterator[Pairs]:
    """Yield pairs of text numbers to compare, the smaller first, some at a time."""
    held = np.repeat(phrases, shared.counts)
    own = sizes - np.bincount(shared.texts[held], minlength=len(sizes)).astype(np.uint32)
    for paired in pairs_of(shared, len(sizes)):
        earlier, later = paired.earlier, paired.later
        every = np.bincount(paired.pair_of, minlength=len(later))
        told = np.bincount(paired.pair_of[~phrases[paired.shingles]], minlength=len(later))
        enough = told >= _SHARED * np.minimum(own[earlier], own[later])
        enough |= every >= _WITH_PHRASES * np.minimum(sizes[earlier], sizes[later])
        enough &= told > 0
        yield np.stack([earlier[enough], later[enough]], axis=1)
