"""Parts extracted by several processes of this machine, each of which may die without the others."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import connection, get_context, resource_tracker
from multiprocessing.sharedctypes import RawValue

from relmap.errors import RelmapError
from relmap.workers.children import Answer, serve
from relmap.workers.counted import Counted
from relmap.workers.losses import NOT_BEGUN, Losses
from relmap.workers.order import Done, Load, Order, Task

# Not nlp.pipe(n_process=…), which waits for ever when one of its processes is killed; and no
# ProcessPoolExecutor, which ends all workers when one dies and cannot tell over which part.

#: Each process multiplies matrices in one thread: together they fill the machine already.
ONE_THREAD = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)

#: Seconds between two looks at how far the workers are.
_LOOK = 0.25


def run_in_processes(
    order: Order,
    tasks: Iterator[Task],
    workers: int,
    *,
    load: Load,
    progress: Callable[[int], None],
) -> Generator[Done, None, None]:
    """Extract parts in up to `workers` processes, one part in each at a time; see `run`.

    A part whose process died goes to another one; the others do not notice.
    """
    crew = _Crew(order, tasks, load)
    counted, finished = Counted(progress), 0
    try:
        while crew.fill(workers):
            for done in crew.hear():
                finished += done.articles
                yield done
            counted.reach(finished + crew.under_way())
        crew.losses.complain()
    finally:
        crew.dismiss()


class _Worker:
    """A process, the way to it, and the task it is for."""

    def __init__(self, order: Order, load: Load, task: Task) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.task = task
        self.told = RawValue("i", NOT_BEGUN)
        with _one_thread(), _no_interrupt():
            self.process = context.Process(
                target=serve, args=(theirs, self.told, order, load), daemon=True
            )
            self.process.start()
        # The only other end is the process's now: when it dies, that is heard at this one.
        theirs.close()

    def send(self, task: Task) -> None:
        """Give the process a task; if it has died, that is what it answers next."""
        self.task, self.told.value = task, NOT_BEGUN
        with suppress(OSError):
            self.connection.send(task)

    def answer(self) -> Answer | None:
        """Return what the process says; None when it has died."""
        try:
            said: Answer = self.connection.recv()
        except (EOFError, OSError):
            return None
        return said

    def end(self) -> None:
        """End the process at once; what it is writing is no part yet."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Crew:
    """The workers of one build, and the tasks that they have not been given yet."""

    def __init__(self, order: Order, tasks: Iterator[Task], load: Load) -> None:
        self.losses = Losses()
        self._order, self._tasks, self._load = order, tasks, load
        self._again: deque[Task] = deque()
        self._workers: list[_Worker] = []

    def fill(self, size: int) -> bool:
        """Start workers while there are tasks for them; False when there is nothing left to do."""
        while len(self._workers) < size and (task := self._next()) is not None:
            self._workers.append(_Worker(self._order, self._load, task))
        return bool(self._workers)

    def hear(self) -> Iterator[Done]:
        """Wait for workers a little, yield what they have finished, and give them their next."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for ready in connection.wait(list(by_connection), timeout=_LOOK):
            worker = by_connection[ready]  # type: ignore[index]
            answer = worker.answer()
            if answer is None:
                self._bury(worker)
            elif isinstance(answer, RelmapError):
                raise answer
            elif isinstance(answer, Done):
                self.losses.note_life()
                # What the driver does with a part takes a moment that the worker can use.
                self._go_on(worker)
                yield answer
            else:
                worker.send(worker.task)

    def under_way(self) -> int:
        """Count the articles that are done of parts that are not."""
        return sum(max(worker.told.value, 0) for worker in self._workers)

    def dismiss(self) -> None:
        """End all workers."""
        while self._workers:
            self._workers.pop().end()

    def _next(self) -> Task | None:
        return self._again.popleft() if self._again else next(self._tasks, None)

    def _go_on(self, worker: _Worker) -> None:
        task = self._next()
        if task is not None:
            worker.send(task)
        else:
            self._dismiss(worker)

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.end()

    def _bury(self, worker: _Worker) -> None:
        self._dismiss(worker)
        if self.losses.note(worker.task, worker.told.value):
            self._again.append(worker.task)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Have a process that is started meanwhile multiply in one thread, unless somebody said how."""
    added = {name: "1" for name in ONE_THREAD if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Have a process that is started meanwhile never hear of Ctrl-C, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    # Started with the first process, it would end the mask of whoever starts it.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
