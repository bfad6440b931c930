"""Tasks for workers, processes that are watched, and a Dask cluster of real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from relmap.models import Article
from relmap.store.identity import digest
from relmap.store.parts import name_part
from relmap.workers import Task

HERE = Path(__file__).parent
VERSION = "fake 1"

#: Long enough for any machine; waited for only where the code is broken.
GUARD_SECONDS = 120.0


def task_of(*texts: str, language: str = "", start: int = 0) -> Task:
    """A task of articles with these texts."""
    articles = tuple(
        Article(
            digest([text, start + row, language]),
            text,
            "press.jsonl",
            row=start + row,
            language=language,
        )
        for row, text in enumerate(texts, start=1)
    )
    return Task(name_part(VERSION, [article.article_id for article in articles]), articles)


def tasks_of(count: int, each: int = 2, text: str = "Nato met") -> list[Task]:
    """Several tasks of articles that are all different."""
    return [task_of(*[text] * each, start=number * each) for number in range(count)]


def wait_for(what: Callable[[], object]) -> None:
    """Wait until something is true."""
    until = time.monotonic() + GUARD_SECONDS
    while not what():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    """Tell whether a process runs; one that nobody has buried does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    told = Path(f"/proc/{process}/stat")
    return not told.exists() or told.read_text().rpartition(")")[2].split()[0] != "Z"


@dataclass
class Cluster:
    """A Dask scheduler and its workers, each a process group of its own."""

    folder: Path
    port: int = 0
    groups: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def start_scheduler(self) -> subprocess.Popen[bytes]:
        """Start a scheduler on a free port, or on the one that an earlier one had."""
        told = self.folder / "scheduler.json"
        told.unlink(missing_ok=True)
        scheduler = self._start(
            "scheduler", "--port", str(self.port), "--scheduler-file", str(told)
        )
        wait_for(told.is_file)
        wait_for(told.read_text)
        self.port = int(json.loads(told.read_text())["address"].rpartition(":")[2])
        return scheduler

    def start_worker(self) -> subprocess.Popen[bytes]:
        """Start a worker with a nanny that starts it again when it dies."""
        return self._start(
            *("worker", self.address, "--nthreads", "1", "--memory-limit", "0"),
            *("--local-directory", str(self.folder)),
        )

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path]),
            # The first death of a worker is held against its parts already.
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        words = (*words, "--host", "127.0.0.1", "--no-dashboard")
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            env=environment,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "dask.log").open("ab"),
            start_new_session=True,
        )
        self.groups.append(process)
        return process

    def stop(self) -> None:
        for process in self.groups:
            kill_group(process)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it started, at once."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
