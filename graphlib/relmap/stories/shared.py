"""Shared shingles: which texts share which, and which of them tell stories rather than phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relmap.stories.shingles import Sketch

Numbers = NDArray[np.uint32]
Counts = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: Of a shingle of more texts than this each is paired with the first and with the one before it
#: only, so that a footer of thousands, and a story that hundreds print, take no more than twice
#: their number. The first alone will not do: it may be a digest, which is a copy of none of them.
CROWD = 60

#: Texts from which on a shingle can be a phrase, and how alike (0 to 1, the cosine of their sketches)
#: those who hold a phrase are on average at most. Copies are more alike, articles with one footer less.
SEVERAL = 4
_PHRASE = 0.35

#: Sketches are sorted in so many slices by their highest bits, and pairs counted so many at once:
#: what either needs stays below some 300 MB.
_SLICES = 16
_PAIRS_AT_ONCE = 3_000_000


@dataclass(frozen=True, slots=True)
class Shared:
    """The shingles that several texts hold: of each its hash, and its texts, rising, in `texts`.

    Shingle `i` is held by `texts[starts[i]:starts[i] + counts[i]]`.
    """

    hashes: Sketch
    starts: Counts
    counts: Counts
    texts: Numbers

    def are_rare_together(self, hashes: Sketch) -> bool:
        """Tell whether fewer than four texts hold all of these.

        Short sentences that many texts hold, "Talks will go on next week", follow each other in the
        same way in copies only; those of a footer are held together by all who have it.
        """
        if not len(self.hashes):
            return False
        places = np.searchsorted(self.hashes, hashes).clip(max=len(self.hashes) - 1)
        return self.few_hold(places[self.hashes[places] == hashes], SEVERAL)

    def few_hold(self, shingles: Counts, fewer_than: int) -> bool:
        """Tell whether so few texts hold all of some shingles, given by their places here.

        Two at least are asked for, and one that no crowd holds.
        """
        rarest = shingles[np.argsort(self.counts[shingles], kind="stable")]
        if len(rarest) < 2 or self.counts[rarest[0]] > CROWD:
            return False
        holders = self._holders(rarest[0])
        for shingle in rarest[1:]:
            every = self._holders(shingle)
            at = np.searchsorted(every, holders).clip(max=len(every) - 1)
            holders = holders[every[at] == holders]
            if len(holders) < fewer_than:
                return True
        return False

    def _holders(self, shingle: int) -> Numbers:
        start = self.starts[shingle]
        return self.texts[start : start + self.counts[shingle]]


@dataclass(frozen=True, slots=True)
class Paired:
    """Pairs of texts: `earlier` < `later`, how many shingles they share, and of which shingle each is.

    A pair stands once per shared shingle in `shingles`; `pair_of` tells which pair that is.
    """

    earlier: Numbers
    later: Numbers
    shingles: Counts
    pair_of: Counts


def find_shared(values: Sketch, owners: Numbers) -> Shared:
    """Return what several texts share of the sketches' values, each given with its text."""
    hashes, counts, texts = [], [], []
    width = np.uint32(32 - (_SLICES - 1).bit_length())
    for slice_ in range(_SLICES):
        chosen = (values >> width) == slice_
        packed = values[chosen].astype(np.uint64) << np.uint64(32) | owners[chosen]
        packed.sort()
        found = (packed >> np.uint64(32)).astype(np.uint32)
        firsts = _firsts(found)
        held = np.diff(np.r_[firsts, len(found)])
        several = held > 1
        hashes.append(found[firsts[several]])
        counts.append(held[several])
        texts.append(packed[np.repeat(several, held)].astype(np.uint32))
    every = np.concatenate(counts)
    return Shared(np.concatenate(hashes), np.cumsum(every) - every, every, np.concatenate(texts))


def find_phrases(shared: Shared, sizes: Numbers) -> Bools:
    """Tell of each shared shingle whether it is a phrase, a header or a footer.

    It is when four texts or more hold it that share little else: so a footer of an outlet shows
    in a hundred articles as in a million. `sizes` are the sizes of the sketches.
    """
    total, pairs = np.zeros(len(shared.counts)), np.zeros(len(shared.counts), np.int64)
    for paired in pairs_of(shared, len(sizes)):
        both = np.sqrt(sizes[paired.earlier].astype(np.float64) * sizes[paired.later])
        alike = np.bincount(paired.pair_of, minlength=len(both)) / both
        total += np.bincount(paired.shingles, alike[paired.pair_of], len(total))
        pairs += np.bincount(paired.shingles, minlength=len(total))
    phrases: Bools = (shared.counts >= SEVERAL) & (total < _PHRASE * pairs)
    return phrases


def pairs_of(shared: Shared, count: int) -> Iterator[Paired]:
    """Yield all pairs of the `count` texts that share a shingle, some millions at a time.

    Of a shingle that a crowd holds only each one's pairs with the first text and with the text
    before it are there.
    """
    shingle = np.repeat(np.arange(len(shared.counts), dtype=np.uint32), shared.counts)
    place = (np.arange(len(shingle)) - shared.starts[shingle]).astype(np.uint32)
    crowded = shared.counts > CROWD
    partners = np.minimum(place, 2, out=place.copy(), where=crowded[shingle])
    for low, high in _spans(shared.texts, partners, count):
        later = np.flatnonzero((shared.texts >= low) & (shared.texts < high) & (partners > 0))
        if not len(later):
            continue
        many = partners[later].astype(np.int64)
        nth = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        own = np.repeat(shingle[later], many).astype(np.int64)
        before = np.repeat(place[later], many).astype(np.int64) - 1
        nth = np.where(crowded[own] & (nth > 0), before, nth)
        earlier = shared.texts[shared.starts[own] + nth].astype(np.uint64)
        packed = np.repeat(shared.texts[later], many).astype(np.uint64) << np.uint64(32) | earlier
        order = np.argsort(packed)
        packed = packed[order]
        firsts = _firsts(packed)
        pair_of = np.repeat(np.arange(len(firsts)), np.diff(np.r_[firsts, len(packed)]))
        pairs = packed[firsts]
        yield Paired(
            pairs.astype(np.uint32), (pairs >> np.uint64(32)).astype(np.uint32), own[order], pair_of
        )


def _firsts(ordered: NDArray[np.uint32] | NDArray[np.uint64]) -> Counts:
    """Return where each run of equal numbers begins."""
    new = np.ones(len(ordered), np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(new)


def _spans(texts: Numbers, partners: Numbers, count: int) -> Iterator[tuple[int, int]]:
    """Cut the text numbers into spans with so many pairs each."""
    pairs = np.cumsum(np.bincount(texts, weights=partners, minlength=count))
    marks = np.arange(_PAIRS_AT_ONCE, pairs[-1] if count else 0, _PAIRS_AT_ONCE)
    cuts = np.unique(np.r_[0, np.searchsorted(pairs, marks) + 1, count].clip(max=count))
    yield from zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)
