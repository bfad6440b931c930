"""How often Python looks for cycles while a build makes objects by the million that form none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

#: New objects before the youngest are looked through, and how many such rounds before older ones are.
#: Python's own 700 or 2,000 cost a build a tenth to a third of its time; these cost a few megabytes.
_RARELY = (50_000, 20, 20)


_lock = Lock()
_inside: list[tuple[int, int, int]] = []


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Look for cycles rarely inside of the block, and as before behind the last such block.

    All threads share what is set: one that is done must not set it back for another.
    """
    with _lock:
        _inside.append(gc.get_threshold() if not _inside else _inside[0])
        gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        with _lock:
            before = _inside.pop()
            if not _inside:
                gc.set_threshold(*before)
