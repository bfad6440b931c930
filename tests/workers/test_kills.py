"""Whoever is killed in a build, and whenever: the index is that of a build left in peace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from worker_scenes import GUARD_SECONDS, HERE, Cluster, wait_for

from relmap.models import Filters
from relmap.store import Store

ARTICLES = 96
NAMES = ("Nato", "Opec", "Asean", "Mercosur", "Interpol", "Unesco", "Eurojust", "Frontex")

Build = Callable[..., "subprocess.Popen[bytes]"]
WorkersOf = Callable[[int], list[int]]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles that name two or three of a few bodies each."""
    chance = Random(7)
    path = tmp_path_factory.mktemp("press") / "press.jsonl"
    rows = [
        {"id": f"a{number}", "text": " met ".join(chance.sample(NAMES, chance.randint(2, 3)))}
        for number in range(ARTICLES)
    ]
    for number, row in enumerate(rows):
        row["text"] += f" about point {number} of a long list."
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def build(table: Path, tmp_path: Path) -> Build:
    """Start a build into the test's store."""

    def start(*words: object, store: Path = tmp_path / "store") -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, HERE / "killed_build.py", table, store, *map(str, words)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stderr=subprocess.DEVNULL,
        )

    return start


@pytest.fixture(scope="module")
def workers_of(benchmarks: Path) -> WorkersOf:
    """The worker processes that a driver, or a Dask nanny, has started."""
    from killing.processes import workers_of

    return workers_of


def finish(start: Callable[[], subprocess.Popen[bytes]]) -> None:
    """Start the same build again and again until it is complete."""
    for _ in range(5):
        if start().wait(GUARD_SECONDS) == 0:
            return
    pytest.fail("never complete")


@pytest.fixture(scope="module")
def peaceful(table: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The index of a build by one process that nobody disturbed."""
    store = tmp_path_factory.mktemp("peace") / "store"
    words = [sys.executable, HERE / "killed_build.py", table, store, "1"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run(words, check=True, env=environment)
    assert len(Store.open(store).view(Filters()).ties) > 20
    return index_of(store)


def index_of(store: Path) -> dict[str, bytes]:
    generation = store / "index" / (store / "CURRENT").read_text().strip()
    return {
        file.relative_to(generation).as_posix(): file.read_bytes()
        for file in sorted(generation.rglob("*"))
        if file.is_file()
    }


def parts_reach(store: Path, count: int) -> None:
    wait_for(lambda: len(list((store / "parts").glob("*.parquet"))) >= count)


def test_drivers_of_processes_are_killed_one_after_the_other(
    build: Build, peaceful: dict[str, bytes], tmp_path: Path
) -> None:
    for count in (0, 3, 7):
        driver = build(2)
        parts_reach(tmp_path / "store", count)
        driver.kill()
        driver.wait()
    finish(lambda: build(2))
    assert index_of(tmp_path / "store") == peaceful


def test_workers_of_processes_are_killed(
    build: Build, peaceful: dict[str, bytes], workers_of: WorkersOf, tmp_path: Path
) -> None:
    driver = build(2)
    for count in (1, 5):
        parts_reach(tmp_path / "store", count)
        os.kill(workers_of(driver.pid)[0], 9)
    assert driver.wait(GUARD_SECONDS) == 0
    assert index_of(tmp_path / "store") == peaceful


def test_everybody_on_a_cluster_is_killed(
    build: Build, peaceful: dict[str, bytes], workers_of: WorkersOf, tmp_path: Path
) -> None:
    own = Cluster(tmp_path)
    scheduler = own.start_scheduler()
    nannies = [own.start_worker(), own.start_worker()]
    try:
        driver = build(1, own.address)
        parts_reach(tmp_path / "store", 2)
        os.kill(workers_of(nannies[0].pid)[0], 9)
        parts_reach(tmp_path / "store", 4)
        driver.kill()
        driver.wait()
        driver = build(1, own.address)
        parts_reach(tmp_path / "store", 6)
        scheduler.kill()
        scheduler.wait()
        own.start_scheduler()
        own.start_worker()
        if driver.wait(GUARD_SECONDS):
            finish(lambda: build(1, own.address))
    finally:
        own.stop()
    assert index_of(tmp_path / "store") == peaceful
