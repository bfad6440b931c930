"""Some articles → columns of small numbers: where their sentences and mentions lie, who is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from relmap.filters import NO_DAY, NO_OUTLET, Bools
from relmap.models import EVIDENCE_ROLES, REFERENCE, ActorMention, Sentence
from relmap.store.columns import Column, narrow
from relmap.store.frames import to_frames
from relmap.store.identity import Copy, Owned
from relmap.store.index import ROLES
from relmap.ties import Int64s, changes, total

#: What a mention is to its sentence: nothing that counts beside others; the first mention, in a
#: sentence that can be evidence, of an actor that the sentence only refers to, or that it names.
SEEN_BEFORE, REFERRED, NAMED = range(3)
STATES = 3

_EVIDENCE = np.array([role in EVIDENCE_ROLES for role in ROLES])


@dataclass(frozen=True, slots=True)
class Indexed:
    """One article as it goes into the index."""

    owned: Owned
    sentences: tuple[Sentence, ...]
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that actors, outlets, rules and origins have in a draft, in order of coming."""

    actors: Mapping[str, int]
    outlets: dict[str, int] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=dict)
    origins: dict[tuple[str, str, str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some articles as columns; `texts` has their ids, titles and paths."""

    columns: dict[str, Column]
    texts: pa.RecordBatch


@dataclass(frozen=True, slots=True)
class _Mentions:
    """The mentions of some articles, one place each, sentence after sentence."""

    article: Int64s
    sentence: Int64s
    start: Int64s
    end: Int64s
    actor: Int64s
    rule: Int64s
    referred: Bools
    counts: Bools


def encode(articles: Sequence[Indexed], numbers: Numbers) -> Chunk:
    """Return articles as columns.

    `article.*` has one place per article, with the numbers of its sentences, mentions and actors
    in `*.count`. A sentence is its frame and its length; a mention the gap to what is before it in the sentence, its length, its actor's
    place among those of the article (`cast`), and a code for its rule and what it is to its
    sentence. `cast.*` says per actor of an article how often it is named and referred to, and in
    how many sentences; only those that can be evidence count.
    """
    sentences = [sentence for one in articles for sentence in one.sentences]
    starts = _ints([sentence.start for sentence in sentences])
    ends = _ints([sentence.end for sentence in sentences])
    number = {role: place for place, role in enumerate(ROLES)}
    roles = _ints([number[sentence.role] for sentence in sentences])
    sizes = _ints([len(one.sentences) for one in articles])
    mentions = _mentions(articles, numbers, roles, sizes)
    before = np.concatenate(([0], ends[:-1]))[: len(starts)]
    before[(np.cumsum(sizes) - sizes)[sizes > 0]] = 0
    columns = {
        **_articles(articles, numbers),
        "sentence.count": sizes,
        "sentence.frame": to_frames(
            starts - before, roles, np.bincount(mentions.sentence, minlength=len(starts))
        ),
        "sentence.length": ends - starts,
        "mention.count": np.bincount(mentions.article, minlength=len(articles)),
        "mention.gap": mentions.start - _before(mentions, starts),
        "mention.length": mentions.end - mentions.start,
        **_cast(mentions, len(articles)),
    }
    return Chunk({name: narrow(column) for name, column in columns.items()}, _texts(articles))


def _articles(articles: Sequence[Indexed], numbers: Numbers) -> dict[str, Column]:
    copies = [one.owned.copy for one in articles]
    outlets, origins = numbers.outlets, numbers.origins
    return {
        "article.key": _ints([copy.key for copy in copies]),
        "article.check": _ints([check_of(bytes.fromhex(copy.content)) for copy in copies]),
        "article.day": _ints(
            [date.fromisoformat(copy.date).toordinal() if copy.date else NO_DAY for copy in copies]
        ),
        "article.outlet": _ints(
            [
                NO_OUTLET if copy.outlet is None else outlets.setdefault(copy.outlet, len(outlets))
                for copy in copies
            ]
        ),
        "article.origin": _ints(
            [origins.setdefault(_origin(copy), len(origins)) for copy in copies]
        ),
        # Rows count from 0 or 1; 0 stands for none.
        "article.row": _ints([0 if copy.row is None else copy.row + 1 for copy in copies]),
        "article.words": _ints([copy.words for copy in copies]),
    }


def check_of(content: bytes) -> int:
    """Return a number by which a catalogue's article is known to be the one that was indexed."""
    return int.from_bytes(content[:4])


def _origin(copy: Copy) -> tuple[str, str, str, str]:
    return copy.title_source, copy.outlet_source, copy.date_source, copy.language


def _texts(articles: Sequence[Indexed]) -> pa.RecordBatch:
    columns = {
        "article_id": [one.owned.article_id for one in articles],
        "title": [one.owned.copy.title or "" for one in articles],
        "path": [one.owned.copy.path for one in articles],
    }
    return pa.RecordBatch.from_pydict(
        {name: pa.array(texts, pa.string()) for name, texts in columns.items()}
    )


def _mentions(
    articles: Sequence[Indexed], numbers: Numbers, roles: Int64s, sizes: Int64s
) -> _Mentions:
    found = [mention for one in articles for mention in one.mentions]
    counts = _ints([len(one.mentions) for one in articles])
    article = np.repeat(np.arange(len(articles)), counts)
    sentence = _ints([mention.sentence for mention in found])
    sentence += (np.cumsum(sizes) - sizes)[article]
    rules = numbers.rules
    actor = _ints([numbers.actors[mention.actor_id] for mention in found])
    rule = _ints([rules.setdefault(mention.rule, len(rules)) for mention in found])
    start = _ints([mention.start for mention in found])
    end = _ints([mention.end for mention in found])
    # They come in the order of the text; where one does not, its sentence decides.
    order = np.argsort(sentence, kind="stable")
    return _Mentions(
        article=article[order],
        sentence=sentence[order],
        start=start[order],
        end=end[order],
        actor=actor[order],
        rule=rule[order],
        referred=rule[order] == rules.get(REFERENCE, -1),
        counts=_EVIDENCE[roles[sentence[order]]],
    )


def _before(mentions: _Mentions, starts: Int64s) -> Int64s:
    """Return where what is before each mention ends: the mention before, or its sentence begins."""
    before = np.concatenate(([0], mentions.end[:-1]))[: len(mentions.end)]
    return np.where(changes(mentions.sentence), starts[mentions.sentence], before)


def _cast(mentions: _Mentions, articles: int) -> dict[str, Column]:
    """Gather mentions by article and actor."""
    states = _states(mentions)
    order = np.lexsort((mentions.actor, mentions.article))
    article, actor = mentions.article[order], mentions.actor[order]
    starts = np.flatnonzero(changes(article) | changes(actor))
    counts = np.bincount(article[starts], minlength=articles)
    local = np.arange(len(starts)) - (np.cumsum(counts) - counts)[article[starts]]
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.repeat(local, np.diff(starts, append=len(order)))
    counted, referred = mentions.counts[order], mentions.referred[order]
    return {
        "mention.cast": place,
        "mention.code": mentions.rule * STATES + states,
        "cast.count": counts,
        "cast.actor": actor[starts],
        "cast.mentions": total(counted & ~referred, starts),
        "cast.references": total(counted & referred, starts),
        "cast.named": total(states[order] == NAMED, starts),
        "cast.referred": total(states[order] == REFERRED, starts),
    }


def _states(mentions: _Mentions) -> Int64s:
    """Say what each mention is to its sentence.

    "Pakistan … Islamabad" in one sentence are two mentions of Pakistan and one sighting, which
    the first stands for.
    """
    order = np.flatnonzero(mentions.counts)
    order = order[np.lexsort((mentions.actor[order], mentions.sentence[order]))]
    sentence, actor = mentions.sentence[order], mentions.actor[order]
    starts = np.flatnonzero(changes(sentence) | changes(actor))
    named = total(~mentions.referred[order], starts) > 0
    states = np.full(len(mentions.actor), SEEN_BEFORE)
    states[order[starts]] = np.where(named, NAMED, REFERRED)
    return states


def _ints(values: Sequence[int]) -> Int64s:
    return np.array(values, dtype=np.int64)
