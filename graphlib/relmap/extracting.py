"""The stage of a build that extracts what no part holds yet, here or by workers, part by part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from math import ceil
from typing import TypeVar

from relmap import workers
from relmap.fingerprint import code_version, model_version
from relmap.models import Progress, Unread
from relmap.steps import Reader, Steps, can_read
from relmap.store import writing

_T = TypeVar("_T")

#: Parts for each of several workers, so that none waits long for the last, and the articles of the least.
_PARTS_EACH = 4
_FEWEST = 16


@dataclass(frozen=True, slots=True)
class Hands:
    """Who extracts: `count` processes of this machine, or the workers of a Dask `cluster`.

    `parts` is the folder or URL that they share with this process, where it is not the store's own.
    """

    count: int = 1
    cluster: str | None = None
    parts: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One build that holds the store's lock."""

    folder: writing.StoreFolder
    catalogue: writing.Catalogue
    steps: Steps
    progress: Progress
    hands: Hands = Hands()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a model is known by without loading it: the extractor's version, and its language."""

    version: str
    language: str


@dataclass(slots=True)
class Model:
    """A model that is loaded when it is first asked for anything that was not remembered."""

    job: Job
    name: str
    _loaded: list[Reader] = field(default_factory=list)

    @property
    def reader(self) -> Reader:
        """The extractor, loaded once."""
        if not self._loaded:
            self._loaded.append(self.job.steps.load_extractor(self.name))
        return self._loaded[0]

    def look_up(self) -> Facts:
        """Return the model's facts: as remembered while neither code nor model changed."""
        installed = model_version(self.name)
        state = None if installed is None else f"{installed} / {code_version()}"
        fact = f"extractor of {self.name}"
        remembered = json.loads(self.job.catalogue.fact(fact) or "{}")
        if state is not None and not self._loaded and remembered.get("state") == state:
            return Facts(str(remembered["version"]), str(remembered["language"]))
        found = Facts(self.reader.version, self.reader.language)
        noted = {"state": state, "version": found.version, "language": found.language}
        self.job.catalogue.remember(fact, json.dumps(noted))
        return found


def batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Cut a stream into lists of `size`, the last one shorter."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


def find_foreign(catalogue: writing.Catalogue, language: str) -> list[str]:
    """Return the languages of articles that a model of this one does not read."""
    return [one for one in writing.list_languages(catalogue) if not can_read(language, one)]


def list_foreign(
    catalogue: writing.Catalogue, language: str, *, only_read: bool = False
) -> list[Unread]:
    """Say which articles are listed without being extracted, once a file and language."""
    return [
        Unread(
            path,
            None if articles > 1 or row == writing.NO_ROW else row,
            f"{'this article is' if articles == 1 else f'{articles:,} articles here are'} in "
            f'another language ("{foreign}") than the model ("{language}"): listed, but not '
            "searched for names; to have them searched, name a pipeline for that language "
            "with --model and build into a store of its own",
        )
        for foreign in find_foreign(catalogue, language)
        for path, articles, row in writing.count_language(catalogue, foreign, only_read=only_read)
    ]


def extract(job: Job, model: Model, version: str) -> None:
    """Extract the articles that no part holds; every finished part is kept whatever happens.

    `writing.set_apart` has said which articles the model can read.
    """
    for part in writing.parts_of(job.catalogue, version):
        if not writing.is_whole(writing.part_file(job.folder.parts, part.name)):
            writing.forget_part(job.catalogue, part)
    pending = writing.find_pending(job.catalogue, version).tolist()
    if pending:
        _Extraction(job, model, version, pending).run()


def _size_parts(articles: int, hands: Hands) -> int:
    """Return how many articles go into a part: few where several workers would else wait for one."""
    if hands.count == 1 and hands.cluster is None:
        return writing.ARTICLES_PER_PART
    shared = ceil(articles / (_PARTS_EACH * max(2, hands.count)))
    return min(writing.ARTICLES_PER_PART, max(_FEWEST, shared))


class _Extraction:
    """The parts that are being extracted, and how far they are."""

    def __init__(self, job: Job, model: Model, version: str, pending: list[int]) -> None:
        self._job, self._model, self._version, self._pending = job, model, version, pending
        self._waiting: dict[str, list[int]] = {}
        self._done = 0

    def run(self) -> None:
        """Have every part extracted, and note each in a transaction of its own."""
        job, hands = self._job, self._job.hands
        order = workers.Order(self._model.name, self._version, hands.parts or str(job.folder.parts))
        self._count(0)  # loading the model takes seconds in which nothing else is heard
        finished = workers.run(
            order,
            self._tasks(),
            workers=hands.count,
            cluster=hands.cluster,
            reader=lambda: self._model.reader,
            load=job.steps.load_extractor,
            progress=self._count,
        )
        with closing(finished):
            for done in finished:
                keys = self._waiting.pop(done.part, None)
                if keys is not None:  # a cluster may do a part twice
                    workers.fetch_part(order.parts, done.part, job.folder.parts)
                    writing.add_part(job.catalogue, self._version, done.part, keys)

    def _tasks(self) -> Iterator[workers.Task]:
        for keys in batches(self._pending, _size_parts(len(self._pending), self._job.hands)):
            articles = writing.read_articles(self._job.catalogue, keys)
            contents = [article.article_id for article in articles]
            part = writing.name_part(self._version, contents)
            self._waiting[part] = keys
            yield workers.Task(part, tuple(articles))

    def _count(self, more: int) -> None:
        self._done += more
        self._job.progress("extracting", self._done, len(self._pending))
