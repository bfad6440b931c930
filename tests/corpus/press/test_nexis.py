"""Exports of Nexis Uni fall into their articles, or into none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import press
from relmap.corpus.press.clippings import NO_BODY, NO_FIELDS, NO_TEXT, NOT_SPLIT

COVER = """Date and Time: Thursday, July 6, 2023 10:15:00 AM GMT
Job Number: 201234567
Documents (2)
1. Envoys of Arland and Borland meet in Samar
Client/Matter: -None-
Search Terms: Arland and Borland
Search Type: Terms and Connectors
Narrowed by:
Content Type
Narrowed by
News
Timeline: Jan 01, 2023 to Jul 05, 2023
2. Borland’s minister resigns
Client/Matter: -None-
Search Terms: Arland and Borland
Search Type: Terms and Connectors
"""
FIRST = """Envoys of Arland and Borland meet in Samar
The Samar Herald (Late City)
July 5, 2023 Wednesday
Late Edition - Final
Copyright 2023 Samar Herald Ltd. All Rights Reserved
Section: NEWS; Pg. 4
Length:\xa0512 words
Byline: Jane Doe in Samar
Dateline: SAMAR
Body

The envoy of Arland, Ann Poe, met Karl Roe of Borland on Tuesday.

Body
They spoke of the border for two hours.
Graphic

Ann Poe, left, with Karl Roe. Photo: Jo Bloggs
Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: BORDERS (90%)
Load-Date: July 6, 2023

