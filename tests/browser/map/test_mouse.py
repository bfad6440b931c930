"""What the mouse does on a map in a real browser: hints, double clicks, drags, selection."""

from __future__ import annotations

import pytest
from map_scenes import DOTS, LABELS, SELECTED, Opener, crowd, few, point, settled, update
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_whoever_the_pointer_is_on_has_its_neighbours_named_and_a_hint(opened: Opener) -> None:
    data = crowd(500)
    tab = opened(data)
    settled(tab, LABELS)
    hub = data.nodes[0]["id"]
    tab.mouse.move(*point(tab, "node", hub))
    hint = tab.locator(".relmap-hint")
    expect(hint).to_contain_text("2 mentions in")
    assert hint.inner_text().split("\n")[0] == data.nodes[0]["name"]
    named = {label["id"] for label in settled(tab, LABELS)}
    beside = {
        end
        for row in data.edges
        if hub in (row["from"], row["to"])
        for end in (row["from"], row["to"])
    }
    assert len(beside & named) > 0.8 * len(beside)
    assert hub in named
    tab.mouse.move(2, 2)
    expect(hint).to_be_hidden()


def test_the_hint_never_covers_what_it_describes(opened: Opener) -> None:
    corners = [(-370.0, 240.0), (-370.0, -240.0), (370.0, -240.0), (-250.0, 240.0)]
    tab = opened(few(places=corners))
    settled(tab, LABELS)
    found = set()
    for row in few().nodes:
        x, y = point(tab, "node", row["id"])
        tab.mouse.move(x, y)
        hint = tab.locator(".relmap-hint")
        expect(hint).to_contain_text(row["name"])
        box = hint.bounding_box()
        assert box is not None
        across, down = box["x"] + box["width"], box["y"] + box["height"]
        assert not (box["x"] <= x <= across and box["y"] <= y <= down), row["name"]
        found.add(hint.get_attribute("data-corner"))
    # Two of the four stand in the corner that comes first, so it never comes into question; who
    # has a neighbour top left sends the hint to the right.
    assert found == {"top-left", "top-right"}


def test_the_hint_leaves_neighbours_in_sight_where_a_corner_is_free(opened: Opener) -> None:
    neighbour = (-370.0, 240.0)
    tab = opened(few(places=[(0.0, 0.0), neighbour, (370.0, -240.0), (300.0, 240.0)]))
    settled(tab, LABELS)
    tab.mouse.move(*point(tab, "node", "country:a"))
    expect(tab.locator(".relmap-hint")).to_have_attribute("data-corner", "top-left")
    # Nobody stands out beside Dodo, who is tied to none: the first corner is as good as any.
    tab.mouse.move(*point(tab, "node", "organization:d"))
    expect(tab.locator(".relmap-hint")).to_have_attribute("data-corner", "bottom-left")


def test_the_hint_names_both_ends_of_a_tie(opened: Opener) -> None:
    tab = opened(few())
    tab.mouse.move(*point(tab, "edge", "country:a|person:b"))
    expect(tab.locator(".relmap-hint")).to_be_visible()
    text = tab.locator(".relmap-hint").inner_text()
    assert text == "Aland – Ben Bird\n4 sentences in 2 articles"


def test_a_double_click_on_an_actor_asks_for_what_is_around_it(opened: Opener) -> None:
    tab = opened(few())
    tab.mouse.dblclick(*point(tab, "node", "country:a"))
    tab.wait_for_function("() => heard.length >= 2")
    tab.wait_for_timeout(300)
    assert tab.evaluate("() => heard") == [
        {"kind": "actor", "id": "country:a"},
        {"kind": "around", "id": "country:a"},
    ]
    tab.mouse.dblclick(*point(tab, "edge", "country:a|person:b"))
    tab.wait_for_function("() => heard.length >= 4")
    tab.wait_for_timeout(300)
    assert [what["kind"] for what in tab.evaluate("() => heard.slice(2)")] == ["tie", "tie"]


def test_a_drag_moves_the_whole_map_with_its_names_and_no_single_actor(opened: Opener) -> None:
    tab = opened(crowd(150))
    settled(tab, LABELS)
    before, places = tab.evaluate(DOTS), tab.evaluate("() => map.network.getPositions()")
    names = {label["id"]: label["box"] for label in tab.evaluate(LABELS)}
    tab.mouse.move(before[-1]["x"], before[-1]["y"])
    tab.mouse.down()
    tab.mouse.move(before[-1]["x"] + 30, before[-1]["y"] + 10)
    tab.mouse.move(before[-1]["x"] + 60, before[-1]["y"] + 25)
    moved, names_then = settled(tab, DOTS), settled(tab, LABELS)
    tab.mouse.up()
    assert tab.evaluate("() => map.network.getPositions()") == places
    across, down = moved[0]["x"] - before[0]["x"], moved[0]["y"] - before[0]["y"]
    assert across > 25
    assert {label["id"] for label in names_then} == set(names)
    for label in names_then:
        assert label["box"]["left"] == pytest.approx(names[label["id"]]["left"] + across)
        assert label["box"]["top"] == pytest.approx(names[label["id"]]["top"] + down)
    assert tab.evaluate("() => heard") == []


def test_only_a_map_of_many_ties_leaves_the_light_ones_out_while_it_is_dragged(
    opened: Opener,
) -> None:
    hides = "() => map.network.renderer.options.hideEdgesOnDrag"
    tab = opened(crowd(300))
    assert tab.evaluate(hides) is False
    update(tab, crowd(900))
    assert tab.evaluate(hides) is True
    update(tab, crowd(300))
    assert tab.evaluate(hides) is False


def test_what_is_selected_stays_selected_under_the_pointer_and_over_filters(opened: Opener) -> None:
    tab = opened(crowd(60))
    chosen = crowd(60).nodes[5]["id"]
    tab.evaluate("(id) => map.select(id)", chosen)
    tab.mouse.move(*point(tab, "node", crowd(60).nodes[0]["id"]))
    assert tab.evaluate(SELECTED) == chosen
    assert chosen in {label["id"] for label in settled(tab, LABELS)}
    update(tab, crowd(5))
    assert tab.evaluate(SELECTED) is None
    update(tab, crowd(60))
    assert tab.evaluate(SELECTED) == chosen
    assert tab.evaluate("() => heard") == []
