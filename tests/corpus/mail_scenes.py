"""A mail with a body, and what is read of it, for the tests of what stands in mails."""

from __future__ import annotations

from email.message import EmailMessage

from relmap.corpus import lines, read_upload
from relmap.models import Article, Unread

STORY = (
    "Qin Gang met Bilawal Bhutto Zardari in Islamabad on Saturday, officials said. They agreed to "
    "extend the corridor to Kabul.\n\nHe left for Beijing on Sunday."
)


SUBJECT = "Fwd: China, Pakistan agree"


def mail_of(body: str, kind: str = "plain", subject: str = SUBJECT) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Bob Miller <bob@x.example>"
    mail["Subject"] = subject
    mail["Date"] = "Mon, 08 Jan 2024 10:00:00 +0000"
    mail.set_content(body, subtype=kind)
    return mail.as_bytes()


def read_mail(body: str, kind: str = "plain", subject: str = SUBJECT) -> tuple[Article, list[str]]:
    *unread, article = read_upload("mail.eml", mail_of(body, kind, subject))
    assert isinstance(article, Article)
    return article, [item.reason for item in unread if isinstance(item, Unread)]


def lines_of(article: Article) -> list[str]:
    return [article.text[line.start : line.end] for line in lines(article.text)]
