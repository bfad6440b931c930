"""Articles → the entries of all dyads, some articles at a time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from relmap.store.columns import Column, combine, narrow, shorten
from relmap.store.index import Index
from relmap.store.pairs import merge, pair_up, sort_by_weight
from relmap.store.places import sightings_in
from relmap.ties import Entries, Int64s, cut

#: Mentions whose sightings are held at once.
_AT_ONCE = 1 << 20


def pair_articles(index: Index, articles: Int64s) -> Entries:
    """Return in which of these articles, which ascend, each dyad stands."""
    # Nothing holds on to the batches once they are merged: they are as large as the whole.
    pairs = merge(
        [
            pair_up(sightings_in(index, some), index.actors)
            for some in _batches(index.bounds("mention"), articles)
        ]
    )
    return sort_by_weight(pairs, index.actors)


def entry_columns(index: Index) -> dict[str, Column]:
    """Return the columns of all dyads and their entries."""
    entries = pair_articles(index, np.arange(index.articles))
    counts, (named, referred) = combine((entries.named, entries.referred))
    return {
        # Dyads of one weight are sorted by `u`, so that it differs little from one to the next.
        **shorten("dyad.step", np.diff(entries.u, prepend=0)),
        "dyad.v": narrow(entries.v),
        **shorten("dyad.count", np.diff(entries.bounds)),
        "entry.article": narrow(entries.article),
        "entry.counts": counts,
        "counts.named": named,
        "counts.referred": referred,
    }


def _batches(bounds: Column, articles: Int64s) -> Iterator[Int64s]:
    sizes = bounds[articles + 1].astype(np.int64) - bounds[articles]
    return (articles[some] for some in cut(sizes, _AT_ONCE))
