from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st

from relmap.app import selection
from relmap.app.selection import Reading, Selection, current, follow, select, tie


@pytest.fixture(autouse=True)
def empty_session() -> Iterator[None]:
    st.session_state.clear()
    yield
    st.session_state.clear()


def test_a_selection_is_a_tie_an_actor_or_nothing() -> None:
    assert Selection(("a", "b")).tie_id == "a|b"
    assert Selection(("a", "b")).actor_id is None
    assert Selection(("a",)).actor_id == "a"
    assert Selection().tie_id is None
    assert tie("a|b") == Selection(("a", "b"))


@pytest.mark.parametrize("text", ["", "a", "a|", "|b", "a|b|c"])
def test_what_is_no_tie_selects_nothing(text: str) -> None:
    assert tie(text) == Selection()


def test_the_last_event_wins() -> None:
    follow({"do": "tie", "id": "a|b"})
    assert current() == Selection(("a", "b"))
    follow({"do": "actor", "id": "a"})
    assert current() == Selection(("a",))
    follow({"do": "clear"})
    assert current() == Selection()


@pytest.mark.parametrize(
    "event", [{}, {"do": "tie"}, {"do": "tie", "id": 7}, {"do": "open"}, {"do": ["x"]}]
)
def test_what_cannot_be_meant_is_passed_over(event: dict[str, object]) -> None:
    select(Selection(("a",)))
    follow(event)
    assert current() == Selection(("a",))
    assert selection.take_reading() is None


def test_another_selection_starts_at_its_first_page() -> None:
    select(Selection(("a",)))
    follow({"do": "more"})
    assert selection.pages() == 2
    select(Selection(("a",)))
    assert selection.pages() == 2
    select(Selection(("b",)))
    assert selection.pages() == 1


def test_an_article_is_opened_once() -> None:
    follow({"do": "open", "article": "x", "start": 3, "end": 9})
    assert selection.take_reading() == Reading("x", 3, 9)
    assert selection.take_reading() is None
    follow({"do": "open", "id": "x"})
    assert selection.take_reading() == Reading("x", 0, 0)


def test_the_map_flies_to_what_was_found_until_something_else_is_chosen() -> None:
    selection.find("a")
    first = selection.wish()
    assert first is not None
    assert first.actor_id == "a"
    assert current() == Selection(("a",))
    selection.find("a")
    assert selection.wish() != first, "the same actor, looked for again, is a new flight"
    select(Selection(("b",)))
    assert selection.wish() is None
