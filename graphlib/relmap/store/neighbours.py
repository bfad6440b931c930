"""An actor and those within one or two ties of it, the closest first."""

from __future__ import annotations

import numpy as np

from relmap.filters import Bools
from relmap.store.columns import Column
from relmap.store.selecting import Selection


def find_neighbours(selected: Selection, centre: int, steps: int) -> Column:
    """Return the numbers of an actor and of all within `steps` ties of it, nearer ones first.

    Those equally far are sorted by their summed weight to the nearer ones, then by strength, then
    by id.
    """
    ties, strength = selected.ties, selected.strength
    near = np.zeros(len(strength), dtype=np.bool_)
    near[centre] = True
    found = [np.array([centre])]
    for _ in range(steps):
        pull = _pull(ties.ends, ties.sentences, near)
        ring = np.flatnonzero(pull)
        # Actors are numbered by id.
        found.append(ring[np.lexsort((ring, -strength[ring], -pull[ring]))])
        near[ring] = True
    return np.concatenate(found)


def _pull(ends: tuple[Column, Column], weight: Column, near: Bools) -> Column:
    """Return per actor that is not near the summed weight of its ties with those that are."""
    u, v = ends
    outward, inward = near[u] & ~near[v], near[v] & ~near[u]
    others = np.concatenate((v[outward], u[inward]))
    # Weights are exact in a float up to 2^53 sentences.
    weights = np.concatenate((weight[outward], weight[inward]))
    return np.bincount(others, weights=weights, minlength=len(near)).astype(np.int64)
