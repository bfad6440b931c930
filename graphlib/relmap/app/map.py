"""The map as a Streamlit component: rows go out, what the user selects comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from relmap.view import resources as web
from relmap.view.network import MapData

Theme = Literal["auto", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user clicked: an actor by its id or a tie by its id ("source|target")."""

    kind: Literal["actor", "tie"]
    id: str


def show_map(  # noqa: PLR0913 - a component's settings, by keyword
    data: MapData,
    selected: str | None = None,
    *,
    key: str,
    height: int = 620,
    theme: Theme = "auto",
    focus: str | None = None,
    on_select: Callable[[Selection | None], None] | None = None,
) -> Selection | None:
    """Show the map and return what the user clicked last on it, None for the background.

    `selected` (the id of a tie or an actor) is highlighted without an event of its own, so a
    table may select too; it is what counts, a click only asks for it. `on_select` is called
    before the next run with what was just clicked. `focus` is the id of an actor to fly to, once
    for every new value. `key` keeps zoom and places over every rerun; it is needed.
    """
    _vis_network()(key=f"{key}-vis-network")
    result = _bridge()(
        key=key,
        data=data.payload()
        | {"selected": selected, "theme": theme, "focus": focus, "height": height},
        on_selection_change=lambda: _tell(key, on_select),
    )
    return _selection(result.get("selection"))


def _tell(key: str, on_select: Callable[[Selection | None], None] | None) -> None:
    if on_select is not None:
        state: Mapping[str, Any] = st.session_state.get(key) or {}
        on_select(_selection(state.get("selection")))


def _selection(value: object) -> Selection | None:
    """Read what the browser sent, which may be anything."""
    if not isinstance(value, Mapping):
        return None
    kind, chosen = value.get("kind"), value.get("id")
    if kind not in ("actor", "tie") or not isinstance(chosen, str):
        return None
    return Selection(kind, chosen)


@cache
def _vis_network() -> ComponentRenderer:
    """Register vis-network by itself: half a megabyte that is sent once and not per filter."""
    script = web.vis_script() + "\nexport default function () {}\n"
    return st.components.v2.component("relmap_vis_network", js=script, isolate_styles=False)


@cache
def _bridge() -> ComponentRenderer:
    """Register the map's own script, small and with its styles kept to itself."""
    bridge = Path(__file__).with_name("bridge.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "relmap_map",
        html='<div class="relmap-host"></div>',
        css=web.map_style(),
        js=web.map_script() + "\n" + bridge,
    )
