"""Make the pictures of the README anew: `python docs/screenshots.py [CHROMIUM]`.

The dashboard is started on the sample articles, on a free port and in a folder of its own, and a
headless Chromium looks at it. Needs what the tests need: pip install -e '.[test]'.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "assets"
WIDTH, HEIGHT, SCALE = 1280, 800, 2
MAP = "[data-relmap-ready]"


def main() -> None:
    """Make both pictures."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    chromium = sys.argv[1] if len(sys.argv) > 1 else found
    with serve_samples() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = open_page(browser, url, dark=False)
        click(page, "edge", "country:PK|country:RU")
        save(page, "screenshot-tie.png")
        page = open_page(browser, url, dark=True)
        click(page, "node", "organization:shanghai-cooperation-organization")
        save(page, "screenshot-dark.png")
        browser.close()


@contextmanager
def serve_samples() -> Iterator[str]:
    """Run the dashboard on the sample articles until the block ends; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = (sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py"))
    settings = ("--server.headless=true", f"--server.port={port}")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "RELMAP_DATA": folder}
        environment.pop("RELMAP_STORE", None)
        server = subprocess.Popen((*command, *settings), cwd=ROOT, env=environment)  # noqa: S603
        try:
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def open_page(browser: Browser, url: str, *, dark: bool) -> Page:
    """Open the dashboard and wait for its map; the first one waits for the samples' build."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SCALE,
        color_scheme="dark" if dark else "light",
    )
    for _ in range(60):
        try:
            page.goto(url)
            break
        except Error:  # not listening yet
            page.wait_for_timeout(500)
    page.wait_for_selector(MAP, timeout=120_000)
    page.wait_for_timeout(2000)
    return page


def click(page: Page, what: str, which: str) -> None:
    """Click an actor or a tie on the map and leave the map, so that nothing is hovered."""
    point = page.eval_on_selector(MAP, f"(map, id) => map.relmap.{what}Point(id)", which)
    page.mouse.click(point["x"], point["y"])
    page.locator(".evidence .sentence").first.wait_for()
    page.mouse.move(WIDTH / 2, 8)
    page.wait_for_timeout(1000)


def save(page: Page, name: str) -> None:
    """Save what is seen as a PNG of its 256 most frequent colours: flat colours stay as they are."""
    picture = np.array(Image.open(BytesIO(page.screenshot())).convert("RGB"))
    colours, places, counts = np.unique(
        picture.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    kept = colours[np.argsort(-counts, kind="stable")[:256]].astype(int)
    nearest = [int(((kept - colour) ** 2).sum(axis=1).argmin()) for colour in colours.astype(int)]
    few = Image.fromarray(np.array(nearest, np.uint8)[places].reshape(picture.shape[:2]), "P")
    few.putpalette(kept.ravel().tolist())
    few.save(ASSETS / name, optimize=True)


if __name__ == "__main__":
    main()
