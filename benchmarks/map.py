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
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generated.fastpath import build_store
from generated.stream import Stream
from playwright.sync_api import Browser, CDPSession, Frame, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from startup import FLAGS, PROJECT, free_port, wait_until_healthy

#: Articles of the store that is generated where none is given.
ARTICLES = 5000

#: What is clicked, in this order: every change gives a view that was not asked for before.
CLICKS = ("Undated", "Unknown outlet", "Undated")

#: Seconds for which the map is dragged, and pause between two steps of the mouse.
DRAGGED, STEP = 3.0, 0.008

RECIPE = """
import sys
from pathlib import Path

import streamlit as st
import streamlit.components.v1 as components
from pyvis.network import Network

from relmap.models import Filters
from relmap.store import Store

@st.cache_resource
def open_store():
    return Store.open(Path({store!r}))

st.set_page_config(layout="wide")
store, top = open_store(), int(st.query_params.get("top", 100))
undated = st.sidebar.toggle("Undated", True)
unknown = st.sidebar.toggle("Unknown outlet", True)
view = store.view(Filters(undated=undated, unknown_outlet=unknown))
names = store.actors()
network = Network(height="700px", width="100%", cdn_resources="in_line")
shown = view.strongest(top)
for seen in shown:
    actor = names[seen.actor_id]
    network.add_node(seen.actor_id, label=actor.name, title=actor.name, value=seen.strength)
for tie in view.ties_among(seen.actor_id for seen in shown):
    network.add_edge(tie.source, tie.target, value=tie.sentences)
page = network.generate_html()
components.html(page.replace("</body>", {probe!r} + "</body>"), height=720)
"""

#: Notes in the recipe's frame when its map was first drawn and when it stood still.
PROBE = """<script>
window.probe = {born: performance.timeOrigin};
for (const [name, event] of [["drawn", "afterDrawing"], ["still", "stabilized"]]) {
  network.once(event, () => { window.probe[name] = performance.timeOrigin + performance.now(); });
}
</script>"""

NOTE_CLICK = """() => document.addEventListener(
  "click", () => { window.clicked = performance.timeOrigin + performance.now(); }, true)"""

NOTE_DRAWN = """(element) => {
  window.drawn = null;
  new MutationObserver((_, watcher) => {
    window.drawn = performance.timeOrigin + performance.now();
    watcher.disconnect();
  }).observe(element, {attributes: true, attributeFilter: ["data-relmap-ready"]});
}"""

#: Counts the frames in which the map was drawn anew.
COUNT_FRAMES = """(network) => {
  const count = {frames: 0, drawn: false};
  network.on("afterDrawing", () => { count.drawn = true; });
  const look = () => {
    if (count.drawn) count.frames += 1;
    count.drawn = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.frameCount = count;
}"""


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
        recipe = Path(folder) / "recipe.py"
        recipe.write_text(RECIPE.format(store=str(store), probe=PROBE), encoding="utf-8")
        chromium = os.environ.get("RELMAP_CHROMIUM") or shutil.which("chromium")
        print(HEAD, flush=True)
        for actors in chosen.actors:
            both = {"ours": Side(PROJECT / "dashboard.py", Ours), "recipe": Side(recipe, Recipe)}
            sides = {name: side for name, side in both.items() if chosen.only in (None, name)}
            setting = Setting(store, actors, chosen.patience)
            for _ in range(chosen.runs):
                for side in sides.values():
                    # A browser of its own for each: a map that still computes dies with it.
                    browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
                    measure(browser, side, setting)
                    browser.close()
            report(setting, sides)


def generate(folder: Path) -> Path:
    """Make a store of a generated corpus."""
    build_store(Stream(ARTICLES), folder / "articles.jsonl", folder / "store")
    return folder / "store"


def measure(browser: Browser, side: Side, setting: Setting) -> None:
    """Start a page, change its filters one after the other, then drag the map."""
    with serving(side.script, setting.store) as url:
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        page.route(is_outside, lambda route: route.abort())
        page.goto(f"{url}/?top={setting.actors}")
        shown = side.shown(page, setting.patience)
        shown.wait_for_first()
        page.evaluate(NOTE_CLICK)
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


def is_outside(address: str) -> bool:
    """Whether an address lies on another machine: pyvis asks for Bootstrap even when told not to."""
    return address.startswith("http") and not address.startswith("http://localhost:")


