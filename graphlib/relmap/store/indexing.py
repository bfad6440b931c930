"""Articles, extractions and resolved actors → the columns and tables of a new generation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.models import (
    EVIDENCE_ROLES,
    KINDS,
    REFERENCE,
    Actor,
    ActorMention,
    Sentence,
    Unread,
)
from relmap.store.identity import Owned
from relmap.store.index import ROLES, Column, Index, Manifest
from relmap.store.stories import number_stories
from relmap.ties import find_sightings, pair_up


@dataclass(frozen=True, slots=True)
class Indexed:
    """One article as it goes into the index."""

    owned: Owned
    sentences: tuple[Sentence, ...]
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a generation shows. Articles and actors may come in any order.

    `texts` holds a hash of each article's text, by the article's key in the catalogue.
    """

    generation: str
    extractor: str
    articles: Sequence[Indexed]
    actors: Sequence[Actor]
    unread: Sequence[Unread]
    texts: Mapping[int, str]


def make_index(content: Content) -> tuple[Index, Mapping[str, pa.Table]]:
    """Number articles and actors, and lay out everything as columns.

    Positions are not known yet (NaN) and the totals are those of an empty store; both come from
    looking at this very index without a filter.
    """
    outlets = _names(indexed.owned.copy.outlet for indexed in content.articles)
    articles = sorted(content.articles, key=_outlet_first)
    actors = sorted(content.actors, key=lambda actor: actor.actor_id)
    rules = _names(mention.rule for indexed in articles for mention in indexed.mentions)
    columns = {
        **_article_columns(articles, outlets),
        "article.story": number_stories(content.texts[one.owned.copy.key] for one in articles),
        **_actor_columns(actors),
        **_sentence_columns(articles),
        **_mention_columns(articles, actors, rules),
    }
    referred = np.isin(
        columns["mention.rule"], [rules.index(REFERENCE)] if REFERENCE in rules else []
    )
    columns |= _evidence_columns(columns, referred, len(actors))
    manifest = Manifest(content.generation, content.extractor, outlets, rules, actors=0, ties=0)
    tables = {
        "articles": _article_table(articles),
        "actors": _actor_table(actors),
        "aliases": _alias_table(actors),
        "unread": _unread_table(content.unread),
    }
    return Index(manifest, columns), tables


def complete_index(
    index: Index,
    actors: int,
    ties: tuple[int, int],
    positions: Mapping[int, tuple[float, float]],
) -> Index:
    """Return the index with its totals and with the positions of the actors that have one.

    `ties` are the totals by names alone and with references.
    """
    columns = dict(index.columns)
    places = np.full_like(columns["actor.position"], np.nan)
    for actor, place in positions.items():
        places[actor] = place
    columns["actor.position"] = places
    by_name, with_references = ties
    manifest = replace(
        index.manifest, actors=actors, ties=by_name, ties_with_references=with_references
    )
    return Index(manifest, columns)


def _outlet_first(indexed: Indexed) -> tuple[bool, str, str]:
    outlet = indexed.owned.copy.outlet
    return outlet is None, outlet or "", indexed.owned.article_id


def _names(values: Any) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value is not None}))


def _ranks(values: Sequence[Any]) -> list[int]:
    """Return the place of each value in sorted order."""
    ranks = [0] * len(values)
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        ranks[place] = rank
    return ranks


def _bounds(sizes: Sequence[int]) -> Column:
    return np.concatenate(([0], np.cumsum(np.array(sizes, dtype=np.int64)))).astype(np.int64)


def _article_columns(articles: Sequence[Indexed], outlets: Sequence[str]) -> dict[str, Column]:
    number = {outlet: place for place, outlet in enumerate(outlets)}
    copies = [indexed.owned.copy for indexed in articles]
    days = [date.fromisoformat(copy.date).toordinal() if copy.date else NO_DAY for copy in copies]
    outlet_of = [NO_OUTLET if copy.outlet is None else number[copy.outlet] for copy in copies]
    ranks = _ranks([indexed.owned.article_id for indexed in articles])
    return {
        "article.key": np.array([copy.key for copy in copies], dtype=np.int64),
        "article.day": np.array(days, dtype=np.int32),
        "article.outlet": np.array(outlet_of, dtype=np.int32),
        "article.rank": np.array(ranks, dtype=np.int32),
    }


def _actor_columns(actors: Sequence[Actor]) -> dict[str, Column]:
    kinds = [KINDS.index(actor.kind) for actor in actors]
    ranks = _ranks([(actor.name, actor.actor_id) for actor in actors])
    return {
        "actor.kind": np.array(kinds, dtype=np.int8),
        "actor.rank": np.array(ranks, dtype=np.int32),
        "actor.position": np.full((len(actors), 2), np.nan, dtype=np.float64),
    }


