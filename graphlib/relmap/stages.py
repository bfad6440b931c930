"""The stages of a build after reading: extract what is new, resolve everything, index it, switch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

from relmap.fingerprint import code_version, model_version
from relmap.models import Article, Extraction, Filters, Progress, Unread
from relmap.steps import Reader, Steps, count
from relmap.store import writing

#: Actors that are laid out once for the whole store: more than a map ever draws at once, since a filter
#: brings others to the top. Those beyond find a place near their neighbours when they are drawn.
LAID_OUT = 2500

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Job:
    """One build that holds the store's lock."""

    folder: writing.StoreFolder
    catalogue: writing.Catalogue
    steps: Steps
    progress: Progress


@dataclass(slots=True)
class _Model:
    """A model that is loaded when it is first asked for anything that was not remembered."""

    job: Job
    name: str
    _loaded: list[Reader] = field(default_factory=list)

    @property
    def reader(self) -> Reader:
        if not self._loaded:
            self._loaded.append(self.job.steps.load_extractor(self.name))
        return self._loaded[0]

    @property
    def version(self) -> str:
        """The extractor's version: as remembered while neither code nor model changed."""
        installed = model_version(self.name)
        state = None if installed is None else f"{installed} / {code_version()}"
        fact = f"extractor of {self.name}"
        remembered = json.loads(self.job.catalogue.fact(fact) or "{}")
        if state is not None and not self._loaded and remembered.get("state") == state:
            return str(remembered["version"])
        version = self.reader.version
        self.job.catalogue.remember(fact, json.dumps({"state": state, "version": version}))
        return version


def bring_up_to_date(
    job: Job, owned: Sequence[writing.Owned], copies: Sequence[Unread], model: str
) -> writing.Index:
    """Have the store show exactly these articles, and return the index that does.

    Nothing is extracted, resolved or written where the generation in force shows them already.
    """
    reader = _Model(job, model)
    unread = sorted(
        (*job.catalogue.unread(), *copies), key=lambda item: (item.path, item.row or 0, item.reason)
    )
    version = reader.version if owned else ""
    generation = _name_generation(owned, unread, version)
    if not writing.is_usable(job.folder, generation):
        if owned:
            _extract(job, reader, version, [one.copy.key for one in owned])
        content = _resolve(job, generation, version, owned, unread)
        _index(job, content)
    _switch(job, generation, version)
    return writing.open_current(job.folder)[1]


def batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Cut a stream into lists of `size`, the last one shorter."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


def _name_generation(owned: Iterable[writing.Owned], unread: Iterable[Unread], version: str) -> str:
    """Return a name that changes exactly when something changes that a reader could see."""
    shown = (
        field
        for one in owned
        for field in (
            one.article_id,
            one.copy.content,
            one.copy.path,
            one.copy.row,
            one.copy.title_source,
            one.copy.outlet_source,
            one.copy.date_source,
        )
    )
    missed = (field for item in unread for field in (item.path, item.row, item.reason))
    return writing.digest((code_version(), version, *shown, "unread", *missed))


def _extract(job: Job, model: _Model, version: str, keys: Sequence[int]) -> None:
    """Extract the articles that no part holds; every finished part is kept whatever happens."""
    for part in job.catalogue.parts(version):
        if not writing.is_whole(writing.part_file(job.folder.parts, part)):
            job.catalogue.forget_part(part)
    pending = job.catalogue.without_part(version, keys)
    done = 0
    if pending:  # loading the model takes seconds in which nothing else is heard
        job.progress("extracting", 0, len(pending))
    for some in batches(pending, writing.ARTICLES_PER_PART):
        articles = job.catalogue.articles(some)
        part = writing.name_part(version, [article.article_id for article in articles])
        path = writing.part_file(job.folder.parts, part)
        if not writing.is_whole(path):
            extracted = _extract_part(job, model.reader, articles, done, len(pending))
            with writing.disk_errors(job.folder.root):
                writing.write_part(path, extracted)
        job.catalogue.add_part(version, part, some)
        done += len(some)
        job.progress("extracting", done, len(pending))


def _extract_part(
    job: Job, reader: Reader, articles: Sequence[Article], done: int, total: int
) -> Mapping[str, Extraction]:
    extracted: dict[str, Extraction] = {}
    for article, extraction in zip(articles, reader.extract(articles), strict=True):
        extracted[article.article_id] = extraction
        job.progress("extracting", done + len(extracted), total)
    return extracted


def _resolve(
    job: Job,
    generation: str,
    version: str,
    owned: Sequence[writing.Owned],
    unread: Sequence[Unread],
) -> writing.Content:
    """Turn the mentions of all articles into actors, in the order of article ids."""
    parts = [writing.part_file(job.folder.parts, part) for part in job.catalogue.parts(version)]
    contents = [one.copy.content for one in owned]
    found = [
        replace(extraction, article_id=one.article_id)
        for one, extraction in zip(owned, writing.read_parts(parts, contents), strict=True)
    ]
    resolution = job.steps.resolve(count(found, "resolving", len(found), job.progress))
    articles = [
        writing.Indexed(one, extraction.sentences, mentions)
        for one, extraction, mentions in zip(owned, found, resolution.mentions, strict=True)
    ]
    texts = job.catalogue.text_hashes()
    return writing.Content(generation, version, articles, resolution.actors, unread, texts)


def _index(job: Job, content: writing.Content) -> None:
    """Write the generation: columns, then what follows from them (totals and positions)."""
    job.progress("indexing", 0, 3)
    bare, tables = writing.make_index(content)
    job.progress("indexing", 1, 3)
    everything = writing.select(bare, Filters())
    positions = _lay_out(job, content, bare, everything)
    job.progress("indexing", 2, 3)
    referred = writing.select(bare, Filters(references=True))
    ties = len(everything.ties.group), len(referred.ties.group)
    index = writing.complete_index(bare, len(everything.seen.group), ties, positions)
    with writing.disk_errors(job.folder.root):
        writing.add_generation(job.folder, index, tables)
    job.progress("indexing", 3, 3)


def _lay_out(
    job: Job, content: writing.Content, index: writing.Index, everything: writing.Selection
) -> dict[int, tuple[float, float]]:
    """Place the strongest actors, seen without any filter."""
    actors = {actor.actor_id: actor for actor in content.actors}
    names = sorted(actors)
    number = {actor_id: place for place, actor_id in enumerate(names)}
    shown = writing.list_actors(index, everything, names, LAID_OUT)
    among = [number[actor.actor_id] for actor in shown]
    ties = writing.list_ties(index, writing.ties_among(index, everything.ties, among), names, None)
    positions = job.steps.lay_out(actors, shown, ties)
    return {number[actor_id]: (float(x), float(y)) for actor_id, (x, y) in positions.items()}


def _switch(job: Job, generation: str, version: str) -> None:
    """Put the generation in force, keep the one before for its readers, remove what is older."""
    before = writing.generation_in_force(job.folder)
    if before == generation:
        return
    with writing.disk_errors(job.folder.root):
        writing.switch(job.folder, generation)
    kept = {generation, before} - {None}
    writing.drop_others(job.folder, kept)
    in_use = [key for name in kept for key in writing.keys_of(job.folder, name)]
    job.catalogue.prune(version, in_use)
    writing.drop_parts(job.folder.parts, set(job.catalogue.parts(version)))
