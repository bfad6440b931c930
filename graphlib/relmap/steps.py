"""The steps that a build drives but does not import until it needs them: spaCy takes seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from relmap.models import (
    Actor,
    ActorInView,
    Article,
    Extraction,
    Progress,
    Resolution,
    Tie,
)

_T = TypeVar("_T")

Positions = Mapping[str, tuple[float, float]]


class Reader(Protocol):
    """What a build needs of `relmap.extract.Extractor`."""

    @property
    def version(self) -> str:
        """The model and the rules, with their versions."""
        ...

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Read articles in order."""
        ...


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a build that other rooms carry out."""

    load_extractor: Callable[[str], Reader]
    resolve: Callable[[Iterable[Extraction]], Resolution]
    lay_out: Callable[[Mapping[str, Actor], Sequence[ActorInView], Sequence[Tie]], Positions]
    today: Callable[[], date] = date.today


def load_extractor(model: str) -> Reader:
    """Load a language model (ModelError where it is missing)."""
    from relmap.extract import Extractor  # noqa: PLC0415

    return Extractor.load(model)


def resolve(extractions: Iterable[Extraction]) -> Resolution:
    """Turn all mentions into actors."""
    from relmap.actors import resolve as resolve_mentions  # noqa: PLC0415

    return resolve_mentions(extractions)


def lay_out(
    actors: Mapping[str, Actor], shown: Sequence[ActorInView], ties: Sequence[Tie]
) -> Positions:
    """Place the strongest actors on the map."""
    from relmap import layout  # noqa: PLC0415
    from relmap.graph import build_graph  # noqa: PLC0415

    return layout.lay_out(build_graph(actors, shown, ties))


STEPS = Steps(load_extractor, resolve, lay_out)


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
