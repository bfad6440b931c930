"""The tables that others may rely on: a store under filters, as rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from relmap.briefing.columns import COLUMNS, TABLES, Table
from relmap.briefing.formats import FORMATS, Cell, Format, Row, write
from relmap.briefing.names import REMEMBERED, Names
from relmap.models import EVIDENCE_ROLES, REFERENCE, Filters, Kind

if TYPE_CHECKING:
    from relmap.store import Store, View

__all__ = ["COLUMNS", "FORMATS", "TABLES", "Cell", "Format", "Row", "Table", "rows", "write"]

#: Articles whose rows are in memory at once.
_AT_ONCE = 5_000


def rows(store: Store, table: Table, filters: Filters) -> Iterator[Row]:
    """Yield the rows of a table, in an order that only the store and the filters decide.

    Every table obeys the filters, except `unread`: what was not read has no date or outlet.
    Days are ISO text, unknown cells None, aliases a tuple. Nothing is held but one article
    or one tie at a time.

    Raises
    ------
    FilterError
        when the filters cannot be meant.
    """
    if table == "unread":
        return _unread(store)
    return _MAKERS[table](store, store.view(filters))


class _Told(NamedTuple):
    """What a row says of an actor."""

    name: str
    kind: Kind
    unresolved: str


def _teller(store: Store) -> Callable[[str], _Told]:
    """Return what tells of one actor after the other, and remembers who comes again."""
    actors, names = store.actors(), Names(store)

    def tell(actor_id: str) -> _Told:
        actor = actors[actor_id]
        return _Told(names[actor_id], actor.kind, _yes(actor.ambiguous))

    return lru_cache(REMEMBERED)(tell)


def _ties(store: Store, view: View) -> Iterator[Row]:
    tell = _teller(store)
    for tie in view.walk_ties():
        source, target = tell(tie.source), tell(tie.target)
        yield {
            "source": source.name,
            "target": target.name,
            "source_kind": source.kind,
            "target_kind": target.kind,
            "sentences": tie.sentences,
            "articles": tie.articles,
            "outlets": tie.outlets,
            "first_date": _day(tie.first_date),
            "last_date": _day(tie.last_date),
            "source_unresolved": source.unresolved,
            "target_unresolved": target.unresolved,
        }


def _evidence(store: Store, view: View) -> Iterator[Row]:
    tell = _teller(store)
    for tie, evidence in view.walk_evidence():
        source, target = tell(tie.source), tell(tie.target)
        yield {
            "source": source.name,
            "target": target.name,
            "article_id": evidence.article_id,
            "title": evidence.title,
            "outlet": evidence.outlet,
            "date": _day(evidence.date),
            "start": evidence.start,
            "end": evidence.end,
            "sentence": evidence.sentence,
            "by": _by(evidence.referred),
            "source_unresolved": source.unresolved,
            "target_unresolved": target.unresolved,
        }


def _mentions(store: Store, view: View) -> Iterator[Row]:
    """The names, or with references all mentions, that `actors` counts: in lines of evidence."""
    tell, in_view = _teller(store), _in_view(view)
    ids = (str(record["article_id"]) for record in _records(view))
    for article in store.read_articles(ids):
        sentences = store.sentences(article.article_id)
        for mention in store.mentions(article.article_id, references=view.filters.references):
            counts = sentences[mention.sentence].role in EVIDENCE_ROLES
            actor = tell(mention.actor_id)
            if counts and in_view(mention.actor_id, actor.kind):
                yield {
                    "article_id": article.article_id,
                    "title": article.title,
                    "start": mention.start,
                    "end": mention.end,
                    "surface": article.text[mention.start : mention.end],
                    "actor": actor.name,
                    "actor_id": mention.actor_id,
                    "kind": actor.kind,
                    "by": _by(mention.rule == REFERENCE),
                    "unresolved": actor.unresolved,
                }


def _in_view(view: View) -> Callable[[str, Kind], bool]:
    """Return what tells whether an actor counts, given its id and kind.

    Whoever is named in an article that counts does so, but for the kinds, and under a minimum
    weight for those without a tie.
    """
    kinds = view.filters.kinds
    if view.filters.min_weight == 1:
        return lambda _, kind: kind in kinds
    tied = {seen.actor_id for seen in view.actors}
    return lambda actor_id, _: actor_id in tied


def _actors(store: Store, view: View) -> Iterator[Row]:
    actors, names = store.actors(), Names(store)
    for seen in view.actors:
        actor = actors[seen.actor_id]
        yield {
            "actor": names[actor.actor_id],
            "actor_id": actor.actor_id,
            "kind": actor.kind,
            "country_code": actor.country_code or None,
            "aliases": tuple(alias.surface for alias in actor.aliases),
            "mentions": seen.mentions,
            "articles": seen.articles,
            "unresolved": _yes(actor.ambiguous),
        }


def _articles(_: Store, view: View) -> Iterator[Row]:
    for record in _records(view):
        row = {column: _cell(record[column]) for column in COLUMNS["articles"]}
        yield row | {"language": record["language"] or None}


def _records(view: View) -> Iterator[Mapping[Hashable, Any]]:
    """Yield the articles in view, few in memory at once."""
    start = 0
    while records := view.article_rows(start, _AT_ONCE).to_dict("records"):
        yield from records
        start += len(records)


def _unread(store: Store) -> Iterator[Row]:
    for unread in store.unread():
        yield {"path": unread.path, "row": unread.row, "reason": unread.reason}


_MAKERS: Mapping[Table, Callable[[Store, View], Iterator[Row]]] = {
    "ties": _ties,
    "evidence": _evidence,
    "mentions": _mentions,
    "actors": _actors,
    "articles": _articles,
}


def _by(referred: bool) -> str:
    """Say whether an actor is named, or meant by a word such as "she"."""
    return "reference" if referred else "name"


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _cell(value: Any) -> Cell:
    """A value of a pandas table as plain Python; a missing one, whatever pandas calls it, as None."""
    if isinstance(value, date):
        return value.isoformat()
    if value is None or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return None
    return value if isinstance(value, str) else int(value)
