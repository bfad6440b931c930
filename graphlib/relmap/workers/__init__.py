"""Articles to parts, in this process, in several on this machine, or on a Dask cluster."""

from relmap.errors import WorkerError
from relmap.workers.cutting import MANY, cut
from relmap.workers.extraction import extract_part
from relmap.workers.order import Done, Order, Task
from relmap.workers.places import fetch_part
from relmap.workers.running import run
from relmap.workers.unforeseen import load_reader

__all__ = [
    "MANY",
    "Done",
    "Order",
    "Task",
    "WorkerError",
    "cut",
    "extract_part",
    "fetch_part",
    "load_reader",
    "run",
]
