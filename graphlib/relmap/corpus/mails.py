"""A mail, or a mailbox of them → the article in its body, and what is attached to it.

The subject is the title and the day is the one that the mail's own Date line writes, or those of
the mail that it forwards. Who sent it is no outlet: a colleague's name or a mailing service says
nothing about who published the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from io import BytesIO

from relmap.corpus import cells, texts
from relmap.corpus.inside import ReadSource, allowance_of
from relmap.corpus.libraries import unharmed
from relmap.corpus.mailparts import BROKEN, attachment, is_attached, parts_of
from relmap.corpus.mailtexts import Body, read_body
from relmap.corpus.sources import Source, from_inside
from relmap.corpus.texts import too_long
from relmap.errors import EmptyError, InputError
from relmap.models import Article, Unread

#: A larger mail, attachments included, is not read.
LARGEST = 100_000_000
# No program writes more parts within parts into a mail, or more lines that part them.
_MOST_NESTED, _MOST_PARTED = 300, 10_000
# The parser of whole mails reads this line before anybody can look at it, for hours if it is long.
_LONG_KIND = re.compile(rb"^content-type:(?:[^\n]|\n[ \t]){2000}", re.IGNORECASE | re.MULTILINE)
# "From ayesha@herald.example Sat May  6 10:00:00 2023", "From - Sat, 6 May 2023"; the paragraph
# "From Kyiv, the president called" is none.
_MONTH = rb"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ENVELOPE = re.compile(
    rb"From \S+(?: at \S+)?\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+"
    rb"(?:" + _MONTH + rb"\s+\d{1,2}|\d{1,2}\s+" + _MONTH + rb")\b[^\n]{0,60}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# A line of a mail that begins with "From " gets a mark, so that it is taken for no envelope.
_ESCAPED = re.compile(rb">+From ")


@dataclass(frozen=True, slots=True)
class _Mail:
    """What a mail holds: its text, what is wrong with its header, its attachments by name."""

    body: Body | None = None
    reasons: tuple[str, ...] = ()
    attached: tuple[tuple[str, bytes], ...] = ()


def read_mail(source: Source, max_chars: int, read: ReadSource) -> Iterator[Article | Unread]:
    """Yield a mail's text and what `read` finds in its attachments.

    Raises:
        InputError: it is too large, broken, or holds nothing.
        OSError: it cannot be opened.
    """
    with source.open() as stream:
        content = stream.read(LARGEST + 1)
    yield from _items(source, _opened(content), max_chars, read)


def read_mailbox(source: Source, max_chars: int, read: ReadSource) -> Iterator[Article | Unread]:
    """Yield the same for every mail of an .mbox file; the row is the mail's place in it.

    Raises:
        InputError: it is no mailbox.
        OSError: it cannot be opened.
    """
    for row, content in enumerate(_messages(source), start=1):
        try:
            yield from _items(source, _opened(content), max_chars, read, row)
        except InputError as error:
            yield source.unread(str(error), row)


def _messages(source: Source) -> Iterator[bytes]:
    """Yield the mails, which begin at lines such as "From a@b.example Sat May 6 …" behind a blank.

    Where the first of them has another form, any line that starts with "From " is taken for one.
    """
    with source.open() as stream:
        first = stream.readline(1 << 20)
        strict = _ENVELOPE.match(first) is not None
        if not first.startswith(b"From "):
            raise InputError('this is no mailbox (its first line does not start with "From ")')
        held: list[bytes] = []
        size, blank = 0, False
        while line := stream.readline(1 << 20):
            begins = blank and line.startswith(b"From ")
            if begins and (not strict or _ENVELOPE.match(line)):
                yield b"".join(held)
                held, size = [], 0
            elif size <= LARGEST:
                line = line[1:] if _ESCAPED.match(line) else line
                held.append(line)
                size += len(line)
            blank = not line.strip()
        yield b"".join(held)


def _items(
    source: Source, mail: _Mail, max_chars: int, read: ReadSource, row: int | None = None
) -> Iterator[Article | Unread]:
    if mail.body is None and not mail.attached:
        raise EmptyError("this mail has no text; leave it out")
    if mail.body is not None:
        yield from _text(source, mail, mail.body, max_chars, row)
    try:
        for attached in _files(source, mail, row):
            yield from read(attached, max_chars)
    except InputError as error:
        yield source.unread(f"what is attached is not read: {error}", row, refused=True)


def _text(
    source: Source, mail: _Mail, body: Body, max_chars: int, row: int | None
) -> Iterator[Article | Unread]:
    if len(body.text) > max_chars:
        yield source.unread(too_long(f"{len(body.text):,} characters", max_chars), row)
        return
    for reason in (*body.reasons, *mail.reasons):
        yield source.unread(reason, row)
    yield texts.article(body.text, source.shown, row, source.told, body.own)


def _files(source: Source, mail: _Mail, row: int | None) -> tuple[Source, ...]:
    """Return a mail's attachments; those of a mailbox's third mail lie in "box.mbox/3"."""
    if not mail.attached:
        return ()
    outer = source if row is None else replace(source, shown=f"{source.shown}/{row}")
    allowance = allowance_of(source)
    allowance.take(len(mail.attached), sum(len(content) for _, content in mail.attached))
    return tuple(
        from_inside(outer, name, len(content), partial(BytesIO, content), allowance)
        for name, content in mail.attached
    )


def _opened(content: bytes) -> _Mail:
    """Return what a mail holds.

    Raises:
        InputError: it is too large or broken.
    """
    if len(content) > LARGEST:
        raise InputError(f"this mail is larger than {LARGEST / 1e6:.0f} MB; save its text as .txt")
    nested, parted = content.lower().count(b"multipart/"), content.count(b"\n--")
    if nested > _MOST_NESTED or parted > _MOST_PARTED or _LONG_KIND.search(content):
        raise InputError(BROKEN)
    with unharmed(BROKEN):
        mail = message_from_bytes(content, policy=policy.default)
        parts = parts_of(mail)
        told, reasons = cells.told(
            {"title": _line(mail, "Subject"), "date": _line(mail, "Date")}, lambda: None
        )
        body = read_body(mail, replace(told, origin="metadata"))
        attached = tuple(attachment(part) for part in parts if is_attached(part))
    return _Mail(body, tuple(reasons), attached)


def _line(mail: EmailMessage, name: str) -> str | None:
    value = mail.get(name)
    return None if value is None else str(value)
