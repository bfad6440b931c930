"""What is drawn of a map in a real browser, without a dashboard, and in which order."""

from __future__ import annotations

import pytest
from map_scenes import DRAWN, LABELS, Opener, crowd, few, settled, update

from relmap.view.theme import PALETTES

pytestmark = pytest.mark.browser


def test_rows_in_columns_draw_the_same_map(opened: Opener) -> None:
    drawn = [
        (settled(tab, DRAWN), settled(tab, LABELS))
        for tab in (opened(crowd(60)), opened(crowd(60), packed=False))
    ]
    assert drawn[0] == drawn[1]
    assert len(drawn[0][0][0]) == 60


def test_after_a_filter_the_map_is_the_one_that_opens_with_it(opened: Opener) -> None:
    wide, narrow = crowd(120), crowd(120, lightest=3)
    assert 0 < len(narrow.edges) < len(wide.edges)
    fresh = opened(narrow).evaluate(DRAWN)
    tab = opened(wide)
    update(tab, narrow)
    assert tab.evaluate(DRAWN) == fresh
    update(tab, wide)
    update(tab, narrow)
    assert tab.evaluate(DRAWN) == fresh
    held = "() => [map.network.body.data.nodes.length, map.network.body.data.edges.length]"
    assert tab.evaluate(held) == [120, len(narrow.edges)]


def test_new_rows_are_drawn_once_and_not_at_every_step(opened: Opener) -> None:
    tab = opened(crowd(120))
    tab.wait_for_timeout(300)
    drawings = tab.evaluate(
        """(rows) => {
            let drawings = 0;
            map.network.on("afterDrawing", () => { drawings += 1; });
            map.update({ ...rows, theme: given.theme });
            return drawings;
        }""",
        crowd(90, lightest=2).packed(),
    )
    assert drawings == 1


def test_heavy_ties_are_drawn_over_light_ones_and_strong_actors_over_weak_ones(
    opened: Opener,
) -> None:
    data = crowd(90)
    tab = opened(crowd(90, lightest=4))
    update(tab, data)
    nodes, edges = tab.evaluate(DRAWN)
    assert [edge["id"] for edge in edges] == [row["id"] for row in data.edges]
    assert [node["id"] for node in nodes] == [row["id"] for row in reversed(data.nodes)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_communities_colour_the_map_and_go_again(opened: Opener, theme: str) -> None:
    palette = PALETTES[theme]
    grouped = few(communities={"country:a": 1, "person:b": 0, "person:c": 0, "organization:d": 1})
    tab = opened(few(), theme=theme)

    def fills() -> dict[str, str]:
        return {node["id"]: node["fill"] for node in tab.evaluate(DRAWN)[0]}

    by_kind = fills()
    assert by_kind["country:a"] == palette.country.fill
    update(tab, grouped)
    assert fills() == {
        "country:a": palette.communities[1], "person:b": palette.communities[0],
        "person:c": palette.communities[0], "organization:d": palette.communities[1],
    }  # fmt: skip
    update(tab, few())
    assert fills() == by_kind


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_picture_is_as_sharp_as_the_screen(opened: Opener, browser, ratio: int) -> None:
    profile = browser.new_context(device_scale_factor=ratio)
    tab = opened(few(), tab=profile.new_page())
    wide, shown = tab.evaluate(
        "() => { const c = document.querySelector('#map canvas'); return [c.width, c.clientWidth]; }"
    )
    profile.close()
    assert wide == ratio * shown > 500
