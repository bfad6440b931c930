"""The columns of a part → extractions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from relmap.models import Extraction, Mention, Reference, Sentence
from relmap.store.packing import NAME, ROLE, SCHEMA, WORDS

Sketch = NDArray[np.uint32]
Numbers = NDArray[np.int64]

#: Columns of extractions, and of those without references and without sentences but for their places.
WHOLE = tuple(name for name in SCHEMA.names if not name.startswith("sketch"))
BARE = tuple(
    name
    for name in WHOLE
    if not name.startswith(("reference.", "words.", "role.")) and name != "sentence.role"
)


def to_extractions(columns: pa.Table) -> Iterator[Extraction]:
    """Yield the extractions of a part, known by their contents; bare where the columns are."""
    contents = _texts(columns, "content")
    names = frozenset(columns.column_names)
    kinds = (
        _by_article(columns, what, find(columns)) if shared in names else [()] * len(contents)
        for what, shared, find in _KINDS
    )
    for content, *found in zip(contents, *kinds, strict=True):
        yield Extraction(content.hex(), *found)


def to_sketches(columns: pa.Table) -> Iterator[tuple[str, Sketch]]:
    """Yield the contents of a part, each with the sketch of its text."""
    sketches = columns["sketch"].combine_chunks().flatten().to_numpy()
    bounds = pairwise(accumulate(_numbers(columns, "sketch.count").tolist(), initial=0))
    for content, (first, last) in zip(_texts(columns, "content"), bounds, strict=True):
        yield content.hex(), sketches[first:last]


def _numbers(columns: pa.Table, name: str) -> Numbers:
    return np.asarray(columns[name].combine_chunks().flatten().to_numpy(), np.int64)


def _texts(columns: pa.Table, name: str) -> list[Any]:
    found: list[Any] = columns[name].combine_chunks().flatten().to_pylist()
    return found


def _sums(counts: Numbers, steps: Numbers) -> Numbers:
    """Return the sums of the steps up to each, anew in every article."""
    total = np.cumsum(steps)
    before = np.concatenate(([0], total))[np.cumsum(counts) - counts]
    return np.asarray(total - np.repeat(before, counts))


def _shared(columns: pa.Table, what: str, fields: Sequence[str]) -> list[tuple[Any, ...]]:
    return list(zip(*(_texts(columns, f"{what}.{field}") for field in fields), strict=True))


def _sentences(columns: pa.Table) -> list[Sentence]:
    starts, ends = _sentence_places(columns)
    roles = [role for (role,) in _shared(columns, "role", ROLE)]
    numbers = _numbers(columns, "sentence.role").tolist()
    return [
        Sentence(start, end, roles[role])
        for start, end, role in zip(starts.tolist(), ends.tolist(), numbers, strict=True)
    ]


def _sentence_places(columns: pa.Table) -> tuple[Numbers, Numbers]:
    counts, lengths = (_numbers(columns, f"sentence.{name}") for name in ("count", "length"))
    ends = _sums(counts, _numbers(columns, "sentence.gap") + lengths)
    return ends - lengths, ends


def _mentions(columns: pa.Table) -> list[Mention]:
    shared = _shared(columns, "name", NAME)
    names = _numbers(columns, "mention.name")
    surfaces = np.array([len(surface) for _, surface, *_ in shared], np.int64)
    places = _places_inside(columns, "mention", surfaces[names])
    return [
        Mention(start, end, sentence, *shared[name])
        for start, end, sentence, name in zip(*places, names.tolist(), strict=True)
    ]


def _references(columns: pa.Table) -> list[Reference]:
    shared = _shared(columns, "words", WORDS)
    names = _numbers(columns, "reference.words")
    surfaces = np.array([len(surface) for surface, *_ in shared], np.int64)
    places = _places_inside(columns, "reference", surfaces[names])
    others = (_numbers(columns, f"reference.{name}").tolist() for name in ("described", "apart"))
    return [
        Reference(start, end, sentence, *(*shared[name], described, apart))
        for start, end, sentence, name, described, apart in zip(
            *places, names.tolist(), *others, strict=True
        )
    ]


def _places_inside(
    columns: pa.Table, what: str, surfaces: Numbers
) -> tuple[list[int], list[int], list[int]]:
    """Return starts, ends and sentences of what stands in sentences, as lists for quick reading."""
    counts, steps = (_numbers(columns, f"{what}.{name}") for name in ("count", "sentence"))
    lengths = _numbers(columns, f"{what}.length") + surfaces
    sentences = _sums(counts, steps)
    first = steps != 0
    first[(np.cumsum(counts) - counts)[counts > 0]] = True
    runs = np.diff(np.append(np.flatnonzero(first), len(first)))
    ends = _sums(runs, _numbers(columns, f"{what}.gap") + lengths)
    ends += np.repeat(_starts_of_sentences(columns, counts, sentences)[first], runs)
    return (ends - lengths).tolist(), ends.tolist(), sentences.tolist()


def _starts_of_sentences(columns: pa.Table, counts: Numbers, sentences: Numbers) -> Numbers:
    """Return where the sentence starts that each stands in; 0 where the article has no such one."""
    starts, known = _sentence_places(columns)[0], _numbers(columns, "sentence.count")
    there = sentences < np.repeat(known, counts)
    place = np.repeat(np.cumsum(known) - known, counts) + sentences
    found = np.zeros(len(sentences), np.int64)
    found[there] = starts[place[there]]
    return found


def _by_article(columns: pa.Table, what: str, found: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    counts = _numbers(columns, f"{what}.count").tolist()
    for first, last in pairwise(accumulate(counts, initial=0)):
        yield tuple(found[first:last])


def _acronyms(columns: pa.Table) -> list[tuple[Any, ...]]:
    pairs = zip(_texts(columns, "acronym.short"), _texts(columns, "acronym.full"), strict=True)
    return list(pairs)


#: What an extraction holds, in its order: each kind, a column that only it needs, and what makes it.
_KINDS: tuple[tuple[str, str, Callable[[pa.Table], Sequence[Any]]], ...] = (
    ("sentence", "sentence.role", _sentences),
    ("mention", "mention.name", _mentions),
    ("acronym", "acronym.short", _acronyms),
    ("reference", "reference.words", _references),
)
