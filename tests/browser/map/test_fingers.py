"""What one finger and two do on a map in a real browser, and on the page around it."""

from __future__ import annotations

import pytest
from map_scenes import LABELS, SCALE, SELECTED, VIEW, Opener, crowd, few, point, settled, wait_for
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


class Fingers:
    """Touches as the browser gets them from a screen."""

    def __init__(self, tab) -> None:
        self.session = tab.context.new_cdp_session(tab)

    def send(self, kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def move(self, *ways: tuple[tuple[float, float], tuple[float, float]], steps: int = 8) -> None:
        """Put down a finger for each way, move all of them to its end, and lift them."""
        for number in range(len(ways)):
            self.send("touchStart", *(start for start, _ in ways[: number + 1]))
        for step in range(1, steps + 1):
            part = step / steps
            self.send(
                "touchMove",
                *((a + (c - a) * part, b + (d - b) * part) for (a, b), (c, d) in ways),
            )
        self.send("touchEnd")


def test_one_finger_scrolls_the_page_and_leaves_the_map(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    before = settled(tab, VIEW)
    Fingers(tab).move(((200, 450), (190, 200)))
    assert settled(tab, "() => scrollY") > 100
    assert settled(tab, VIEW) == before
    Fingers(tab).move(((300, 200), (100, 203)), steps=30)
    assert settled(tab, VIEW) == before, "across, where the page has nothing to scroll"
    assert tab.evaluate("() => heard") == []


def test_two_fingers_move_and_zoom_the_map_and_not_the_page(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    settled(tab, LABELS)
    scale, held = (
        tab.evaluate(SCALE),
        tab.evaluate("() => map.network.DOMtoCanvas({ x: 200, y: 250 })"),
    )
    Fingers(tab).move(((150, 250), (80, 350)), ((250, 250), (280, 350)))
    assert settled(tab, SCALE) == pytest.approx(2 * scale, rel=0.05)
    now = tab.evaluate("(place) => map.network.canvasToDOM(place)", held)
    assert (now["x"], now["y"]) == (pytest.approx(180, abs=6), pytest.approx(350, abs=6))
    assert tab.evaluate("() => scrollY") == 0
    assert tab.evaluate("() => heard") == []


def test_two_fingers_side_by_side_do_not_scroll_the_page_either(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    before = settled(tab, VIEW)
    Fingers(tab).move(((150, 450), (150, 200)), ((230, 450), (230, 200)))
    assert settled(tab, VIEW)["y"] > before["y"] + 100
    assert tab.evaluate("() => scrollY") == 0


def test_a_tap_beside_a_small_dot_selects_it(opened: Opener, phone) -> None:
    tab = opened(few(), tab=phone, size=(390, 700))
    settled(tab, LABELS)
    x, y = point(tab, "node", "organization:d")
    tab.touchscreen.tap(x + 11, y - 9)
    wait_for(tab, SELECTED, "organization:d")


def test_who_tries_one_finger_on_a_zoomed_map_is_told_of_two(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    settled(tab, SCALE)
    fingers = Fingers(tab)
    fingers.move(((150, 250), (50, 250)), ((250, 250), (350, 250)))
    settled(tab, SCALE)
    fingers.send("touchStart", (200, 450))
    fingers.send("touchMove", (200, 425))
    fingers.send("touchMove", (200, 400))
    expect(tab.locator(".relmap-hint")).to_have_text("Two fingers move the map.")
    fingers.send("touchEnd")
    expect(tab.locator(".relmap-hint")).to_be_hidden()
