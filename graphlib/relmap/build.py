"""A build, from the first file to the map: corpus → extract → store → actors → store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from relmap.errors import InputError
from relmap.models import DEFAULT_MODEL, Article, Progress, Unread
from relmap.stages import Job, batches, bring_up_to_date
from relmap.steps import STEPS, Steps, count, no_progress
from relmap.store import writing

#: Articles noted in one transaction.
_NOTED_AT_ONCE = 500

#: Unread inputs that an error quotes.
_QUOTED = 3


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, and what the store holds now.

    `read` articles are `new` or `known`; copies of articles that the store shows elsewhere are
    among the `unread`. `articles`, `actors` and `ties` are totals of the store.
    """

    read: int
    new: int
    known: int
    unread: tuple[Unread, ...]
    articles: int
    actors: int
    ties: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is given: the items, and the names under which they are found again."""

    items: Iterator[Article | Unread]
    given: tuple[str, ...]
    upload: bool


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
) -> BuildReport:
    """Read files, folders and tables into a store; what it knows already is not extracted again.

    A build that was killed leaves the store as its readers knew it, and the next one goes on
    where it stopped.

    Raises
    ------
    InputError
        when nothing at all could be read.
    ModelError
        when the model is missing and something has to be extracted.
    StoreError
        when `store` is something else, cannot be written, or another build holds it.
    """
    from relmap.corpus import read  # noqa: PLC0415

    given = tuple(str(path) for path in paths)
    inputs = Inputs(iter(read(paths)), given, upload=False)
    return run(inputs, store, model=model, progress=progress)


def build_uploads(
    files: Sequence[tuple[str, bytes]],
    store: Path,
    *,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
) -> BuildReport:
    """Read uploaded files, given as (name, content), into a store; raises what `build` raises."""
    from relmap.corpus import read_upload  # noqa: PLC0415

    items = chain.from_iterable(read_upload(name, content) for name, content in files)
    inputs = Inputs(items, tuple(name for name, _ in files), upload=True)
    return run(inputs, store, model=model, progress=progress)


def run(
    inputs: Inputs,
    store: Path,
    *,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
    steps: Steps = STEPS,
) -> BuildReport:
    """Build from articles that are read already; raises what `build` raises."""
    unread: list[Unread] = []
    articles = _articles(inputs.items, unread)
    first = next(articles, None)
    if first is None and not store.exists():
        # A mistyped path must not leave an empty store behind.
        raise _nothing_read(unread)
    folder = writing.make_store(store)
    with writing.only_build(folder), writing.Catalogue(folder.catalogue) as catalogue:
        job = Job(folder, catalogue, steps, progress or no_progress)
        _note(job, inputs, articles if first is None else chain([first], articles), unread)
        before = writing.keys_of(folder, writing.generation_in_force(folder))
        owned, copies = writing.choose_copies(catalogue.copies())
        index = bring_up_to_date(job, owned, copies, model)
        catalogue.remember("built", steps.today().isoformat())
        seen = catalogue.seen()
        report = _report(seen, owned, before, (*unread, *_among(copies, seen)), index)
    if first is None:
        raise _nothing_read(unread)
    return report


def _articles(items: Iterable[Article | Unread], unread: list[Unread]) -> Iterator[Article]:
    """Yield the articles and set aside what was not read."""
    for item in items:
        if isinstance(item, Unread):
            unread.append(item)
        else:
            yield item


def _note(job: Job, inputs: Inputs, articles: Iterable[Article], unread: Sequence[Unread]) -> None:
    """Put into the catalogue what is read; `unread` fills while the articles are drawn."""
    job.catalogue.begin_reading()
    for some in batches(count(articles, "reading", None, job.progress), _NOTED_AT_ONCE):
        job.catalogue.add(some, upload=inputs.upload)
    job.catalogue.end_reading(inputs.given, unread, upload=inputs.upload)


def _among(copies: Iterable[Unread], seen: Iterable[writing.Place]) -> list[Unread]:
    """Return the copies that this build read; the store may know older ones."""
    places = {(place.path, place.row) for place in seen}
    return [copy for copy in copies if (copy.path, copy.row) in places]


def _report(
    seen: Sequence[writing.Place],
    owned: Sequence[writing.Owned],
    before: frozenset[int],
    unread: tuple[Unread, ...],
    index: writing.Index,
) -> BuildReport:
    shown = {one.copy.place for one in owned}
    read = {place.key for place in seen if place in shown}
    return BuildReport(
        read=len(read),
        new=len(read - before),
        known=len(read & before),
        unread=unread,
        articles=len(owned),
        actors=index.manifest.actors,
        ties=index.manifest.ties,
    )


def _nothing_read(unread: Sequence[Unread]) -> InputError:
    if not unread:
        return InputError(
            "nothing was read: there is no article in what was given; "
            "name text files, tables (.csv, .jsonl) or folders of them"
        )
    quoted = [
        f"{item.path}{'' if item.row is None else f', row {item.row}'}: {item.reason}"
        for item in unread[:_QUOTED]
    ]
    more = [f"and {len(unread) - _QUOTED} more"] if len(unread) > _QUOTED else []
    return InputError("nothing could be read. " + "; ".join([*quoted, *more]))
