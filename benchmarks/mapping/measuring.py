"""One side of the comparison at one size: its filters are changed, then its map is dragged."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from mapping.browser import Traffic, is_outside
from mapping.ours import Ours, note_next
from mapping.recipe import Recipe
from mapping.server import serving

#: What is clicked, in this order: every change gives a view that was not asked for before.
CLICKS = ("Undated", "Unknown outlet", "Undated")

#: Seconds for which the map is dragged, and pause between two steps of the mouse.
DRAGGED, STEP = 3.0, 0.008


@dataclass(frozen=True)
class Change:
    """What one change of a filter took: seconds until drawn and until still, and bytes."""

    drawn: float
    still: float
    received: int


@dataclass(frozen=True)
class Setting:
    """What is measured: a store, how many of its actors, and how long one map is waited for."""

    store: Path
    actors: int
    patience: float


@dataclass
class Side:
    """One of the two, and what was measured of it at one size."""

    script: Path
    shown: Callable[[Page, float], Ours | Recipe]
    changes: list[Change] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    nodes: int = 0
    edges: int = 0

    def drawn(self) -> float:
        """Median seconds until the map was drawn."""
        return statistics.median(change.drawn for change in self.changes)

    def still(self) -> float:
        """Median seconds until nothing moved any more."""
        return statistics.median(change.still for change in self.changes)

    def received(self) -> float:
        """Median bytes for one change."""
        return statistics.median(change.received for change in self.changes)


def measure(browser: Browser, side: Side, setting: Setting) -> None:
    """Start a page, change its filters one after the other, then drag the map."""
    with serving(side.script, setting.store) as url:
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        page.route(is_outside, lambda route: route.abort())
        page.goto(f"{url}/?top={setting.actors}")
        shown = side.shown(page, setting.patience)
        shown.wait_for_first()
        note_next(page, "click")
        traffic = Traffic(page.context.new_cdp_session(page))
        for label in CLICKS:
            traffic.received = 0
            shown.prepare()
            drawn, still = change(page, label, shown, setting.patience)
            side.changes.append(Change(drawn, still, traffic.received))
            if drawn >= setting.patience:
                return
            page.wait_for_timeout(1000)
        side.nodes, side.edges = shown.size()
        side.frames.append(drag(page, shown))


def change(page: Page, label: str, shown: Ours | Recipe, patience: float) -> tuple[float, float]:
    """Click a filter; return after how many seconds the map was drawn and stood still."""
    try:
        # Forced: while the recipe's map still moves, no look at the page ends in time.
        page.locator("label").filter(has_text=label).first.click(
            force=True, timeout=patience * 1000
        )
    except PlaywrightTimeout:
        return patience, patience  # The page is too busy to take the click.
    return shown.wait_for_next()


def drag(page: Page, shown: Ours | Recipe) -> float:
    """Frames per second while the mouse drags the map about."""
    x, y = shown.corner()
    page.mouse.move(x, y)
    page.mouse.down()
    shown.count_frames()
    started, step = time.monotonic(), 0
    while time.monotonic() - started < DRAGGED:
        step += 1
        page.mouse.move(x + 150 + 150 * ((step // 30) % 2) - (step % 30), y + step % 40)
        time.sleep(STEP)
    frames = shown.frames() / (time.monotonic() - started)
    page.mouse.up()
    return frames
