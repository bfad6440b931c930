"""The map as a Streamlit component: rows go out, what the reader selects comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from relmap.app.parts import last_heard
from relmap.app.selection import Selection, Wish
from relmap.view import resources as web


def show_map(rows: bytes, *, key: str, on_event: Callable[[Mapping[str, Any]], None]) -> None:
    """Show the map of `stock.rows_of`; `on_event` hears before the next run what was clicked.

    What is selected comes by `show_chosen` and not with the rows: a click would send them all
    again. `key` keeps zoom and places over every rerun.
    """

    def tell() -> None:
        state: Mapping[str, Any] = st.session_state.get(key) or {}
        for event in _events(state.get("selection")):
            on_event(event)

    _vis_network()(key=f"{key}-vis-network")
    _bridge()(key=key, data=rows, on_selection_change=tell)


def show_chosen(selection: Selection, wish: Wish | None, *, key: str, map_key: str) -> None:
    """Tell the map and the tables which row is selected, and the map where to fly.

    With it goes the last click on the map `map_key` that was heard of.
    """
    chosen = selection.tie_id or selection.actor_id
    fly = {"id": wish.actor_id, "number": wish.number} if wish else None
    heard = last_heard(map_key, "selection")
    _chosen()(key=key, data={"selected": chosen, "fly": fly, "heard": heard})


def _events(value: object) -> tuple[Mapping[str, Any], ...]:
    """Read what the browser sent, which may be anything, as the events that panels send.

    A double click selects as well: its first click may not have been heard before the second.
    """
    if not isinstance(value, Mapping):
        return ({"do": "clear"},)
    kind, chosen = value.get("kind"), value.get("id")
    if not isinstance(chosen, str) or not chosen or kind not in ("tie", "actor", "around"):
        return ({"do": "clear"},)
    event = {"do": kind, "id": chosen}
    return ({"do": "actor", "id": chosen}, event) if kind == "around" else (event,)


@cache
def _vis_network() -> ComponentRenderer:
    """Register vis-network by itself: half a megabyte that is sent once and not per filter."""
    script = web.vis_script() + "\nexport default function () {}\n"
    return st.components.v2.component("relmap_vis_network", js=script, isolate_styles=False)


@cache
def _bridge() -> ComponentRenderer:
    """Register the map's own script, small and with its styles kept to itself."""
    return st.components.v2.component(
        "relmap_map",
        html='<div class="relmap-host"></div>',
        css=web.map_style(),
        js=web.map_script() + "\n" + _own("bridge.js"),
    )


@cache
def _chosen() -> ComponentRenderer:
    return st.components.v2.component("relmap_chosen", js=_own("chosen.js"))


def _own(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
