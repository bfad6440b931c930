"""One part, from articles to a file; the very same function in this process, in others and far away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from threading import Lock

from relmap.errors import StoreError, WorkerError
from relmap.garbage import collected_rarely
from relmap.models import Article, Extraction
from relmap.steps import Reader, can_read, load_extractor
from relmap.store.unpacking import Sketch
from relmap.stories import sketch
from relmap.workers.naming import quote
from relmap.workers.order import READ_AT_ONCE, Done, Load, Order, Task
from relmap.workers.places import has_part, put_part
from relmap.workers.unforeseen import load_reader, told

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
    """Have a part lie whole where its order wants it, by a model that is loaded once a process.

    Raises what `make_part` raises.
    """
    return make_part(order, task, lambda: _load_once(load, order.model), count)


def make_part(
    order: Order, task: Task, reader: Callable[[], Reader], count: Callable[[int], None] = no_count
) -> Done:
    """Have a part lie whole where its order wants it; nothing is done where it lies there already.

    `reader()` is asked for when it is needed. `count` hears of how many articles are done so far.

    Raises
    ------
    ModelError
        when the model is missing, or cannot be loaded.
    WorkerError
        when it is another version than the order's, or an article cannot be read.
    StoreError
        when the part cannot be written.
    MemoryError
        when there is too little of it.
    """
    with _at_place(order, task):
        there = has_part(order.parts, task.part)
    if not there:
        with _one_at_a_time, collected_rarely():
            _write_extracted(order, task, reader(), count)
    return Done(task.part, len(task.articles))


@lru_cache(maxsize=1)
def _load_once(load: Load, model: str) -> Reader:
    return load_reader(load, model)


def _write_extracted(
    order: Order, task: Task, reader: Reader, count: Callable[[int], None]
) -> None:
    """Extract the articles of a task with this reader, and write them as its part."""
    if reader.version != order.version:
        raise WorkerError(
            f'this build was begun with the extractor "{order.version}", but a worker has '
            f'"{reader.version}"; install the same relmap, spaCy and model everywhere'
        )
    extracted: dict[str, Extraction] = {}
    sketches: dict[str, Sketch] = {}
    found = _read(reader, task.articles)
    count(0)
    for article in task.articles:
        with told(lambda what: _blame(reader, task.articles[len(extracted) :], what)):
            extracted[article.article_id], sketches[article.article_id] = next(found)
        count(len(extracted))
    with _at_place(order, task):
        put_part(order.parts, task.part, extracted, sketches)


def _read(reader: Reader, articles: Sequence[Article]) -> Iterator[tuple[Extraction, Sketch]]:
    """Extract articles in order; of one in a language that is not the model's nothing is taken."""
    found = reader.extract(article for article in articles if _can_read(reader, article))
    for article in articles:
        empty = Extraction(article.article_id, (), ())
        yield next(found) if _can_read(reader, article) else empty, sketch(article.text)


def _can_read(reader: Reader, article: Article) -> bool:
    return can_read(reader.language, article.language)


def _blame(reader: Reader, articles: Sequence[Article], what: str) -> WorkerError:
    """Return an error about the first of these articles that cannot be read by itself.

    An extractor reads several at once and does not say over which of them it has failed. Where
    each can be read by itself, the error is about all that were read then.
    """
    tried: list[Article] = []
    with told(lambda why: _unreadable(tried[-1:], why)):
        for article in articles[:READ_AT_ONCE]:
            tried.append(article)
            next(_read(reader, [article]))
    return _unreadable(tried, what)


def _unreadable(articles: Sequence[Article], what: str) -> WorkerError:
    return WorkerError(
        f"reading {quote(articles)} has failed ({what}). Leave "
        f"{'this article' if len(articles) == 1 else 'these articles'} out and run the same build "
        "again; what was extracted is kept. It is a fault of relmap or of the model: please "
        "report it with this message"
    )


def _at_place(order: Order, task: Task) -> AbstractContextManager[None]:
    return told(
        lambda what: StoreError(
            f'what was found in {quote(task.articles)} cannot be kept at "{order.parts}" ({what}); '
            "check that place and the right to write there, then run the same build again"
        )
    )
