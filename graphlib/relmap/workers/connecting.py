"""The way to a Dask scheduler: opened, watched and closed, with its failures in words."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from relmap.errors import WorkerError

#: Seconds in which a scheduler must answer, and come back after it was lost.
PATIENCE = 30.0


#: Seconds without any worker after which a build gives up; a cluster may need some to grow.
NO_WORKERS = 300.0

#: Seconds between two counts of the workers.
_COUNT = 1.0


class Connection:
    """A client of the scheduler at `address`, and who is there to work."""

    def __init__(self, client: Any, address: str) -> None:
        self.client, self.address = client, address
        self._workers = 0
        self._counted = self._seen = time.monotonic() - _COUNT

    def count_workers(self) -> int:
        """Return how many workers there are, as of a moment ago; waits for a lost scheduler.

        Raises
        ------
        WorkerError
            when the scheduler does not come back, or no worker comes.
        """
        while self.client.status == "connecting":
            time.sleep(_COUNT)
        if self.client.status != "running":
            raise _lost(self.address)
        now = time.monotonic()
        if now - self._counted >= _COUNT:
            self._counted = now
            with suppress(OSError, TimeoutError):
                self._workers = len(self.client.nthreads())
        if self._workers:
            self._seen = now
        elif now - self._seen > NO_WORKERS:
            raise WorkerError(
                f'the scheduler at "{self.address}" has had no worker for {NO_WORKERS:.0f} seconds; '
                f"start some with `dask worker {self.address} --nthreads 1`, "
                "then run the same build again: it goes on where it stopped"
            )
        return self._workers


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    """Lend a connection to the scheduler at `address`; what it still does is cancelled at the end.

    Raises
    ------
    WorkerError
        when Dask is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415
    except ImportError as error:
        raise WorkerError(
            'a cluster needs Dask; install it with: pip install "relmap[cluster]"'
        ) from error
    make: Any = Client
    with _quiet():
        try:
            client = make(address, timeout=PATIENCE, set_as_default=False, name="relmap")
        except (OSError, TimeoutError, ValueError) as error:
            raise WorkerError(
                f'no Dask scheduler answers at "{address}"; start one with `dask scheduler`, '
                "and name the address that it prints (tcp://host:8786)"
            ) from error
        try:
            yield Connection(client, address)
        finally:
            with suppress(OSError, TimeoutError, RuntimeError):
                client.close(timeout=2)


def _lost(address: str) -> WorkerError:
    return WorkerError(
        f'the scheduler at "{address}" is gone; what was extracted so far is kept: start it again, '
        "and the same command goes on where it stopped"
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs to itself: what matters of it becomes an error of ours."""
    logger = logging.getLogger("distributed")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            # Long articles make "large graphs", and a shade of a version is no reason to worry.
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
