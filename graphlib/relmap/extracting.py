"""The stage of a build that extracts what no part holds yet, here or by workers, part by part."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from relmap import workers
from relmap.modelfiles import Facts, digest_folder, name_for_good, state_of
from relmap.models import DEFAULT_MODEL, Progress, Unread
from relmap.steps import Reader, Steps, can_read
from relmap.store import writing

_T = TypeVar("_T")

#: The fact of a store that says by which model it is read.
_MODEL = "model"


@dataclass(frozen=True, slots=True)
class Hands:
    """Who extracts: `count` processes of this machine, or the workers of a Dask `cluster`.

    `parts` is the folder or URL that they share with this process, where it is not the store's own.
    """

    count: int = 1
    cluster: str | None = None
    parts: str | None = None

    @property
    def several(self) -> int:
        """How many extract at once, as far as that is known."""
        return self.count if self.cluster is None else workers.MANY


@dataclass(frozen=True, slots=True)
class Job:
    """One build that holds the store's lock."""

    folder: writing.StoreFolder
    catalogue: writing.Catalogue
    steps: Steps
    progress: Progress
    hands: Hands = Hands()


@dataclass(slots=True)
class Model:
    """A model that is loaded when its extractor is first asked for."""

    job: Job
    name: str
    _loaded: list[Reader] = field(default_factory=list)

    @classmethod
    def choose(cls, job: Job, name: str | None) -> Model:
        """Return the model of that name; without one the store's own, and the default for a new store."""
        named = name_for_good(name) if name else job.catalogue.fact(_MODEL)
        return cls(job, named or DEFAULT_MODEL)

    def keep(self) -> None:
        """Let this be the store's own model from now on.

        Of the default no name is kept: a store that was built with it goes along when a later
        relmap has another.
        """
        self.job.catalogue.remember(_MODEL, "" if self.name == DEFAULT_MODEL else self.name)

    @property
    def reader(self) -> Reader:
        """The extractor, loaded once."""
        if not self._loaded:
            self._loaded.append(workers.load_reader(self.job.steps.load_extractor, self.name))
        return self._loaded[0]

    def look_up(self) -> Facts:
        """Return the model's facts: from its files, or by loading it where these do not tell."""
        told = self.job.steps.describe(self.name, self._digest)
        return told or Facts(self.reader.version, self.reader.language)

    def _digest(self, folder: Path) -> str:
        """Return the digest of the model's files, which are read where one of them was written."""
        fact, state = f"files of {self.name}", state_of(folder)
        noted = json.loads(self.job.catalogue.fact(fact) or "{}")
        if noted.get("state") == state:
            return str(noted["digest"])
        found = digest_folder(folder)
        if state_of(folder) == state:
            self.job.catalogue.remember(fact, json.dumps({"state": state, "digest": found}))
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
        for keys in workers.cut(self._pending, writing.ARTICLES_PER_PART, self._job.hands.several):
            articles = writing.read_articles(self._job.catalogue, keys)
            contents = [article.article_id for article in articles]
            part = writing.name_part(self._version, contents)
            self._waiting[part] = keys
            yield workers.Task(part, tuple(articles))

    def _count(self, more: int) -> None:
        self._done += more
        self._job.progress("extracting", self._done, len(self._pending))
