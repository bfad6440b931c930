"""A headless Chromium that reaches this machine only, and the bytes that reach it."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, CDPSession, Playwright

FLAGS = ("--disable-background-networking", "--disable-component-update", "--no-first-run")


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that RELMAP_CHROMIUM names, the one on the path, else Playwright's own."""
    chromium = os.environ.get("RELMAP_CHROMIUM") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))


def is_outside(address: str) -> bool:
    """Whether an address lies on another machine: pyvis asks for Bootstrap even when told not to."""
    return address.startswith("http") and not address.startswith("http://localhost:")


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
