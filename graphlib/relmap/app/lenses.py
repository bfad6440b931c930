"""What of a view the reader wants drawn, and how: the lens, kept over every run of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import streamlit as st

from relmap.models import Lens

#: Keys of the widgets; tests know them by these names.
MOST, COLOURING = "map.most", "map.colouring"
_LENS = "relmap.lens"


def current() -> Lens:
    """Return the lens with what its widgets say now.

    A widget that is not drawn (no map under a wrong filter) loses its value; the lens keeps it.
    """
    kept = st.session_state.get(_LENS)
    lens = kept if isinstance(kept, Lens) else Lens()
    lens = replace(
        lens,
        top=st.session_state.get(MOST) or lens.top,
        colouring=st.session_state.get(COLOURING) or lens.colouring,
    )
    st.session_state[_LENS] = lens
    return lens


def put(lens: Lens) -> None:
    """Take another lens; only before its widgets are drawn, in a callback for instance."""
    st.session_state[_LENS] = lens
    st.session_state[MOST] = lens.top
    st.session_state[COLOURING] = lens.colouring


def look_around(actor_id: str, steps: Literal[1, 2] = 1) -> None:
    """Draw an actor and those within so many ties of it; again the same is the whole map."""
    wanted = replace(current(), around=actor_id, steps=steps)
    put(_whole(wanted) if wanted == current() else wanted)


def show_whole() -> None:
    """Draw the strongest of the whole view again."""
    put(_whole(current()))


def turn_placement() -> None:
    """Lay out what is shown, or keep everyone where the whole store has them."""
    lens = current()
    put(replace(lens, placement="store" if lens.placement == "shown" else "shown"))


def _whole(lens: Lens) -> Lens:
    return replace(lens, around="", steps=1)
