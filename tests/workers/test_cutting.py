"""Articles cut into parts: none lost, none twice, and nobody waits long for the last."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from relmap.workers.cutting import cut

COUNTS = st.integers(0, 5000)
SEVERAL = st.integers(2, 40)


@given(COUNTS, st.integers(1, 600), st.integers(1, 40))
def test_every_article_is_in_one_part_and_in_order(count: int, most: int, workers: int) -> None:
    parts = list(cut(range(count), most, workers))
    assert [article for part in parts for article in part] == list(range(count))
    assert all(0 < len(part) <= most for part in parts)


@given(COUNTS, SEVERAL)
def test_parts_become_smaller_down_to_what_is_read_at_once(count: int, workers: int) -> None:
    sizes = [len(part) for part in cut(range(count), 512, workers)]
    assert sizes == sorted(sizes, reverse=True)
    assert all(size % 16 == 0 for size in sizes[:-1])
    assert all(size <= 16 for size in sizes[-1:])


def test_one_worker_gets_whole_parts() -> None:
    assert [len(part) for part in cut(range(1200), 512, 1)] == [512, 512, 176]


def test_a_large_corpus_is_cut_into_few_small_parts() -> None:
    sizes = [len(part) for part in cut(range(100_000), 512, 2)]
    assert sizes.count(512) > 180
    assert len(sizes) < 220


def time_waited(parts: list[list[float]], workers: int) -> float:
    """How long workers wait for the last, where each takes the next part once it is done."""
    busy = [0.0] * workers
    for part in parts:
        busy[busy.index(min(busy))] += sum(part)
    return sum(max(busy) - each for each in busy)


@given(st.integers(0, 2**32), SEVERAL)
def test_nobody_waits_longer_than_one_of_the_last_parts_takes(seed: int, workers: int) -> None:
    chance = Random(seed)
    articles = [chance.lognormvariate(0, 0.5) for _ in range(chance.randint(500, 3000))]
    parts = list(cut(articles, 512, workers))
    longest = max(map(sum, parts[-workers:]))
    assert time_waited(parts, workers) <= (workers - 1) * longest * 1.5


@given(COUNTS, st.integers(1, 600), st.integers(-3, 0))
def test_fewer_than_one_worker_are_one(count: int, most: int, workers: int) -> None:
    assert list(cut(range(count), most, workers)) == list(cut(range(count), most, 1))
