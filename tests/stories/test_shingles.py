"""relmap.stories.shingles: the numbers that stand for four words, and the sample of them."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from relmap.stories import sketch
from relmap.stories.shingles import is_sampled, sampled_as, shingles

WORDS = st.lists(st.sampled_from(["war", "peace", "and", "talks", "on", "grain"]), max_size=40)


@given(WORDS, WORDS)
def test_two_shingles_are_one_exactly_if_their_words_are(one: list[str], other: list[str]) -> None:
    def grams(words: list[str]) -> list[tuple[str, ...]]:
        return [tuple(words[at : at + 4]) for at in range(max(min(1, len(words)), len(words) - 3))]

    numbers = [*shingles(" ".join(one)).tolist(), *shingles(" ".join(other)).tolist()]
    told = [*grams(one), *grams(other)]
    assert len(numbers) == len(told)
    assert len(set(numbers)) == len(set(told))
    assert len(set(zip(numbers, told, strict=True))) == len(set(told))


@given(WORDS)
def test_a_sketch_is_the_sampled_shingles_each_once(words: list[str]) -> None:
    every = shingles(" ".join(words))
    sampled = set(sampled_as(every[is_sampled(every)]).tolist())
    found = sketch(" ".join(words))
    assert found.dtype == np.uint32
    assert found.tolist() == sorted(set(found.tolist()))
    if sampled:
        assert set(found.tolist()) == sampled
    else:
        assert len(found) == min(1, len(words))


def test_about_one_in_eight_is_sampled() -> None:
    text = " ".join(f"word{number}" for number in range(20_000))
    assert 2300 < len(sketch(text)) < 2700


def test_texts_without_words_have_empty_sketches() -> None:
    assert [len(sketch(text)) for text in ("", "\n\n", "—…!")] == [0, 0, 0]


def test_what_a_shingle_says_is_the_same_in_every_text(press) -> None:
    article = press.article(1)
    whole, part = sketch(press.text(article)), sketch(press.text(article[3:9]))
    assert set(part.tolist()) <= set(whole.tolist())


def test_a_sketch_is_the_same_in_every_process(press) -> None:
    code = "import sys; from relmap.stories import sketch; print(sketch(sys.argv[1]).tolist())"
    text = press.text(press.article(5))
    done = subprocess.run(
        [sys.executable, "-c", code, text], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(sketch(text).tolist())


def test_words_that_cannot_be_stored_are_read_as_well() -> None:
    assert len(shingles("one two \ud800three four five")) == 2
