"""On a machine of the cluster: one part, extracted if this relmap is the driver's."""

from __future__ import annotations

import socket

from relmap.errors import WorkerError
from relmap.fingerprint import code_version
from relmap.workers.extraction import extract_part
from relmap.workers.order import Done, Load, Order, Task


def extract_remotely(order: Order, task: Task, load: Load, code: str) -> Done:
    """Do what `extract_part` does, on a worker whose relmap is `code`, the driver's.

    A worker may join at any time, so each part is asked anew.

    Raises
    ------
    WorkerError
        when relmap is another one here.
    """
    if code != code_version():
        raise WorkerError(
            f"the worker on {socket.gethostname()} has {code_version()}, this machine has {code}; "
            "install the same relmap on both"
        )
    return extract_part(order, task, load=load)
