"""Which names a map shows in a real browser, and where; how large its actors are."""

from __future__ import annotations

from itertools import combinations
from math import sqrt

import pytest
from map_scenes import DOTS, LABELS, Opener, around, crowd, overlap, settled

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [(585, 560), (390, 500), (900, 600)], ids=str)
@pytest.mark.parametrize("count", [24, 150, 500, 2000])
def test_no_name_lies_on_another_nor_on_an_actor_that_has_a_name(
    opened: Opener, count: int, size: tuple[int, int]
) -> None:
    tab = opened(crowd(count), size=size)
    for zoom in (1, 2.5):
        tab.evaluate("(zoom) => map.network.moveTo({ scale: map.network.getScale() * zoom })", zoom)
        labels = settled(tab, LABELS)
        dots = {dot["id"]: around(dot) for dot in tab.evaluate(DOTS)}
        assert len(labels) >= min(count, 12)
        for one, other in combinations(labels, 2):
            assert not overlap(one["box"], other["box"]), (one["text"], other["text"])
            assert not overlap(one["box"], dots[other["id"]]), (one["text"], other["text"])
            assert not overlap(other["box"], dots[one["id"]]), (other["text"], one["text"])


def test_among_a_thousand_none_of_the_strongest_is_nameless(opened: Opener) -> None:
    data = crowd(1000)
    rank = {row["id"]: row["rank"] for row in data.nodes}
    tab = opened(data, size=(1280, 800))
    assert set(range(20)) <= {rank[label["id"]] for label in settled(tab, LABELS)}


def test_names_are_those_of_the_strongest_and_zooming_in_shows_more(opened: Opener) -> None:
    data = crowd(500)
    rank = {row["id"]: row["rank"] for row in data.nodes}
    tab = opened(data)
    shown = [rank[label["id"]] for label in settled(tab, LABELS)]
    assert len(set(range(10)) & set(shown)) >= 6
    assert len(shown) > 30
    assert max(shown) < 250, "the weak stay unnamed, also where there would be room"
    seen_before = {dot["id"] for dot in tab.evaluate(DOTS)}
    tab.evaluate("() => map.network.moveTo({ scale: map.network.getScale() * 3 })")
    named = {label["id"] for label in settled(tab, LABELS)}
    in_sight = {
        dot["id"] for dot in tab.evaluate(DOTS) if 0 < dot["x"] < 585 and 0 < dot["y"] < 560
    }
    assert in_sight < seen_before
    assert len(named & in_sight) / len(in_sight) > 2 * len(shown) / 500


@pytest.mark.parametrize(
    ("count", "size", "least"),
    [(150, (390, 500), 2.9), (150, (585, 560), 3.0), (500, (585, 560), 2.5)],
)
def test_every_actor_can_be_seen_and_clicked(
    opened: Opener, count: int, size: tuple[int, int], least: float
) -> None:
    tab = opened(crowd(count), size=size)
    dots = settled(tab, DOTS)
    assert min(dot["radius"] for dot in dots) >= least
    for one, other in combinations(dots, 2):
        apart = sqrt((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2)
        assert apart > 0.85 * (one["radius"] + other["radius"]), (one["id"], other["id"])
    missed = tab.evaluate(
        """() => map.network.body.nodeIndices.filter((id) => {
            const { x, y } = map.nodePoint(id);
            const at = document.elementFromPoint(x, y);
            return at === null || !document.querySelector(".relmap-canvas").contains(at);
        })"""
    )
    assert missed == [], "something lies over these"


def test_names_stay_inside_of_the_picture(opened: Opener) -> None:
    for size in ((390, 500), (585, 560)):
        tab = opened(crowd(150), size=size)
        for label in settled(tab, LABELS):
            box = label["box"]
            assert box["left"] >= 0, label
            assert box["right"] <= size[0], label
            assert box["top"] >= 0, label
            assert box["bottom"] <= 560, label
