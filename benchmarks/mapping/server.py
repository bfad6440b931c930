"""The pages that are measured, each with a Streamlit server of its own."""

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

PROJECT = Path(__file__).resolve().parents[2]


@contextmanager
def serving(script: Path, store: Path) -> Iterator[str]:
    """The address of a Streamlit server of its own on a script."""
    with started(script, store) as (url, _):
        yield url


@contextmanager
def started(script: Path, store: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same with the server's process."""
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
        yield url, server
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(url: str) -> None:
    """Wait until the server answers."""
    for _ in range(3000):
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    sys.exit("the server did not start")
