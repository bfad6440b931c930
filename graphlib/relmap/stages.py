"""The stages of a build after reading: extract what is new, resolve everything, index it, switch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from relmap import stories
from relmap.extracting import Job, Model, batches, extract, find_foreign, list_foreign
from relmap.fingerprint import code_version
from relmap.modelfiles import Facts
from relmap.models import Extraction, Filters, Unread
from relmap.steps import Resolved
from relmap.store import writing

#: Actors that are laid out once for the whole store: more than a map ever draws at once, since a filter
#: brings others to the top. Those beyond find a place near their neighbours when they are drawn.
LAID_OUT = 2500

#: So many of the ties among them, the heaviest, have a say in where they come to lie: some twenty for
#: each actor would do, and a list of 5,000 names alone gives three million.
LAID_OUT_TIES = 300_000

#: How often resolution asks for all extractions.
_PASSES = 3


def bring_up_to_date(job: Job, model: str | None) -> tuple[writing.Index, Facts]:
    """Have the store show exactly the articles of its catalogue, and return the index that does.

    Nothing is extracted, resolved or written where the generation in force shows them already.
    The `model` that read them is the store's own from then on, and stands in where none is named.
    """
    writing.choose_copies(job.catalogue)
    reader = Model.choose(job, model)
    known = reader.look_up() if writing.count_owned(job.catalogue) else Facts("", "")
    generation = _name_generation(job, known)
    if not writing.is_usable(job.folder, generation):
        writing.set_apart(job.catalogue, find_foreign(job.catalogue, known.language))
        extract(job, reader, known.version)
        _index(job, generation, known)
    _switch(job, generation, known.version)
    if known.version:
        reader.keep()
    return writing.open_current(job.folder)[1], known


def _list_unread(job: Job, known: Facts) -> list[Unread]:
    """Return all that the store has to say about what was not read, left out or not extracted."""
    said = (
        *job.catalogue.unread(),
        *writing.list_notices(job.catalogue),
        *list_foreign(job.catalogue, known.language),
    )
    return sorted(said, key=lambda item: (item.path, item.row or 0, item.reason))


def _name_generation(job: Job, known: Facts) -> str:
    """Return a name that changes exactly when something changes that a reader could see.

    It is remembered for the catalogue's revision, so that a store of a million articles that nobody
    has changed need not be walked through.
    """
    state = [job.catalogue.revision, code_version(), known.version, known.language]
    remembered = json.loads(job.catalogue.fact("generation") or "{}")
    if remembered.get("state") == state:
        return str(remembered["name"])
    name = writing.digest((code_version(), known.version, *_shown(job, known)))
    job.catalogue.remember("generation", json.dumps({"state": state, "name": name}))
    return name


def _shown(job: Job, known: Facts) -> Iterator[object]:
    for one in writing.list_owned(job.catalogue):
        yield one.article_id
        yield one.copy.content
        yield one.copy.path
        yield one.copy.row
        yield one.copy.title_source
        yield one.copy.outlet_source
        yield one.copy.date_source
        yield one.copy.language
    yield "unread"
    for item in _list_unread(job, known):
        yield from (item.path, item.row, item.reason)


@dataclass(slots=True)
class _Found:
    """What was extracted from every article, read part by part as often as it is asked for."""

    job: Job
    parts: list[writing.Part]
    articles: int
    _read: int = 0

    def owned(self) -> Iterator[writing.Owned]:
        """Yield the articles: those of each part, then those that are only listed."""
        for part in self.parts:
            yield from writing.owned_by(self.job.catalogue, part)
        yield from writing.owned_by_none(self.job.catalogue)

    def extractions(self, *, bare: bool = False) -> Iterator[Extraction]:
        """Yield what was found in each article, in the order of `owned`.

        `bare` leaves out sentences and references, which take half of the time.
        """
        for part in self.parts:
            found = {one.article_id: one for one in writing.read_part(self._file(part), bare=bare)}
            for _, content, article_id in writing.names_in(self.job.catalogue, part):
                yield replace(found[content], article_id=article_id)
                self._count()
        for one in writing.owned_by_none(self.job.catalogue):
            yield Extraction(one.article_id, (), ())
            self._count()

    def sketches(self) -> Iterator[tuple[int, writing.Sketch]]:
        """Yield the sketch of each article's text by its key."""
        for part in self.parts:
            found = dict(writing.read_sketches(self._file(part)))
            for key, content, _ in writing.names_in(self.job.catalogue, part):
                yield key, found[content]
        for one in writing.owned_by_none(self.job.catalogue):
            (text,) = self.job.catalogue.texts([one.copy.key]).values()
            yield one.copy.key, stories.sketch(text)

    def _file(self, part: writing.Part) -> Path:
        return writing.part_file(self.job.folder.parts, part.name)

    def _count(self) -> None:
        """Say how many articles are resolved, were a pass through all of them a part of each."""
        self._read += 1
        self.job.progress("resolving", self._read // _PASSES, self.articles)


def _index(job: Job, generation: str, known: Facts) -> None:
    """Write the generation: columns, then what follows from them (totals and positions)."""
    parts = writing.parts_of(job.catalogue, known.version)
    found = _Found(job, parts, writing.count_owned(job.catalogue))
    job.progress("resolving", 0, found.articles)
    resolved = job.steps.resolve(found.extractions, partial(found.extractions, bare=True))
    draft = writing.IndexDraft(resolved.actor_ids, generation=generation, extractor=known.version)
    pairs = zip(found.owned(), resolved.articles(), strict=True)
    for some in batches(pairs, writing.ARTICLES_PER_PART):
        draft.add(
            writing.Indexed(owned, extraction.sentences, mentions)
            for owned, (extraction, mentions) in some
        )
    job.progress("indexing", 0, 3)
    story_of = stories.group_stories(found.sketches(), job.catalogue.texts)
    bare, tables = draft.finish(resolved.actors(), _list_unread(job, known), story_of)
    job.progress("indexing", 1, 3)
    everything = writing.select(bare, Filters())
    positions = _lay_out(job, resolved, bare, everything)
    job.progress("indexing", 2, 3)
    referred = writing.select(bare, Filters(references=True))
    ties = len(everything.ties.group), len(referred.ties.group)
    index = writing.complete_index(bare, len(everything.seen.group), ties, positions)
    with writing.disk_errors(job.folder.root):
        writing.add_generation(job.folder, index, tables)
    job.progress("indexing", 3, 3)


def _lay_out(
    job: Job, resolved: Resolved, index: writing.Index, everything: writing.Selection
) -> Mapping[int, tuple[float, float]]:
    """Place the strongest actors, seen without any filter."""
    names = resolved.actor_ids
    shown = writing.list_actors(index, everything, names, LAID_OUT)
    wanted = {actor.actor_id for actor in shown}
    actors = {actor.actor_id: actor for actor in resolved.actors() if actor.actor_id in wanted}
    number = {actor_id: place for place, actor_id in enumerate(names) if actor_id in wanted}
    among = [number[actor.actor_id] for actor in shown]
    ties = writing.list_ties(
        index, writing.ties_among(index, everything.ties, among), names, LAID_OUT_TIES
    )
    positions = job.steps.lay_out(actors, shown, ties)
    return {number[actor_id]: (float(x), float(y)) for actor_id, (x, y) in positions.items()}


def _switch(job: Job, generation: str, version: str) -> None:
    """Put the generation in force, keep the one before for its readers, remove what is older."""
    before = writing.generation_in_force(job.folder)
    if before == generation:
        return
    with writing.disk_errors(job.folder.root):
        writing.switch(job.folder, generation)
    kept = {generation, before or generation}
    writing.drop_others(job.folder, kept)
    in_use = (key for name in kept for key in writing.keys_of(job.folder, name))
    # Whoever goes back to the model of the generation before finds what it extracted.
    extractors = {version, *(writing.extractor_of(job.folder, name) for name in kept)}
    writing.prune(job.catalogue, extractors, in_use)
    parts = [part for one in extractors for part in writing.parts_of(job.catalogue, one)]
    writing.drop_parts(job.folder.parts, {part.name for part in parts})
