"""What workers are told and what they answer: records that travel between processes and machines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from relmap.models import Article
from relmap.steps import Reader

#: Makes the reader of a language model. Workers import it by its name, so it is a function of a module.
Load = Callable[[str], Reader]

#: The extractor reads so many articles at once, so one of so many is what its end is due to.
READ_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Order:
    """What is the same for all parts of a build.

    `version` is the version of the extractor that the build counts on. `parts` is where the parts
    go: a folder, or an fsspec URL ("s3://bucket/parts") that driver and workers reach alike.
    """

    model: str
    version: str
    parts: str


@dataclass(frozen=True, slots=True)
class Task:
    """One part to extract: its name, and its articles with the hash of their content as id."""

    part: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A part that lies whole where its order wanted it, and how many articles it holds."""

    part: str
    articles: int
