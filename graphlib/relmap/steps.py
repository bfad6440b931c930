"""The steps that a build drives but does not import until it needs them: spaCy takes seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from relmap import modelfiles
from relmap.modelfiles import Facts
from relmap.models import (
    Actor,
    ActorInView,
    ActorMention,
    Article,
    Extraction,
    Progress,
    Tie,
)

_T = TypeVar("_T")

#: Gives all extractions anew, each time in the same order.
ReadExtractions = Callable[[], Iterable[Extraction]]

#: Returns the digest of a folder's files.
Digest = Callable[[Path], str]

Positions = Mapping[str, tuple[float, float]]


class Reader(Protocol):
    """What a build needs of `relmap.extract.Extractor`."""

    @property
    def version(self) -> str:
        """The model and the rules, with their versions."""
        ...

    @property
    def language(self) -> str:
        """The language that the model reads: "en"; "xx" where it reads many."""
        ...

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles in order."""
        ...


class Resolved(Protocol):
    """What a build needs of `relmap.actors.Resolved`."""

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The ids of all actors, sorted."""
        ...

    def articles(self) -> Iterator[tuple[Extraction, tuple[ActorMention, ...]]]:
        """Every extraction with its resolved mentions, in the order given."""
        ...

    def actors(self) -> Iterator[Actor]:
        """The actors by id, once all articles have been given."""
        ...


def tell_nothing(_model: str, _digest: Digest) -> Facts | None:
    """Say nothing of a model: it is to be loaded."""
    return None


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a build that other rooms carry out.

    `describe` says of a model, without loading it, what the extractor of `load_extractor` would
    say of itself; None where that cannot be told.
    """

    load_extractor: Callable[[str], Reader]
    resolve: Callable[[ReadExtractions, ReadExtractions], Resolved]
    lay_out: Callable[[Mapping[str, Actor], Sequence[ActorInView], Sequence[Tie]], Positions]
    today: Callable[[], date] = date.today
    describe: Callable[[str, Digest], Facts | None] = tell_nothing


def load_extractor(model: str) -> Reader:
    """Load a language model (ModelError where it is missing)."""
    from relmap.extract import Extractor  # noqa: PLC0415

    return Extractor.load(model)


def resolve(extractions: ReadExtractions, bare: ReadExtractions) -> Resolved:
    """Turn all mentions into actors; `bare` gives the same without sentences and references."""
    from relmap.actors import resolve_stream  # noqa: PLC0415

    return resolve_stream(extractions, bare=bare)


def lay_out(
    actors: Mapping[str, Actor], shown: Sequence[ActorInView], ties: Sequence[Tie]
) -> Positions:
    """Place the strongest actors on the map."""
    from relmap import layout  # noqa: PLC0415
    from relmap.graph import build_graph  # noqa: PLC0415

    return layout.lay_out(build_graph(actors, shown, ties))


STEPS = Steps(load_extractor, resolve, lay_out, describe=modelfiles.describe)


#: Languages whose names differ between models and articles, under one code.
_SAME = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "ms": "id"}

#: A model for many languages calls its own so.
_MANY = "xx"


def can_read(language: str, article: str) -> bool:
    """Tell whether a model of one language reads an article of another; "" is not known."""
    mine, its = (_SAME.get(code, code) for code in (language, article))
    return mine in {"", _MANY, its} or not its


def no_progress(_stage: str, _done: int, _total: int | None) -> None:
    """Report nothing."""


def count(items: Iterable[_T], stage: str, total: int | None, progress: Progress) -> Iterator[_T]:
    """Pass items on and report how many went by."""
    done = 0
    progress(stage, done, total)
    for item in items:
        yield item
        done += 1
        progress(stage, done, total)
