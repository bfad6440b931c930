"""Single blanks for the model, and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relmap.extract.unwrapping import unwrap


def test_a_break_inside_a_name():
    line = "the United\r\n  Kingdom"
    unwrapped = unwrap(line)
    assert unwrapped.text == "the United Kingdom"
    start, end = unwrapped.stretch(4, 18)
    assert line[start:end] == "United\r\n  Kingdom"


@given(st.text(alphabet="ab \n\r\t\u00a0", max_size=30))
def test_every_character_leads_back_to_where_it_stood(line):
    unwrapped = unwrap(line)
    assert len(unwrapped.places) == len(unwrapped.text)
    for index, char in enumerate(unwrapped.text):
        original = line[unwrapped.places[index]]
        assert original == char or (char == " " and original.isspace())
    assert unwrapped.text.split() == line.split()
