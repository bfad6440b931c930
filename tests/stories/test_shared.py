"""relmap.stories.shared: which texts share what, against counting by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.stories import shared as room
from relmap.stories.shared import find_phrases, find_shared, pairs_of

# Hashes from all over the range, so that every slice has some.
HASHES = st.sampled_from([number * 0x0A0B0C0D % 2**32 for number in range(40)])
SKETCHES = st.lists(st.frozensets(HASHES, max_size=8), max_size=30)


def columns(sketches):
    values = [value for sketch in sketches for value in sorted(sketch)]
    owners = [number for number, sketch in enumerate(sketches) for _ in sketch]
    return np.array(values, np.uint32), np.array(owners, np.uint32)


def sizes_of(sketches):
    return np.array([len(sketch) for sketch in sketches], np.uint32)


def holders(sketches):
    held = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for value in sketch:
            held[value].append(number)
    return {value: texts for value, texts in held.items() if len(texts) > 1}


@given(SKETCHES)
def test_what_several_hold_is_found_with_its_holders(sketches) -> None:
    shared = find_shared(*columns(sketches))
    found = {
        int(value): shared.texts[start : start + count].tolist()
        for value, start, count in zip(shared.hashes, shared.starts, shared.counts, strict=True)
    }
    assert found == holders(sketches)
    assert shared.hashes.tolist() == sorted(found)


@given(SKETCHES, st.sampled_from([1, 3, 3_000_000]), st.sampled_from([2, 4, 60]))
def test_pairs_are_those_that_share_and_count_every_shingle(sketches, at_once, crowd) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_PAIRS_AT_ONCE", at_once)
        patch.setattr(room, "CROWD", crowd)
        shared = find_shared(*columns(sketches))
        found: Counter = Counter()
        for paired in pairs_of(shared, len(sketches)):
            for shingle, pair in zip(paired.shingles, paired.pair_of, strict=True):
                found[paired.earlier[pair], paired.later[pair], shared.hashes[shingle]] += 1
    expected = Counter(
        (one, other, value)
        for value, texts in holders(sketches).items()
        for (nth, one), (place, other) in combinations(enumerate(texts), 2)
        if len(texts) <= crowd or nth in (0, place - 1)
    )
    assert found == expected


@given(SKETCHES)
def test_a_phrase_is_what_several_hold_that_share_little_else(sketches) -> None:
    shared = find_shared(*columns(sketches))
    found = set(shared.hashes[find_phrases(shared, sizes_of(sketches))].tolist())
    for value, texts in holders(sketches).items():
        alike = [
            len(sketches[one] & sketches[other])
            / (len(sketches[one]) * len(sketches[other])) ** 0.5
            for one, other in combinations(texts, 2)
        ]
        average = sum(alike) / len(alike)
        if abs(average - 0.35) > 1e-9:
            assert (value in found) == (len(texts) >= 4 and average < 0.35)


@given(SKETCHES, st.sets(HASHES, min_size=1, max_size=4), st.sampled_from([2, 60]))
def test_what_few_hold_together_is_rare(sketches, asked, crowd) -> None:
    held = holders(sketches)
    known = [set(held[value]) for value in asked if value in held]
    rare = len(known) > 1 and min(map(len, known)) <= crowd
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "CROWD", crowd)
        told = find_shared(*columns(sketches)).are_rare_together(np.array(sorted(asked), np.uint32))
    assert told == (rare and len(set.intersection(*known)) < 4)


def test_nothing_shared_is_nothing_found() -> None:
    for sketches in ([], [frozenset()], [frozenset({1}), frozenset({2})]):
        shared = find_shared(*columns(sketches))
        assert len(shared.hashes) == len(shared.texts) == 0
        assert list(pairs_of(shared, len(sketches))) == []
        assert find_phrases(shared, sizes_of(sketches)).tolist() == []
