"""A mail's bytes → its parts in order, and those that are files of their own."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from typing import cast

from relmap.errors import InputError

BROKEN = "this mail is broken beyond reading; save its text as .txt"
#: The kinds of parts that are read as the letter itself.
TEXTS = ("text/plain", "text/html")
# How long the lines may be that are read here; others, such as those of recipients, never are.
_LONGEST_HEADERS = {
    **dict.fromkeys(("subject", "date"), 10_000),
    **dict.fromkeys(("content-type", "content-disposition", "content-transfer-encoding"), 2_000),
}
# What a file without a name is, where its kind is one that is read.
_ENDINGS = {
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
}
_SIGNATURES = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
)


def parts_of(mail: EmailMessage) -> list[EmailMessage]:
    """Return a mail's parts in order: texts, pictures, files, and mails that it forwards whole.

    Raises:
        InputError: a line above one of them would keep its parser busy for hours.
    """
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
        elif not is_alternative or part.get_content_type() in TEXTS or part.get_filename():
            found.append(part)
    return found


def _check_header(part: EmailMessage) -> None:
    """Refuse lines that would keep their parser busy for hours, before one of them is parsed."""
    for name, value in part.raw_items():
        longest = _LONGEST_HEADERS.get(name.lower())
        if longest is not None and len(str(value)) > longest:
            raise InputError(BROKEN)


def is_attached(part: EmailMessage) -> bool:
    """Tell whether a part is a file of its own.

    A mail's signature is none, for it holds no text, and pictures shown in the letter belong to it.
    """
    kind, attached = part.get_content_type(), part.get_content_disposition() == "attachment"
    if kind in _SIGNATURES or part.get_content_maintype() == "multipart":
        return False
    if part.get_content_maintype() == "image":
        return attached
    return attached or part.get_filename() is not None or kind not in TEXTS


def attachment(part: EmailMessage) -> tuple[str, bytes]:
    """Return the name and the bytes of a part that is a file."""
    if part.get_content_type() == "message/rfc822":
        held = part.get_payload()
        inner = held[0] if isinstance(held, list) and held else part
        name = str(part.get_filename() or "forwarded.eml")
        # Written back as it was read: the other policy would parse and fold each of its lines.
        content = cast("EmailMessage", inner).as_bytes(policy=policy.compat32)
        return name if name.lower().endswith(".eml") else f"{name}.eml", content
    nameless = f"nameless{_ENDINGS.get(part.get_content_type(), '')}"
    return str(part.get_filename() or nameless), bytes_of(part)


def bytes_of(part: EmailMessage) -> bytes:
    """Return what a part holds, b"" where that is other parts."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
