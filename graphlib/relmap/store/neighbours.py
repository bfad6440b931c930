"""An actor and those within one or two ties of it, the closest first."""

from __future__ import annotations

import numpy as np

from relmap.filters import Bools
from relmap.store.columns import Column
from relmap.store.heaviest import least_of
from relmap.store.selecting import Selection
from relmap.ties import Int64s


def find_neighbours(
    selected: Selection, centre: int, steps: int, top: int | None
) -> tuple[Column, int]:
    """Return the numbers of an actor and of those within `steps` ties of it, and how many they are.

    Nearer ones come first; those equally far are sorted by their summed weight to the nearer ones,
    then by strength, then by id. `top` leaves out those behind so many.
    """
    ends, weight, strength = selected.ties.ends, selected.ties.sentences, selected.strength
    near = np.zeros(len(strength), dtype=np.bool_)
    near[centre] = True
    found, within = np.array([centre])[:top], 1
    for _ in range(steps):
        pull = _pull(ends, weight, near)
        ring = np.flatnonzero(pull)
        wanted = None if top is None else max(0, top - len(found))
        found = np.concatenate((found, _closest(ring, pull[ring], strength[ring], wanted)))
        within += len(ring)
        near[ring] = True
    return found, within


def _closest(ring: Int64s, pull: Column, strength: Int64s, top: int | None) -> Int64s:
    """Return the `top` of a ring with the greatest pull (None: all), then strength, then id."""
    if top is not None:
        first = np.flatnonzero(pull >= least_of(pull, top)) if top else np.zeros(0, dtype=np.int64)
        ring, pull, strength = ring[first], pull[first], strength[first]
    # Actors are numbered by id.
    return ring[np.lexsort((ring, -strength, -pull))][:top]


def _pull(ends: tuple[Column, Column], weight: Column, near: Bools) -> Int64s:
    """Return per actor that is not near the summed weight of its ties with those that are."""
    u, v = ends
    inside = near.take(u)
    across = np.flatnonzero(inside != near.take(v))
    others = np.where(inside[across], v[across], u[across])
    # Weights are exact in a float up to 2^53 sentences.
    pull = np.bincount(others, weights=weight[across], minlength=len(near))
    return pull.astype(np.int64)
