"""A store as its readers see it: checked when it is opened, read from any thread while builds go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd

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
from relmap.store.articles import Articles
from relmap.store.contents import read_built
from relmap.store.evidence import Place
from relmap.store.folder import StoreFolder, find_store
from relmap.store.generations import open_current
from relmap.store.index import ROLES, Index
from relmap.store.mapped import Blocks, load_table
from relmap.store.people import Actors
from relmap.store.places import Sentences, mentions_in, sentences_in
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
        return f"<Store {str(self.path)!r}: {self._index.articles} articles>"

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

        Columns: article_id, title, outlet, outlet_source, language, date, date_source, words,
        sentences, url, path, row. Unknown values are None (of languages ""), dates are
        `datetime.date`.
        """
        return self.known_articles.frame(self._index["article.listed"].astype(np.int64))

    def article_rows(self, article_ids: Iterable[str]) -> pd.DataFrame:
        """Return the rows of `articles` for these articles, in the order asked for.

        Raises
        ------
        StoreError
            when the store has no such article.
        """
        numbers = [self.known_articles.number(article_id) for article_id in article_ids]
        return self.known_articles.frame(np.array(numbers, dtype=np.int64))

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
        remaining = (self.known_articles.number(article_id) for article_id in article_ids)
        while numbers := list(islice(remaining, _AT_ONCE)):
            yield from self.known_articles.read(numbers)

    def sentences(self, article_id: str) -> tuple[Sentence, ...]:
        """Return the sentences of an article in order, whatever their role."""
        found = sentences_in(self._index, self.known_articles.number(article_id))
        columns = (found.start.tolist(), found.end.tolist(), found.role.tolist())
        return tuple(
            Sentence(start, end, ROLES[role]) for start, end, role in zip(*columns, strict=True)
        )

    def mentions(self, article_id: str, *, references: bool = False) -> tuple[ActorMention, ...]:
        """Return the resolved mentions of an article in order, in sentences of any role.

        With `references` also the words that stand for an actor without naming it.
        """
        return self._mentions(self.known_articles.number(article_id), references)

    def unread(self) -> list[Unread]:
        """Return what was not read and why, sorted by path and row."""
        return [Unread(**record) for record in load_table(self._files, "unread").to_pylist()]

    # actors

    def actors(self) -> Mapping[str, Actor]:
        """Return all actors by id, sorted by id; each is made when it is asked for."""
        return self._actors

    def namesakes(self, actor_id: str) -> bool:
        """Tell whether another actor has the very same name."""
        number = self.actor_number(actor_id)
        return number is not None and bool(self._index["actor.namesake"][number])

    def positions(self) -> Mapping[str, tuple[float, float]]:
        """Return where actors stand on the map, laid out once for the whole store."""
        return self._positions

    @cached_property
    def _actors(self) -> Actors:
        ids = load_table(self._files, "people").column("actor_id")
        return Actors(ids, Blocks(self._files, "actors"))

    @cached_property
    def _positions(self) -> Mapping[str, tuple[float, float]]:
        numbers = self._index["position.actor"].tolist()
        places = self._index["position.place"].tolist()
        return MappingProxyType(
            {self.actor_ids[number]: (x, y) for number, (x, y) in zip(numbers, places, strict=True)}
        )

    # what a view asks for

    @property
    def actor_ids(self) -> Sequence[str]:
        """The ids of the actors by number."""
        return self._actors.ids

    def actor_number(self, actor_id: str) -> int | None:
        """Return the number of an actor, None for one that the store does not have."""
        return self._actors.ids.find(actor_id)

    @cached_property
    def known_articles(self) -> Articles:
        """The articles by number."""
        return Articles(self._index, self._files, self._folder.catalogue)

    def read_sentences(
        self, places: Sequence[Place], *, references: bool, marked: bool = True
    ) -> tuple[Evidence, ...]:
        """Return sentences with every actor named, and with `references` every one referred to.

        Not `marked`, they come without these marks, and sooner.
        """
        numbers = sorted({place.article for place in places})
        articles = zip(numbers, self.known_articles.read(numbers), strict=True)
        found = {
            number: (
                article,
                sentences_in(self._index, number),
                self._mentions(number, references) if marked else (),
            )
            for number, article in articles
        }
        return tuple(_make_evidence(place, *found[place.article]) for place in places)

    def _mentions(self, number: int, references: bool) -> tuple[ActorMention, ...]:
        found, rules = mentions_in(self._index, number), self._index.manifest.rules
        actors = found.actor.tolist()
        ids = {actor: self.actor_ids[actor] for actor in set(actors)}
        columns = (found.start, found.end, found.sentence, found.rule)
        return tuple(
            ActorMention(start, end, sentence, ids[actor], rules[rule])
            for actor, start, end, sentence, rule in zip(
                actors, *(column.tolist() for column in columns), strict=True
            )
            if references or rules[rule] != REFERENCE
        )


def _make_evidence(
    place: Place, article: Article, sentences: Sentences, mentions: Sequence[ActorMention]
) -> Evidence:
    start, end = int(sentences.start[place.sentence]), int(sentences.end[place.sentence])
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
            for mention in mentions
            if mention.sentence == place.sentence
        ),
        referred=place.referred,
    )
