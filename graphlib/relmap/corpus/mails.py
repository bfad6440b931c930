"""A mail, or a mailbox of them → the article in its body, and what is attached to it.

The subject is the title and the day is the one that the mail's own Date line writes. Who sent it
is no outlet: a colleague's name or a mailing service says nothing about who published the story.
"""

from __future__ import annotations

import re
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
# "From ayesha@herald.example Sat May  6 10:00:00 2023", "From - Sat, 6 May 2023"; the paragraph
# "From Kyiv, the president called" is none.
_MONTH = rb"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ENVELOPE = re.compile(
    rb"From \S+(?: at \S+)?\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+"
    rb"(?:" + _MONTH + rb"\s+\d{1,2}|\d{1,2}\s+" + _MONTH + rb")\b[^\n]{0,60}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# What a file without a name is, where its kind is one that is read.
_ENDINGS = {
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature")
_TEXTS = ("text/plain", "text/html")
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
        body = _body(mail)
        attached = tuple(_attachment(part) for part in parts if _is_attached(part))
    return _Mail(body, replace(told, origin="metadata"), tuple(reasons), attached)


def _parts(mail: EmailMessage) -> list[EmailMessage]:
    """Return a mail's parts in order: texts, pictures, files, and mails that it forwards whole."""
    found: list[EmailMessage] = []
    waiting = [(mail, False)]
    while waiting:
        part, is_alternative = waiting.pop()
        _check_header(part)
        held = part.get_payload()
        if isinstance(held, list) and part.get_content_maintype() == "multipart":
            alternative = part.get_content_subtype() == "alternative"
            inner = cast("list[EmailMessage]", held)
            waiting.extend((piece, alternative) for piece in reversed(inner))
        # The same letter in a form that only some programs show is no file of its own.
        elif not is_alternative or part.get_content_type() in _TEXTS or part.get_filename():
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
    """Tell whether a part is a file of its own; pictures shown in the letter are parts of it."""
    kind, attached = part.get_content_type(), part.get_content_disposition() == "attachment"
    if kind in _SIGNATURES or part.get_content_maintype() == "multipart":
        return part.get_filename() is not None and kind in _SIGNATURES
    if part.get_content_maintype() == "image":
        return attached
    return attached or part.get_filename() is not None or kind not in _TEXTS


def _attachment(part: EmailMessage) -> tuple[str, bytes]:
    if part.get_content_type() == "message/rfc822":
        held = part.get_payload()
        inner = held[0] if isinstance(held, list) and held else part
        name = str(part.get_filename() or "forwarded.eml")
        # Written back as it was read: the other policy would parse and fold each of its lines.
        content = cast("EmailMessage", inner).as_bytes(policy=policy.compat32)
        return name if name.lower().endswith(".eml") else f"{name}.eml", content
    nameless = f"nameless{_ENDINGS.get(part.get_content_type(), '')}"
    return str(part.get_filename() or nameless), _bytes(part)


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _body(mail: EmailMessage) -> Decoded | None:
    """Return a mail's texts one below the other, each once.

    Raises:
        InputError: none of them is a text.
    """
    letters = _letters(mail)
    by_words: dict[str, Decoded] = {}
    for letter in letters:
        by_words.setdefault(" ".join(letter.text.split()), letter)
    kept = [letter for letter in by_words.values() if letter.text]
    notice = "; ".join(dict.fromkeys(letter.notice for letter in letters if letter.notice))
    if not kept:
        if notice:
            raise InputError(notice)
        return None
    if len(kept) == 1:
        return Decoded(kept[0].text, notice)
    return Decoded("\n\n".join(letter.text.strip("\r\n") for letter in kept), notice)


def _letters(part: EmailMessage) -> list[Decoded]:
    """Return the texts in a part that are no files of their own, in order."""
    held = part.get_payload()
    if isinstance(held, list) and part.get_content_maintype() == "multipart":
        inner = cast("list[EmailMessage]", held)
        if part.get_content_subtype() == "alternative":
            return _chosen(inner)
        return [letter for piece in inner for letter in _letters(piece)]
    kind = part.get_content_type()
    content = b"" if _is_attached(part) or kind not in _TEXTS else _bytes(part)
    if not content.strip():
        return []
    try:
        letter = decode_declared(content, part.get_content_charset())
    except InputError as error:
        return [Decoded("", str(error))]
    if kind == "text/html":
        letter = letter._replace(text=text_of(letter.text))
    return [] if is_blank(letter.text) else [letter]


def _chosen(alternatives: list[EmailMessage]) -> list[Decoded]:
    """Return the plain one, unless it only says where to look for the other."""
    read = [(part.get_content_type() == "text/plain", _letters(part)) for part in alternatives]
    plain = next((letters for is_plain, letters in read if is_plain and letters), [])
    page = next((letters for is_plain, letters in read if not is_plain and letters), [])
    return page if _STUB * _size(plain) < _size(page) else plain


def _size(letters: list[Decoded]) -> int:
    return sum(len(letter.text) for letter in letters)
