"""Where in their articles sentences and mentions lie, found again from the gaps between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from relmap.store.columns import Column
from relmap.store.encoding import NAMED, SEEN_BEFORE, STATES
from relmap.store.frames import from_frames
from relmap.store.index import Index
from relmap.store.pairs import Sightings
from relmap.ties import Int64s, spread


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one article: offsets, the numbers of their roles, and of their mentions."""

    start: Int64s
    end: Int64s
    role: Int64s
    mentions: Int64s


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one article in order; `sentence` counts inside it, `state` as in `encoding`."""

    start: Int64s
    end: Int64s
    sentence: Int64s
    actor: Column
    rule: Int64s
    state: Int64s


def sentences_in(index: Index, article: int) -> Sentences:
    """Return the sentences of an article."""
    span = index.span("sentence", article)
    gaps, roles, mentions = from_frames(index.lengthen("sentence.frame", span))
    lengths = index.lengthen("sentence.length", span)
    ends = np.cumsum(gaps + lengths)
    return Sentences(ends - lengths, ends, roles, mentions)


def mentions_in(index: Index, article: int) -> Mentions:
    """Return the mentions of an article."""
    sentences = sentences_in(index, article)
    counts = sentences.mentions
    sentence = np.repeat(np.arange(len(counts)), counts)
    span = index.span("mention", article)
    lengths = index.lengthen("mention.length", span)
    ends = np.cumsum(index.lengthen("mention.gap", span) + lengths)
    # Gaps count from the sentence's own start.
    before = np.concatenate(([0], ends))[(np.cumsum(counts) - counts)[sentence]]
    ends = ends - before + sentences.start[sentence]
    cast = index.lengthen("mention.cast", span) + int(index.bounds("cast")[article])
    rule, state = np.divmod(index["mention.code"][span].astype(np.int64), STATES)
    return Mentions(ends - lengths, ends, sentence, index["cast.actor"][cast], rule, state)


def sightings_in(index: Index, articles: Int64s) -> Sightings:
    """Return who stands in which sentence of some articles, which ascend."""
    sentences = _places(index.bounds("sentence"), articles)[0]
    _, _, counts = from_frames(index.lengthen("sentence.frame", sentences))
    places, owner = _places(index.bounds("mention"), articles)
    states = index["mention.code"][places] % STATES
    seen = np.flatnonzero(states != SEEN_BEFORE)
    owner, places = owner[seen], places[seen]
    cast = index.lengthen("mention.cast", places) + index.bounds("cast")[articles][owner]
    return Sightings(
        article=articles[owner],
        sentence=np.repeat(np.arange(len(counts)), counts)[seen],
        actor=index["cast.actor"][cast],
        named=states[seen] == NAMED,
    )


def _places(bounds: Column, articles: Int64s) -> tuple[Int64s, Int64s]:
    """Return the places that articles own, and which of these articles owns each."""
    starts = bounds[articles].astype(np.int64)
    sizes = bounds[articles + 1].astype(np.int64) - starts
    return spread(starts, sizes), np.repeat(np.arange(len(articles)), sizes)
