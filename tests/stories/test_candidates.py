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
    # A footer has four holders at least: the other two are pages with little else.
    assert found([one, other, {*footer, 5000}, {*footer, 5001}], footer) == []
    assert found([{*one, 997, 998, 999}, {*other, 997, 998, 999}], footer) == [[0, 1]]


def test_texts_of_phrases_alone_are_no_candidates() -> None:
    footer = set(range(10))
    assert found([footer, footer, footer, footer], footer) == []


def test_phrases_that_no_third_text_holds_together_make_a_candidate() -> None:
    # Each sentence stands in three other articles, but only two have all of them.
    story = set(range(4))
    others = [
        {number, *range(1000 + 10 * at, 1008 + 10 * at)} for at, number in enumerate(3 * [*story])
    ]
    assert found([{*story, 500, 501}, {*story, 600, 601}, *others], story) == [[0, 1]]


def test_what_a_crowd_holds_does_not_hide_what_two_share() -> None:
    # A form that seventy towns fill in, held by all: the copy shares what was filled in, too.
    form = set(range(40))
    towns = [{*form, *range(100 * town, 100 * town + 4)} for town in range(1, 71)]
    copies = [{*form, 6900, 6901, 9000 + nth} for nth in range(5)]
    assert [1, 69] not in found(towns)
    assert [68, 69] in found(towns)
    pairs = found([*towns, *copies])
    assert [[one, 74] for one in (0, 68, 70, 71, 72, 73)] == [
        pair for pair in pairs if pair[1] == 74
    ]
    assert all(one in (0, 68, other - 1) or one >= 70 for one, other in pairs)
