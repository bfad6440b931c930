"""Persons that only their title tells, and how far their names go."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Gen Prawit and Mr Tan agreed on it.", {"Prawit": "Gen", "Tan": "Mr"}),
        ("The envoy met Dr Mahathir bin Mohamad.", {"Mahathir bin Mohamad": "Dr"}),
        ("The envoy met Mr van der Bellen.", {"van der Bellen": "Mr"}),
    ],
)
def test_a_title_tells_a_name_and_goes_before_it(read, text, people):
    assert {m.surface: m.title for m in read(text).mentions if m.kind == "person"} == people
