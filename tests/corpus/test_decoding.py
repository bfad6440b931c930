"""Bytes become the text that was meant, or an error that says why not."""

from __future__ import annotations

import pytest

from relmap.corpus.decoding import SAMPLE, clean, decode
from relmap.errors import InputError

ENGLISH = "Russia’s Putin met Xi.\nThey agreed — at last."
WESTERN = "President Erdogan met Gül in Zürich; São Paulo’s café – “open”."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (WESTERN, "cp1252"),
        ("El Niño llegó a São Tomé.", "latin-1"),
        ("Президент России встретился с президентом Китая в Москве. " * 5, "cp1251"),
        ("中国国家主席在北京会见了俄罗斯总统。" * 10, "gb18030"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_an_encoding_that_nothing_proves_is_said() -> None:
    assert decode(WESTERN.encode("cp1252")).notice == (
        "this is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8"
    )
    for proven in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        assert decode(WESTERN.encode(proven)).notice == ""


def test_an_old_byte_behind_the_sample_is_still_understood() -> None:
    decoded = decode(b"word " * (SAMPLE // 5 + 1) + b"caf\xe9")
    assert decoded.text.endswith("café")
    assert decoded.notice == "1 byte is not UTF-8 and read as Windows-1252; save the file as UTF-8"


def test_one_stray_control_character_does_not_cost_a_long_text() -> None:
    text = "word " * 200 + "\x08\x00."
    assert decode(text.encode()).text == "word " * 200 + "\x08\ufffd."
    with pytest.raises(InputError, match="control characters"):
        decode(b"word \x08\x00.")


def test_unstorable_characters_are_replaced_one_for_one() -> None:
    assert clean("a\ud800b\x00c") == "a\ufffdb\ufffdc"
