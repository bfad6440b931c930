"""A forwarded mail is the article that it forwards; its header lines are no story."""

from __future__ import annotations

from datetime import date

import pytest
from mail_scenes import STORY, mail_of, read_mail

from relmap.corpus import read_upload
from relmap.models import Unread

GMAIL = (
    "---------- Forwarded message ---------\nFrom: Ayesha Khan <a@x.example>\n"
    "Date: Sat, 6 May 2023 at 10:00\nSubject: Fwd: China, Pakistan agree\n"
    "To: Bob Miller <bob@x.example>,\n  Carl <c@x.example>\n\n"
)
APPLE = (
    "Begin forwarded message:\n\n> From: Ayesha Khan <a@x.example>\n> Subject: China, Pakistan "
    "agree\n> Date: May 6, 2023 at 10:00:00 AM GMT+2\n> To: Bob Miller <bob@x.example>\n> \n"
)
OUTLOOK = (
    "________________________________\nVon: Ayesha Khan <a@x.example>\n"
    "Gesendet: Samstag, 6. Mai 2023 10:00\nAn: Bob Miller\nCc: Carl\n"
    "Betreff: AW: China, Pakistan agree\n\n"
)


@pytest.mark.parametrize(
    "body", [GMAIL + STORY, APPLE + "> " + STORY.replace("\n", "\n> "), "FYI\n\n" + GMAIL + STORY]
)
def test_what_is_forwarded_tells_title_and_day_and_its_header_is_no_text(body: str) -> None:
    article, _ = read_mail(body)
    assert (article.title, article.title_source) == ("China, Pakistan agree", "metadata")
    assert (article.date, article.date_source) == (date(2023, 5, 6), "metadata")
    assert (article.outlet, article.outlet_source) == (None, "unknown")
    assert article.text == STORY


def test_a_note_above_is_no_story_and_is_said() -> None:
    article, reasons = read_mail("Hi Anna, have a look at this, Bob Miller\n\n" + GMAIL + STORY)
    assert article.text == STORY
    assert reasons == [
        "what its sender wrote above the forwarded mail (40 characters) is not read; "
        "save it as .txt if it is an article"
    ]
    assert read_mail(GMAIL + STORY)[1] == []


def test_a_day_that_is_not_understood_is_not_the_day_of_forwarding() -> None:
    article, (reason,) = read_mail(OUTLOOK + STORY)
    assert (article.title, article.date) == ("China, Pakistan agree", None)
    assert 'the date "Samstag, 6. Mai 2023 10:00" was not understood' in reason
    assert article.text == STORY


def test_of_a_mail_forwarded_twice_the_innermost_tells() -> None:
    outer = GMAIL.replace("6 May 2023", "7 May 2023")
    assert read_mail(outer + "See below.\n\n" + GMAIL + STORY)[0].date == date(2023, 5, 6)


def test_several_mails_in_one_leave_it_undated_and_lose_their_headers_only() -> None:
    article, _ = read_mail(f"{GMAIL}{STORY * 5}\n\n{OUTLOOK}Scholz met Macron.\n")
    assert (article.title, article.date) == ("Fwd: China, Pakistan agree", None)
    assert article.text == f"{STORY * 5}\n\nScholz met Macron."


def test_a_page_is_parted_too_even_where_its_header_is_a_table() -> None:
    page = (
        "<p>See below,<br>Bob</p><div><b>From:</b> A &lt;a@x&gt;<br><b>Sent:</b> Saturday, May 6, "
        "2023 10:00 AM<br><b>To:</b> Bob<br><b>Subject:</b> Corridor</div><p>Macron met Sunak in "
        "Paris on Monday.</p>"
    )
    article, _ = read_mail(page, "html")
    assert (article.title, article.date) == ("Corridor", date(2023, 5, 6))
    assert article.text == "Macron met Sunak in Paris on Monday."
    table = (
        "<p>-------- Forwarded Message --------</p><table><tr><th>Subject: </th><td>Corridor</td>"
        "</tr><tr><th>Date: </th><td>Sat, 6 May 2023 10:00:00 +0500</td></tr><tr><th>From: </th>"
        "<td>A</td></tr></table><p>Macron met Sunak.</p>"
    )
    article, _ = read_mail(table, "html")
    assert (article.title, article.date) == ("Corridor", date(2023, 5, 6))
    assert article.text == "Macron met Sunak."


def test_an_empty_field_does_not_swallow_the_story() -> None:
    page = "From: A &lt;a@x.example&gt;<br>Date: 6 May 2023<br>Subject: Corridor<br>To: <br>Macron met Sunak."
    assert read_mail(page, "html")[0].text == "Macron met Sunak."


