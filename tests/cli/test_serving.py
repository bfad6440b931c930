"""`relmap serve`: the dashboard starts, and ends with the command."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def test_serve_starts_the_dashboard_and_ends_with_it(seeds_store: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "relmap", "serve", "--store", str(seeds_store)]
    environment = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    process = subprocess.Popen([*command, "--port", str(port)], cwd=tmp_path, env=environment)
    try:
        deadline = time.monotonic() + 60
        while not answers(f"http://localhost:{port}/_stcore/health"):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert answers(f"http://localhost:{port}/")
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert not answers(f"http://localhost:{port}/_stcore/health")
