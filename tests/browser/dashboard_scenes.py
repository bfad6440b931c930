"""What tests of the dashboard in a real browser wait for, and where they click."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

#: The map, once it is drawn.
MAP = "[data-relmap-ready]"
_IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def open_dashboard(page: Page, address: str) -> None:
    """Open the page and wait until its map and the panel beside it are drawn."""
    page.goto(address)
    page.wait_for_selector(MAP, timeout=60_000)
    page.locator(".evidence").wait_for()


def wait_until_idle(page: Page) -> None:
    """Wait until the server has drawn the whole page: until then old parts stand beside new ones."""
    page.wait_for_timeout(200)
    page.locator(_IDLE).wait_for(state="attached")


def wait_for_address(page: Page, link: str) -> None:
    """Wait until the address asks for the view `link` and nothing else."""
    page.wait_for_function("(link) => location.search === (link && `?${link}`)", arg=link)


def wait_for_selection(page: Page, wanted: str | None) -> None:
    """Wait until the map has selected a tie or an actor, or nothing."""
    page.wait_for_function(
        "([map, wanted]) => map.relmap.selected() === wanted",
        arg=[page.locator(MAP).element_handle(), wanted],
    )


def resting_point(page: Page, what: str, which: str) -> dict[str, float]:
    """Where to click, once the page has come to rest and the place stays the same."""
    before = None
    for _ in range(40):
        point = page.eval_on_selector(MAP, f"(map, id) => map.relmap.{what}Point(id)", which)
        if point is not None and point == before:
            return dict(point)
        before = point
        page.wait_for_timeout(250)
    pytest.fail(f"{which} cannot be reached by a click")


def click(page: Page, what: str, which: str) -> None:
    """Click an actor or a tie of the map where nothing else lies under the pointer."""
    point = resting_point(page, what, which)
    page.mouse.click(point["x"], point["y"])
