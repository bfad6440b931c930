"""Text exports of LexisNexis fall into their articles, or into none."""

from __future__ import annotations

from datetime import date

from relmap.corpus import press
from relmap.corpus.press.clippings import NO_FIELDS, NOT_SPLIT

EXPORT = """


Download Request: Selected Items: 1-2
Time Of Request: Friday, July 07, 2023  16:51:31

Terms: (Arland and Borland)


                               1 of 2 DOCUMENTS


                              The Samar Herald (Samar)

                             July 5, 2023 Wednesday
                                   Edition 1;
                                    National

Envoys of Arland and Borland meet in
Samar

BYLINE: Jane Doe

SECTION: NEWS; Pg. 6

LENGTH: 1,677 words

DATELINE: SAMAR

The envoy of Arland, Ann Poe, met Karl Roe of Borland on Tuesday, and spoke
with him of the border.

SAMAR: a city of two million.

GRAPHIC: Ann Poe and Karl Roe

LOAD-DATE: July 6, 2023

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                    Copyright 2023 SAMAR HERALD LTD
                              All Rights Reserved

                               2 of 2 DOCUMENTS


                    Copyright 2023 Borland Today
                              All Rights Reserved

                                 Borland Today

                                  5 July 2023

Borland's minister resigns

LENGTH: 88 words

Karl Roe has resigned.

LANGUAGE: ENGLISH
"""


def split(text: str) -> press.Export:
    export = press.split(text)
    assert export is not None
    return export


def test_each_article_has_its_title_outlet_day_and_story() -> None:
    first, second = split(EXPORT).clippings
    assert first.title == "Envoys of Arland and Borland meet in Samar"
    assert first.outlet == "The Samar Herald (Samar)"
    assert first.day == second.day == date(2023, 7, 5)
    assert first.text == (
        "The envoy of Arland, Ann Poe, met Karl Roe of Borland on Tuesday, and spoke\n"
        "with him of the border.\n\nSAMAR: a city of two million."
    )
    assert (second.title, second.outlet) == ("Borland's minister resigns", "Borland Today")
    assert second.text == "Karl Roe has resigned."
    assert first.notice == second.notice == ""


def test_a_file_may_begin_at_any_number() -> None:
    text = EXPORT.replace("1 of 2 DOC", "501 of 900 DOC").replace("2 of 2 DOC", "502 of 900 DOC")
    assert len(split(text).clippings) == 2


def test_numbers_that_do_not_follow_each_other_are_not_trusted() -> None:
    assert split(EXPORT.replace("2 of 2", "3 of 2")) == press.Export(notice=NOT_SPLIT)
    assert split(EXPORT.replace("2 of 2", "2 of 3")) == press.Export(notice=NOT_SPLIT)
    twice = EXPORT.replace("2 of 2 DOCUMENTS", "")
    assert split(twice) == press.Export(notice=NOT_SPLIT)


def test_fields_that_are_not_understood_are_said_and_everything_is_kept() -> None:
    first, second = split(EXPORT.replace("LENGTH: 88 words", "")).clippings
    assert first.title
    assert (second.notice, second.title) == (NO_FIELDS, None)
    assert "Borland's minister resigns" in second.text
    assert "Karl Roe has resigned." in second.text


def test_german_exports_are_said_and_not_split() -> None:
    text = "\n\n".join(f"Dokument {n} von 2\n\nHamburger Blatt\n\nEin Text" for n in (1, 2))
    assert split(text) == press.Export(notice=NOT_SPLIT)


def test_fields_of_one_line_are_no_story_wherever_they_stand() -> None:
    """ "DATELINE: BERLIN" behind a short item, or without a blank line before the story."""
    text = """1 of 2 DOCUMENTS

Daily Post

May 7, 2023

Roe meets Poe

LENGTH: 20 words

Karl Roe met Ann Poe.

DATELINE: SAMAR

He left on Sunday.

BYLINE: Jane Doe

LOAD-DATE: May 8, 2023

2 of 2 DOCUMENTS

Daily Post

May 7, 2023

Roe meets Poe again

BYLINE: Jane Doe
LENGTH: 20 words
DATELINE: SAMAR
Karl Roe met Ann Poe.
He left.
"""
    export = split(text)
    assert [(clip.title, clip.text, clip.notice) for clip in export.clippings] == [
        ("Roe meets Poe", "Karl Roe met Ann Poe.\n\nHe left on Sunday.", ""),
        ("Roe meets Poe again", "Karl Roe met Ann Poe.\nHe left.", ""),
    ]
