"""Where parts are extracted: in this process, in several on this machine, or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from functools import cache, partial

from relmap.errors import WorkerError
from relmap.steps import Reader, load_extractor
from relmap.workers.counted import Counted
from relmap.workers.extraction import make_part
from relmap.workers.naming import quote
from relmap.workers.order import Done, Load, Order, Task
from relmap.workers.places import make_place
from relmap.workers.unforeseen import load_reader


def run(  # noqa: PLR0913 - what, where and how, all by name
    order: Order,
    tasks: Iterator[Task],
    *,
    workers: int = 1,
    cluster: str | None = None,
    reader: Callable[[], Reader] | None = None,
    load: Load = load_extractor,
    progress: Callable[[int], None],
) -> Generator[Done, None, None]:
    """Extract the parts of a build and yield each once it lies whole at `order.parts`.

    In any order, and lazily: tasks are drawn while few are in work. One worker is this process,
    with `reader()` if there is one; several are processes of their own; `cluster` is the address of
    a Dask scheduler. There `load` is imported by its name and called. `progress(n)` hears of `n`
    more articles. Close the generator (`contextlib.closing`) to stop all workers at once.

    Raises
    ------
    ModelError
        when a worker has no such model, or cannot load it.
    StoreError
        when parts cannot be written.
    WorkerError
        when a part ends its worker again and again, when an article cannot be read, when the
        cluster cannot be reached or is lost, or when its workers are other versions.
    """
    order = replace(order, parts=make_place(order.parts))
    if cluster is not None:
        from relmap.workers.cluster import run_on_cluster  # noqa: PLC0415

        return run_on_cluster(order, tasks, cluster, load=load, progress=progress)
    if workers > 1:
        from relmap.workers.processes import run_in_processes  # noqa: PLC0415

        return run_in_processes(order, tasks, workers, load=load, progress=progress)
    return run_here(order, tasks, reader or partial(load_reader, load, order.model), progress)


def run_here(
    order: Order,
    tasks: Iterator[Task],
    reader: Callable[[], Reader],
    progress: Callable[[int], None],
) -> Generator[Done, None, None]:
    """Extract one part after the other in this process."""
    load_once = cache(reader)
    for task in tasks:
        counted = Counted(progress)
        try:
            done = make_part(order, task, load_once, counted.reach)
        except MemoryError as error:
            raise WorkerError(
                f"memory has run out over {quote(task.articles)}; end other programs, or leave the "
                "longest of these out, and run the same build again: what was extracted is kept"
            ) from error
        counted.reach(done.articles)
        yield done
