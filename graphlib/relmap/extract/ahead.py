"""One step of work ahead: the model reads the next articles while the rules decide on these."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from multiprocessing import parent_process
from typing import TypeVar

_T = TypeVar("_T")


def read_ahead(items: Iterator[_T]) -> Iterator[_T]:
    """The items in their order, one ahead where this process has the machine to itself.

    A worker process shares it with others that are busy too: a second thread of its own then only
    waits for the first (1.7 times the time on two busy cores).
    """
    return one_ahead(items) if parent_process() is None else items


def one_ahead(items: Iterator[_T]) -> Iterator[_T]:
    """The items in their order, each made by another thread while the one before it is used.

    The model multiplies outside of Python's lock, so both threads really run. The thread sees this
    one's context, where thinc keeps how it multiplies. What `items` raises is raised here.
    """
    context = copy_context()

    def take() -> list[_T]:
        return [item for item in (next(items, None),) if item is not None]

    with ThreadPoolExecutor(1) as worker:
        waiting = worker.submit(context.run, take)
        while taken := waiting.result():
            waiting = worker.submit(context.run, take)
            yield taken[0]
