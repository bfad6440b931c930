"""Our map on its page: when it was drawn, how large it is, how many frames it draws."""

from __future__ import annotations

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from mapping.frames import COUNT_FRAMES

NOTE_DRAWN = """(element) => {
  window.drawn = null;
  new MutationObserver((_, watcher) => {
    window.drawn = performance.timeOrigin + performance.now();
    watcher.disconnect();
  }).observe(element, {attributes: true, attributeFilter: ["data-relmap-ready"]});
}"""


def note_next(page: Page, event: str) -> None:
    """Note every event of a kind ("click") as `window.clicked`, on the clock of `window.drawn`."""
    page.evaluate(
        """(kind) => document.addEventListener(
  kind, () => { window.clicked = performance.timeOrigin + performance.now(); }, true)""",
        event,
    )


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
