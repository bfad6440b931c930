"""A mail, or a mailbox of them → the article in its body, and what is attached to it.

The subject is the title and the day is the one that the mail's own Date line writes. Who sent it
is no outlet: a colleague's name or a mailing service says nothing about who published the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from io import BytesIO
from typing import cast

from relmap.corpus import cells, texts
from relmap.corpus.charsets import decode_declared
from relmap.corpus.decoding import Decoded, is_blank
from relmap.corpus.inside import ReadSource, allowance_of
from relmap.corpus.libraries import unharmed
from relmap.corpus.markup import text_of
from relmap.corpus.sources import NOTHING, Source, Told, from_inside
from relmap.corpus.texts import too_long
from relmap.errors import InputError
from relmap.models import Article, Unread

#: A larger mail, attachments included, is not read.
LARGEST = 100_000_000
# No program writes more parts within parts into a mail, or more lines that part them.
_MOST_NESTED, _MOST_PARTED = 300, 10_000
# How long the lines may be that are read here; others, such as those of recipients, never are.
_LONGEST_HEADERS = {
    **dict.fromkeys(("subject", "date"), 10_000),
    **dict.fromkeys(("content-type", "content-disposition", "content-transfer-encoding"), 2_000),
}
# "View this mail in your browser": the plain text is a stub when the page says so much more.
_STUB = 5
_BROKEN = "this mail is broken beyond reading; save its text as .txt"


@dataclass(frozen=True, slots=True)
class _Mail:
    """What a mail holds: its text, what its header tells, its attachments by name."""

    body: Decoded | None = None
    own: Told = NOTHING
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
    """Yield the mails, which begin at lines that start with "From " behind a blank one."""
    with source.open() as stream:
        if not stream.readline(1 << 20).startswith(b"From "):
            raise InputError('this is no mailbox (its first line does not start with "From ")')
        held: list[bytes] = []
        size, blank = 0, False
        while line := stream.readline(1 << 20):
            if blank and line.startswith(b"From "):
                yield b"".join(held)
                held, size = [], 0
            elif size <= LARGEST:
                held.append(line)
                size += len(line)
            blank = not line.strip()
        yield b"".join(held)


def _items(
    source: Source, mail: _Mail, max_chars: int, read: ReadSource, row: int | None = None
) -> Iterator[Article | Unread]:
    if mail.body is None and not mail.attached:
        raise InputError("this mail has no text; leave it out")
    if mail.body is not None:
        yield from _text(source, mail, mail.body, max_chars, row)
    try:
        for attached in _files(source, mail, row):
            yield from read(attached, max_chars)
    except InputError as error:
        yield source.unread(f"what is attached is not read: {error}", row)


def _text(
    source: Source, mail: _Mail, body: Decoded, max_chars: int, row: int | None
) -> Iterator[Article | Unread]:
    if len(body.text) > max_chars:
        yield source.unread(too_long(f"{len(body.text):,} characters", max_chars), row)
        return
    for reason in (body.notice, *mail.reasons):
        if reason:
            yield source.unread(reason, row)
    yield texts.article(body.text, source.shown, row, source.told, mail.own)


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
    if nested > _MOST_NESTED or parted > _MOST_PARTED:
        raise InputError(_BROKEN)
    with unharmed(_BROKEN):
        mail = message_from_bytes(content, policy=policy.default)
        parts = _parts(mail)
        told, reasons = cells.told(
            {"title": _line(mail, "Subject"), "date": _line(mail, "Date")}, lambda: None
        )
        body = _body([part for part in parts if not _is_attached(part)])
        attached = tuple(_attachment(part) for part in parts if _is_attached(part))
    return _Mail(body, replace(told, origin="metadata"), tuple(reasons), attached)


def _parts(mail: EmailMessage) -> list[EmailMessage]:
    """Return a mail's parts in order: texts, pictures, files, and mails that it forwards whole."""
    found: list[EmailMessage] = []
    waiting = [mail]
    while waiting:
        part = waiting.pop()
        _check_header(part)
        held = part.get_payload()
        if isinstance(held, list) and part.get_content_maintype() == "multipart":
            waiting.extend(reversed(cast("list[EmailMessage]", held)))
        else:
            found.append(part)
    return found


def _check_header(part: EmailMessage) -> None:
    """Refuse lines that would keep their parser busy for hours, before one of them is parsed."""
    for name, value in part.raw_items():
        longest = _LONGEST_HEADERS.get(name.lower())
        if longest is not None and len(str(value)) > longest:
            raise InputError(_BROKEN)


def _line(mail: EmailMessage, name: str) -> str | None:
    value = mail.get(name)
    return None if value is None else str(value)


def _is_attached(part: EmailMessage) -> bool:
    """Tell whether a part is a file of its own; pictures are parts of the letter."""
    if part.get_content_type() == "message/rfc822":
        return True
    named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    return named and part.get_content_maintype() not in {"image", "multipart"}


def _attachment(part: EmailMessage) -> tuple[str, bytes]:
    if part.get_content_type() == "message/rfc822":
        held = part.get_payload()
        inner = held[0] if isinstance(held, list) and held else part
        name = str(part.get_filename() or "forwarded.eml")
        # Written back as it was read: the other policy would parse and fold each of its lines.
        content = cast("EmailMessage", inner).as_bytes(policy=policy.compat32)
        return name if name.lower().endswith(".eml") else f"{name}.eml", content
    return str(part.get_filename() or "nameless"), _bytes(part)


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _body(parts: list[EmailMessage]) -> Decoded | None:
    """Return a mail's first text: the plain one, unless it only says where to look for the other."""
    plain = _first(parts, "text/plain")
    page = _first(parts, "text/html")
    if page is not None:
        page = page._replace(text=text_of(page.text))
    if plain is None or is_blank(plain.text):
        plain = None
    if page is None or is_blank(page.text):
        return plain
    return page if plain is None or _STUB * len(plain.text) < len(page.text) else plain


def _first(parts: list[EmailMessage], kind: str) -> Decoded | None:
    for part in parts:
        content = _bytes(part) if part.get_content_type() == kind else b""
        if content.strip():
            return decode_declared(content, part.get_content_charset())
    return None
