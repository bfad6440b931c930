"""Extractions → the columns of a part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import pyarrow as pa

from relmap.models import Extraction, Mention, Reference, Sentence

#: Raise it when the columns change: parts of another format are extracted again.
PART_FORMAT = 3

#: Whole numbers, counted in articles or in what is counted by them.
NUMBERS = (
    *("sentence.count", "mention.count", "reference.count", "acronym.count", "sketch.count"),
    *("sentence.gap", "sentence.length", "sentence.role"),
    *("mention.gap", "mention.length", "mention.sentence", "mention.name"),
    *("reference.gap", "reference.length", "reference.sentence", "reference.words"),
    *("reference.described", "reference.apart"),
)

#: Texts that many share, by number: roles; what a name is, but for its place; words without a name.
ROLE = ("role",)
NAME = ("kind", "surface", "rule", "label", "title", "country_code")
WORDS = ("surface", "form", "head", "gender", "quoted", "subject", "fronted")
_FLAGS = frozenset({"quoted", "subject", "fronted"})

SCHEMA = pa.schema(
    {
        "content": pa.list_(pa.binary(16)),
        "sketch": pa.list_(pa.uint32()),
        **{name: pa.list_(pa.int64()) for name in NUMBERS},
        **{f"role.{name}": pa.list_(pa.string()) for name in ROLE},
        **{f"name.{name}": pa.list_(pa.string()) for name in NAME},
        **{
            f"words.{name}": pa.list_(pa.bool_() if name in _FLAGS else pa.string())
            for name in WORDS
        },
        "acronym.short": pa.list_(pa.string()),
        "acronym.full": pa.list_(pa.string()),
    }
)


def to_columns(found: Sequence[Extraction]) -> dict[str, Any]:
    """Return every column of these extractions, but for what names them."""
    sentences = [one.sentences for one in found]
    mentions = [one.mentions for one in found]
    references = [one.references for one in found]
    acronyms = [pair for one in found for pair in one.acronyms]
    return {
        **_places("sentence", sentences),
        **_numbered("sentence.role", "role", ROLE, chain.from_iterable(sentences)),
        **_inside("mention", sentences, mentions),
        **_numbered("mention.name", "name", NAME, chain.from_iterable(mentions)),
        **_inside("reference", sentences, references),
        **_numbered("reference.words", "words", WORDS, chain.from_iterable(references)),
        "reference.described": [one.described for some in references for one in some],
        "reference.apart": [one.apart for some in references for one in some],
        "acronym.count": [len(one.acronyms) for one in found],
        "acronym.short": [short for short, _ in acronyms],
        "acronym.full": [full for _, full in acronyms],
    }


def _places(what: str, found: Sequence[Sequence[Sentence]]) -> dict[str, Any]:
    """Return how many there are in each article, how long, and how far each is from the last."""
    return {
        f"{what}.count": [len(some) for some in found],
        f"{what}.gap": [
            one.start - before
            for some in found
            for one, before in zip(some, [0, *(one.end for one in some)], strict=False)
        ],
        f"{what}.length": [one.end - one.start for some in found for one in some],
    }


def _inside(
    what: str,
    sentences: Sequence[Sequence[Sentence]],
    found: Sequence[Sequence[Mention | Reference]],
) -> dict[str, Any]:
    """Return the places of what stands in sentences.

    A gap is counted from the end of the one before in the same sentence, else from the sentence's
    start, and a length is what is beyond the surface: nearly always nothing.
    """
    gaps, steps = [], []
    for inside, some in zip(sentences, found, strict=True):
        sentence, end = 0, _start(inside, 0)
        for one in some:
            if one.sentence != sentence:
                end = _start(inside, one.sentence)
            gaps.append(one.start - end)
            steps.append(one.sentence - sentence)
            sentence, end = one.sentence, one.end
    return {
        f"{what}.count": [len(some) for some in found],
        f"{what}.gap": gaps,
        f"{what}.sentence": steps,
        f"{what}.length": [
            one.end - one.start - len(one.surface) for some in found for one in some
        ],
    }


def _start(sentences: Sequence[Sentence], number: int) -> int:
    return sentences[number].start if number < len(sentences) else 0


def _numbered(
    numbers: str, what: str, fields: Sequence[str], found: Iterable[Sentence | Mention | Reference]
) -> dict[str, Any]:
    """Return different combinations of fields once, and the number of each one's."""
    each = [tuple(getattr(one, field) for field in fields) for one in found]
    different = sorted(set(each))
    number = {fields: place for place, fields in enumerate(different)}
    return {
        numbers: [number[fields] for fields in each],
        **{f"{what}.{field}": [one[at] for one in different] for at, field in enumerate(fields)},
    }
