"""Columns against counting by hand, on random sightings, articles and masks."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap import ties
from relmap.filters import NO_DAY, NO_OUTLET
from relmap.store import pairs
from relmap.store.pairs import Pairs, Sightings, merge, pair_up, sort_by_weight
from relmap.ties import (
    Entries,
    Printed,
    cut,
    detail,
    gather,
    spread,
    weigh,
    weigh_some,
)

ACTORS = 6
ARTICLES = 9

#: Article, sentence in it, actor, and whether the sentence names it.
Found = list[tuple[int, int, int, bool]]
places = st.tuples(
    st.integers(0, ARTICLES - 1), st.integers(0, 3), st.integers(0, ACTORS - 1), st.booleans()
)
sightings = st.lists(places, max_size=60, unique_by=lambda one: one[:3])
days = st.lists(
    st.sampled_from([NO_DAY, 738_000, 738_001, 738_400]), min_size=ARTICLES, max_size=ARTICLES
)
outlets = st.lists(st.integers(NO_OUTLET, 3), min_size=ARTICLES, max_size=ARTICLES)
masks = st.none() | st.lists(st.booleans(), min_size=ARTICLES, max_size=ARTICLES)


def to_sightings(found: Found) -> Sightings:
    """Sentence after sentence, and inside one in any order."""
    ordered = sorted(found, key=lambda one: one[:2])
    table = np.array(ordered, dtype=np.int64).reshape(-1, 4)
    return Sightings(
        table[:, 0], table[:, 0] * 10 + table[:, 1], table[:, 2], table[:, 3].astype(np.bool_)
    )


def to_entries(found: Found) -> Entries:
    return sort_by_weight(pair_up(to_sightings(found), ACTORS), ACTORS)


def pairs_by_hand(found: Found) -> dict[tuple[int, int], Counter[tuple[int, bool]]]:
    """Per dyad how many sentences of each article have both, and whether they name both."""
    sentences: dict[tuple[int, int], dict[int, bool]] = {}
    for article, sentence, actor, named in found:
        sentences.setdefault((article, sentence), {})[actor] = named
    pairs: dict[tuple[int, int], Counter[tuple[int, bool]]] = {}
    for (article, _), here in sentences.items():
        for u, v in combinations(sorted(here), 2):
            pairs.setdefault((u, v), Counter())[article, here[u] and here[v]] += 1
    return pairs


@pytest.mark.parametrize("at_once", [1, 3, 1 << 20])
@given(found=sightings)
def test_entries_are_all_pairs_of_all_sentences_the_heaviest_first(
    at_once: int, found: Found
) -> None:
    """Wherever the pairs of an article, or of one sentence, are cut."""
    by_hand = pairs_by_hand(found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "_AT_ONCE", at_once)
        patch.setattr(ties, "_AT_ONCE", at_once)
        entries = to_entries(found)
    made = {}
    for dyad, (start, end) in enumerate(pairwise(entries.bounds.tolist())):
        article = entries.article[start:end].tolist()
        assert article == sorted(set(article)) != []
        counts = zip(
            article,
            entries.named[start:end].tolist(),
            entries.referred[start:end].tolist(),
            strict=True,
        )
        pair = int(entries.u[dyad]), int(entries.v[dyad])
        made[pair] = +Counter(
            {
                place: count
                for one, named, referred in counts
                for place, count in (((one, True), named), ((one, False), referred))
            }
        )
    assert made == by_hand
    weights = [sum(count for (_, named), count in by_hand[pair].items() if named) for pair in made]
    assert weights == sorted(weights, reverse=True)
    order = [(-weight, pair) for weight, pair in zip(weights, made, strict=True)]
    assert order == sorted(order), "equal ones by their actors"


@given(sightings, st.integers(0, ARTICLES))
def test_articles_may_be_paired_some_at_a_time(found: Found, first: int) -> None:
    halves = [one for one in found if one[0] < first], [one for one in found if one[0] >= first]
    merged = merge([pair_up(to_sightings(half), ACTORS) for half in halves])
    whole = pair_up(to_sightings(found), ACTORS)
    for name in Pairs.__slots__:
        assert getattr(merged, name).tolist() == getattr(whole, name).tolist()
    assert merge([]).key.tolist() == []


@pytest.mark.parametrize("at_once", [1, 5, 1 << 22])
@given(found=sightings, day=days, outlet=outlets, mask=masks, references=st.booleans())
def test_sums_are_what_the_kept_entries_add_up_to(
    at_once: int,
    found: Found,
    day: list[int],
    outlet: list[int],
    mask: list[bool] | None,
    references: bool,
) -> None:
    entries = to_entries(found)
    kept = None if mask is None else np.array(mask)
    weights = weigh(entries, kept, 0, len(entries), references=references)
    behind = [
        [
            article
            for (article, named), count in pairs_by_hand(found)[u, v].items()
            if (named or references) and (mask is None or mask[article])
            for _ in range(count)
        ]
        for u, v in zip(entries.u.tolist(), entries.v.tolist(), strict=True)
    ]
    assert weights.tolist() == [len(articles) for articles in behind]
    middle = len(entries) // 2
    some = weigh(entries, kept, middle, len(entries), references=references)
    assert some.tolist() == weights[middle:].tolist()

    dyads = np.flatnonzero(weights)[::-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ties, "_AT_ONCE", at_once)
        again = weigh_some(entries, kept, dyads, references=references)
        told = detail(
            entries, kept, dyads, Printed(np.array(day), np.array(outlet)), references=references
        )
    assert again.tolist() == weights[dyads].tolist()
    for place, dyad in enumerate(dyads.tolist()):
        dated = [day[article] for article in behind[dyad] if day[article] != NO_DAY]
        assert told.articles[place] == len(set(behind[dyad]))
        assert told.outlets[place] == len({outlet[one] for one in behind[dyad]} - {NO_OUTLET})
        assert told.first_day[place] == min(dated, default=NO_DAY)
        assert told.last_day[place] == max(dated, default=NO_DAY)


def test_many_small_counts_do_not_overflow() -> None:
    """Counts lie in single bytes; their sums do not."""
    full = np.full(1000, 255, dtype=np.uint8)
    entries = Entries(
        np.array([0]), np.array([1]), np.array([0, 1000]), np.arange(1000), full, full
    )
    kept = np.arange(1000) < 900
    assert weigh(entries, None, 0, 1, references=False).tolist() == [255_000]
    assert weigh(entries, kept, 0, 1, references=True).tolist() == [459_000]
    assert weigh_some(entries, kept, np.array([0]), references=True).tolist() == [459_000]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 4)), max_size=8))
def test_runs_are_spread_into_places(runs: list[tuple[int, int]]) -> None:
    starts, sizes = (np.array([run[side] for run in runs], dtype=np.uint8) for side in (0, 1))
    by_hand = [start + step for start, size in runs for step in range(size)]
    assert spread(starts, sizes).tolist() == by_hand
    column = np.arange(60) * 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ties, "_AT_ONCE", 5)
        assert gather(column, starts, sizes).tolist() == [place * 2 for place in by_hand]


@given(st.lists(st.integers(0, 9), max_size=20), st.integers(1, 30))
def test_a_column_is_cut_into_slices_that_are_as_long_as_they_may_be(
    sizes: list[int], most: int
) -> None:
    slices = list(cut(np.array(sizes, dtype=np.uint8), most))
    assert [place for one in slices for place in range(one.start, one.stop)] == [*range(len(sizes))]
    for one in slices:
        assert one.stop - one.start == 1 or sum(sizes[one]) <= most
        if one.stop < len(sizes):
            assert sum(sizes[one.start : one.stop + 1]) > most
