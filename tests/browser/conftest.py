"""The dashboard running on this machine, for tests that need a real browser.

What a browser shows comes when it comes: a test waits for it (`expect`, `wait_for_function`), and
asks at once only for what can no longer change.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

START_SECONDS = 60
#: A page may be this late on a machine that has other work; who waits for longer waits in vain.
expect.set_options(timeout=20_000)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; fail when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "the dashboard ended while it started"
        try:
            with urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not answer within {START_SECONDS} seconds")


@contextmanager
def running(project: Path, store: Path, data: Path) -> Iterator[str]:
    """Run a dashboard on a store, and lend its address."""
    url = f"http://localhost:{(port := free_port())}"
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", str(project / "dashboard.py")),
            *("--server.headless=true", f"--server.port={port}"),
        ],
        cwd=project,
        env={**os.environ, "RELMAP_STORE": str(store), "RELMAP_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_healthy(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def dashboard(project: Path, seeds_store: Path, tmp_path_factory) -> Iterator[str]:
    """The address of a dashboard on the seeds' store."""
    with running(project, seeds_store, tmp_path_factory.mktemp("dashboard")) as url:
        yield url
