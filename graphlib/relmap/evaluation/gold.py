"""What a gold file says, as records: who is named in which sentence, and where names stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from relmap.models import Article, Kind


@dataclass(frozen=True, slots=True)
class Target:
    """An actor of the gold, as one article may name it.

    `forms` are its name and aliases in plain spelling (`matching.plain`); `country_code` is
    filled for countries that have one.
    """

    name: str
    kind: Kind
    forms: frozenset[str]
    country_code: str = ""


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence `[start, end)` and the actors, by their gold names, that it speaks of.

    `actors` are named in it; `optional` may be found or not, neither counts; `references` are
    meant by "he" or "the minister" only. `is_evidence` is False for a line that is no part of
    the story.
    """

    start: int
    end: int
    actors: frozenset[str]
    optional: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    is_evidence: bool = True


@dataclass(frozen=True, slots=True)
class GoldName:
    """A name `[start, end)` in the text and the kind of what it names."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its labels; a level that nobody labelled is None.

    `targets` are the gold's actors by name, with the aliases of this article. `ignored` are
    stretches where a name may be found or not. `has_references` says that somebody read the
    article for those, `split` to which part of the gold it belongs ("held out").
    """

    name: str
    article: Article
    targets: Mapping[str, Target]
    sentences: tuple[GoldSentence, ...] | None = None
    names: tuple[GoldName, ...] | None = None
    ignored: tuple[tuple[int, int], ...] = ()
    has_references: bool = False
    split: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: its articles in the order of the file."""

    name: str
    articles: tuple[GoldArticle, ...]
