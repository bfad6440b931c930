"""Exports of Factiva, with and without labels, fall into their articles, or into none."""

from __future__ import annotations

from datetime import date

import pytest

from relmap.corpus import press
from relmap.corpus.press.clippings import NO_FIELDS, NO_TEXT, NOT_SPLIT

LABELLED = """SE\tWorld News
HD\tEnvoys of Arland and Borland
meet in Samar
BY\tBy Jane Doe
WC\t512 words
PD\t5 July 2023
ET\t14:30
SN\tSamar News Service
SC\tSNS
LA\tEnglish
CY\tCopyright Samar News Service 2023. All rights reserved.

LP\t
SAMAR, July 5 (SNS) - The envoy of Arland, Ann Poe, met Karl Roe of Borland.

TD\t
They spoke of the border for two hours.
IN the end both signed.

CO\tarlnd : Arland Oil
IN\ti1 : Energy
NS\tgdip : International Relations
RE\tarl : Arland
PUB\tSamar News Ltd.
AN\tDocument SNS0000020230705ej75002xy
"""
PLAIN = """World News
Envoys of Arland and Borland meet in Samar
By Jane Doe and Jo Bloggs
1,512 words
5 July 2023
14:30
Samar News Service
SNS
4
English
Copyright Samar News Service 2023. All rights reserved.

The envoy of Arland, Ann Poe, met Karl Roe of Borland.

They spoke of the border for two hours.

Document SNS0000020230705ej75002xy

Borland’s minister resigns
88 words
6 July 2023
Borland Today
BORTOD
English
(c) 2023 Borland Today
Karl Roe has resigned.
Document BORTOD0020230706ej76000aa

Search Summary
Text\tArland and Borland
Date\tAll Dates
© 2023 Factiva, Inc. All rights reserved.
"""


def split(text: str) -> press.Export:
    export = press.split(text)
    assert export is not None
    return export


@pytest.mark.parametrize("gap", ["\t", "\n", "    "])
def test_labels_tell_the_fields(gap: str) -> None:
    text = LABELLED.replace("\t", gap)
    export = split(text + text.replace("Envoys", "Ministers").replace("75002", "75003"))
    first, second = export.clippings
    assert export.notice == first.notice == ""
    assert first.title == "Envoys of Arland and Borland meet in Samar"
    assert second.title == "Ministers of Arland and Borland meet in Samar"
    assert (first.outlet, first.day) == ("Samar News Service", date(2023, 7, 5))
    assert first.text == (
        "SAMAR, July 5 (SNS) - The envoy of Arland, Ann Poe, met Karl Roe of Borland.\n\n"
        "They spoke of the border for two hours.\nIN the end both signed."
    )


def test_a_label_inside_a_story_is_part_of_it() -> None:
    (clipping,) = split(
        LABELLED.replace("for two hours.", "for two hours.\nPD\n1 May 1999")
    ).clippings
    assert clipping.day == date(2023, 7, 5)
    assert "for two hours.\nPD\n1 May 1999\nIN the end" in clipping.text


def test_the_order_of_the_lines_tells_the_fields_where_there_are_no_labels() -> None:
    export = split(PLAIN)
    first, second = export.clippings
    assert export.notice == first.notice == second.notice == ""
    assert first.title == "Envoys of Arland and Borland meet in Samar"
    assert (first.outlet, first.day) == ("Samar News Service", date(2023, 7, 5))
    assert first.text == (
        "The envoy of Arland, Ann Poe, met Karl Roe of Borland.\n\n"
        "They spoke of the border for two hours."
    )
    assert (second.title, second.outlet, second.day) == (
        "Borland’s minister resigns",
        "Borland Today",
        date(2023, 7, 6),
    )
    assert second.text == "Karl Roe has resigned."


def test_a_title_that_could_be_one_of_two_lines_is_left_in_the_text() -> None:
    text = PLAIN.replace("World News\n", "What the two states want now\n").replace("By J", "J")
    first = split(text).clippings[0]
    assert first.title is None
    assert first.text.startswith("What the two states want now\nEnvoys of Arland")


def test_fields_that_are_not_understood_are_said_and_everything_is_kept() -> None:
    first, second = split(PLAIN.replace("English\n(c)", "(c)")).clippings
    assert first.title
    assert (second.title, second.notice) == (None, NO_FIELDS)
    assert "Karl Roe has resigned." in second.text


def test_an_item_without_text_is_said() -> None:
    text = PLAIN.replace("Karl Roe has resigned.\n", "")
    assert [clipping.notice for clipping in split(text).clippings] == ["", NO_TEXT]


def test_a_missing_end_is_never_guessed() -> None:
    text = PLAIN.replace("Document SNS0000020230705ej75002xy\n", "")
    assert split(text) == press.Export(notice=NOT_SPLIT)
    twice = LABELLED.replace("AN\tDocument SNS0000020230705ej75002xy\n", "") + LABELLED
    assert split(twice) == press.Export(notice=NOT_SPLIT)
    cut_off = PLAIN[: PLAIN.index("Document BORTOD")]
    assert split(cut_off) == press.Export(notice=NOT_SPLIT)


def test_text_behind_the_last_article_is_said() -> None:
    text = PLAIN.replace("Search Summary", "A note of mine")
    assert "behind the last article" in split(text).notice


@pytest.mark.parametrize(
    "text",
    [
        "Document SNS0000020230705ej75002xy\n\nis the number of a file that a clerk leaked.",
        "512 words\n5 July 2023\nThe diary begins here.",
        "HD\nIN\nRE\n",
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    assert press.split(text) is None


def test_labels_before_one_space_are_labels_where_their_fields_are_right() -> None:
    text = LABELLED.replace("LP\t\n", "LP ").replace("TD\t\n", "TD ").replace("\t", " ")
    text = text.replace("both signed.", "both signed.\nCO operation goes on.\nHD is a format.\n"
                                        "AN end came.")  # fmt: skip
    (clipping,) = split(text).clippings
    assert clipping.title == "Envoys of Arland and Borland meet in Samar"
    assert (clipping.outlet, clipping.day) == ("Samar News Service", date(2023, 7, 5))
    assert clipping.text.startswith("SAMAR, July 5")
    assert clipping.text.endswith("CO operation goes on.\nHD is a format.\nAN end came.")
    assert "i1 : Energy" not in clipping.text
    assert split(text * 2).clippings == (clipping, clipping)
    assert press.split(text.replace("WC 512 words", "WC none")) is None
