"""A mail gives the article in its body and what is attached; its sender is no outlet."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from relmap.corpus import read_upload
from relmap.models import Article, Unread

BODY = "Russia and Pakistan met in Moscow.\n\nThey spoke about gas.\n"
PAGE = (
    "<html><body><p>Russia and <b>Pakistan</b> met.</p><p>They spoke &amp; ate.</p></body></html>"
)


def _mail(body: str | None = BODY, page: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "The Morning Post <news@post.example>"
    mail["Subject"] = "Talks in Moscow – выпуск"
    mail["Date"] = "Wed, 05 Jul 2023 23:30:00 -0700"
    if body is not None:
        mail.set_content(body)
    if page is not None and body is not None:
        mail.add_alternative(page, subtype="html")
    elif page is not None:
        mail.set_content(page, subtype="html")
    return mail


def _read(content: EmailMessage | bytes, name: str = "mail.eml") -> list[Article | Unread]:
    content = content if isinstance(content, bytes) else content.as_bytes()
    return list(read_upload(name, content))


def _only(content: EmailMessage | bytes) -> Article:
    (item,) = _read(content)
    assert isinstance(item, Article)
    return item


def test_subject_and_date_are_title_and_day_and_the_sender_is_no_outlet() -> None:
    article = _only(_mail())
    assert article.text == BODY
    assert (article.title, article.title_source) == ("Talks in Moscow – выпуск", "metadata")
    assert (article.date, article.date_source) == (date(2023, 7, 5), "metadata")
    assert (article.outlet, article.outlet_source) == (None, "unknown")


def test_a_page_is_read_as_its_lines() -> None:
    assert _only(_mail(None, PAGE)).text == "Russia and Pakistan met.\nThey spoke & ate."


def test_the_plain_text_goes_before_the_page_unless_it_is_a_stub() -> None:
    assert _only(_mail(BODY, PAGE)).text == BODY
    stub = _only(_mail("See it in your browser.", PAGE + "<p>More.</p>" * 40))
    assert stub.text.startswith("Russia and Pakistan met.\n")


_FIRST = "Qin Gang met Bilawal Bhutto Zardari in Islamabad on Saturday to speak of the corridor."
_MORE = (
    "<p>They agreed to extend it to Kabul, officials of both countries told reporters later.</p>"
    "<p>Qin left for Beijing on Sunday, where he was to meet the Dutch minister Wopke Hoekstra.</p>"
)


def test_a_plain_text_that_is_the_page_s_beginning_gives_way_to_it() -> None:
    article = _only(_mail(f"{_FIRST}\n\nRead on: https://x.example/1", f"<p>{_FIRST}</p>{_MORE}"))
    assert article.text.startswith(_FIRST)
    assert article.text.endswith("Wopke Hoekstra.")
    wrapped = _FIRST.replace("Islamabad ", "Islamabad\n")
    assert _only(_mail(f"{wrapped} …", f"<p>{_FIRST}</p>{_MORE}")).text.endswith("Wopke Hoekstra.")


def test_other_stories_below_the_same_one_on_the_page_do_not_win() -> None:
    # That the plain text is all of the story shows in how it ends.
    footer = "\n\n--\nUnsubscribe: https://x.example/u"
    for plain in (_FIRST, _FIRST + footer):
        *notices, article = _read(_mail(plain, f"<p>{_FIRST}</p>{_MORE}"))
        assert isinstance(article, Article)
        assert article.text.strip() == _FIRST
        assert len(notices) == 1


def test_headlines_of_other_stories_on_the_page_do_not_win() -> None:
    links = "<p>Scholz calls Xi again</p><p>Macron to visit Rome</p><p>Biden signs the act</p>" * 3
    assert _only(_mail(_FIRST, f"<p>{_FIRST}</p>{links}")).text.strip() == _FIRST


def test_a_paragraph_that_the_page_lacks_is_not_lost() -> None:
    end = "\n\nScholz called Xi on Friday, and both of them agreed that the war in Sudan must end."
    told = "".join(
        f"<p>{_FIRST} Visit {number} was the last one that he made.</p>" for number in range(40)
    )
    plain = "\n\n".join(
        f"{_FIRST} Visit {number} was the last one that he made." for number in range(20)
    )
    *notices, article = _read(_mail(plain + end + end.replace("Xi", "Li"), told))
    assert isinstance(article, Article)
    assert "the war in Sudan" in article.text
    assert len(notices) == 1


def test_a_longer_page_that_says_something_else_is_said() -> None:
    plain = "Dear reader, your program shows no pages; please ask for another one of them soon."
    notice, article = _read(_mail(plain, f"<p>{_FIRST}</p>{_MORE}"))
    assert isinstance(article, Article)
    assert article.text.strip() == plain
    assert isinstance(notice, Unread)
    assert notice.reason.startswith("the page in this mail (")


def test_attachments_are_read_as_files_inside_the_mail_and_others_are_said() -> None:
    mail = _mail()
    mail.add_attachment("Iran met Iraq.", filename="note.txt")
    mail.add_attachment(b"title,text\nA,China met India.\n", maintype="text", subtype="csv",
                        filename="../../rows.csv")  # fmt: skip
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(b"x", maintype="application", subtype="ics", filename="day.ics")
    mail.add_attachment(b"\x89PNG", "image", "png", disposition="inline", filename="sign.png")
    items = _read(mail)
    assert [(type(item).__name__, item.path, item.row) for item in items] == [
        ("Article", "mail.eml", None),
        ("Article", "mail.eml/note.txt", None),
        ("Article", "mail.eml/rows.csv", 2),
        ("Unread", "mail.eml/logo.png", None),
        ("Unread", "mail.eml/day.ics", None),
    ]


def test_a_forwarded_mail_is_read_and_one_too_deep_is_said() -> None:
    mail = _mail("The innermost says Iran met Iraq.\n")
    for level in range(3):
        outer = _mail(f"Level {level} says hello.\n")
        outer.add_attachment(mail, filename="inner")
        mail = outer
    items = _read(mail)
    texts = [item.text for item in items if isinstance(item, Article)]
    assert texts == ["Level 2 says hello.\n", "Level 1 says hello.\n", "Level 0 says hello.\n"]
    (unread,) = [item for item in items if isinstance(item, Unread)]
    assert unread.path == "mail.eml/inner.eml/inner.eml"
    assert "too deep" in unread.reason


def test_a_mailbox_gives_every_mail_with_its_place() -> None:
    second = _mail("Iran met Iraq.\n")
    second.add_attachment("China met India.", filename="note.txt")
    box = b"".join(
        b"From a@b.example Wed Jul  5 2023\n" + mail.as_bytes() + b"\n"
        for mail in (_mail(), second, EmailMessage())
    )
    items = _read(box, "box.mbox")
    assert [(type(item).__name__, item.path, item.row) for item in items] == [
        ("Article", "box.mbox", 1),
        ("Article", "box.mbox", 2),
        ("Article", "box.mbox/2/note.txt", None),
        ("Unread", "box.mbox", 3),
    ]
    (item,) = _read(b"no mailbox", "box.mbox")
    assert isinstance(item, Unread)
    assert "no mailbox" in item.reason


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("windows-1251", "cp1251"), ("no-such", "utf-8"), ("unicode_escape", "utf-8")],
)
def test_an_unknown_encoding_is_found_from_the_bytes(charset: str, codec: str) -> None:
    content = f"Content-Type: text/plain; charset={charset}\n\nПутин прибыл в Пекин.".encode(codec)
    assert _only(content).text == "Путин прибыл в Пекин."


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nText.",
        b"Content-Type: text/plain" + b"; a=b" * 100_000 + b"\n\nText.",
        b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (depth, depth)
            for depth in range(5_000)
        ),
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhi\n" * 100_000,
        b"",
        b"Subject: x\n\n",
    ],
)
def test_hostile_and_empty_mails_are_said(content: bytes) -> None:
    (item,) = _read(content)
    assert isinstance(item, Unread)


def test_broken_headers_cost_only_themselves() -> None:
    mail = b"Subject: =?x?b?\xff?=\nDate: tomorrow\nContent-Type: ;;;\n\nIran met Iraq."
    *notices, article = _read(mail)
    assert isinstance(article, Article)
    assert article.text == "Iran met Iraq."
    assert article.date is None
    assert all(isinstance(item, Unread) for item in notices)


def _parts(*parts: tuple[str, str], kind: str = "mixed") -> bytes:
    inner = "".join(f"--b\nContent-Type: {name}\n\n{text}\n" for name, text in parts)
    return f"Content-Type: multipart/{kind}; boundary=b\n\n{inner}--b--\n".encode()


def test_all_texts_of_a_mail_are_read_in_order_and_each_once() -> None:
    content = _parts(
        ("text/plain", "Iran met Iraq."),
        ("image/png", "x"),
        ("text/html", "<p>Scholz called Biden.</p>"),
        ("text/plain", "Iran met Iraq."),
        ("text/plain", "List footer."),
    )
    assert _only(content).text == "Iran met Iraq.\n\nScholz called Biden.\n\nList footer."


def test_of_alternatives_one_is_read_and_the_others_are_no_files() -> None:
    content = _parts(
        ("text/plain", "Iran met Iraq."),
        ("text/x-amp-html", "<p>Iran met Iraq.</p>"),
        ("text/html", "<p>Iran met Iraq today.</p>"),
        kind="alternative",
    )
    assert _only(content).text == "Iran met Iraq."


def test_a_part_without_a_name_is_a_file_by_its_kind_or_said() -> None:
    content = _parts(
        ("text/plain", "Iran met Iraq."),
        ("text/csv", "title,text\nA,China met India."),
        ("application/octet-stream", "x"),
        ("application/pgp-signature", "x"),
    )
    assert [(type(item).__name__, item.path) for item in _read(content)] == [
        ("Article", "mail.eml"),
        ("Article", "mail.eml/nameless.csv"),
        ("Unread", "mail.eml/nameless"),
    ]


@pytest.mark.parametrize(
    "envelope",
    [
        "From a@b.example Wed Jul  5 2023",
        "From - Wed Jul 05 23:30:00 2023",
        "From 1794@xxx Wed Jul 05 23:30:00 +0000 2023",
        "From ayesha at b.example  Wed, 5 Jul 2023 23:30:00 +0200",
    ],
)
def test_a_paragraph_that_begins_with_from_stays_in_its_mail(envelope: str) -> None:
    body = "Iran met Iraq.\n\nFrom Kyiv, Zelenskyy called Biden on Wed, officials said in 2023.\n"
    box = f"{envelope}\nSubject: A\n\n{body}\n{envelope}\nSubject: B\n\nChina met India.\n"
    first, second = _read(box.encode(), "box.mbox")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text.strip() == body.strip()
    assert (second.text, second.title) == ("China met India.\n", "B")


def test_a_mailbox_of_other_envelopes_is_parted_at_them() -> None:
    box = b"From nobody\nSubject: A\n\nIran met Iraq.\n\nFrom nobody\nSubject: B\n\nChina met India.\n"
    assert [item.row for item in _read(box, "box.mbox")] == [1, 2]


def test_marks_before_from_in_a_mailbox_are_the_mailbox_s() -> None:
    box = (
        b"From a@b.example Wed Jul  5 2023\nSubject: A\n\nIran met Iraq.\n\n>From there he left.\n"
    )
    (article,) = read_upload("box.mbox", box)
    assert isinstance(article, Article)
    assert article.text == "Iran met Iraq.\n\nFrom there he left.\n"