def test_a_reply_is_of_no_one_day_and_who_wrote_is_no_story() -> None:
    body = "Thanks!\n\nOn Sat, 6 May 2023 Bob Miller wrote:\n> Macron met Sunak.\n>\n> He left.\n"
    article, reasons = read_mail(body)
    assert (article.date, reasons) == (None, [])
    assert article.text == "Thanks!\n\nMacron met Sunak.\n\nHe left."
    wrapped = (
        "Thanks!\n\nAm Sa., 6. Mai 2023 um 10:00 Uhr schrieb Bob Miller\n<b@x.example>:\n\nYes."
    )
    assert read_mail(wrapped)[0].text == "Thanks!\n\nYes."


@pytest.mark.parametrize(
    "body",
    [
        "From: the start, Macron met Sunak.\n\nDate: nobody knows.\n",
        "In his letter Macron wrote:\n\nDear Sunak, yes.\n",
        "To: be or not.\nFrom: Paris.\n",
        "Now.\n\nFrom: Paris, where Macron meets Scholz\nTo: Berlin\nDate: Monday\n\nThey fly.\n",
        "Now.\n\nFrom: Macron (@EmmanuelMacron)\nTo: Berlin\nDate: 6 May 2023\n\nThey fly.\n",
        "He met Scholz.\n\nThe president, Macron (@EmmanuelMacron), wrote:\n\nYes.\n",
        "The press office (press@x.example) wrote in a mail to Reuters:\n\nIt was not us.\n",
        "The press office (press@x.example) wrote at 10:00 on Saturday:\n\nIt was not us.\n",
        "On 6.05.2023 the press office (press@x.example) wrote:\n\nIt was not us.\n",
    ],
)
def test_a_story_with_colons_stays_as_it_is(body: str) -> None:
    article, _ = read_mail(body)
    assert article.text == body
    assert article.date == date(2024, 1, 8)


@pytest.mark.parametrize(
    "header",
    [
        "De : Ayesha Khan <a@x.example>\nEnvoyé : 2023-05-06 10:00\nÀ : Bob\nObjet : TR : Corridor",
        "De: Ayesha Khan\nEnviado el: 6 May 2023\nPara: Bob\nAsunto: RV: Corridor",
        "Da: Ayesha Khan\nInviato: 6 May 2023\nA: Bob\nOggetto: I: Corridor",
        "Van: Ayesha Khan\nVerzonden: 6 May 2023\nAan: Bob\nOnderwerp: Corridor",
        "Od: Ayesha Khan\nWysłano: 6 May 2023\nDo: Bob\nTemat: Corridor",
        "От: Ayesha Khan\nДата: 6 May 2023\nКому: Bob\nТема: Corridor",
        "*From:* Ayesha Khan\n\n*Date:* Sat, 6 May 2023, 10:00\n\n*To:* Bob\n\n*Subject:* Corridor",
    ],
)
def test_headers_are_known_in_the_languages_of_mail_programs(header: str) -> None:
    article, reasons = read_mail(f"-----Original-----\n{header}\n\n{STORY}")
    assert (article.title, article.date, reasons) == ("Corridor", date(2023, 5, 6), [])
    assert article.text == STORY


def test_a_header_without_a_text_is_no_article() -> None:
    (item,) = read_upload("mail.eml", mail_of(GMAIL))
    assert isinstance(item, Unread)
    assert "no text" in item.reason
    article, _ = read_mail("Macron met Sunak in Paris.\n\n" + GMAIL)
    assert (article.text, article.date) == ("Macron met Sunak in Paris.", date(2024, 1, 8))


_WROTE = "On Sat, 6 May 2023 at 10:00 Bob <b@x.example> wrote:"


@pytest.mark.parametrize("quoted", ["Yes.", "> Yes."])
@pytest.mark.parametrize("above", ["Macron met Sunak.", "Macron met Sunak in a house called:"])
def test_a_sentence_above_who_wrote_is_kept(above: str, quoted: str) -> None:
    article, _ = read_mail(f"{above}\n{_WROTE}\n{quoted}\n")
    assert article.text == f"{above}\n\nYes."


def test_a_line_that_tells_more_than_who_wrote_is_kept() -> None:
    for line in (
        "Macron met Sunak in Paris. Then Scholz wrote:",
        "Macron met Sunak in Paris. On 6 May 2023 at 10:00 Scholz <s@x.example> said:",
        "At 10:00 on 6 May 2023 Macron was with Sunak in Paris. Then Scholz <s@x.example> wrote:",
        "On 6 May 2023 at 10:00 Macron left Paris. Then Scholz wrote:",
    ):
        assert read_mail(f"{line}\n> Yes.\n")[0].text == f"{line}\nYes."


@pytest.mark.parametrize(
    "last",
    [
        "*** France and Italy signed a treaty in Rome on Friday.",
        "--- Scholz forwarded the message to Macron",
        "Scholz forwarded a message:",
        "Macron forwarded the original message of Scholz to Sunak, who read it:",
    ],
)
def test_a_last_line_above_is_no_marker_because_of_its_stars(last: str) -> None:
    article, _ = read_mail(f"{STORY * 9}\n\n{last}\n\n{GMAIL.partition(chr(10))[2]}Yes.")
    assert last in article.text


