"""Labels are broken and shortened for the map, and their width is never underestimated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.layout.boxes import LINE_LENGTH, node_radius, short_label, text_width


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Fiji", "Fiji"),
        ("  Two\nwords ", "Two words"),
        ("Union of Comoran Artisans", "Union of\nComoran Artisans"),
        (
            "International Bureau for Standards of Weights in Trade",
            "International Bureau for\nStandards of Weights…",
        ),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsg…"),
    ],
)
def test_short_label(name: str, label: str) -> None:
    assert short_label(name) == label


@given(st.text(max_size=120))
def test_a_label_has_at_most_two_short_lines(name: str) -> None:
    lines = short_label(name).split("\n")
    assert len(lines) <= 2
    assert all(len(line) <= LINE_LENGTH for line in lines)


def test_a_box_is_as_wide_as_the_longer_line() -> None:
    assert text_width("ab\nabcdef") == text_width("abcdef") > text_width("abcd")
    assert text_width("世界") > text_width("ab")


def test_areas_stand_for_articles() -> None:
    assert node_radius(20, 20, 20) == pytest.approx(2 * node_radius(5, 20, 20), rel=0.01)
    assert node_radius(0, 0, 1) > 0
    assert node_radius(20, 20, 400) < node_radius(20, 20, 20)
