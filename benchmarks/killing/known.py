"""A reader that knows what the generator wrote, which worker processes import by its name."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from generated.fastpath import Known
from generated.stream import Stream

from relmap.models import Article, Extraction


class Slow(Known):
    """Takes a while for each article, as a model would, so that there is something to kill."""

    def __init__(self, stream: Stream, seconds: float) -> None:
        super().__init__(stream)
        self._seconds = seconds

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """What stands in each article, in order."""
        for extraction in super().extract(articles):
            time.sleep(self._seconds)
            yield extraction


def load(model: str) -> Slow:
    """Load the reader of "articles seed milliseconds"."""
    articles, seed, milliseconds = model.split()
    return Slow(Stream(int(articles), int(seed)), float(milliseconds) / 1000)
