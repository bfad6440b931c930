"""Names read from right to left among others."""

from __future__ import annotations

from relmap.view.directions import isolate, unforced


def test_names_in_one_direction_stay_as_they_are() -> None:
    assert isolate("TASS (3)") == "TASS (3)"
    assert isolate("Минск – 北京") == "Минск – 北京"


def test_other_names_are_isolated() -> None:
    assert isolate("الجزيرة") == "\u2068الجزيرة\u2069"
    assert isolate("הארץ 24") == "\u2068הארץ 24\u2069"


def test_no_name_turns_the_words_behind_it() -> None:
    assert isolate("Dawn\u202egnp.exe") == "\u2068Dawngnp.exe\u2069"
    assert isolate("a\u2069\u2069b\u2067") == "\u2068ab\u2069"


def test_nothing_in_a_name_forces_a_direction() -> None:
    assert unforced("Dawn\u202egnp.exe") == "Dawngnp.exe"
    assert unforced("\u2068הארץ 24\u2069 – Минск") == "הארץ 24 – Минск"
