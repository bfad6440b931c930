"""Every text and every mark has enough contrast, and kinds stay apart without colour."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt
import pytest

from relmap.models import KINDS
from relmap.view.theme import (
    COMMUNITIES,
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
    assert contrast(palette.edge, palette.background) >= 3
    for kind in KINDS:
        colours = palette.of(kind)
        assert contrast(colours.fill, palette.background) >= 3
        assert contrast(colours.ink, palette.background) >= 4.5
        assert contrast(colours.ink, colours.tint) >= 4.5
        assert contrast(palette.ink, colours.tint) >= 4.5


# ---------------------------------------------------------------- communities

Array = npt.NDArray[np.float64]

#: What people without red or without green cones see, in linear RGB: Machado, Oliveira and Fernandes,
#: "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0.
SIGHTS: dict[str, Array] = {
    "trichromat": np.eye(3),
    "protanope": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranope": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
#: From linear RGB to Oklab: Ottosson, "A perceptual color space for image processing", 2020.
TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def seen(colour: str, sight: str) -> Array:
    """A colour in Oklab as such eyes see it."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    found: Array = TO_LAB @ np.cbrt(TO_CONES @ np.clip(SIGHTS[sight] @ linear, 0, 1))
    return found


def difference(one: str, other: str) -> float:
    """The least difference that any of the three pairs of eyes sees; 0.02 can just be told."""
    return min(float(np.linalg.norm(seen(one, sight) - seen(other, sight))) for sight in SIGHTS)


def test_the_simulation_sees_what_is_known() -> None:
    """Red and green are far apart for most of us, and an olive of each for others."""
    red, green = "#d62728", "#7b8b00"
    apart = np.linalg.norm(seen(red, "trichromat") - seen(green, "trichromat"))
    assert apart > 2 * difference(red, green)
    assert seen("#ffffff", "deuteranope") == pytest.approx([1, 0, 0], abs=1e-3)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_communities_can_be_told_apart_by_everybody(palette: Palette) -> None:
    colours = palette.communities
    assert len(set(colours)) == len(colours) == COMMUNITIES + 1
    assert min(difference(*pair) for pair in combinations(colours, 2)) > 0.1
    assert min(difference(*pair) for pair in pairwise(colours[:5])) > 0.14, "the largest first"
    assert all(contrast(colour, palette.background) >= 3 for colour in colours)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_the_colour_of_all_other_communities_is_a_grey(palette: Palette) -> None:
    *named, grey = palette.communities
    chroma = {c: float(np.hypot(*seen(c, "trichromat")[1:])) for c in palette.communities}
    assert chroma[grey] < 0.025
    assert min(chroma[colour] for colour in named) > chroma[grey]
    assert palette.of_community(COMMUNITIES + 5) == palette.of_community(COMMUNITIES) == grey


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
