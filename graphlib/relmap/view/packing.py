"""The rows of a map in columns, so that a filter change sends a seventh of the bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from relmap.models import KINDS
from relmap.view.theme import SHAPES

Row = dict[str, Any]

_NUMBERS = ("size", "x", "y", "mentions", "articles")


def pack_nodes(rows: Sequence[Row]) -> Row:
    """Return the columns of node rows that come strongest first, as `network.draw` makes them.

    Kinds are places in `kinds`, labels 0 where they are the name, `unresolved` the places of those
    that are; ranks are the places themselves. `community` is there exactly if rows have one.
    """
    columns: Row = {name: [row[name] for row in rows] for name in ("id", "name", *_NUMBERS)}
    columns["kind"] = [KINDS.index(row["kind"]) for row in rows]
    columns["label"] = [0 if row["label"] == row["name"] else row["label"] for row in rows]
    columns["unresolved"] = [place for place, row in enumerate(rows) if row["unresolved"]]
    columns["kinds"] = [[kind, SHAPES[kind]] for kind in KINDS]
    if rows and "community" in rows[0]:
        columns["community"] = [row["community"] for row in rows]
    return columns


def pack_edges(rows: Sequence[Row], ids: Iterable[str]) -> Row:
    """Return the columns of edge rows; ends are places in `ids`, opacities percent.

    The id of a tie is made of those of its ends, and its width stands in `widths` by its weight:
    both are said once.
    """
    places = {actor_id: place for place, actor_id in enumerate(ids)}
    return {
        "from": [places[row["from"]] for row in rows],
        "to": [places[row["to"]] for row in rows],
        "weight": [row["weight"] for row in rows],
        "articles": [row["articles"] for row in rows],
        "opacity": [round(100 * row["opacity"]) for row in rows],
        "widths": sorted({row["weight"]: row["width"] for row in rows}.items()),
    }
