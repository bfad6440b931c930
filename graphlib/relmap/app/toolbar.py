"""The controls above the map: how many actors, around whom, coloured by what, laid out how."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from relmap.app import lenses
from relmap.app.wording import count, number
from relmap.models import Colouring, Lens, Placement
from relmap.shown import Shown

#: So many actors, the strongest, can be asked for.
TOPS = (50, 100, 150, 300, 500, 1000, 2000)
COLOURS: dict[Colouring, str] = {"kind": "Kinds", "community": "Communities"}
#: What a click on the button of the layout does, by the placement in force.
ABOUT_PLACEMENT: dict[Placement, str] = {
    "store": "Finds new places for those who are shown, until you press again.",
    "shown": "Puts everyone back to the place that all articles together gave them.",
}


def show_toolbar(shown: Shown, name: str) -> None:
    """Draw the controls; `name` is that of the actor in the middle, "" for the whole map."""
    with _row("toolbar", "stretch"):
        with _row("toolbar-actors", "content"):
            st.text(count_shown(shown, name), width="content")
            _choose_top(shown)
            if shown.lens.around:
                _show_ways(shown.lens)
        with _row("toolbar-looks", "content"):
            _choose_colours(shown.lens)
            _choose_placement(shown.lens)


def count_shown(shown: Shown, name: str) -> str:
    """Return "150 of 4,210 actors shown, the strongest", or who stands around `name`."""
    drawn, steps = len(shown.actors), shown.lens.steps
    said = f"{number(drawn)} of {count(shown.within, 'actor')}"
    if shown.lens.around:
        return f"{said} within {count(steps, 'step')} of {name}"
    return f"{said} shown, the strongest" if drawn < shown.within else f"{said} shown"


def tops(top: int, actors: int) -> list[int]:
    """Return how many actors can be asked for: as far as there are more, then all of them.

    `top`, the number in force, is among them whatever a link asked for.
    """
    below = [each for each in TOPS if each < actors]
    enough = [each for each in TOPS if each >= actors][:1]
    return sorted({*below, *enough, top})


def _row(key: str, width: Literal["stretch", "content"]) -> DeltaGenerator:
    return st.container(
        key=key, horizontal=True, vertical_alignment="center", gap="small", width=width
    )


def _choose_top(shown: Shown) -> None:
    actors = shown.view.counts.actors_total
    st.session_state.setdefault(lenses.MOST, shown.lens.top)
    st.selectbox(
        "Actors on the map",
        tops(shown.lens.top, actors),
        key=lenses.MOST,
        format_func=lambda top: "Show all" if top >= actors else f"Show {number(top)}",
        label_visibility="collapsed",
        width=124,
    )


def _show_ways(lens: Lens) -> None:
    """Draw the way farther out or nearer, and the way back to the whole map."""
    other = 2 if lens.steps == 1 else 1
    st.button(
        count(other, "step"),
        key="around.steps",
        on_click=lenses.look_around,
        args=(lens.around, other),
    )
    st.button("Whole map", key="around.whole", on_click=lenses.show_whole)


def _choose_colours(lens: Lens) -> None:
    st.session_state.setdefault(lenses.COLOURING, lens.colouring)
    st.text("Colours", width="content")
    st.segmented_control(
        "Colours by",
        list(COLOURS),
        key=lenses.COLOURING,
        format_func=COLOURS.__getitem__,
        label_visibility="collapsed",
        required=True,
        width="content",
    )


def _choose_placement(lens: Lens) -> None:
    anew = lens.placement == "shown"
    st.button(
        "Keep everyone in place" if anew else "Lay out what is shown",
        key="placement",
        help=ABOUT_PLACEMENT[lens.placement],
        on_click=lenses.turn_placement,
    )
