"""Columns against counting by hand, on random mentions, articles and masks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from relmap.filters import NO_DAY, NO_OUTLET
from relmap.ties import Rows, add_up, find_sightings, pair_up

ACTORS = 6
ARTICLES = 9

places = st.tuples(
    st.integers(0, ARTICLES - 1), st.integers(0, 3), st.integers(0, ACTORS - 1), st.booleans()
)
Found = list[tuple[int, int, int, bool]]
mentions = st.lists(places, max_size=60)
days = st.lists(
    st.sampled_from([NO_DAY, 738_000, 738_001, 738_400]), min_size=ARTICLES, max_size=ARTICLES
)
masks = st.lists(st.booleans(), min_size=ARTICLES, max_size=ARTICLES)


@st.composite
def outlets(draw: st.DrawFn) -> list[int]:
    """Ascending, unknown last, as articles are numbered."""
    known = sorted(draw(st.lists(st.integers(0, 3), max_size=ARTICLES)))
    return known + [NO_OUTLET] * (ARTICLES - len(known))


def columns(found: Found) -> list[np.ndarray]:
    """Article, sentence, actor, and whether it is a reference."""
    table = np.array(found, dtype=np.int32).reshape(-1, 4)
    return [table[:, 0], table[:, 1], table[:, 2], table[:, 3].astype(np.bool_)]


def spans(bounds: np.ndarray) -> list[range]:
    return [range(start, end) for start, end in pairwise(bounds)]


@given(mentions)
def test_sightings_are_the_sentences_that_name_an_actor(found: Found) -> None:
    sightings = find_sightings(*columns(found), ACTORS)
    by_hand = Counter((actor, article, sentence) for article, sentence, actor, _ in found)
    referred = Counter(
        (actor, article, sentence) for article, sentence, actor, is_so in found if is_so
    )
    seen = [
        (actor, int(sightings.article[row]), int(sightings.sentence[row]))
        for actor, span in enumerate(spans(sightings.bounds))
        for row in span
    ]
    assert seen == sorted(by_hand)
    assert sightings.references.tolist() == [referred[one] for one in sorted(by_hand)]
    both = sightings.mentions + sightings.references
    assert both.tolist() == [by_hand[one] for one in sorted(by_hand)]


@given(mentions)
def test_rows_are_all_pairs_of_all_sentences(found: Found) -> None:
    rows = pair_up(find_sightings(*columns(found), ACTORS))
    made = [
        (int(rows.u[dyad]), int(rows.v[dyad]), int(rows.article[row]), int(rows.sentence[row]))
        for dyad, span in enumerate(spans(rows.bounds))
        for row in span
    ]
    assert made == sorted(pairs_by_hand(found))
    named = [one for one, is_named in zip(made, rows.named, strict=True) if is_named]
    assert named == sorted(pairs_by_hand(by_name(found)))
    assert all(len(span) for span in spans(rows.bounds))


def pairs_by_hand(found: Found) -> set[tuple[int, int, int, int]]:
    sentences: dict[tuple[int, int], set[int]] = {}
    for article, sentence, actor, _ in found:
        sentences.setdefault((article, sentence), set()).add(actor)
    return {
        (u, v, *place)
        for place, named in sentences.items()
        for u, v in combinations(sorted(named), 2)
    }


def by_name(found: Found) -> Found:
    return [one for one in found if not one[3]]


@given(mentions, days, outlets(), masks, st.booleans())
def test_sums_are_what_the_kept_rows_add_up_to(
    found: Found, day: list[int], outlet: list[int], kept: list[bool], references: bool
) -> None:
    rows = pair_up(find_sightings(*columns(found), ACTORS))
    sums = add_up(
        rows,
        np.array(kept),
        np.array(day, dtype=np.int32),
        np.array(outlet, dtype=np.int32),
        references=references,
    )
    by_hand: dict[tuple[int, int], list[int]] = {}
    for u, v, article, _ in sorted(pairs_by_hand(found if references else by_name(found))):
        if kept[article]:
            by_hand.setdefault((u, v), []).append(article)
    dyads = [(int(rows.u[dyad]), int(rows.v[dyad])) for dyad in sums.group]
    assert dyads == sorted(by_hand)
    for place, dyad in enumerate(dyads):
        behind = by_hand[dyad]
        dated = [day[article] for article in behind if day[article] != NO_DAY]
        known = {outlet[article] for article in behind} - {NO_OUTLET}
        assert sums.sentences[place] == len(behind)
        assert sums.articles[place] == len(set(behind))
        assert sums.outlets[place] == len(known)
        assert sums.first_day[place] == min(dated, default=NO_DAY)
        assert sums.last_day[place] == max(dated, default=NO_DAY)


def rows_of(bounds: Sequence[int], article: Sequence[int]) -> Rows:
    """Rows of which only bounds and articles matter."""
    dyads, none = np.arange(len(bounds) - 1), np.zeros(len(article))
    return Rows(dyads, dyads, np.array(bounds), np.array(article), none, none == 0)


@given(mentions, masks, st.booleans())
def test_actors_add_up_their_mentions(found: Found, kept: list[bool], references: bool) -> None:
    nothing = np.zeros(ARTICLES, dtype=np.int32)
    sightings = find_sightings(*columns(found), ACTORS)
    sums = add_up(sightings, np.array(kept), nothing, nothing, references=references)
    counted = [one for one in (found if references else by_name(found)) if kept[one[0]]]
    by_hand = Counter(actor for _, _, actor, _ in counted)
    assert sums.group.tolist() == sorted(by_hand)
    assert sums.mentions.tolist() == [by_hand[actor] for actor in sorted(by_hand)]
    sentences = Counter(actor for _, _, actor in {one[:3] for one in counted})
    assert sums.sentences.tolist() == [sentences[actor] for actor in sorted(by_hand)]


def test_a_narrow_selection_of_many_rows_counts_the_same() -> None:
    """Few of many rows are counted another way than most of them."""
    article = np.arange(1000, dtype=np.int32) % 100
    article.sort()
    bounds = np.array([0, 0, 15, 400, 1000], dtype=np.int64)
    day = np.full(100, 738_000, dtype=np.int32)
    outlet = np.zeros(100, dtype=np.int32)
    for last in (1, 2, 50, 99, 100):
        kept = np.arange(100) < last
        sums = add_up(rows_of(bounds, article), kept, day, outlet)
        by_hand = [int(kept[article[a:b]].sum()) for a, b in pairwise(bounds)]
        assert sums.group.tolist() == [group for group, count in enumerate(by_hand) if count]
        assert sums.sentences.tolist() == [count for count in by_hand if count]


def test_only_keeps_what_is_marked() -> None:
    sums = add_up(
        rows_of([0, 1, 3], [0, 0, 1]),
        np.array([True, True]),
        np.array([5, NO_DAY], dtype=np.int32),
        np.array([0, NO_OUTLET], dtype=np.int32),
    )
    only = sums.only(sums.sentences > 1)
    assert [column.tolist() for column in (only.group, only.sentences, only.articles)] == [
        [1],
        [2],
        [2],
    ]
    assert (only.outlets.tolist(), only.first_day.tolist(), only.last_day.tolist()) == (
        [1],
        [5],
        [5],
    )
