"""Parts extracted on a Dask cluster, by the very same function."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from itertools import chain
from typing import Any

from relmap.errors import RelmapError, WorkerError
from relmap.fingerprint import code_version
from relmap.workers.connecting import Connection, connected
from relmap.workers.losses import Losses
from relmap.workers.order import Done, Load, Order, Task
from relmap.workers.remote import extract_remotely

#: Tasks that are on their way to each worker: one in work, one waiting beside it.
PER_WORKER = 2

#: How often Dask tries a task anew that failed for what may be a passing reason.
RETRIES = 2

#: Seconds between two looks at what is done.
_LOOK = 0.05


def run_on_cluster(
    order: Order,
    tasks: Iterator[Task],
    address: str,
    *,
    load: Load,
    progress: Callable[[int], None],
) -> Generator[Done, None, None]:
    """Extract parts on the workers of the scheduler at `address`; see `run`.

    Where a worker dies, Dask gives its parts to others. It holds a death against every part that
    the worker had, so a part that it gives up is tried once more when nothing else is out.
    """
    with connected(address) as connection:
        field = _Field(connection, order, load)
        for task in chain(field.work(tasks), field.work_alone()):
            progress(len(task.articles))
            yield Done(task.part, len(task.articles))


class _Field:
    """The tasks of one build that are out on a cluster."""

    def __init__(self, connection: Connection, order: Order, load: Load) -> None:
        self._connection, self._order, self._load = connection, order, load
        self._out: dict[Any, Task] = {}
        self._again: deque[Task] = deque()
        self._given_up: list[Task] = []

    def work(self, tasks: Iterator[Task]) -> Iterator[Task]:
        """Yield every task once it is done, but for those that Dask gives up."""
        while True:
            room = PER_WORKER * max(1, self._connection.count_workers())
            while len(self._out) < room and (task := self._next(tasks)) is not None:
                self._send(task)
            if not self._out:
                return
            time.sleep(_LOOK)
            yield from self._collect()

    def work_alone(self) -> Iterator[Task]:
        """Yield what Dask gave up and does alone; WorkerError about what it gives up again."""
        losses = Losses()
        alone, self._given_up = self._given_up, []
        for task in alone:
            yield from self.work(iter([task]))
            while self._given_up:
                losses.give_up(self._given_up.pop().articles)
        losses.complain()

    def _next(self, tasks: Iterator[Task]) -> Task | None:
        return self._again.popleft() if self._again else next(tasks, None)

    def _send(self, task: Task) -> None:
        future = self._connection.client.submit(
            extract_remotely,
            self._order,
            task,
            self._load,
            code_version(),
            # Of its own each time: what another build has asked for may lie in another place.
            key=f"relmap-{task.part}-{secrets.token_hex(4)}",
            retries=RETRIES,
        )
        self._out[future] = task

    def _collect(self) -> Iterator[Task]:
        """Yield the tasks that are done by now, and put back what was lost."""
        for future in [future for future in self._out if future.done()]:
            task = self._out.pop(future)
            if future.status == "finished":
                yield task
            elif future.status == "error":
                self._judge(task, future.exception())
            else:  # cancelled or lost with a scheduler that has come back since
                self._again.append(task)

    def _judge(self, task: Task, error: BaseException) -> None:
        """Put aside a task that ended its workers, or took all their memory; raise what else went wrong with it."""
        from distributed import KilledWorker  # noqa: PLC0415

        if isinstance(error, (KilledWorker, MemoryError)):
            self._given_up.append(task)
        elif isinstance(error, RelmapError):
            raise error
        else:
            raise WorkerError(
                f'a worker of the cluster at "{self._connection.address}" failed ({error!r}); '
                "its log says more. Scheduler and workers need the same relmap as this machine: "
                'pip install "relmap[cluster]"'
            ) from error
