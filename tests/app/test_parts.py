"""Which event of a part was heard last: the browser may send anything."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from relmap.app.parts import last_heard


@pytest.mark.parametrize(
    ("held", "number"),
    [
        ({"event": {"do": "days", "at": 7}}, 7),
        ({"event": {"do": "days"}}, None),
        ({"event": {"at": "7"}}, None),
        ({"event": [7]}, None),
        ({"event": None}, None),
        ({}, None),
        (None, None),
    ],
)
def test_the_number_of_the_last_event(held: Any, number: int | None) -> None:
    st.session_state["part"] = held
    assert last_heard("part") == number
    del st.session_state["part"]


def test_a_part_that_is_not_drawn_was_not_heard() -> None:
    assert last_heard("nobody") is None
