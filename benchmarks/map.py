"""From a changed filter to the drawn map, ours against the usual recipe, in one run.

    python benchmarks/map.py [--actors 100 500 2000] [--runs 1] [--store STORE] [--patience 60]

The usual recipe is a page of a few lines that draws the same actors and ties with pyvis, physics
on, in an iframe. Both read the same store, in turn, each in a server of its own. For each: seconds
from the click on a filter until the map is drawn (of the recipe also until it stands still), frames
per second while the map is dragged, and bytes that reach the browser for one change. Without
--store one is generated. Needs the test extra and a Chromium; README.md in this folder says more.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from generated.fastpath import build_store
from generated.stream import Stream
from mapping.browser import launch
from mapping.measuring import Setting, Side, measure
from mapping.ours import Ours
from mapping.recipe import Recipe, write_recipe
from mapping.server import PROJECT
from playwright.sync_api import sync_playwright

#: Articles of the store that is generated where none is given.
ARTICLES = 5000

HEAD = (
    f"{'actors':>7}{'ties':>7}  {'':8}{'drawn s':>9}{'still s':>9}{'frames/s':>10}{'kB':>9}"
    "   ratio until drawn, until still"
)


def main() -> None:
    """Measure all sizes and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--actors", type=int, nargs="+", default=[100, 500, 2000])
    options.add_argument("--runs", type=int, default=1)
    options.add_argument("--store", type=Path)
    options.add_argument("--patience", type=float, default=60, help="seconds to wait for one map")
    options.add_argument("--only", choices=["ours", "recipe"])
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = chosen.store or generate(Path(folder))
        recipe = write_recipe(Path(folder) / "recipe.py", store)
        print(HEAD, flush=True)
        for actors in chosen.actors:
            both = {"ours": Side(PROJECT / "dashboard.py", Ours), "recipe": Side(recipe, Recipe)}
            sides = {name: side for name, side in both.items() if chosen.only in (None, name)}
            setting = Setting(store, actors, chosen.patience)
            for _ in range(chosen.runs):
                for side in sides.values():
                    # A browser of its own for each: a map that still computes dies with it.
                    browser = launch(playwright)
                    measure(browser, side, setting)
                    browser.close()
            report(setting, sides)


def generate(folder: Path) -> Path:
    """Make a store of a generated corpus."""
    build_store(Stream(ARTICLES), folder / "articles.jsonl", folder / "store")
    return folder / "store"


def report(setting: Setting, sides: dict[str, Side]) -> None:
    """Print one line for each side, and the ratios."""
    for name, side in sides.items():
        frames = f"{statistics.median(side.frames):.0f}" if side.frames else "-"
        print(
            f"{side.nodes or setting.actors:7}{side.edges or '-':>7}  {name:8}"
            f"{at_most(side.drawn(), setting):>9}{at_most(side.still(), setting):>9}"
            f"{frames:>10}{side.received() / 1000:9,.0f}"
            + (f"   {ratios(sides, setting)}" if name == "recipe" and len(sides) == 2 else ""),
            flush=True,
        )


def at_most(seconds: float, setting: Setting) -> str:
    """Seconds, or that it took longer than was waited."""
    return f"> {setting.patience:.0f}" if seconds >= setting.patience else f"{seconds:.2f}"


def ratios(sides: dict[str, Side], setting: Setting) -> str:
    """How many times as long the recipe takes until drawn and until still."""
    ours, recipe = sides["ours"].drawn(), sides["recipe"]
    return ", ".join(
        f"{'> ' if seconds >= setting.patience else ''}{seconds / ours:.0f}"
        for seconds in (recipe.drawn(), recipe.still())
    )


if __name__ == "__main__":
    main()