@contextmanager
def serving(script: Path, store: Path) -> Iterator[str]:
    """A Streamlit server of its own on a script."""
    url = f"http://localhost:{(port := free_port())}"
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", str(script)),
            *("--server.headless=true", f"--server.port={port}"),
        ],
        cwd=PROJECT,
        env={**os.environ, "RELMAP_STORE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_healthy(f"{url}/_stcore/health")
        yield url
    finally:
        server.terminate()
        server.wait()


class Ours:
    """The dashboard: drawn when the map counts up."""

    def __init__(self, page: Page, patience: float) -> None:
        self._page = page
        self._patience = patience
        self._map = page.locator("[data-relmap-ready]").first

    def wait_for_first(self) -> None:
        """Wait for the first map, and until nothing follows it."""
        self._map.wait_for(timeout=self._patience * 1000)
        self._page.wait_for_timeout(2000)

    def prepare(self) -> None:
        """Look out for the next drawing."""
        self._map.evaluate(NOTE_DRAWN)

    def wait_for_next(self) -> tuple[float, float]:
        """Seconds since the click; the positions are there before, so nothing moves after it."""
        try:
            self._page.wait_for_function("window.drawn", timeout=self._patience * 1000)
        except PlaywrightTimeout:
            return self._patience, self._patience
        taken = self._page.evaluate("window.drawn - window.clicked") / 1000
        return taken, taken

    def size(self) -> tuple[int, int]:
        """Nodes and edges on the map."""
        sizes = "(map) => [map.relmap.network.body.data.nodes.length, map.relmap.network.body.data.edges.length]"
        nodes, edges = self._map.evaluate(sizes)
        return nodes, edges

    def count_frames(self) -> None:
        """Begin to count frames."""
        self._map.evaluate(f"(map) => ({COUNT_FRAMES})(map.relmap.network)")

    def frames(self) -> int:
        """Frames so far."""
        return int(self._page.evaluate("frameCount.frames"))

    def corner(self) -> tuple[float, float]:
        """A point of the map near its corner, where there is no actor."""
        box = self._map.bounding_box()
        assert box is not None
        return box["x"] + 12, box["y"] + 12


class Recipe:
    """pyvis in an iframe: a new frame for every change."""

    def __init__(self, page: Page, patience: float) -> None:
        self._page = page
        self._patience = patience
        self._frame: Frame | None = None
        self._after = 0.0

    def wait_for_first(self) -> None:
        """Wait for the first map to be drawn and, if it does so in time, to stand still."""
        self._wait()

    def prepare(self) -> None:
        """Know the frames that are there."""
        self._after = time.time() * 1000

    def wait_for_next(self) -> tuple[float, float]:
        """Seconds from the click until drawn and until still."""
        drawn, still = self._wait()
        clicked = self._page.evaluate("window.clicked")
        return (
            (drawn - clicked) / 1000 if drawn else self._patience,
            (still - clicked) / 1000 if still else self._patience,
        )

    def _wait(self) -> tuple[float, float]:
        """When the newest frame was drawn and when it stood still; 0 for what did not happen."""
        until = time.monotonic() + self._patience
        found: dict[str, float] = {}
        while time.monotonic() < until and "still" not in found:
            time.sleep(0.1)
            for frame in self._page.frames[1:]:
                probe = look(frame)
                if probe and probe["born"] > self._after:
                    self._frame, found = frame, probe
        return found.get("drawn", 0.0), found.get("still", 0.0)

    def size(self) -> tuple[int, int]:
        """Nodes and edges on the map."""
        assert self._frame is not None
        nodes, edges = self._frame.evaluate("[nodes.length, edges.length]")
        return nodes, edges

    def count_frames(self) -> None:
        """Begin to count frames."""
        assert self._frame is not None
        self._frame.evaluate(f"({COUNT_FRAMES})(network)")

    def frames(self) -> int:
        """Frames so far."""
        assert self._frame is not None
        return int(self._frame.evaluate("frameCount.frames"))

    def corner(self) -> tuple[float, float]:
        """A point of the map near its corner, where there is no actor."""
        assert self._frame is not None
        box = self._frame.locator("#mynetwork").bounding_box()
        assert box is not None
        return box["x"] + 12, box["y"] + 12


def look(frame: Frame) -> dict[str, float] | None:
    """What the probe of a frame has noted; None while it is not there, or is going away."""
    try:
        found: dict[str, float] | None = frame.evaluate("window.probe ?? null")
    except PlaywrightError:
        return None
    return found


class Traffic:
    """Counts the bytes that reach the browser, by the socket and by answers to requests."""

    def __init__(self, session: CDPSession) -> None:
        self.received = 0
        session.on("Network.webSocketFrameReceived", self._frame)
        session.on("Network.dataReceived", self._data)
        session.send("Network.enable")

    def _frame(self, event: dict[str, dict[str, str]]) -> None:
        # Binary frames come in base64.
        self.received += len(event["response"]["payloadData"]) * 3 // 4

    def _data(self, event: dict[str, int]) -> None:
        self.received += event["dataLength"]


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


HEAD = (
    f"{'actors':>7}{'ties':>7}  {'':8}{'drawn s':>9}{'still s':>9}{'frames/s':>10}{'kB':>9}"
    "   ratio until drawn, until still"
)


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