@pytest.mark.parametrize(
    "marker",
    [
        "---------- Forwarded message ---------",
        "-------- Weitergeleitete Nachricht --------",
        "Début du message réexpédié :",
        "Начало переадресованного сообщения:",
        "-----Mensaje original-----",
        "---- Forwarded by Ayesha Khan/Herald on 05/06/2023 10:00 AM ----",
        "____________",
    ],
)
def test_a_marker_is_no_story(marker: str) -> None:
    article, _ = read_mail(f"{STORY * 9}\n\n{marker}\n{GMAIL.partition(chr(10))[2]}Yes.")
    assert article.text == f"{STORY * 9}\n\nYes."


_BOSS = (
    "From: John Doe <john@x.example>\nSent: Thursday, March 3, 2022 5:10 PM\nTo: Jane Roe\n"
    "Subject: Patrols\n\n"
)


@pytest.mark.parametrize("subject", ["Leaked mail shows plan", "RE: Please send", "AW: FW: Plan"])
def test_a_mail_that_quotes_another_does_not_forward_it(subject: str) -> None:
    lead = "Macron met Sunak in Paris, a leaked mail shows."
    article, reasons = read_mail(f"{lead}\n\n{_BOSS}{STORY}", subject=subject)
    assert (article.title, article.date, reasons) == (subject, None, [])
    assert article.text == f"{lead}\n\n{STORY}"


@pytest.mark.parametrize(
    ("above", "subject"),
    [
        ("", "RE: Leaders"),
        ("FYI\n\n", "[desk] FW: RE: Leaders"),
        ("FYI\n\n", "转发：Leaders"),
        ("FYI\n\nBegin forwarded message:\n\n", "Have a look"),
        ("FYI\n\n----- Forwarded message from John <john@x.example> -----\n\n", "Have a look"),
    ],
)
def test_a_mail_forwards_where_it_says_so_or_says_nothing_else(above: str, subject: str) -> None:
    article, _ = read_mail(f"{above}{_BOSS}{STORY}", subject=subject)
    assert (article.title, article.date) == ("Patrols", date(2022, 3, 3))
    assert article.text == STORY


_LONG = "Subject: Leaders of France and Britain meet in Paris to talk about the patrols"


@pytest.mark.parametrize(
    "rest",
    [
        "in\nthe Channel",
        "in the Channel\nand about what the ministers of both countries had said\nsoon",
    ],
)
def test_a_subject_that_was_broken_goes_on(rest: str) -> None:
    header = f"From: A <a@x.example>\nDate: Sat, 6 May 2023 at 10:00\n{_LONG} {rest}\n"
    mail = f"FYI\n{header}To: Bob\nUser-Agent: Mutt\n\n{STORY}"
    article, _ = read_mail(mail)
    assert article.title == f"{_LONG[9:]} {rest}".replace("\n", " ")
    assert article.text == STORY
    page = mail.replace("<", "&lt;").replace("\n", "<br>")
    assert read_mail(page, "html")[0].title == article.title


def test_a_line_between_two_headers_or_in_a_timetable_is_no_subject() -> None:
    header = f"From: A <a@x.example>\nDate: Sat, 6 May 2023 at 10:00\nTo: Bob\n{_LONG}\n"
    page = f"FYI\n{header}Thanks!\n{header}Macron met Sunak.".replace("<", "&lt;")
    article, _ = read_mail(page.replace("\n", "<br>"), "html", "Re: Leaders")
    assert article.text.split() == ["FYI", "Thanks!", "Macron", "met", "Sunak."]
    table = "Trains.\n\nFrom: Paris\nGare du Nord\nTo: London\nDate: 6 May 2023 10:00\n\nGo.\n"
    assert read_mail(table)[0].text == table


def test_the_mark_below_a_forwarded_mail_is_no_story() -> None:
    body = f"{GMAIL}{STORY}\n\n----- End forwarded message -----\n"
    assert read_mail(body)[0].text == STORY


OWN_SUBJECT = (
    "From: Ayesha Khan <a@x.example>\nSent: Saturday, 6 May 2023 10:00\nTo: Bob Miller\n"
    "Subject: FW: China, Pakistan agree\n\n"
)


@pytest.mark.parametrize(
    ("subject", "is_forward"),
    [
        ("China, Pakistan  agree", True),
        ("VS: China, Pakistan agree", True),
        ("Re: China, Pakistan agree", False),
        ("Leaders meet", False),
    ],
)
def test_a_mail_with_the_subject_of_the_one_below_its_note_forwards_it(
    subject: str, is_forward: bool
) -> None:
    article, reasons = read_mail("For the file.\n\n" + OWN_SUBJECT + STORY, subject=subject)
    assert article.date == (date(2023, 5, 6) if is_forward else None)
    assert (article.text == STORY) is is_forward
    assert len(reasons) == is_forward
