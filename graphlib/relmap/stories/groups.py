"""Groups: articles that carry the same text as one story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from relmap.stories.candidates import candidates
from relmap.stories.members import TEXTS_AT_ONCE, Members, ReadTexts
from relmap.stories.shared import find_phrases, find_shared
from relmap.stories.shingles import Sketch


@dataclass(frozen=True, slots=True)
class _Noted:
    """All sketches in columns: per article its key, the size and the hash of its sketch; all values."""

    keys: NDArray[np.int64]
    sizes: NDArray[np.uint32]
    hashes: NDArray[np.uint64]
    values: Sketch


@dataclass(frozen=True, slots=True)
class _Texts:
    """The different texts, numbered by falling size: of each its smallest key; of each article its text."""

    keys: NDArray[np.int64]
    sizes: NDArray[np.uint32]
    of_article: NDArray[np.uint32]
    firsts: NDArray[np.int64]


def group_stories(sketches: Iterable[tuple[int, Sketch]], read_texts: ReadTexts) -> dict[int, int]:
    """Map every key to the smallest key of its story; an article without copies to itself.

    `read_texts` gives the texts of a few hundred keys; only those of candidates are asked for.
    Which articles are one story follows from their texts alone, not from keys or order.
    """
    noted = _note(sketches)
    texts = _different_texts(noted, read_texts)
    values, owners = _values_of(noted, texts)
    shared = find_shared(values, owners)
    del values, owners
    phrases = find_phrases(shared, texts.sizes)
    members = Members(texts.keys, shared, shared.hashes[phrases], read_texts)
    members.add(candidates(shared, phrases, texts.sizes))
    heads = members.heads
    smallest = np.full(len(heads), np.iinfo(np.int64).max)
    np.minimum.at(smallest, heads, texts.keys)
    found = smallest[heads[texts.of_article]] if len(heads) else noted.keys
    return dict(zip(noted.keys.tolist(), found.tolist(), strict=True))


def _note(sketches: Iterable[tuple[int, Sketch]]) -> _Noted:
    """Keep all sketches as columns of numbers."""
    keys, sizes, hashes, values = bytearray(), bytearray(), bytearray(), bytearray()
    for key, sketch in sketches:
        content = sketch.astype("<u4", copy=False).tobytes()
        keys += key.to_bytes(8, "little", signed=True)
        sizes += len(sketch).to_bytes(4, "little")
        hashes += blake2b(content, digest_size=8).digest()
        values += content
    return _Noted(
        np.frombuffer(keys, "<i8"),
        np.frombuffer(sizes, "<u4"),
        np.frombuffer(hashes, "<u8"),
        np.frombuffer(values, "<u4"),
    )


def _different_texts(noted: _Noted, read_texts: ReadTexts) -> _Texts:
    """Bring articles of the very same text together; only texts of the same sketch are looked at."""
    _, place, counts = np.unique(noted.hashes, return_inverse=True, return_counts=True)
    texts = np.zeros(len(noted.keys), np.uint64)
    twins = np.flatnonzero(counts[place] > 1)
    for start in range(0, len(twins), TEXTS_AT_ONCE):
        some = twins[start : start + TEXTS_AT_ONCE]
        keys = noted.keys[some].tolist()
        read = read_texts(keys)
        texts[some] = [_hash_of(read[key]) for key in keys]
    # Numbered by what they say, so that nothing hangs on keys: the longest sketch first.
    order = np.lexsort((noted.keys, texts, noted.hashes, ~noted.sizes))
    new = np.ones(len(order), np.bool_)
    new[1:] = np.diff(noted.hashes[order]) != 0
    new[1:] |= np.diff(texts[order]) != 0
    of_article = np.empty(len(order), np.uint32)
    of_article[order] = np.cumsum(new, dtype=np.int64) - 1
    firsts = order[new]
    return _Texts(noted.keys[firsts], noted.sizes[firsts], of_article, firsts)


def _hash_of(text: str) -> int:
    return int.from_bytes(
        blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little"
    )


def _values_of(noted: _Noted, texts: _Texts) -> tuple[Sketch, NDArray[np.uint32]]:
    """Return the sketches' values of each different text, once, and the text that each is of."""
    once = np.zeros(len(noted.keys), np.bool_)
    once[texts.firsts] = True
    kept = np.repeat(once, noted.sizes)
    return noted.values[kept], np.repeat(texts.of_article[once], noted.sizes[once])
