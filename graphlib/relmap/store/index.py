"""The numeric side of a generation: columns by name, in the narrowest types that hold them.

Articles are numbered by day (undated last), then id; actors by id; dyads by falling weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from relmap.models import Role
from relmap.store.columns import AT, OVER, Column, lengthen, narrow
from relmap.ties import Entries, Int32s, weigh

#: The place in this list is a role's number in the index.
ROLES: tuple[Role, ...] = (
    "story",
    "heading",
    "dateline",
    "byline",
    "teaser",
    "credit",
    "navigation",
)

#: What is counted of an actor in an article: how often sentences that can be evidence name it and
#: refer to it, how many name it, and how many only refer to it.
TALLIES = ("mentions", "references", "named", "referred")

#: One place per article, actor, sentence, mention, (article, actor), dyad, (dyad, article), and per
#: actor with a place on the map. `docs` of each: `encoding`, `arranging` and `pairing`, where they
#: are made. Those named in `SHORT` have exceptions beside them.
PLAIN = (
    "article.key",
    "article.check",
    "article.day",
    "article.outlet",
    "article.story",
    "article.origin",
    "article.path",
    "article.row",
    "article.words",
    "article.by_id",
    "article.listed",
    "mention.code",
    "cast.actor",
    "cast.tally",
    *(f"tally.{name}" for name in TALLIES),
    "actor.kind",
    "actor.rank",
    "actor.namesake",
    "dyad.v",
    "entry.article",
    "entry.counts",
    "counts.named",
    "counts.referred",
    "position.actor",
    "position.place",
)
SHORT = (
    "sentence.count",
    "mention.count",
    "cast.count",
    "dyad.count",
    "dyad.step",
    "sentence.frame",
    "sentence.length",
    "mention.gap",
    "mention.length",
    "mention.cast",
)
COLUMNS = (*PLAIN, *(name + end for name in SHORT for end in ("", AT, OVER)))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself.

    `outlets`, `rules` and `origins` are what the numbers in the columns stand for; an origin says
    where title, outlet and date were found, and the language. The rest are totals without any
    filter.
    """

    generation: str
    extractor: str
    outlets: tuple[str, ...]
    rules: tuple[str, ...]
    origins: tuple[tuple[str, str, str, str], ...]
    actors: int = 0
    actors_with_references: int = 0
    ties: int = 0
    ties_with_references: int = 0


@dataclass(frozen=True)
class Index:
    """The numeric side of one generation."""

    manifest: Manifest
    columns: Mapping[str, Column]

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    def span(self, table: str, article: int) -> slice:
        """Return where an article's sentences, mentions or cast lie."""
        bounds = self.bounds(table)
        return slice(int(bounds[article]), int(bounds[article + 1]))

    def bounds(self, table: str) -> Column:
        """Return where what each article, or dyad, owns begins, and at last where all ends."""
        if table not in self._bounds:
            ends = self.lengthen(f"{table}.count", slice(0, None))
            np.cumsum(ends, out=ends)
            bounds = np.zeros(len(ends) + 1, dtype=narrow(ends[-1:]).dtype)
            bounds[1:] = ends
            self._bounds[table] = bounds
        return self._bounds[table]

    @cached_property
    def _bounds(self) -> dict[str, Column]:
        return {}

    def tally(self, name: str, places: slice | Column) -> Column:
        """Return one of the `TALLIES` of these places of the cast."""
        counts: Column = self.columns[f"tally.{name}"][self.columns["cast.tally"][places]]
        return counts

    def lengthen(self, name: str, places: slice | Column) -> Column:
        """Return numbers of a short column as they were."""
        return lengthen(self.columns, name, places)

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self.columns["article.key"])

    @property
    def actors(self) -> int:
        """How many actors there are, those that no evidence names included."""
        return len(self.columns["actor.kind"])

    @cached_property
    def entries(self) -> Entries:
        """In which articles each dyad stands, and how often."""
        steps = self.lengthen("dyad.step", slice(0, None))
        return Entries(
            u=np.cumsum(steps, out=steps).astype(np.int32),
            v=self.columns["dyad.v"],
            bounds=self.bounds("dyad"),
            article=self.columns["entry.article"],
            named=self.columns["counts.named"][self.columns["entry.counts"]],
            referred=self.columns["counts.referred"][self.columns["entry.counts"]],
        )

    def weigh_all(self, *, references: bool) -> Int32s:
        """Return the weight of every dyad without any filter; by names alone they fall."""
        return self._weights_with_references if references else self._weights

    @cached_property
    def _weights(self) -> Int32s:
        return weigh(self.entries, None, 0, len(self.entries), references=False)

    @cached_property
    def _weights_with_references(self) -> Int32s:
        return weigh(self.entries, None, 0, len(self.entries), references=True)