End of Document
"""
SECOND = """Borland’s minister resigns
Borland Today
5 July 2023 Wednesday 9:14 AM GMT
Copyright 2023 Borland Today
All Rights Reserved
Length: 88 words
Body
Karl Roe has resigned, his office said.
Load-Date: July 5, 2023
End of Document
"""


def split(text: str) -> press.Export:
    export = press.split(text)
    assert export is not None
    return export


@pytest.mark.parametrize("cover", ["", COVER])
def test_each_article_has_its_title_outlet_day_and_story(cover: str) -> None:
    export = split(cover + FIRST + SECOND)
    first, second = export.clippings
    assert export.notice == first.notice == second.notice == ""
    assert first.title == "Envoys of Arland and Borland meet in Samar"
    assert first.outlet == "The Samar Herald (Late City)"
    assert first.day == second.day == date(2023, 7, 5)
    assert first.text == (
        "The envoy of Arland, Ann Poe, met Karl Roe of Borland on Tuesday.\n\nBody\n"
        "They spoke of the border for two hours."
    )
    assert (second.title, second.outlet) == ("Borland’s minister resigns", "Borland Today")
    assert second.text == "Karl Roe has resigned, his office said."


def test_a_list_whose_titles_are_below_their_numbers_is_left_out_too() -> None:
    cover = COVER.replace("1. ", "1.\n").replace("2. ", "2.\n")
    assert [c.title for c in split(cover + FIRST + SECOND).clippings] == [
        "Envoys of Arland and Borland meet in Samar",
        "Borland’s minister resigns",
    ]


def test_a_cover_that_lists_other_titles_is_left_out_by_the_line_with_the_day() -> None:
    cover = COVER.replace("1. Envoys of Arland and Borland meet in Samar", "1. Envoys of Arl…")
    assert split(cover + FIRST + SECOND).clippings[0].title == FIRST.splitlines()[0]


def test_missing_documents_are_said() -> None:
    export = split(COVER.replace("(2)", "(3)") + FIRST + SECOND)
    assert len(export.clippings) == 2
    assert export.notice.startswith("the cover of this export lists 3 documents and 2 were found")


def test_a_subtitle_stays_in_the_article() -> None:
    text = FIRST.replace("\nThe Samar", "\nA first step after years\nThe Samar")
    (clipping,) = split(text).clippings
    assert clipping.title == "Envoys of Arland and Borland meet in Samar"
    assert clipping.outlet == "The Samar Herald (Late City)"
    assert clipping.text.startswith("A first step after years\n\nThe envoy of Arland")


def test_a_day_in_another_language_is_said_and_not_guessed() -> None:
    (clipping,) = split(SECOND.replace("5 July 2023 Wednesday", "Mittwoch 5. Juli 2023")).clippings
    assert (clipping.outlet, clipping.day) == ("Borland Today", None)
    assert clipping.notice.startswith('the date "Mittwoch 5. Juli 2023 9:14 AM GMT" was not')


def test_the_day_is_never_the_one_on_which_the_database_took_it_in() -> None:
    (clipping,) = split(SECOND.replace("5 July 2023 Wednesday 9:14 AM GMT", "Summer")).clippings
    assert clipping.day is None


def test_fields_that_are_not_understood_are_said_and_everything_is_kept() -> None:
    odd = "A thing without any head\nBody\nText of it.\nLoad-Date: July 5, 2023\nEnd of Document\n"
    export = split(odd + SECOND)
    first, second = export.clippings
    assert (first.notice, first.title, first.outlet) == (NO_FIELDS, None, None)
    assert "A thing without any head" in first.text
    assert "Text of it." in first.text
    assert second.title == "Borland’s minister resigns"


def test_a_picture_without_text_is_said() -> None:
    text = SECOND.replace("Karl Roe has resigned, his office said.\n", "")
    assert [clipping.notice for clipping in split(FIRST + text).clippings] == ["", NO_TEXT]


def test_a_missing_end_is_never_guessed() -> None:
    export = split(FIRST.replace("End of Document\n", "") + SECOND)
    assert export == press.Export(notice=NOT_SPLIT)


def test_an_article_cut_off_at_the_end_still_counts() -> None:
    export = split(FIRST + SECOND.removesuffix("End of Document\n"))
    assert [clipping.outlet for clipping in export.clippings][-1] == "Borland Today"


def test_text_behind_the_last_article_is_said() -> None:
    export = split(FIRST + "Something else.")
    assert "15 characters" in export.notice


@pytest.mark.parametrize(
    "text",
    [
        "The end of document retention\n\nEnd of Document\n\nA lawyer said so.",
        "Body\nThe body of a spy was found.\n",
        "Load-Date: July 5, 2023 stood on the crate.",
        "",
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    assert press.split(text) is None


def test_an_export_whose_lines_are_glued_says_so() -> None:
    glued = (SECOND * 2).replace("\nEnd of Document", " End of Document")
    glued = glued.replace("\nBody", " Body").replace("\nLoad-Date", " Load-Date")
    assert split(glued) == press.Export(notice=NOT_SPLIT)


def test_an_article_without_the_line_above_its_story_is_read_and_says_so() -> None:
    export = split(FIRST + SECOND.replace("Body\n", ""))
    second = export.clippings[1]
    assert second.text == "Karl Roe has resigned, his office said."
    assert (second.title, second.outlet) == ("Borland’s minister resigns", "Borland Today")
    assert (second.day, second.notice) == (date(2023, 7, 5), NO_BODY)


def test_a_subhead_graphic_does_not_cut_off_the_story_behind_it() -> None:
    more = "The second part of the story is a long one, about Karl Roe and the border of Arland."
    (clipping,) = split(SECOND.replace("Load-Date", f"Graphic\n{more}\nLoad-Date")).clippings
    assert clipping.text == f"Karl Roe has resigned, his office said.\nGraphic\n{more}"


def test_an_export_of_proquest_says_that_it_is_not_taken_apart() -> None:
    text = "Report Information\n\nDocument 1 of 2\n\nA title\n\nDocument 2 of 2\n\nMore\n"
    assert split(text) == press.Export(notice=NOT_SPLIT)


@given(st.lists(st.sampled_from((COVER + FIRST + SECOND).splitlines()), max_size=40))
def test_lines_in_any_order_never_lose_a_story_silently(lines: list[str]) -> None:
    text = "\n".join(lines)
    export = press.split(text)
    if export is None or not export.clippings:
        return
    for clipping in export.clippings:
        assert clipping.text or clipping.notice
        assert all(part in text for part in clipping.text.split("\n\n"))
