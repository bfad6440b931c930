"""Time from `streamlit run` to an interactive map, against an empty Streamlit page in the same run.

    python benchmarks/startup.py [--runs 5] [--articles PATH …] > figures.txt

Each run starts a server, opens it in a headless Chromium and waits: for the empty page until its
one word stands, for the dashboard until the map is drawn. The empty page is the floor: nobody's
Streamlit app starts sooner. Then the page is opened a second time on the running server, where
everything is imported and the store is open. Needs the test extra and a Chromium; README.md in
this folder says what each column means.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mapping.browser import launch
from mapping.server import PROJECT, serving
from playwright.sync_api import Browser, sync_playwright

from relmap.build import build

FLOOR = "import streamlit as st\nst.html('<p data-floor>ready</p>')\n"


@dataclass(frozen=True)
class Run:
    """Seconds since the start of the process until each stage, and of a second visit."""

    healthy: float
    page: float
    ready: float
    again: float

    def stages(self) -> tuple[float, float, float]:
        """Server start, Streamlit's own page, and what the script and the map take."""
        return self.healthy, self.page - self.healthy, self.ready - self.page


def main() -> None:
    """Run both in turn and print medians and the ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--articles", type=Path, nargs="+", default=[PROJECT / "seeds"])
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder) / "store"
        build(chosen.articles, store)
        floor = Path(folder) / "floor.py"
        floor.write_text(FLOOR, encoding="utf-8")
        browser = launch(playwright)
        floors, ours = [], []
        for _ in range(chosen.runs + 1):
            floors.append(measure(browser, floor, "[data-floor]", store))
            ours.append(measure(browser, PROJECT / "dashboard.py", "[data-relmap-ready]", store))
        report(floors[1:], ours[1:])  # the first pair warms the disk


def measure(browser: Browser, script: Path, marker: str, store: Path) -> Run:
    """Start a page, open it, and wait for its marker."""
    started = time.monotonic()
    with serving(script, store) as url:
        healthy = time.monotonic()
        shown, ready = visit(browser, url, marker)
        back = time.monotonic()
        _, seen = visit(browser, url, marker)
        return Run(healthy - started, shown - started, ready - started, seen - back)


def visit(browser: Browser, url: str, marker: str) -> tuple[float, float]:
    """Open the page in a fresh profile: when Streamlit's frame stood, and when the marker did."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(url)
    page.wait_for_selector("[data-testid=stApp]")
    shown = time.monotonic()
    page.wait_for_selector(marker, timeout=60_000)
    ready = time.monotonic()
    page.close()
    return shown, ready


def report(floors: Sequence[Run], ours: Sequence[Run]) -> None:
    """Print the median seconds of each stage, and the ratio to the floor pair by pair."""
    print(f"{len(ours)} runs in turn, medians in seconds")
    print(f"{'':14}{'server up':>10}{'page':>8}{'content':>9}{'in all':>8}{'again':>8}")
    for name, runs in (("empty page", floors), ("relmap", ours)):
        stages = [statistics.median(each) for each in zip(*(r.stages() for r in runs), strict=True)]
        whole = statistics.median(run.ready for run in runs)
        again = statistics.median(run.again for run in runs)
        print(f"{name:14}{stages[0]:10.2f}{stages[1]:8.2f}{stages[2]:9.2f}{whole:8.2f}{again:8.2f}")
    ratios = [mine.ready / floor.ready for mine, floor in zip(ours, floors, strict=True)]
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    print(f"relmap / empty page: {middle:.2f} ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main()
