"""Flights to an actor, and what keys do on a map in a real browser."""

from __future__ import annotations

import re

import pytest
from map_scenes import (
    DRAWN,
    LABELS,
    SCALE,
    SELECTED,
    VIEW,
    Opener,
    crowd,
    few,
    point,
    settled,
    update,
    wait_for,
)
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_flying_to_an_actor_brings_it_to_the_middle_and_takes_its_time(opened: Opener) -> None:
    data = crowd(150)
    tab = opened(data)
    settled(tab, LABELS)
    goal = data.nodes[-1]
    before = tab.evaluate(SCALE)
    tab.evaluate(
        """(id) => {
            globalThis.passed = [];
            map.network.on("afterDrawing", () => passed.push(map.network.getScale()));
            map.focus(id);
        }""",
        goal["id"],
    )
    assert settled(tab, SCALE) >= 1.4
    passed = tab.evaluate("() => passed")
    assert sum(before < scale < 1.4 for scale in passed) > 3, "it does not jump"
    x, y = point(tab, "node", goal["id"])
    assert (x, y) == (pytest.approx(292.5, abs=3), pytest.approx(280, abs=3))


def test_who_wants_less_motion_is_there_at_once(opened: Opener) -> None:
    data = crowd(150)
    tab = opened(data)
    tab.emulate_media(reduced_motion="reduce")
    settled(tab, LABELS)
    tab.evaluate("(id) => map.focus(id)", data.nodes[-1]["id"])
    assert tab.evaluate(SCALE) >= 1.4


def test_a_flight_to_somebody_who_is_not_drawn_goes_nowhere(opened: Opener) -> None:
    tab = opened(few())
    before = settled(tab, VIEW)
    tab.evaluate("() => map.focus('person:nobody')")
    assert settled(tab, VIEW) == before


def test_keys_go_from_actor_to_actor_and_open_them(opened: Opener) -> None:
    tab = opened(few())
    canvas = tab.locator(".relmap-canvas")
    canvas.focus()
    hint = tab.locator(".relmap-hint")
    for key, name in (
        ("n", "Aland"),
        ("n", "Ben Bird"),
        ("p", "Aland"),
        ("p", "Dodo"),
        ("n", "Aland"),
    ):
        tab.keyboard.press(key)
        expect(hint).to_have_text(re.compile(f"^{name}"))
    assert tab.evaluate("() => heard") == [], "pointing is no selection yet"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => heard") == [
        {"kind": "actor", "id": "country:a"},
        {"kind": "around", "id": "country:a"},
    ]
    tab.keyboard.press("Escape")
    wait_for(tab, SELECTED, None)
    expect(hint).to_be_hidden()
    said = canvas.get_attribute("aria-label")
    assert all(word in said for word in ("Arrow keys", "N and P", "Enter", "Escape"))


def test_keys_bring_into_sight_whom_they_point_at(opened: Opener) -> None:
    tab = opened(crowd(150))
    tab.evaluate("() => map.network.moveTo({ scale: 4, position: { x: 370, y: 0 } })")
    tab.locator(".relmap-canvas").focus()
    tab.keyboard.press("n")
    settled(tab, VIEW)
    x, y = point(tab, "node", crowd(150).nodes[0]["id"])
    assert 0 < x < 585
    assert 0 < y < 560


def test_an_empty_map_says_so_and_takes_every_key(opened: Opener) -> None:
    tab = opened(crowd(0))
    expect(tab.locator(".relmap-hint")).to_have_text("No actor is in view.")
    tab.locator(".relmap-canvas").focus()
    for key in ("n", "p", "Enter", "0", "+", "-", "ArrowLeft", "Escape"):
        tab.keyboard.press(key)
    update(tab, few())
    expect(tab.locator(".relmap-hint")).to_be_hidden()
    assert len(tab.evaluate(DRAWN)[0]) == 4
