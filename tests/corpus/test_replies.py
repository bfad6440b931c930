"""Who wrote what a mail quotes is no story; what it quotes is not of its own day."""

from __future__ import annotations

from datetime import date

import pytest
from mail_scenes import STORY, read_mail


@pytest.mark.parametrize(
    "line",
    [
        "On Thu, 9 Mar 2023 at 17:10, Brig. Gen. John Doe <j@x.example> wrote:",
        "On Thu, 9 Mar 2023 at 17:10, Brig. Gen. John Doe wrote:",
        "Am 09.03.2023 um 17:10 Uhr schrieb Prof. Dr. Ann von der Lee <ann@x.example>:",
        "Prof. Ann Lee <ann@x.example> schrieb am 09.03.2023 um 17:10:",
        "On Thu, 9 Mar 2023 at 17:10, John Doe <j@x.example> said:",
        "чт, 9 мар. 2023 г. в 17:10, Herald <n@x.example>:",
        "чт, 9 мар. 2023 г. в 17:10, The Newsroom of the Herald <\nn@x.example>:",
        "Herald <n@x.example> 于2023年3月9日周四 17:10写道：",
        "2023年3月9日(木) 17:10 Herald <n@x.example>:",
        "\u202bבתאריך יום ה׳, 9 במרץ 2023 ב-17:10 מאת \u202aHerald\u202c <\u202an@x.example\u202c>:\u202c",
        "On Thu, Mar 9, 2023 at 5:10 PM Herald World Newsroom\n<a-list@lists.x.example>\nwrote:",
        "Am Donnerstag, dem 9. März\n2023 um 17:10 schrieb Bob <b@x.example>:",
    ],
)
def test_who_wrote_is_known_by_day_time_and_address(line: str) -> None:
    quoted = "> " + STORY.replace("\n", "\n> ")
    article, _ = read_mail(f"Please file.\n\n{line}\n\n{quoted}", subject="Re: Leaders")
    assert article.text == f"Please file.\n\n{STORY}"
    assert article.date is None
    article, _ = read_mail(f"France and Britain agree\n{line}\n{quoted}", subject="Re: Leaders")
    assert article.text == f"France and Britain agree\n\n{STORY}"


@pytest.mark.parametrize(
    "line",
    [
        "Zelenskyy wrote:",
        "In May he said to Macron:",
        "Questions to press@x.example by 17:10 on 9 March:",
    ],
)
def test_a_story_that_quotes_keeps_its_lines_and_its_day(line: str) -> None:
    article, _ = read_mail(f"{STORY}\n\n{line}\n> Yes.\n", subject="Talks")
    assert article.text == f"{STORY}\n\n{line}\nYes."
    assert article.date == date(2024, 1, 8)
    unquoted = f"{STORY}\n\nAsk press@x.example until 17:10 on 9 March 2023:\n\nWho came?\n"
    assert read_mail(unquoted, subject="Talks")[0].text == unquoted


def test_what_is_mostly_quoted_is_not_of_the_day_of_the_reply() -> None:
    quoted = "> " + STORY.replace("\n", "\n> ")
    article, _ = read_mail(f"Please file.\n\n{quoted}\n", subject="Leaders")
    assert (article.text, article.date) == (f"Please file.\n\n{STORY}", None)


def test_a_page_s_quotation_is_another_mail_s_where_the_mail_answers_one() -> None:
    page = (
        "<div>Please file.</div><div>On Thu, 9 Mar 2023 at 17:10, John Doe wrote:</div>"
        "<blockquote class='q'><p>Macron met Sunak in Paris.</p></blockquote>"
    )
    article, _ = read_mail(page, "html", "Re: Leaders")
    assert (article.text, article.date) == ("Please file.\n\nMacron met Sunak in Paris.", None)
    article, _ = read_mail(page, "html", "Leaders")
    assert article.date == date(2024, 1, 8)
    assert "John Doe wrote:" in article.text
    said = "<p>Macron met Sunak.</p><p>Macron wrote:</p><blockquote>Yes.</blockquote>"
    assert "Macron wrote:" in read_mail(said, "html", "Re: Leaders")[0].text


def test_a_page_s_quotation_needs_no_verb_above_it() -> None:
    page = (
        "<p>Please file.</p><p>чт, 9 мар. 2023 г. в 17:10, Herald &lt;n@x.example&gt;:</p>"
        "<blockquote><p>Macron met Sunak.</p><BLOCKQUOTE type=cite>He left.</BLOCKQUOTE>"
        "</blockquote><p>Bob</p></blockquote>"
    )
    article, _ = read_mail(page, "html", "Re: Leaders")
    assert article.text.split("\n") == ["Please file.", "", "Macron met Sunak.", "He left.", "Bob"]
    assert article.date is None
