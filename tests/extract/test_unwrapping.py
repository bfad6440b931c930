"""Single blanks for the model, and the way back."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.extract.unwrapping import unwrap

#: White space and signs without width, which a page may print or not without changing a name.
NOTHING = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")

LINES = st.text(alphabet="ab \n\r\t\u00a0\u00ad\u200b\ufeffé’", max_size=30) | st.text(max_size=30)


def bare(text: str) -> str:
    """A text without all that is printed as nothing."""
    return NOTHING.sub("", text)


def test_a_break_inside_a_name():
    line = "the United\r\n  Kingdom"
    unwrapped = unwrap(line)
    assert unwrapped.text == "the United Kingdom"
    start, end = unwrapped.stretch(4, 18)
    assert line[start:end] == "United\r\n  Kingdom"


def test_a_blank_that_is_missing_belongs_to_no_name():
    line = "Alan Garberon Friday"
    unwrapped = unwrap(line, [11])
    assert unwrapped.text == "Alan Garber on Friday"
    assert [line[slice(*unwrapped.stretch(*place))] for place in ((5, 11), (12, 14))] == [
        "Garber",
        "on",
    ]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_signs_without_width_go_and_are_part_of_the_stretch(sign):
    line = f"in Ger{sign}many now"
    unwrapped = unwrap(line)
    assert unwrapped.text == "in Germany now"
    start, end = unwrapped.stretch(3, 10)
    assert line[start:end] == f"Ger{sign}many"


@given(st.text(alphabet="ab \n\r\t\u00a0", max_size=30))
def test_every_character_leads_back_to_where_it_stood(line):
    unwrapped = unwrap(line)
    assert len(unwrapped.places) == len(unwrapped.text)
    for index, char in enumerate(unwrapped.text):
        original = line[unwrapped.places[index]]
        assert original == char or (char == " " and original.isspace())
    assert unwrapped.text.split() == line.split()


@given(LINES, st.data())
def test_any_stretch_leads_back_to_its_own_characters(line, data):
    places = st.integers(1, max(1, len(line) - 1))
    missing = data.draw(st.sets(places, max_size=4)) if len(line) > 1 else set()
    unwrapped = unwrap(line, missing)
    text = unwrapped.text
    assert len(unwrapped.places) == len(text)
    assert all(one <= other for one, other in pairwise(unwrapped.places))
    assert bare(text) == bare(line)
    signs = [index for index, char in enumerate(text) if bare(char)]
    for start in signs:
        for last in signs:
            if start <= last:
                first, end = unwrapped.stretch(start, last + 1)
                assert 0 <= first < end <= len(line)
                assert bare(line[first:end]) == bare(text[start : last + 1])


@given(LINES, st.data())
def test_a_missing_blank_parts_what_stood_together(line, data):
    inside = [i for i in range(1, len(line)) if bare(line[i - 1]) and bare(line[i])]
    missing = data.draw(st.sets(st.sampled_from(inside))) if inside else set()
    parts = [line[a:b] for a, b in pairwise([0, *sorted(missing), len(line)])]
    assert unwrap(line, missing).text.split() == [
        word for part in parts for word in unwrap(part).text.split()
    ]
