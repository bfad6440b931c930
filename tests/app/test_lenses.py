from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st

from relmap.app import lenses
from relmap.models import Lens


@pytest.fixture(autouse=True)
def empty_session() -> Iterator[None]:
    st.session_state.clear()
    yield
    st.session_state.clear()


def test_the_lens_is_the_usual_one_until_something_is_asked_for() -> None:
    assert lenses.current() == Lens()


def test_around_an_actor_farther_out_and_back() -> None:
    lenses.look_around("country:RU")
    assert lenses.current() == Lens(around="country:RU")
    lenses.look_around("country:RU", 2)
    assert lenses.current() == Lens(around="country:RU", steps=2)
    lenses.look_around("country:CN")
    assert lenses.current() == Lens(around="country:CN")
    lenses.show_whole()
    assert lenses.current() == Lens()


def test_the_same_middle_again_is_the_whole_map() -> None:
    lenses.look_around("country:RU")
    lenses.look_around("country:RU")
    assert lenses.current() == Lens()


def test_placement_turns_and_turns_back() -> None:
    lenses.turn_placement()
    assert lenses.current().placement == "shown"
    lenses.turn_placement()
    assert lenses.current().placement == "store"


def test_widgets_say_the_lens_and_are_not_needed_to_keep_it() -> None:
    lenses.put(Lens(top=50, around="country:RU", steps=2, placement="shown", colouring="community"))
    assert st.session_state[lenses.MOST] == 50
    assert st.session_state[lenses.COLOURING] == "community"
    st.session_state[lenses.MOST] = 300
    assert lenses.current().top == 300
    del st.session_state[lenses.MOST], st.session_state[lenses.COLOURING]
    kept = lenses.current()
    assert (kept.top, kept.colouring, kept.around) == (300, "community", "country:RU")
