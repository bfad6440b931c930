"""Candidates: which texts share enough of their sketches to be worth comparing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from relmap.stories.shared import CROWD, SEVERAL, Bools, Numbers, Paired, Shared, pairs_of

Pairs = NDArray[np.uint32]

#: Share of the smaller sketch that two copies share at least, phrases set aside. Copies hold 0.4
#: of the smaller text, and a sample strays from that.
_SHARED = 0.2

#: The same with phrases, for texts that have little else. Where they have nothing else, fewer than
#: four texts must hold all that they share, or else it is a footer.
_WITH_PHRASES = 0.4


def candidates(shared: Shared, phrases: Bools, sizes: Numbers) -> Iterator[Pairs]:
    """Yield pairs of text numbers to compare, the smaller first, some at a time.

    Pairs rise by the second text, then by the first.
    """
    crowded = shared.counts > CROWD
    own = _without(sizes, shared, phrases | crowded)
    seldom = _without(sizes, shared, crowded)
    for paired in pairs_of(shared, len(sizes)):
        enough = _enough(paired, shared, phrases, (sizes, own, seldom))
        yield np.stack([paired.earlier[enough], paired.later[enough]], axis=1)


def _enough(
    paired: Paired, shared: Shared, phrases: Bools, known: tuple[Numbers, Numbers, Numbers]
) -> Bools:
    """Tell of each pair whether it shares enough; `known` are sizes, own sizes, those of no crowd."""
    # One column of a number per pair at a time: there are millions of pairs.
    sizes, own, seldom = known
    every = np.bincount(paired.pair_of, minlength=len(paired.later))
    told = np.bincount(paired.pair_of[~phrases[paired.shingles]], minlength=len(paired.later))
    enough: Bools = told >= _SHARED * _smaller(own, paired)
    enough |= every >= _WITH_PHRASES * _smaller(sizes, paired)
    enough &= told > 0
    del told
    open_ = np.flatnonzero(
        ~enough & (every > 1) & (every >= _WITH_PHRASES * _smaller(seldom, paired))
    )
    ends = np.cumsum(every)[open_]
    for at, start, end in zip(open_, ends - every[open_], ends, strict=True):
        enough[at] = shared.few_hold(paired.shingles[start:end], SEVERAL)
    return enough


def _smaller(sizes: Numbers, paired: Paired) -> Numbers:
    """Return the size of the smaller text of each pair."""
    return np.minimum(sizes[paired.earlier], sizes[paired.later])


def _without(sizes: Numbers, shared: Shared, left_out: Bools) -> Numbers:
    """Return the sizes of the sketches without some of the shared shingles."""
    held = np.repeat(left_out, shared.counts)
    return sizes - np.bincount(shared.texts[held], minlength=len(sizes)).astype(np.uint32)
