"""The map as a Streamlit component: rows go out, what the reader selects comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from relmap.app.selection import Selection, Wish, tie
from relmap.view import resources as web
from relmap.view.network import MapData


def show_map(data: MapData, *, key: str, on_select: Callable[[Selection], None]) -> None:
    """Show the map; `on_select` is called before the next run with what was just clicked.

    What is selected comes by `show_chosen` and not with the rows: a click would send them all
    again, half a megabyte at 150 actors. `key` keeps zoom and places over every rerun.
    """

    def tell() -> None:
        state: Mapping[str, Any] = st.session_state.get(key) or {}
        on_select(_selection(state.get("selection")))

    _vis_network()(key=f"{key}-vis-network")
    _bridge()(key=key, data=data.payload(), on_selection_change=tell)


def show_chosen(selection: Selection, wish: Wish | None, *, key: str) -> None:
    """Tell the map and the tables which row is selected, and the map where to fly."""
    chosen = selection.tie_id or selection.actor_id
    fly = {"id": wish.actor_id, "number": wish.number} if wish else None
    _chosen()(key=key, data={"selected": chosen, "fly": fly})


def _selection(value: object) -> Selection:
    """Read what the browser sent, which may be anything."""
    if not isinstance(value, Mapping):
        return Selection()
    kind, chosen = value.get("kind"), value.get("id")
    if not isinstance(chosen, str) or not chosen:
        return Selection()
    if kind == "tie":
        return tie(chosen)
    return Selection((chosen,)) if kind == "actor" else Selection()


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
