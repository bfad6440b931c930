"""relmap.stories.details: names and numbers among the words."""

from __future__ import annotations

import pytest

from relmap.stories.details import details


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The chief of Acme, Ann Lee, spoke. He left.", {"acme", "ann", "lee"}),
        ("Talks went on.\n\nMinisters left for\nMinsk", {"minsk"}),
        ("Minsk waits. “We agree,” they said in Minsk", {"minsk"}),
        ("“We agree,” said Мария Иванова", {"мария", "иванова"}),
        ("В Москве Иванов сказал", {"москве", "иванов"}),
        ("It is by Éva and ｗｉｄｅ Ｐｅｎ", {"éva", "pen"}),
        ("总理在2023年访问了北京", set()),
        ("قال الوزير 15 مرة", set()),
        ("", set()),
    ],
)
def test_names_are_known_by_capitals_inside_sentences(text: str, names: set[str]) -> None:
    assert details(text).names == names


def test_names_are_written_as_the_words_are() -> None:
    read = details("Then Straße and CAFÉ, but Istan\xadbul in 2023")
    assert read.words == ["then", "strasse", "and", "café", "but", "istanbul", "in", "2023"]
    assert read.names == {"strasse", "café", "istanbul"}


def test_a_text_has_capitals_unless_they_are_a_few_among_many_words() -> None:
    assert details("It rained all day. So did it on Monday.").has_capitals
    assert not details("it rained all day.").has_capitals
    assert not details("कल दिन भर बारिश हुई। " * 40 + "BBC").has_capitals
    assert not details("").has_capitals


def test_what_begins_a_sentence_may_be_a_name_if_it_is_never_written_small() -> None:
    read = details("Kane scored. The guests were the better side. Élan of Ｒｉｇａ waits")
    assert read.capitals == {"kane", "élan", "riga"}
