"""The tables that others may rely on: a store under filters, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from relmap.briefing.formats import FORMATS, Cell, Format, Row, write
from relmap.briefing.names import distinct_names
from relmap.models import EVIDENCE_ROLES, REFERENCE, Filters

if TYPE_CHECKING:
    from relmap.store import Store, View

__all__ = ["COLUMNS", "FORMATS", "TABLES", "Cell", "Format", "Row", "Table", "rows", "write"]

Table = Literal["ties", "evidence", "mentions", "actors", "articles", "unread"]

#: Names and order are a promise (docs/exports.md): later columns are only ever appended.
COLUMNS: Mapping[Table, tuple[str, ...]] = {
    "ties": (
        "source",
        "target",
        "source_kind",
        "target_kind",
        "sentences",
        "articles",
        "outlets",
        "first_date",
        "last_date",
        "source_unresolved",
        "target_unresolved",
    ),
    "evidence": (
        "source",
        "target",
        "article_id",
        "title",
        "outlet",
        "date",
        "start",
        "end",
        "sentence",
        "by",
        "source_unresolved",
        "target_unresolved",
    ),
    "mentions": (
        "article_id",
        "title",
        "start",
        "end",
        "surface",
        "actor",
        "actor_id",
        "kind",
        "by",
        "unresolved",
    ),
    "actors": (
        "actor",
        "actor_id",
        "kind",
        "country_code",
        "aliases",
        "mentions",
        "articles",
        "unresolved",
    ),
    "articles": (
        "article_id",
        "title",
        "outlet",
        "outlet_source",
        "date",
        "date_source",
        "words",
        "sentences",
    ),
    "unread": ("path", "row", "reason"),
}
TABLES: tuple[Table, ...] = tuple(COLUMNS)


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


def _ties(store: Store, view: View) -> Iterator[Row]:
    actors = store.actors()
    names = distinct_names(actors)
    for tie in view.ties:
        yield {
            "source": names[tie.source],
            "target": names[tie.target],
            "source_kind": actors[tie.source].kind,
            "target_kind": actors[tie.target].kind,
            "sentences": tie.sentences,
            "articles": tie.articles,
            "outlets": tie.outlets,
            "first_date": _day(tie.first_date),
            "last_date": _day(tie.last_date),
            "source_unresolved": _yes(actors[tie.source].ambiguous),
            "target_unresolved": _yes(actors[tie.target].ambiguous),
        }


def _evidence(store: Store, view: View) -> Iterator[Row]:
    actors = store.actors()
    names = distinct_names(actors)
    for tie in view.ties:
        for evidence in view.evidence(tie.source, tie.target):
            yield {
                "source": names[tie.source],
                "target": names[tie.target],
                "article_id": evidence.article_id,
                "title": evidence.title,
                "outlet": evidence.outlet,
                "date": _day(evidence.date),
                "start": evidence.start,
                "end": evidence.end,
                "sentence": evidence.sentence,
                "by": _by(evidence.referred),
                "source_unresolved": _yes(actors[tie.source].ambiguous),
                "target_unresolved": _yes(actors[tie.target].ambiguous),
            }


def _mentions(store: Store, view: View) -> Iterator[Row]:
    """The names, or with references all mentions, that `actors` counts: in lines of evidence."""
    actors = store.actors()
    names = distinct_names(actors)
    in_view = {seen.actor_id for seen in view.actors}
    ids = [str(row["article_id"]) for row in _articles(store, view)]
    for article in store.read_articles(ids):
        sentences = store.sentences(article.article_id)
        for mention in store.mentions(article.article_id, references=view.filters.references):
            counts = sentences[mention.sentence].role in EVIDENCE_ROLES
            if counts and mention.actor_id in in_view:
                yield {
                    "article_id": article.article_id,
                    "title": article.title,
                    "start": mention.start,
                    "end": mention.end,
                    "surface": article.text[mention.start : mention.end],
                    "actor": names[mention.actor_id],
                    "actor_id": mention.actor_id,
                    "kind": actors[mention.actor_id].kind,
                    "by": _by(mention.rule == REFERENCE),
                    "unresolved": _yes(actors[mention.actor_id].ambiguous),
                }


def _actors(store: Store, view: View) -> Iterator[Row]:
    actors = store.actors()
    names = distinct_names(actors)
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


def _articles(store: Store, view: View) -> Iterator[Row]:
    kept = view.article_ids()
    for record in store.articles().to_dict("records"):
        if record["article_id"] in kept:
            yield {column: _cell(record[column]) for column in COLUMNS["articles"]}


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
