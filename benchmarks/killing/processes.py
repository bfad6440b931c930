"""Processes of this machine: started in groups of their own, found, and killed (Linux)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]

#: Seconds after which a process that should have started, or ended, is taken to hang.
HUNG = 300.0


def start(words: list[str], log: Path) -> subprocess.Popen[bytes]:
    """Start a Python module with its arguments, in a group of its own."""
    path = os.pathsep.join([str(BENCHMARKS), os.environ.get("PYTHONPATH", "")])
    with log.open("ab") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )


def kill(process: int) -> None:
    """Kill a process as the system does when memory runs out."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def workers_of(parent: int) -> list[int]:
    """The worker processes that a driver, or a Dask nanny, has started."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            its = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if its == parent and b"spawn_main" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return sorted(found)


class Cluster:
    """A Dask scheduler and two workers on 127.0.0.1."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = 0
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.nannies: list[subprocess.Popen[bytes]] = []

    @property
    def address(self) -> str:
        """Where the scheduler listens."""
        return f"tcp://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start what does not run, the scheduler where it was before."""
        if not self._has_scheduler():
            self._start_scheduler()
        self.tend()

    def tend(self) -> None:
        """Start workers that have ended, as a service would; they end when they lose a scheduler."""
        self.nannies = [nanny for nanny in self.nannies if nanny.poll() is None]
        while self._has_scheduler() and len(self.nannies) < 2:
            self.nannies.append(
                self._dask("worker", self.address, "--nthreads", "1", "--memory-limit", "0")
            )

    def _has_scheduler(self) -> bool:
        return self.scheduler is not None and self.scheduler.poll() is None

    def stop(self) -> None:
        """Kill everything."""
        for process in [*self.nannies, *([self.scheduler] if self.scheduler else [])]:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.nannies, self.scheduler = [], None

    def _start_scheduler(self) -> None:
        told = self._folder / "scheduler.json"
        told.unlink(missing_ok=True)
        self.scheduler = self._dask(
            "scheduler", "--port", str(self._port), "--scheduler-file", str(told)
        )
        until = time.monotonic() + HUNG
        while not (told.is_file() and told.read_text()):
            if time.monotonic() > until:
                raise TimeoutError("the scheduler does not start")
            time.sleep(0.05)
        self._port = int(json.loads(told.read_text())["address"].rpartition(":")[2])

    def _dask(self, *words: str) -> subprocess.Popen[bytes]:
        local = ["--local-directory", str(self._folder)] if words[0] == "worker" else []
        listen = ["--host", "127.0.0.1", "--no-dashboard"]
        return start(["dask", *words, *local, *listen], self._folder / "dask.log")
