"""A store as its readers see it: opened in milliseconds, from any thread, while builds go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice
from math import isnan
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd
import pyarrow as pa

from relmap.errors import StoreError
from relmap.models import (
    REFERENCE,
    Actor,
    ActorMention,
    Article,
    Evidence,
    Filters,
    Mark,
    Sentence,
    Unread,
)
from relmap.store.folder import StoreFolder, find_store
from relmap.store.generations import open_current
from relmap.store.index import ROLES, Index, load_table
from relmap.store.records import to_actors, to_article, to_frame
from relmap.store.texts import read_built, read_texts
from relmap.store.view import View

#: Articles whose texts are in memory at once when many are read one after the other.
_AT_ONCE = 200


class Store:
    """One generation of a store. A later build does not change it: open the store again."""

    def __init__(self, folder: StoreFolder, generation: Path, index: Index) -> None:
        self._folder = folder
        self._files = generation
        self._index = index

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the store at `path`.

        Raises
        ------
        StoreError
            when there is none, it is something else, it is damaged or of another format.
        """
        folder = find_store(path)
        return cls(folder, *open_current(folder))

    def __repr__(self) -> str:
        return f"<Store {str(self.path)!r}: {len(self._index['article.key'])} articles>"

    @property
    def path(self) -> Path:
        """The folder of the store."""
        return self._folder.root

    @property
    def generation(self) -> str:
        """What changes exactly when the content of the store changes."""
        return self._index.manifest.generation

    @property
    def model(self) -> str:
        """The model and rules that read the articles, with their versions."""
        return self._index.manifest.extractor

    @cached_property
    def built(self) -> date:
        """The day of the last build."""
        return read_built(self._folder.catalogue)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The known outlets, sorted."""
        return self._index.manifest.outlets

    def view(self, filters: Filters) -> View:
        """Return what the store shows under filters.

        Raises
        ------
        FilterError
            when the filters cannot be meant: the first day after the last, an unknown outlet, …
        """
        return View(self, self._index, filters)

    # articles

    def articles(self) -> pd.DataFrame:
        """Return all articles, newest first, undated last, then by title.

        Columns: article_id, title, outlet, outlet_source, date, date_source, words, sentences,
        url, path, row. Unknown values are None, dates are `datetime.date`.
        """
        return self._article_frame.copy()

    @cached_property
    def _article_frame(self) -> pd.DataFrame:
        return to_frame(self._article_table)

    @cached_property
    def _article_table(self) -> pa.Table:
        return load_table(self._files, "articles")

    def article(self, article_id: str) -> Article:
        """Return one article with its text.

        Raises
        ------
        StoreError
            when the store has no such article.
        """
        return next(self.read_articles([article_id]))

    def read_articles(self, article_ids: Iterable[str]) -> Iterator[Article]:
        """Yield articles with their texts in the order asked for, few in memory at once."""
        remaining = (self._article_number(article_id) for article_id in article_ids)
        while numbers := list(islice(remaining, _AT_ONCE)):
            yield from self._read_numbered(numbers)

    def sentences(self, article_id: str) -> tuple[Sentence, ...]:
        """Return the sentences of an article in order, whatever their role."""
        span = self._span("sentence", self._article_number(article_id))
        names = ("start", "end", "role")
        columns = (self._index[f"sentence.{name}"][span].tolist() for name in names)
        return tuple(
            Sentence(start, end, ROLES[role]) for start, end, role in zip(*columns, strict=True)
        )

    def mentions(self, article_id: str, *, references: bool = False) -> tuple[ActorMention, ...]:
        """Return the resolved mentions of an article in order, in sentences of any role.

        With `references` also the words that stand for an actor without naming it.
        """
        span = self._span("mention", self._article_number(article_id))
        return self._mentions_in(span, references)

    def unread(self) -> list[Unread]:
        """Return what was not read and why, sorted by path and row."""
        return [Unread(**record) for record in load_table(self._files, "unread").to_pylist()]

    # actors

    def actors(self) -> Mapping[str, Actor]:
        """Return all actors by id, sorted by id."""
        return self._actors

    def positions(self) -> Mapping[str, tuple[float, float]]:
        """Return where actors stand on the map, laid out once for the whole store."""
        return self._positions

    @cached_property
    def _actors(self) -> Mapping[str, Actor]:
        actors, aliases = (load_table(self._files, name) for name in ("actors", "aliases"))
        return MappingProxyType(to_actors(actors, aliases))

    @cached_property
    def _positions(self) -> Mapping[str, tuple[float, float]]:
        places = self._index["actor.position"].tolist()
        pairs = zip(self.actor_ids, places, strict=True)
        # Actors that were not laid out have NaN.
        return MappingProxyType({actor: (x, y) for actor, (x, y) in pairs if not isnan(x)})

    # what a view asks for

    @cached_property
    def actor_ids(self) -> Sequence[str]:
        """The ids of the actors by number."""
        return tuple(self._actors)

    def actor_number(self, actor_id: str) -> int | None:
        """Return the number of an actor, None for one that the store does not have."""
        return self._actor_numbers.get(actor_id)

    @cached_property
    def _actor_numbers(self) -> dict[str, int]:
        return {actor_id: number for number, actor_id in enumerate(self.actor_ids)}

    @cached_property
    def article_ids(self) -> Sequence[str]:
        """The ids of the articles by number."""
        return tuple(self._article_table["article_id"].to_pylist())

    def read_sentences(
        self, places: Sequence[tuple[int, int, bool]], *, references: bool
    ) -> tuple[Evidence, ...]:
        """Return sentences with every actor named, and with `references` every one referred to.

        They are given as (article number, sentence in it, whether it only refers).
        """
        numbers = sorted({number for number, _, _ in places})
        articles = dict(zip(numbers, self._read_numbered(numbers), strict=True))
        return tuple(
            replace(
                self._make_evidence(number, sentence, articles[number], references),
                referred=referred,
            )
            for number, sentence, referred in places
        )

    def _make_evidence(
        self, number: int, sentence: int, article: Article, references: bool
    ) -> Evidence:
        place = int(self._index["sentence.bounds"][number]) + sentence
        start = int(self._index["sentence.start"][place])
        end = int(self._index["sentence.end"][place])
        return Evidence(
            article_id=article.article_id,
            title=article.title,
            outlet=article.outlet,
            date=article.date,
            url=article.url,
            start=start,
            end=end,
            sentence=article.text[start:end],
            marks=tuple(
                Mark(mention.start, mention.end, mention.actor_id, mention.rule == REFERENCE)
                for mention in self._mentions_in(self._sentence_span(number, sentence), references)
            ),
        )

    # by number

    def _article_number(self, article_id: str) -> int:
        number = self._article_numbers.get(article_id)
        if number is None:
            raise StoreError(
                f'the store "{self.path}" has no article "{article_id}"; '
                "it may have been replaced by a later build, so open it again from the list"
            )
        return number

    @cached_property
    def _article_numbers(self) -> dict[str, int]:
        return {article_id: number for number, article_id in enumerate(self.article_ids)}

    def _read_numbered(self, numbers: Sequence[int]) -> list[Article]:
        keys = self._index["article.key"][list(numbers)].tolist()
        records = self._article_table.take(pa.array(numbers, pa.int64())).to_pylist()
        contents = [record["content"] for record in records]
        texts = read_texts(self._folder.catalogue, dict(zip(keys, contents, strict=True)))
        return [to_article(record, texts[key]) for record, key in zip(records, keys, strict=True)]

    def _sentence_span(self, number: int, sentence: int) -> slice:
        """Return where the mentions of one sentence lie; those of an article come in its order."""
        span = self._span("mention", number)
        first, last = np.searchsorted(
            self._index["mention.sentence"][span], (sentence, sentence + 1)
        ).tolist()
        return slice(span.start + first, span.start + last)

    def _mentions_in(self, span: slice, references: bool) -> tuple[ActorMention, ...]:
        names = ("start", "end", "sentence", "actor", "rule")
        columns = (self._index[f"mention.{name}"][span].tolist() for name in names)
        rules = self._index.manifest.rules
        return tuple(
            ActorMention(start, end, sentence, self.actor_ids[actor], rules[rule])
            for start, end, sentence, actor, rule in zip(*columns, strict=True)
            if references or rules[rule] != REFERENCE
        )

    def _span(self, table: str, number: int) -> slice:
        bounds = self._index[f"{table}.bounds"]
        return slice(int(bounds[number]), int(bounds[number + 1]))
