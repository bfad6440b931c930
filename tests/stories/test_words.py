"""relmap.stories.words: what a copy leaves alone."""

from __future__ import annotations

import pytest

from relmap.stories.words import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. said: “no”.", ["the", "u", "s", "said", "no"]),
        ("It's Tuesday – again", ["it", "s", "tuesday", "again"]),
        ("It’s TUESDAY - again", ["it", "s", "tuesday", "again"]),
        ("snake_case", ["snake", "case"]),
        ("Cafe\u0301 Café ｗｉｄｅ", ["café", "café", "wide"]),
        ("co\xadoperate", ["cooperate"]),
        ("हिन्दी में समाचार।", ["हिन्दी", "में", "समाचार"]),
        ("قال الرَّئيس", ["قال", "الرَّئيس"]),
        ("می‌خواهم", ["می‌خواهم"]),
        ("대통령은 오늘", ["대통령은", "오늘"]),
        ("", []),
        (" …—! ", []),
    ],
)
def test_words_are_small_and_bare(text: str, words: list[str]) -> None:
    assert split_words(text) == words


def test_chinese_is_read_by_three_characters() -> None:
    assert split_words("国务院总理，李强") == ["国务院", "务院总", "院总理", "李强"]


def test_thai_is_read_by_eight_characters() -> None:
    run = "นายกรัฐมนตรี"
    assert split_words(run) == [run[at : at + 8] for at in range(len(run) - 7)]


def test_latin_letters_inside_chinese_stay_whole() -> None:
    assert split_words("购买iPhone手机吧") == ["购买", "iphone", "手机吧"]


def test_plain_and_other_texts_are_cut_alike() -> None:
    plain = "Talks in Minsk, on 5 July 2023, ended without a result_at all."
    assert split_words(f"{plain} ü") == [*split_words(plain), "ü"]
