"""What several tests share: the seeds, their store, and a browser that is found or loudly missed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import (
        Browser,
        BrowserContext,
        Page,
        Playwright,
        Request,
        Route,
        ViewportSize,
        WebSocketRoute,
    )

    from relmap.store import Store

PROJECT = Path(__file__).resolve().parents[1]

# What several test files share lies beside them in a module `…_scenes.py`, or in scenes/ where they
# are of several folders; they import it by its name.
SCENES = Path(__file__).parent.rglob("*_scenes.py")
sys.path.extend(sorted({str(module.parent) for module in SCENES}))

# A suite that a script starts in the background has Ctrl-C ignored, and so would all that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test depends on how fast the machine is, so an example may take as long as it takes.
settings.register_profile("relmap", deadline=None)
settings.load_profile("relmap")

#: Marks the reason of every test that did not run for want of a browser.
NO_BROWSER = "no Chromium"
REMEDY = (
    "Install Chromium or Chrome (Debian: apt-get install chromium), or name one with "
    "RELMAP_CHROMIUM=/path/to/chromium, and run the tests again."
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

# Without these, Chromium itself asks its makers' servers for updates and the like.
CHROMIUM_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
FETCH_SECONDS = 300


@pytest.fixture(scope="session")
def project() -> Path:
    """The checkout."""
    return PROJECT


@pytest.fixture(scope="module")
def benchmarks(project: Path) -> Iterator[Path]:
    """The folder of the benchmarks, whose modules can be imported meanwhile."""
    folder = project / "benchmarks"
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five sample articles and their table."""
    return PROJECT / "seeds"


@pytest.fixture(scope="session")
def seeds_store(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the five sample articles, built once and only read by the tests."""
    from relmap.build import build

    path = tmp_path_factory.mktemp("seeds") / "store"
    build([seeds], path)
    return path


@pytest.fixture(scope="module")
def store(seeds_store: Path) -> Store:
    """That store, opened."""
    from relmap.store import Store

    return Store.open(seeds_store)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the stores of whoever runs the tests."""
    monkeypatch.setenv("RELMAP_DATA", str(tmp_path / "user-data"))
    monkeypatch.delenv("RELMAP_STORE", raising=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: one that is installed, else one that Playwright can fetch.

    Where there is none, the test is skipped and the summary says so loudly; with
    RELMAP_REQUIRE_BROWSER=1 it fails instead.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = _launch_installed(playwright) or _launch_fetched(playwright)
        if found is None:
            reason = f"{NO_BROWSER} was found, and Playwright could not fetch one. {REMEDY}"
            if os.environ.get("RELMAP_REQUIRE_BROWSER") == "1":
                pytest.fail(reason)
            pytest.skip(reason)
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile that can reach this machine only.

    The test fails at its end when any page asked for anything outside, or had an error.
    """
    outside: list[str] = []
    errors: list[str] = []

    def stop(route: Route, asked: Request) -> None:
        if is_local(asked.url):
            route.continue_()
        else:
            outside.append(asked.url)
            route.abort()

    def stop_socket(socket: WebSocketRoute) -> None:
        outside.append(socket.url)

    viewport: ViewportSize = {"width": 1280, "height": 900}
    profile = browser.new_context(viewport=viewport, service_workers="block")
    profile.route("**/*", stop)
    # A socket that is routed and not connected on reaches nobody.
    profile.route_web_socket(lambda url: not is_local(url), stop_socket)
    profile.on("weberror", lambda error: errors.append(str(error.error)))
    yield profile
    profile.close()
    assert not outside, f"requests that left this machine: {outside}"
    assert not errors, f"errors in the page: {errors}"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab in that profile."""
    return context.new_page()


def is_local(url: str) -> bool:
    """True where a URL stays on this machine: localhost, a file, or data in the page itself."""
    parts = urlsplit(url)
    if parts.scheme in {"file", "data", "blob", "about"}:
        return parts.netloc == "" or parts.scheme == "blob"
    return parts.hostname in {"localhost", "127.0.0.1", "::1"}


def _launch_installed(playwright: Playwright) -> Browser | None:
    """Start the first that starts: the one named by RELMAP_CHROMIUM, or one of the usual ones."""
    named = os.environ.get("RELMAP_CHROMIUM")
    if named:
        return playwright.chromium.launch(executable_path=named, args=list(CHROMIUM_FLAGS))
    for name in CHROMIUM_NAMES:
        path = shutil.which(name)
        started = _launch(playwright, executable_path=path) if path else None
        if started is not None:
            return started
    return _launch(playwright) or _launch(playwright, channel="chrome")


def _launch_fetched(playwright: Playwright) -> Browser | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=FETCH_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return _launch(playwright)


def _launch(playwright: Playwright, **which: str) -> Browser | None:
    """Start a browser, or return None where it is missing or a stub (Ubuntu's, without snap)."""
    from playwright.sync_api import Error

    try:
        return playwright.chromium.launch(args=list(CHROMIUM_FLAGS), **which)
    except Error:
        return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly which browser tests did not run, and how to get them to run."""
    missed = [
        report.nodeid
        for report in terminalreporter.stats.get("skipped", [])
        if NO_BROWSER in str(report.longrepr)
    ]
    if missed:
        terminalreporter.section("BROWSER TESTS DID NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(missed)} tests need a Chromium, and there is none. {REMEDY}")
        for nodeid in sorted(missed):
            terminalreporter.line(f"  {nodeid}")
