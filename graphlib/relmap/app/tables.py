"""The tables below the map: ties, actors, articles and what was not read, as plain rows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from relmap.app.pager import pages
from relmap.app.selection import Selection
from relmap.app.wording import headline, number
from relmap.models import Actor, ActorInView, Tie, Unread
from relmap.store import Store, View
from relmap.view.theme import KIND_WORDS

#: A browser sorts and walks so many rows at once without a pause.
MOST_ROWS = 500

Table = dict[str, Any]


def ties_table(store: Store, view: View, selection: Selection) -> Table:
    """Return the ties in view, heaviest first; the chosen one is among them whatever its place."""
    ties = list(view.heaviest(MOST_ROWS))
    chosen = selection.tie_id
    if chosen and all(tie.tie_id != chosen for tie in ties):
        ties += filter(None, [view.find_tie(*selection.actors)])
    columns = [
        _column("Actor", head=True),
        _column("Actor"),
        _column("Sentences", "number"),
        _column("Articles", "number"),
        _column("Outlets", "number"),
        _column("First", "date", "undated"),
        _column("Last", "date", "undated"),
    ]
    actors = _look_up(store, (end for tie in ties for end in (tie.source, tie.target)))
    return _table(
        columns,
        [_tie_row(actors, tie) for tie in ties],
        view.counts.ties,
        caption="Ties in view, heaviest first",
        action="tie",
        empty="No tie under the filters. Widen the dates or reset the filters.",
    )


def actors_table(store: Store, view: View, selection: Selection) -> Table:
    """Return the actors in view, strongest first."""
    columns = [
        _column("Actor", head=True),
        _column("Kind"),
        _column("Code"),
        _column("Mentions", "number"),
        _column("Articles", "number"),
        _column("Strength", "number"),
    ]
    shown = list(view.strongest(MOST_ROWS))
    chosen = selection.actor_id
    if chosen and all(seen.actor_id != chosen for seen in shown):
        shown += filter(None, [view.find_actor(chosen)])
    actors = _look_up(store, (seen.actor_id for seen in shown))
    return _table(
        columns,
        [_actor_row(actors[seen.actor_id], seen) for seen in shown],
        view.counts.actors,
        caption="Actors in view, strongest first",
        action="actor",
        empty="No actor under the filters. Widen the dates or reset the filters.",
    )


def articles_table(store: Store, view: View, start: int = 0) -> Table:
    """Return a page of the articles in view, newest first, undated last; a row opens its article.

    It begins at the row `start`, or at the last page where there are fewer. Languages stand there
    only where the model does not read one of them.
    """
    total = view.counts.articles
    start = min(start, max(0, total - 1)) // MOST_ROWS * MOST_ROWS
    records = view.article_rows(start, MOST_ROWS).to_dict("records")
    other = any(not reads(store.model, record["language"]) for record in records)
    columns = [
        _column("Date", "date", "undated"),
        _column("Outlet", missing="unknown outlet"),
        _column("Title", head=True),
        _column("Words", "number"),
        _column("Sentences", "number"),
        *([_column("Language", missing="unknown")] if other else []),
    ]
    titles = _titles(store, records)
    table = _table(
        columns,
        [_article_row(record, titles[record["article_id"]], other) for record in records],
        total,
        caption="Articles in view, newest first",
        action="open",
        empty="No article under the filters. Widen the dates or reset the filters.",
    )
    ways = pages(start, MOST_ROWS, total)
    if ways:
        last = number(start + len(records))
        table["more"] = f"{number(start + 1)} to {last} of {number(total)} articles"
    return {**table, "start": start, "pages": ways}


def reads(model: str, language: str) -> bool:
    """Return whether a model, named as spaCy names its own ("en_core_web_md 3.7.1"), reads a language.

    Of an unknown language, or a model whose name tells none, nothing is said against it.
    """
    told, _, rest = model.partition("_")
    return not language or not rest or len(told) != len(language) or told == language


def unread_table(unread: Sequence[Unread]) -> Table:
    """Return what was not read, where it stands and why."""
    rows = [
        {"id": str(place), "cells": [item.path, item.row, item.reason]}
        for place, item in enumerate(unread[:MOST_ROWS])
    ]
    columns = [_column("File", head=True), _column("Row", "number"), _column("Why, and what to do")]
    return _table(
        columns,
        rows,
        len(unread),
        caption="Inputs that were not read",
        action="",
        empty="Everything was read.",
    )


def _titles(store: Store, records: Iterable[Mapping[Hashable, Any]]) -> dict[str, str]:
    """Return the titles by article id; of those without one, how they begin."""
    titles = {record["article_id"]: record["title"] for record in records}
    untitled = [article_id for article_id, title in titles.items() if not title]
    return titles | {each.article_id: headline(each) for each in store.read_articles(untitled)}


def _article_row(row: Mapping[Hashable, Any], title: str, other: bool) -> Table:
    written = row["date"].isoformat() if row["date"] else None
    numbers = [int(row["words"]), int(row["sentences"])]
    language = [row["language"] or None] if other else []
    return {
        "id": row["article_id"],
        "cells": [written, row["outlet"], title, *numbers, *language],
    }


def _look_up(store: Store, actor_ids: Iterable[str]) -> dict[str, Actor]:
    """Return the actors, each of them looked up once."""
    actors = store.actors()
    return {actor_id: actors[actor_id] for actor_id in set(actor_ids)}


def _tie_row(actors: Mapping[str, Actor], tie: Tie) -> Table:
    ends = [actors[end] for end in (tie.source, tie.target)]
    return {
        "id": tie.tie_id,
        "kinds": [end.kind for end in ends],
        "unresolved": [end.ambiguous for end in ends],
        "cells": [
            *(end.name for end in ends),
            tie.sentences,
            tie.articles,
            tie.outlets,
            tie.first_date.isoformat() if tie.first_date else None,
            tie.last_date.isoformat() if tie.last_date else None,
        ],
    }


def _actor_row(actor: Actor, seen: ActorInView) -> Table:
    return {
        "id": seen.actor_id,
        "kinds": [actor.kind],
        "unresolved": [actor.ambiguous],
        "cells": [
            actor.name,
            KIND_WORDS[actor.kind],
            actor.country_code or None,
            seen.mentions,
            seen.articles,
            seen.strength,
        ],
    }


def _column(label: str, kind: str = "text", missing: str = "–", *, head: bool = False) -> Table:
    return {"label": label, "kind": kind, "missing": missing, "head": head}


def _table(columns: list[Table], rows: list[Table], total: int, **rest: str) -> Table:
    """Return a table; `rest` are its `caption`, its text when `empty`, and where rows can be
    chosen the `action` of that. Which row is chosen comes by `map.show_chosen`.
    """
    left = total - len(rows)
    more = f"{number(left)} more: narrow the filters or export" if left > 0 else ""
    return {**rest, "columns": columns, "rows": rows, "total": total, "more": more}
