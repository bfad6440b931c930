"""Parts that ended their workers: how often each is tried, and what is said of those given up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from relmap.errors import WorkerError
from relmap.models import Article
from relmap.workers.naming import quote
from relmap.workers.order import READ_AT_ONCE, Task

#: What a worker has reached of a part before it has read any of it.
NOT_BEGUN = -1

#: A part is given up when so many workers died over it.
TRIES = 3

#: A build is given up when so many parts were: then it is not the articles.
MOST_LOST = 3


class Losses:
    """Keeps count of the deaths of one build's workers."""

    def __init__(self) -> None:
        self._deaths: Counter[str] = Counter()
        self._given_up: list[Sequence[Article]] = []
        self._unbegun = 0

    def note(self, task: Task, reached: int) -> bool:
        """Note that a worker died over a task; True where it shall be tried again.

        `reached` articles of it were done then, `NOT_BEGUN` when the worker died before them.

        Raises
        ------
        WorkerError
            when the articles cannot be the cause: no worker lives long enough to begin, or several
            parts have been given up.
        """
        if reached == NOT_BEGUN:
            self._note_unbegun()
            return True
        self._deaths[task.part] += 1
        if self._deaths[task.part] < TRIES:
            return True
        first = reached - reached % READ_AT_ONCE
        self.give_up(task.articles[first : first + READ_AT_ONCE] or task.articles)
        return False

    def note_life(self) -> None:
        """Note that a worker has finished a part: workers can live."""
        self._unbegun = 0

    def give_up(self, suspects: Sequence[Article]) -> None:
        """Note articles over one of which workers die; raises what `note` raises."""
        self._given_up.append(suspects)
        if len(self._given_up) >= MOST_LOST:
            self.complain()

    def _note_unbegun(self) -> None:
        self._unbegun += 1
        if self._unbegun >= TRIES:
            raise WorkerError(
                "the worker processes end before they have read anything. Each needs about 1 GB of "
                "memory: use fewer workers. A script of your own must call build() below "
                '`if __name__ == "__main__":`, since every worker imports it'
            )

    def complain(self) -> None:
        """Say which articles were given up; everything else is extracted by then.

        Raises
        ------
        WorkerError
            when there are any.
        """
        if self._given_up:
            articles = [article for suspects in self._given_up for article in suspects]
            raise WorkerError(
                f"{TRIES} workers in turn ended while they read {quote(articles)}. "
                "They may have run out of memory: use fewer workers. If that does not help, leave "
                "these articles out and run the same build again; what was extracted is kept"
            )
