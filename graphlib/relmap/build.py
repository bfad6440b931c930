"""A build, from the first file to the map: corpus → extract → store → actors → store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from relmap.errors import InputError
from relmap.extracting import Hands, Job, batches, list_foreign
from relmap.fingerprint import code_version
from relmap.garbage import collected_rarely
from relmap.modelfiles import Facts
from relmap.models import Article, Finished, Progress, Unread
from relmap.stages import bring_up_to_date
from relmap.steps import STEPS, Steps, count, no_progress
from relmap.store import writing

#: Articles noted in one transaction.
_NOTED_AT_ONCE = 5000

#: Unread inputs that an error quotes.
_QUOTED = 3


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, and what the store holds now.

    `read` articles are `new` or `known`; copies of articles that the store shows elsewhere are
    among the `unread`. `articles`, `actors` and `ties` are totals of the store; `gone` are articles
    that left it, because they no longer stand in their files as they did.
    """

    read: int
    new: int
    known: int
    unread: tuple[Unread, ...]
    articles: int
    actors: int
    ties: int
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is given: the items, and the names under which they are found again.

    `read` is told how to find out whether an input (its path, its digest) is known already.
    """

    read: Callable[[Callable[[str, str], bool]], Iterator[Article | Unread | Finished]]
    given: tuple[str, ...]
    upload: bool

    @classmethod
    def of(cls, items: Iterable[Article | Unread], given: Sequence[str], *, upload: bool) -> Inputs:
        """Return what is given where nothing can be known."""
        return cls(lambda _known: iter(items), tuple(given), upload)


def build(  # noqa: PLR0913 - what, where and how, all but two by name
    paths: Sequence[Path],
    store: Path,
    *,
    model: str | None = None,
    progress: Progress | None = None,
    workers: int = 1,
    cluster: str | None = None,
    shared_parts: str | None = None,
) -> BuildReport:
    """Read files, folders and tables into a store; what it knows already is not extracted again.

    A build that was killed leaves the store as its readers knew it, and the next one goes on
    where it stopped. Without a `model` the store is read with the one that it was built with last,
    a new one with the default. Extraction is shared among `workers` processes, or those of the Dask
    scheduler at the address `cluster`; `shared_parts` is a folder or an fsspec URL that these can
    reach, where they cannot reach the store itself.

    Raises
    ------
    InputError
        when nothing at all could be read.
    ModelError
        when the model is missing and something has to be extracted.
    StoreError
        when `store` is something else, cannot be written, or another build holds it.
    WorkerError
        when workers die again and again, or cannot be reached.
    """
    from relmap.corpus import read_anew  # noqa: PLC0415

    given = tuple(str(path) for path in paths)
    inputs = Inputs(lambda known: read_anew(paths, known), given, upload=False)
    hands = Hands(workers, cluster, shared_parts)
    return run(inputs, store, model=model, progress=progress, hands=hands)


def build_uploads(
    files: Sequence[tuple[str, bytes]],
    store: Path,
    *,
    model: str | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read uploaded files, given as (name, content), into a store; raises what `build` raises."""
    from relmap.corpus import read_upload  # noqa: PLC0415

    items = chain.from_iterable(read_upload(name, content) for name, content in files)
    inputs = Inputs.of(items, [name for name, _ in files], upload=True)
    return run(inputs, store, model=model, progress=progress)


@collected_rarely()
def run(  # noqa: PLR0913 - what, where and how, all but two by name
    inputs: Inputs,
    store: Path,
    *,
    model: str | None = None,
    progress: Progress | None = None,
    steps: Steps = STEPS,
    hands: Hands = Hands(),  # noqa: B008 - frozen
) -> BuildReport:
    """Build from what `inputs` read; raises what `build` raises."""
    if not store.exists():
        # A mistyped path must not leave an empty store behind.
        inputs = _with_something(inputs)
    folder = writing.make_store(store)
    with writing.only_build(folder), writing.Catalogue(folder.catalogue) as catalogue:
        job = Job(folder, catalogue, steps, progress or no_progress, hands)
        reading = writing.Reading(catalogue, upload=inputs.upload, code=code_version())
        unread = _note(job, reading, inputs)
        in_force = writing.generation_in_force(folder)
        before = writing.keys_of(folder, in_force)
        index, known = bring_up_to_date(job, model)
        catalogue.remember("built", steps.today().isoformat())
        now = writing.generation_in_force(folder)
        after = before if now == in_force else writing.keys_of(folder, now)
        said = (*unread, *_said(catalogue, known))
        report = _report(catalogue, reading, (before, after), said, index)
        if not reading.any_article and not report.gone:
            raise _nothing_read(unread)
    return report


def _with_something(inputs: Inputs) -> Inputs:
    """Return the same inputs, of which the first article is read; InputError where there is none."""
    items = inputs.read(lambda _path, _digest: False)
    first: list[Article | Unread | Finished] = []
    for item in items:
        first.append(item)
        if isinstance(item, Article):
            return replace(inputs, read=lambda _known: chain(first, items))
    raise _nothing_read([item for item in first if isinstance(item, Unread)])


def _note(job: Job, reading: writing.Reading, inputs: Inputs) -> list[Unread]:
    """Put into the catalogue what is read; return what was not."""
    unread: list[Unread] = []

    def articles() -> Iterator[Article]:
        for item in inputs.read(reading.known):
            if isinstance(item, Article):
                yield item
            elif isinstance(item, Unread):
                unread.append(item)
            else:
                reading.finish(item)

    for some in batches(count(articles(), "reading", None, job.progress), _NOTED_AT_ONCE):
        reading.add(some)
    return reading.end(inputs.given, unread)


def _said(catalogue: writing.Catalogue, known: Facts) -> list[Unread]:
    """Return what is to be said of articles that this build read; the store may know older ones."""
    notices = writing.list_notices(catalogue, only_read=True)
    return [*notices, *list_foreign(catalogue, known.language, only_read=True)]


def _report(
    catalogue: writing.Catalogue,
    reading: writing.Reading,
    shown: tuple[frozenset[int], frozenset[int]],
    unread: tuple[Unread, ...],
    index: writing.Index,
) -> BuildReport:
    before, after = shown
    read = reading.keys().tolist()
    new = sum(key not in before for key in read)
    return BuildReport(
        read=len(read),
        new=new,
        known=len(read) - new,
        unread=unread,
        articles=writing.count_owned(catalogue),
        actors=index.manifest.actors,
        ties=index.manifest.ties,
        gone=len(before - after),
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
