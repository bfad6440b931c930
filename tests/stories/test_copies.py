"""relmap.stories.copies: what is a copy, told from two texts."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from relmap.stories.copies import are_copies, profile
from relmap.stories.shingles import is_sampled, sampled_as, shingles

NONE = np.zeros(0, np.uint32)


def copies(one: str, other: str, phrases=NONE) -> bool:
    first, second = profile(one, phrases), profile(other, phrases)
    told = are_copies(first, second)
    assert are_copies(second, first) == told
    return told


def sampled(text: str):
    every = shingles(text)
    return np.unique(sampled_as(every[is_sampled(every)]))


def test_a_word_changed_in_every_third_sentence_is_a_copy(press) -> None:
    article = press.article(1)
    assert copies(press.text(article), press.text(press.changed(article, 7)))


@pytest.mark.parametrize("kept", [4, 8, 16])
def test_a_text_cut_short_is_a_copy(press, kept: int) -> None:
    article = press.article(1)
    assert copies(press.text(article), press.text(article[:kept]))


def test_a_header_and_a_footer_do_not_hide_a_copy(press) -> None:
    article = press.article(1)
    framed = [*press.article(2, 3), *press.changed(article[:14], 3), *press.article(3, 5)]
    assert copies(press.text(article), press.text(framed))


def test_sentences_put_in_and_left_out_do_not_hide_a_copy(press) -> None:
    article, other = press.article(1), press.article(2)
    edited = [*article[:8], other[0], *article[10:18], other[1], *article[18:]]
    assert copies(press.text(article), press.text(edited))


def test_a_paragraph_in_common_is_not_a_copy(press) -> None:
    one, other = press.article(1), press.article(2)
    assert not copies(press.text(one), press.text([*other[:10], *one[:6], *other[10:]]))


def test_four_tenths_of_the_shorter_make_a_copy(press) -> None:
    article, other = press.article(1, 20), press.article(2, 20)
    assert copies(press.text(article), press.text([*article[:10], *other[:10]]))
    assert not copies(press.text(article), press.text([*article[:7], *other[:13]]))


def test_the_same_phrases_in_another_order_are_not_a_copy(press) -> None:
    article = press.article(1, 40)
    shuffled = [article[place * 7 % 40] for place in range(40)]
    # Sentences of fifteen words hold twelve shingles; those of ten words, seven.
    short = [" ".join(sentence.split()[:10]) for sentence in shuffled]
    assert not copies(press.text([" ".join(s.split()[:10]) for s in article]), press.text(short))


def test_a_footer_that_two_short_texts_share_is_not_a_copy(press) -> None:
    footer = press.article(9, 7)
    one, other = [*press.article(1, 6), *footer], [*press.article(2, 6), *footer]
    assert not copies(press.text(one), press.text(other))


@pytest.mark.parametrize("own", [2, 4, 6])
def test_releases_above_what_their_company_always_says_are_not_copies(press, own: int) -> None:
    about = press.article(9, 8)
    one, other = [*press.article(1, own), *about], [*press.article(2, own), *about]
    assert not copies(press.text(one), press.text(other))
    assert copies(press.text(one), press.text(press.changed(one, 5)))


def test_a_sentence_above_what_a_paper_says_of_its_subscriptions_is_no_copy(press) -> None:
    notice = press.article(9, 3)
    one, other = [*press.article(1, 1), *notice], [*press.article(2, 1), *notice]
    assert not copies(press.text(one), press.text(other))
    assert copies(press.text(one), press.text([*one[:1], *notice[:2]]))


def test_another_header_above_the_same_story_does_not_hide_a_copy(press) -> None:
    article = press.article(1)
    one, other = [*press.article(2, 2), *article], [*press.article(3, 3), *article]
    assert copies(press.text(one), press.text(other))
    # Cut short, it does not run to its end in both.
    assert copies(press.text(one), press.text([*press.article(3, 3), *article[:12]]))


@pytest.mark.parametrize("different", [5, 12, 40])
@pytest.mark.parametrize("kept", [54, 40, 30])
def test_a_text_that_repeats_itself_can_be_cut_short(press, different: int, kept: int) -> None:
    chance = Random(different)
    pool = press.article(7, different)
    lines = [chance.choice(pool) for _ in range(60)]
    assert copies("\n".join(lines), "\n".join(lines[:kept]))
    assert copies("\n".join(lines), "\n".join([*press.article(8, 2), *lines[:kept]]))


def test_a_brief_inside_a_digest_is_not_a_copy_but_one_at_its_head_is(press) -> None:
    briefs = [press.article(number, 6) for number in range(12)]
    digest = press.text([sentence for brief in briefs for sentence in brief])
    assert copies(press.text(briefs[0]), digest)
    assert not copies(press.text(briefs[6]), digest)


def test_phrases_count_for_nothing(press) -> None:
    header, one, other = press.article(9, 12), press.article(1, 12), press.article(2, 12)
    first, second = press.text([*header, *one]), press.text([*header, *other])
    assert copies(first, second)
    assert not copies(first, second, sampled(press.text(header)))


def test_phrases_do_not_hide_what_is_copied_beside_them(press) -> None:
    footer, article = press.article(9, 12), press.article(1, 12)
    phrases = sampled(press.text(footer))
    assert copies(press.text([*article, *footer]), press.text(press.changed(article, 2)), phrases)


def test_a_header_is_not_a_copy_where_phrases_leave_nearly_nothing_else(press) -> None:
    header, footer = press.article(8, 3), press.article(9, 12)
    one = press.text([*header, *press.article(1, 1), *footer])
    other = press.text([*header, *press.article(2, 10)])
    assert not copies(one, other, sampled(press.text(footer)))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Talks resume in Minsk", "TALKS RESUME IN MINSK!", True),
        ("Talks resume in Minsk", "Talks resume in Minsk today", False),
        ("Talks resume", "Talks resume", True),
        ("Talks resume", "Talks fail", False),
        ("", "", True),
        ("", "Talks resume in Minsk after a year", False),
        ("—", "…", True),
    ],
)
def test_short_texts_are_copies_if_their_words_are_the_same(
    one: str, other: str, told: bool
) -> None:
    assert copies(one, other) == told


def test_a_brief_of_thirty_shingles_can_be_a_copy_and_a_shorter_one_cannot(press) -> None:
    article = press.article(1)
    words = press.text(article).split()
    assert copies(" ".join(words), " ".join(words[:33]))
    assert not copies(" ".join(words), " ".join(words[:32]))
