"""Where tests of workers find their readers and their cluster."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from relmap.workers import Order

# Processes that tests start import `fake_readers` by its name, along this path.
sys.path.insert(0, str(Path(__file__).parent))

from worker_scenes import VERSION, Cluster


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """An order for the fake reader, whose parts go to a folder that is not there yet."""
    return Order("fake", VERSION, str(tmp_path / "parts"))


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers that several tests share."""
    made = Cluster(tmp_path_factory.mktemp("dask"))
    made.start_scheduler()
    made.start_worker()
    made.start_worker()
    yield made
    made.stop()
