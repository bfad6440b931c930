"""relmap.stories.candidates: which pairs are worth reading."""

from __future__ import annotations

import numpy as np

from relmap.stories.candidates import candidates
from relmap.stories.shared import find_shared


def found(sketches: list[set[int]], phrases: set[int] = frozenset()) -> list[list[int]]:
    values = [value for sketch in sketches for value in sorted(sketch)]
    owners = [number for number, sketch in enumerate(sketches) for _ in sketch]
    shared = find_shared(np.array(values, np.uint32), np.array(owners, np.uint32))
    sizes = np.array([len(sketch) for sketch in sketches], np.uint32)
    pairs = candidates(shared, np.isin(shared.hashes, sorted(phrases)), sizes)
    return [pair for some in pairs for pair in some.tolist()]


def test_a_fifth_of_the_smaller_sketch_is_enough() -> None:
    large = set(range(100))
    assert found([large, {*range(4), *range(200, 216)}]) == [[0, 1]]
    assert found([large, {*range(3), *range(200, 217)}]) == []


def test_phrases_count_neither_as_shared_nor_as_size() -> None:
    footer = set(range(10))
    one, other = {*footer, *range(100, 110)}, {*footer, *range(200, 210)}
    assert found([one, other]) == [[0, 1]]
    assert found([one, other], footer) == []
    assert found([{*one, 997, 998, 999}, {*other, 997, 998, 999}], footer) == [[0, 1]]


def test_texts_of_phrases_alone_are_no_candidates() -> None:
    footer = set(range(10))
    assert found([footer, footer, footer, footer], footer) == []
