"""The heaviest ties of a selection without adding up the rest: exact, and stops early."""

from __future__ import annotations

import numpy as np

from relmap.store.columns import Column
from relmap.store.selecting import Selection, Ties

#: Entries that are added up before it is first looked whether that will do.
_FIRST_BLOCK = 1 << 18


def heaviest(selected: Selection, top: int) -> Ties:
    """Return the `top` heaviest ties in view and all that weigh as much as the last of them.

    Dyads lie in the order of their weight without filters, which no filter can raise: once enough
    ties in hand are heavier than the next dyad could be, those behind it need no look. An equal
    one may come first by its name, so these are looked at.
    """
    if "ties" in vars(selected):
        return _strongest(selected.ties, top)
    entries, ceilings = selected.entries, selected.ceilings
    found = selected.weigh(0, 0)
    begin, block, least = 0, _FIRST_BLOCK, selected.filters.min_weight
    while begin < len(entries) and int(ceilings[begin]) >= least:
        end = _reach(entries.bounds, begin, block)
        found = _strongest(_joined(found, selected.weigh(begin, end)), top)
        if len(found.group) >= top:
            least = int(found.sentences.min())
        begin, block = end, block * 2
    return found


def _reach(bounds: Column, begin: int, block: int) -> int:
    """Return the first dyad behind some that have `block` entries together, or one that has more."""
    last = min(int(bounds[begin]) + block, int(bounds[-1]))
    # In the type of the column: NumPy would else turn millions of bounds into another one first.
    end = int(np.searchsorted(bounds, bounds.dtype.type(last), side="right")) - 1
    return max(begin + 1, end)


def _joined(some: Ties, more: Ties) -> Ties:
    return Ties(
        some.counted,
        np.concatenate((some.group, more.group)),
        np.concatenate((some.sentences, more.sentences)),
    )


def _strongest(ties: Ties, top: int) -> Ties:
    return ties.only(ties.sentences >= least_of(ties.sentences, top))


def least_of(weights: Column, top: int) -> int:
    """Return the weight of the `top`-th heaviest; 0 where there are fewer."""
    if not 0 < top < len(weights):
        return 0
    return int(np.partition(weights, len(weights) - top)[len(weights) - top])