def _sentence_columns(articles: Sequence[Indexed]) -> dict[str, Column]:
    sentences = [sentence for indexed in articles for sentence in indexed.sentences]
    number = {role: place for place, role in enumerate(ROLES)}
    return {
        "sentence.bounds": _bounds([len(indexed.sentences) for indexed in articles]),
        "sentence.start": np.array([sentence.start for sentence in sentences], dtype=np.int32),
        "sentence.end": np.array([sentence.end for sentence in sentences], dtype=np.int32),
        "sentence.role": np.array([number[one.role] for one in sentences], dtype=np.int8),
    }


def _mention_columns(
    articles: Sequence[Indexed], actors: Sequence[Actor], rules: Sequence[str]
) -> dict[str, Column]:
    mentions = [mention for indexed in articles for mention in indexed.mentions]
    actor = {known.actor_id: place for place, known in enumerate(actors)}
    rule = {name: place for place, name in enumerate(rules)}
    return {
        "mention.bounds": _bounds([len(indexed.mentions) for indexed in articles]),
        "mention.start": np.array([mention.start for mention in mentions], dtype=np.int32),
        "mention.end": np.array([mention.end for mention in mentions], dtype=np.int32),
        "mention.sentence": np.array([mention.sentence for mention in mentions], dtype=np.int32),
        "mention.actor": np.array([actor[one.actor_id] for one in mentions], dtype=np.int32),
        "mention.rule": np.array([rule[mention.rule] for mention in mentions], dtype=np.int16),
    }


def _evidence_columns(
    columns: Mapping[str, Column], referred: Column, actors: int
) -> dict[str, Column]:
    bounds = columns["mention.bounds"]
    article = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    sentence = columns["mention.sentence"]
    roles = columns["sentence.role"][columns["sentence.bounds"][article] + sentence]
    counts = np.isin(roles, [ROLES.index(role) for role in sorted(EVIDENCE_ROLES)])
    actor = columns["mention.actor"]
    sightings = find_sightings(
        article[counts], sentence[counts], actor[counts], referred[counts], actors
    )
    rows = pair_up(sightings)
    return {
        "sighting.bounds": sightings.bounds,
        "sighting.article": sightings.article,
        "sighting.sentence": sightings.sentence,
        "sighting.mentions": sightings.mentions,
        "sighting.references": sightings.references,
        "dyad.u": rows.u,
        "dyad.v": rows.v,
        "dyad.bounds": rows.bounds,
        "evidence.article": rows.article,
        "evidence.sentence": rows.sentence,
        "evidence.named": rows.named,
    }


def _article_table(articles: Sequence[Indexed]) -> pa.Table:
    text, number = pa.string(), pa.int64()
    copies = [indexed.owned.copy for indexed in articles]
    return pa.table(
        {
            "article_id": pa.array([one.owned.article_id for one in articles], text),
            "content": pa.array([copy.content for copy in copies], text),
            "title": pa.array([copy.title for copy in copies], text),
            "title_source": pa.array([copy.title_source for copy in copies], text),
            "outlet": pa.array([copy.outlet for copy in copies], text),
            "outlet_source": pa.array([copy.outlet_source for copy in copies], text),
            "date": pa.array([copy.date for copy in copies], text),
            "date_source": pa.array([copy.date_source for copy in copies], text),
            "url": pa.array([copy.url for copy in copies], text),
            "path": pa.array([copy.path for copy in copies], text),
            "row": pa.array([copy.row for copy in copies], number),
            "words": pa.array([copy.words for copy in copies], number),
            "sentences": pa.array([len(one.sentences) for one in articles], number),
        }
    )


def _actor_table(actors: Sequence[Actor]) -> pa.Table:
    text = pa.string()
    return pa.table(
        {
            "actor_id": pa.array([actor.actor_id for actor in actors], text),
            "name": pa.array([actor.name for actor in actors], text),
            "kind": pa.array([actor.kind for actor in actors], text),
            "country_code": pa.array([actor.country_code for actor in actors], text),
            "titles": pa.array([list(actor.titles) for actor in actors], pa.list_(text)),
            "ambiguous": pa.array([actor.ambiguous for actor in actors], pa.bool_()),
        }
    )


def _alias_table(actors: Sequence[Actor]) -> pa.Table:
    aliases = [(place, alias) for place, actor in enumerate(actors) for alias in actor.aliases]
    return pa.table(
        {
            "actor": pa.array([place for place, _ in aliases], pa.int32()),
            "surface": pa.array([alias.surface for _, alias in aliases], pa.string()),
            "mentions": pa.array([alias.mentions for _, alias in aliases], pa.int64()),
            "rule": pa.array([alias.rule for _, alias in aliases], pa.string()),
        }
    )


def _unread_table(unread: Sequence[Unread]) -> pa.Table:
    return pa.table(
        {
            "path": pa.array([item.path for item in unread], pa.string()),
            "row": pa.array([item.row for item in unread], pa.int64()),
            "reason": pa.array([item.reason for item in unread], pa.string()),
        }
    )
