"""Inside a worker process: parts come in, finished ones go out, until nobody waits any more."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

from relmap.errors import RelmapError
from relmap.workers.extraction import extract_part
from relmap.workers.order import Done, Load, Order, Task


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first word: it has started and waits for a part."""


Answer = Ready | Done | RelmapError


def serve(tasks: Connection, told: Any, order: Order, load: Load) -> None:
    """Extract every part that comes through `tasks` and answer with what came of it.

    `told` is a number that the driver reads meanwhile: how many articles of the part are done.
    """
    # Ctrl-C reaches every process of a terminal; what happens then is the driver's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()

    def tell(done: int) -> None:
        told.value = done

    answer: Answer = Ready()
    while True:
        try:
            tasks.send(answer)
            task: Task = tasks.recv()
        except (EOFError, OSError):
            return
        try:
            answer = extract_part(order, task, load=load, count=tell)
        except RelmapError as error:
            answer = error
        except MemoryError:
            # Nothing may be left to answer with; the driver sees that this process has ended.
            os._exit(1)


def _end_with_parent() -> None:
    """End this process, whatever it is doing, once the driver is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
