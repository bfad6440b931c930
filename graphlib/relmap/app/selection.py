"""What the reader has chosen: a tie, an actor or nothing, and the article that lies open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

_SELECTION = "relmap.selection"
_READING = "relmap.reading"
_PAGES = "relmap.pages"
_WISH = "relmap.wish"
_WISHES = "relmap.wishes"
_WHOLE_PAGE = "relmap.whole_page"


@dataclass(frozen=True, slots=True)
class Selection:
    """No actor: nothing is chosen. One actor: that actor. Two, in order: the tie between them."""

    actors: tuple[str, ...] = ()

    @property
    def tie_id(self) -> str | None:
        """The chosen tie's id, "source|target"."""
        return "|".join(self.actors) if len(self.actors) == 2 else None

    @property
    def actor_id(self) -> str | None:
        """The chosen actor's id."""
        return self.actors[0] if len(self.actors) == 1 else None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article opened at the stretch `[start, end)` of its text."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wish:
    """An actor that the map shall fly to; a new number is a new wish, also for the same actor."""

    actor_id: str
    number: int


def tie(tie_id: str) -> Selection:
    """Return the selection of a tie by its id, or of nothing when it is not one."""
    ends = tuple(tie_id.split("|"))
    return Selection(ends) if len(ends) == 2 and all(ends) else Selection()


def current() -> Selection:
    """Return what is chosen now."""
    chosen = st.session_state.get(_SELECTION)
    return chosen if isinstance(chosen, Selection) else Selection()


def select(selection: Selection) -> None:
    """Choose; the evidence starts at its first page again. The last event of the reader wins."""
    st.session_state.pop(_WISH, None)
    if selection != current():
        st.session_state[_SELECTION] = selection
        st.session_state[_PAGES] = 1


def find(actor_id: str) -> None:
    """Choose an actor that was searched for; the map flies to it."""
    select(Selection((actor_id,)))
    number = int(st.session_state.get(_WISHES, 0)) + 1
    st.session_state[_WISHES] = number
    st.session_state[_WISH] = Wish(actor_id, number)


def wish() -> Wish | None:
    """Return where the map shall fly."""
    wished = st.session_state.get(_WISH)
    return wished if isinstance(wished, Wish) else None


def pages() -> int:
    """Return how many pages of evidence are unfolded."""
    return int(st.session_state.get(_PAGES, 1))


def unfold() -> None:
    """Unfold one more page of evidence."""
    st.session_state[_PAGES] = pages() + 1


def open_article(reading: Reading) -> None:
    """Ask for an article; the next run of the page shows it once."""
    st.session_state[_READING] = reading


def take_reading() -> Reading | None:
    """Return the article that was asked for, and forget the wish."""
    reading = st.session_state.pop(_READING, None)
    return reading if isinstance(reading, Reading) else None


def ask_for_whole_page() -> None:
    """Let the fragment that handles an event redraw what lies outside of it (the sidebar)."""
    st.session_state[_WHOLE_PAGE] = True


def whole_page_is_asked() -> bool:
    """Return whether the whole page was asked for, and forget the wish."""
    return bool(st.session_state.pop(_WHOLE_PAGE, False))


def follow(event: Mapping[str, object]) -> None:
    """Do what a panel in the browser asks for; what cannot be meant is passed over.

    Events are written by our own scripts ({"do": "actor", "id": …}), but they come from outside.
    """
    what, target = event.get("do"), event.get("id")
    if what == "tie" and isinstance(target, str):
        select(tie(target))
    elif what == "actor" and isinstance(target, str):
        select(Selection((target,)))
    elif what == "clear":
        select(Selection())
    elif what == "more":
        unfold()
    elif what == "open":
        _open(event)


def _open(event: Mapping[str, object]) -> None:
    article, start, end = (
        event.get("article", event.get("id")),
        event.get("start"),
        event.get("end"),
    )
    if not isinstance(article, str):
        return
    if isinstance(start, int) and isinstance(end, int):
        open_article(Reading(article, start, end))
    else:
        open_article(Reading(article, 0, 0))
