"""Which page of the articles stands in their table; under other filters it is the first again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

_PLACE = "relmap.articles"


@dataclass(frozen=True, slots=True)
class _Place:
    """The first row of the page, among the articles that `about` tells from all others."""

    about: Hashable
    start: int = 0


def first_row(about: Hashable) -> int:
    """Return the first row to show of the articles that `about` stands for."""
    place = st.session_state.get(_PLACE)
    if not isinstance(place, _Place) or place.about != about:
        place = _Place(about)
        st.session_state[_PLACE] = place
    return place.start


def turn(start: object) -> None:
    """Go to the page that begins at a row; it comes from the browser and may be anything."""
    place = st.session_state.get(_PLACE)
    if isinstance(place, _Place) and isinstance(start, int) and start >= 0:
        st.session_state[_PLACE] = replace(place, start=start)


def pages(start: int, rows: int, total: int) -> list[dict[str, Any]]:
    """Return the ways from the page at `start` to others of `rows` rows each, as the panel has them.

    A way that leads nowhere is `off`; where everything fits on one page there is none.
    """
    last = max(0, total - 1) // rows * rows
    if not last:
        return []
    ways: Mapping[str, int] = {
        "Newest": 0,
        "Newer": max(0, start - rows),
        "Older": min(last, start + rows),
        "Oldest": last,
    }
    return [{"label": label, "start": to, "off": to == start} for label, to in ways.items()]
