"""One part, from articles to a file; the very same function in this process, in others and far away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from threading import Lock

from relmap.errors import WorkerError
from relmap.models import Article, Extraction
from relmap.steps import Reader, can_read, load_extractor
from relmap.stories import sketch
from relmap.workers.order import Done, Load, Order, Task
from relmap.workers.places import has_part, put_part

#: A language model is not made for two threads at once, and some workers have several.
_one_at_a_time = Lock()


def no_count(_done: int) -> None:
    """Report nothing."""


def extract_part(
    order: Order,
    task: Task,
    *,
    load: Load = load_extractor,
    count: Callable[[int], None] = no_count,
) -> Done:
    """Have a part lie whole where its order wants it; nothing is done where it lies there already.

    The model is loaded once a process. `count` hears of how many articles are done so far.

    Raises
    ------
    ModelError
        when the model is missing.
    WorkerError
        when it is another version than the order's.
    StoreError
        when the part cannot be written.
    """
    if not has_part(order.parts, task.part):
        with _one_at_a_time:
            write_extracted(order, task, _load_once(load, order.model), count)
    return Done(task.part, len(task.articles))


def write_extracted(
    order: Order, task: Task, reader: Reader, count: Callable[[int], None] = no_count
) -> None:
    """Extract the articles of a task with this reader, and write them as its part."""
    if reader.version != order.version:
        raise WorkerError(
            f'this build was begun with the extractor "{order.version}", but a worker has '
            f'"{reader.version}"; install the same relmap and the same model everywhere'
        )
    extracted = {}
    count(0)
    for extraction in _read(reader, task.articles):
        extracted[extraction.article_id] = extraction
        count(len(extracted))
    sketches = {article.article_id: sketch(article.text) for article in task.articles}
    put_part(order.parts, task.part, extracted, sketches)


@lru_cache(maxsize=1)
def _load_once(load: Load, model: str) -> Reader:
    return load(model)


def _read(reader: Reader, articles: Sequence[Article]) -> Iterator[Extraction]:
    """Extract articles in order; of one in a language that is not the model's nothing is taken."""
    found = reader.extract(article for article in articles if _can_read(reader, article))
    for article in articles:
        yield next(found) if _can_read(reader, article) else Extraction(article.article_id, (), ())


def _can_read(reader: Reader, article: Article) -> bool:
    return can_read(reader.language, article.language)
