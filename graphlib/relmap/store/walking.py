"""All ties in view, and all their sentences, one after the other: few are in memory at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from relmap.models import Evidence, Tie
from relmap.store.evidence import Place, behind_tie, find_page
from relmap.store.listing import list_ties
from relmap.store.selecting import Selection

#: Ties, and sentences, that are in memory at once.
_TIES, _SENTENCES = 10_000, 5_000


def walk_ties(selected: Selection, names: Sequence[str]) -> Iterator[tuple[int, Tie]]:
    """Yield the ties in view with the numbers of their dyads, heaviest first, then by names."""
    ties, rank = selected.ties, selected.index["actor.rank"]
    u, v = ties.ends
    order = np.lexsort((rank[v], rank[u], -ties.sentences))
    for start in range(0, len(order), _TIES):
        some = order[start : start + _TIES]
        listed = ties.only(some)
        yield from zip(
            listed.group.tolist(), list_ties(selected.index, listed, names, None), strict=True
        )


def walk_evidence(
    selected: Selection,
    names: Sequence[str],
    read: Callable[[Sequence[Place]], Sequence[Evidence]],
) -> Iterator[tuple[Tie, Evidence]]:
    """Yield every sentence of every tie in view: the ties in order, and in each the newest first.

    `read` makes sentences of places; it is given many at once, of many ties.
    """
    waiting: list[tuple[Tie, Place]] = []
    for dyad, tie in walk_ties(selected, names):
        behind = behind_tie(selected, dyad)
        for start in range(0, tie.sentences, _SENTENCES):
            waiting += [(tie, place) for place in find_page(selected, behind, start, _SENTENCES)]
            if len(waiting) >= _SENTENCES:
                yield from _read(waiting, read)
                waiting = []
    yield from _read(waiting, read)


def _read(
    waiting: Sequence[tuple[Tie, Place]], read: Callable[[Sequence[Place]], Sequence[Evidence]]
) -> Iterator[tuple[Tie, Evidence]]:
    found = read([place for _, place in waiting])
    yield from zip((tie for tie, _ in waiting), found, strict=True)
