"""The usual recipe, a page of a few lines with pyvis in an iframe, and when its map was drawn."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, Page

from mapping.frames import COUNT_FRAMES

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


def write_recipe(file: Path, store: Path) -> Path:
    """Write the script that draws a store as the recipe does."""
    file.write_text(RECIPE.format(store=str(store), probe=PROBE), encoding="utf-8")
    return file


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
