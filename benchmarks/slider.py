"""From the period slider let go to the drawn map, and the memory of the dashboard that draws it.

    python benchmarks/slider.py press/store [--moves 9]

Opens the dashboard on a store in a headless Chromium, drags the first handle of the period slider
a little further each time, lets go, and waits for the map. No period is asked for twice. Needs the
test extra and a Chromium; README.md in this folder says what each line means.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path

from mapping.browser import is_outside, launch
from mapping.ours import Ours, note_next
from mapping.server import PROJECT, started
from playwright.sync_api import Page, sync_playwright
from scaling.memory import in_words, memory

#: How far the handle is dragged each time, in pixels, and the longest wait for a map, in seconds.
STEP, PATIENCE = 24, 120


def main() -> None:
    """Open, drag, and print medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("store", type=Path)
    options.add_argument("--moves", type=int, default=9)
    chosen = options.parse_args()
    dashboard = started(PROJECT / "dashboard.py", chosen.store.resolve())
    with sync_playwright() as playwright, dashboard as (url, process):
        page = launch(playwright).new_page(viewport={"width": 1440, "height": 1000})
        page.route(is_outside, lambda route: route.abort())
        page.goto(url)
        shown = Ours(page, PATIENCE)
        shown.wait_for_first()
        note_next(page, "pointerup")
        taken = sorted(move(page, shown) for _ in range(chosen.moves))
        nodes, edges = shown.size()
        used = memory(process.pid)
    print(f"{nodes} actors and {edges} ties on the map; {chosen.moves} moves")
    print(f"let go to drawn: {statistics.median(taken):.2f} s ({taken[0]:.2f} to {taken[-1]:.2f})")
    print(in_words("memory of the server", used))


def move(page: Page, shown: Ours) -> float:
    """Drag the handle a little further; the seconds from letting go until the map is drawn."""
    page.wait_for_timeout(1500)
    box = page.get_by_role("slider", name="First period").bounding_box()
    if box is None:
        raise SystemExit(
            "the page shows no period slider: the store needs articles of several days"
        )
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + STEP, y, steps=4)
    page.wait_for_timeout(500)
    shown.prepare()
    page.mouse.up()
    return shown.wait_for_next()[0]


if __name__ == "__main__":
    main()
