"""Every text and every mark has enough contrast, and kinds stay apart without colour."""

from __future__ import annotations

import pytest

from relmap.models import KINDS
from relmap.view.theme import (
    PALETTES,
    SHAPES,
    Palette,
    edge_width,
    legend_weights,
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_contrast_reaches_aa(palette: Palette) -> None:
    assert contrast(palette.ink, palette.background) >= 7
    assert contrast(palette.muted, palette.background) >= 4.5
    assert contrast(palette.accent, palette.background) >= 4.5
    for kind in KINDS:
        colours = palette.of(kind)
        assert contrast(colours.fill, palette.background) >= 3
        assert contrast(colours.ink, palette.background) >= 4.5
        assert contrast(colours.ink, colours.tint) >= 4.5
        assert contrast(palette.ink, colours.tint) >= 4.5


def test_each_kind_has_a_shape_and_colours_of_its_own() -> None:
    assert len({SHAPES[kind] for kind in KINDS}) == len(KINDS)
    for palette in PALETTES.values():
        assert len({palette.of(kind).fill for kind in KINDS}) == len(KINDS)


def test_widths_grow_with_weight_between_one_and_eight() -> None:
    widths = [edge_width(weight, 300) for weight in range(1, 301)]
    assert widths[0] == 1
    assert widths[-1] == 8
    assert widths == sorted(widths)
    assert widths[1] - widths[0] > 0.5
    assert edge_width(3, 3) < 8, "three sentences are not a beam"


@pytest.mark.parametrize(
    ("least", "heaviest", "weights"),
    [(1, 1, (1,)), (1, 2, (1, 2)), (1, 3, (1, 2, 3)), (1, 14, (1, 4, 14)), (3, 12, (3, 6, 12))],
)
def test_the_legend_shows_widths_that_occur(
    least: int, heaviest: int, weights: tuple[int, ...]
) -> None:
    assert legend_weights(least, heaviest) == weights


def test_in_a_crowd_all_ties_are_thinner_and_the_heavy_ones_still_stand_out() -> None:
    alone, crowd = ([edge_width(weight, 300, ties) for weight in (1, 300)] for ties in (50, 1500))
    assert alone == [1, 8]
    assert crowd[1] == pytest.approx(8 * crowd[0], rel=0.02)
    assert crowd[1] < 4
