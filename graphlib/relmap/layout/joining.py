"""Nodes beside those that already stand: where the weak ones of a large graph begin."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from relmap.layout.forces import sunflower
from relmap.layout.springs import Springs

Array = npt.NDArray[np.float64]

#: How far from their neighbours newcomers are strewn, as a share of the size of the cloud.
_STREWN = 0.15


def join(positions: Array, springs: Springs, count: int) -> Array:
    """Return `count` positions: the given ones first, then those of the nodes after them.

    A newcomer begins near the mean of its neighbours that stand, weighted by the springs; those
    whose neighbours are all newcomers follow in later rounds. Newcomers are strewn a little, the
    same way every time, since many hang on one hub and would stand on the same spot.
    """
    places = np.zeros((count, 2))
    places[: len(positions)] = positions
    standing = np.arange(count) < len(positions)
    size = float(np.hypot(*positions.T).mean())
    strewn = sunflower(count)[np.argsort((np.arange(count) * 0.618034) % 1.0, kind="stable")]
    strewn *= _STREWN * size / np.hypot(*strewn.T).max()
    ends = np.concatenate((springs.tails, springs.heads))
    others = np.concatenate((springs.heads, springs.tails))
    weights = np.concatenate((springs.weights, springs.weights))
    while True:
        used = standing[others] & ~standing[ends]
        if not used.any():
            return places
        pulls = np.bincount(ends[used], weights[used], count)
        new = pulls > 0
        for axis in (0, 1):
            pulled = np.bincount(ends[used], (weights * places[others, axis])[used], count)
            places[new, axis] = pulled[new] / pulls[new] + strewn[new, axis]
        standing |= new
