"""The tables below the map: ties, actors, articles and what was not read, as plain rows."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from relmap.app.selection import Selection
from relmap.app.wording import headline, number
from relmap.models import ActorInView, Tie
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
    return _table(
        columns,
        [_tie_row(store, tie) for tie in ties],
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
    return _table(
        columns,
        [_actor_row(store, seen) for seen in shown],
        view.counts.actors,
        caption="Actors in view, strongest first",
        action="actor",
        empty="No actor under the filters. Widen the dates or reset the filters.",
    )


def articles_table(store: Store, view: View) -> Table:
    """Return the articles in view, newest first, undated last; a row opens its article."""
    frame = store.articles()
    frame = frame[frame["article_id"].isin(view.article_ids())]
    columns = [
        _column("Date", "date", "undated"),
        _column("Outlet", missing="unknown outlet"),
        _column("Title", head=True),
        _column("Words", "number"),
        _column("Sentences", "number"),
    ]
    rows = [_article_row(store, row) for row in frame.head(MOST_ROWS).to_dict("records")]
    return _table(
        columns,
        rows,
        len(frame),
        caption="Articles in view, newest first",
        action="open",
        empty="No article under the filters. Widen the dates or reset the filters.",
    )


def unread_table(store: Store) -> Table:
    """Return what was not read, where it stands and why."""
    unread = store.unread()
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


def _article_row(store: Store, row: Mapping[Hashable, Any]) -> Table:
    article_id: str = row["article_id"]
    title = row["title"] or headline(store.article(article_id))
    written = row["date"].isoformat() if row["date"] else None
    return {
        "id": article_id,
        "cells": [written, row["outlet"], title, int(row["words"]), int(row["sentences"])],
    }


def _tie_row(store: Store, tie: Tie) -> Table:
    ends = [store.actors()[end] for end in (tie.source, tie.target)]
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


def _actor_row(store: Store, seen: ActorInView) -> Table:
    actor = store.actors()[seen.actor_id]
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
