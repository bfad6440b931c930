"""How much more is done, from how much is done so far."""

from __future__ import annotations

from collections.abc import Callable


class Counted:
    """Tells a callback how many articles more are done, and never takes any back."""

    def __init__(self, progress: Callable[[int], None]) -> None:
        self._progress = progress
        self._reached = 0

    def reach(self, done: int) -> None:
        """Report how many `done` is more than ever before."""
        if done > self._reached:
            self._progress(done - self._reached)
            self._reached = done
