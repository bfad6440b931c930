"""A mail's parts → the text that is its article, and what mails inside it tell of that.

The mails that it forwards or quotes lose their header lines, whose names are no story. Where what
it forwards is all that it says, the fields of that are the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from typing import cast

from relmap.corpus import cells, dates
from relmap.corpus.charsets import decode_declared
from relmap.corpus.decoding import is_blank
from relmap.corpus.forwardlabels import ANSWERING, FORWARDING, PREFIXES
from relmap.corpus.forwards import Part, parted
from relmap.corpus.hidden import shown_lines, unmarked
from relmap.corpus.mailfooters import without_footer
from relmap.corpus.mailparts import TEXTS, bytes_of, is_attached
from relmap.corpus.quoting import SIGNATURE, QuotedLine, lines_of, written
from relmap.corpus.sources import Told
from relmap.errors import InputError

# "View this mail in your browser": the plain text is a stub when the page says so much more.
_STUB = 5
# Or it is the page's beginning: the page holds nearly all of it and has so much more in paragraphs.
# What it lacks may be "Read on in your browser", and no paragraph.
_LONGER, _PARAGRAPH = 1.5, 60
_MOST_LACKED, _MOST_WORDS_LACKED = 0.15, 30
# What it says at its end then: "Read on: https://…", "… and met [...]".
_GOES_ON, _END = re.compile(r"https?://|www\.|…|\.\.\."), 300
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"https?://\S+|www\.\S+")
# What stands above a forwarded mail is a note to whom it was sent unless it is longer.
_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a mail and what its header tells of it; `reasons` say what is wrong with both."""

    text: str
    own: Told
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Letter:
    """A text in a mail, and its lines as they were written."""

    text: str
    notice: str = ""
    lines: tuple[QuotedLine, ...] = ()
    flowed: bool = False
    is_page: bool = False


def read_body(mail: EmailMessage, own: Told) -> Body | None:
    """Return the texts of a mail one below the other, each once; `own` is what its header tells.

    Raises:
        InputError: none of them is a text.
    """
    letters = _letters(mail)
    notices = tuple(dict.fromkeys(letter.notice for letter in letters if letter.notice))
    by_words: dict[str, _Letter] = {}
    for letter in letters:
        by_words.setdefault(" ".join(letter.text.split()), letter)
    kept = [letter for letter in by_words.values() if letter.text]
    if not kept:
        if notices:
            raise InputError("; ".join(notices))
        return None
    body = _inside(kept, own) or Body(_joined(kept), own)
    if is_blank(body.text):  # only the header of a mail whose attachment it forwards
        return None
    text = without_footer(body.text)
    reasons = (*(["; ".join(notices)] if notices else []), *body.reasons)
    return replace(body, text=text if not is_blank(text) else body.text, reasons=reasons)


def _joined(letters: Sequence[_Letter]) -> str:
    if len(letters) == 1:
        return letters[0].text
    return "\n\n".join(letter.text.strip("\r\n") for letter in letters)


def _inside(letters: Sequence[_Letter], own: Told) -> Body | None:
    """Return the body of a mail that quotes, forwards or flows; None where it is as it stands."""
    title = own.title or ""
    lines = _lines(letters, is_answer=ANSWERING.match(title) is not None)
    # "Zelenskyy wrote:" above a quotation is a story's; in a thread it says who wrote the mail.
    is_plain = not any(letter.is_page for letter in letters)
    parts = parted(lines, bare=is_plain and PREFIXES.match(title) is not None)
    filled = [part for part in parts if not part.is_blank]
    if (
        len(parts) == 1
        and not any(letter.flowed for letter in letters)
        and not any(line.depth or line.text == SIGNATURE for line in lines)
    ):
        return None
    if not filled or filled == parts[:1]:
        return Body(_below(filled), replace(own, date=None) if _is_quotation(lines) else own)
    return _forwarded(parts, own) or Body(_below(filled), replace(own, date=None))


def _lines(letters: Sequence[_Letter], *, is_answer: bool) -> list[QuotedLine]:
    """Return the lines of all letters.

    What a page sets apart is another mail's only where the mail answers one: a story does it too.
    """
    lines: list[QuotedLine] = []
    for letter in letters:
        flat = letter.is_page and not is_answer
        lines.extend(line._replace(depth=0) if flat else line for line in letter.lines)
        lines.append(QuotedLine(0, ""))
    return lines


def _is_quotation(lines: Sequence[QuotedLine]) -> bool:
    """Tell whether most of what a mail says is quoted, so that its day is not that of the text."""
    quoted = sum(len(line.text.strip()) for line in lines if line.depth)
    return 2 * quoted > sum(len(line.text.strip()) for line in lines)


def _forwarded(parts: Sequence[Part], own: Told) -> Body | None:
    """Return the one mail that a mail forwards, without notes above it; None for any other."""
    *above, last = [part for part in parts if not part.is_blank]
    story, note = written(last.lines), _below(above)
    if last.fields is None or len(note) > min(_LONGEST_NOTE, len(story)):
        return None
    subject = last.fields.get("subject", "")
    if note and not _forwards(parts, own.title or "", subject):
        return None
    told, reasons = cells.told(
        {"title": _subject(subject), "date": _day(last.fields.get("date"))},
        lambda: None,
    )
    if note:
        reasons.append(
            f"what its sender wrote above the forwarded mail ({len(note):,} characters) is not read; "
            "save it as .txt if it is an article"
        )
    told = replace(told, origin="metadata", title=told.title or own.title)
    return Body(story, told, tuple(reasons))


def _forwards(parts: Sequence[Part], title: str, subject: str) -> bool:
    """Tell whether a mail says that it forwards: an answer, or a story, quotes others' mails too."""
    if ANSWERING.match(title):
        return False
    is_same = bool(title) and _bare(title) == _bare(subject)
    return is_same or FORWARDING.match(title) is not None or any(part.is_marked for part in parts)


def _bare(subject: str) -> str:
    return " ".join(_subject(subject.strip()).casefold().split())


def _below(parts: Sequence[Part]) -> str:
    return "\n\n".join(written(part.lines) for part in parts)


def _subject(line: str) -> str:
    match = PREFIXES.match(line)
    return line[match.end() :] if match else line


def _day(line: str | None) -> str | None:
    """Return a forwarded mail's date, without what stands behind a day in words."""
    day = dates.parse_start(line) if line else None
    return day.isoformat() if day else line


def _letters(part: EmailMessage) -> list[_Letter]:
    """Return the texts in a part that are no files of their own, in order."""
    held = part.get_payload()
    if isinstance(held, list) and part.get_content_maintype() == "multipart":
        inner = cast("list[EmailMessage]", held)
        if part.get_content_subtype() == "alternative":
            return _chosen(inner)
        return [letter for piece in inner for letter in _letters(piece)]
    kind = part.get_content_type()
    content = b"" if is_attached(part) or kind not in TEXTS else bytes_of(part)
    if not content.strip():
        return []
    try:
        letter = decode_declared(content, part.get_content_charset())
    except InputError as error:
        return [_Letter("", str(error))]
    found = _Letter(letter.text, letter.notice)
    found = _page(found) if kind == "text/html" else _plain(found, part)
    return [] if is_blank(found.text) else [found]


def _page(letter: _Letter) -> _Letter:
    lines = shown_lines(letter.text)
    return replace(letter, text="\n".join(line.text for line in lines), lines=lines, is_page=True)


def _plain(letter: _Letter, part: EmailMessage) -> _Letter:
    flowed = _parameter(part, "format") == "flowed"
    text = unmarked(letter.text)
    lines = lines_of(text, flowed=flowed, delete_space=_parameter(part, "delsp") == "yes")
    return replace(letter, text=text, lines=tuple(lines), flowed=flowed)


def _parameter(part: EmailMessage, name: str) -> str:
    return str(part.get_param(name, "")).strip().casefold()


def _chosen(alternatives: Sequence[EmailMessage]) -> list[_Letter]:
    """Return the plain one, unless it is only the beginning of the other or says where to look."""
    read = [(part.get_content_type() == "text/plain", _letters(part)) for part in alternatives]
    plain = next((letters for is_plain, letters in read if is_plain and letters), [])
    page = next((letters for is_plain, letters in read if not is_plain and letters), [])
    if _STUB * _size(plain) < _size(page):
        return page
    said, told = _words(_joined(plain)), _words(_paragraphs(page))
    if not said or sum(map(len, told)) < _LONGER * sum(map(len, said)):
        return plain
    lacked = _lacked(said, _words(_joined(page)))
    goes_on = _GOES_ON.search(without_footer(_joined(plain)).rstrip()[-_END:])
    if goes_on and lacked <= min(_MOST_WORDS_LACKED, _MOST_LACKED * len(said)):
        return page
    notice = (
        f"the page in this mail ({_size(page):,} characters) is not read, for its plain text "
        f"({_size(plain):,}) says something else; save it as .html if it is the article"
    )
    first = replace(plain[0], notice="; ".join(filter(None, (plain[0].notice, notice))))
    return [first, *plain[1:]]


def _size(letters: Sequence[_Letter]) -> int:
    return sum(len(letter.text) for letter in letters)


def _paragraphs(letters: Sequence[_Letter]) -> str:
    """Return the long lines of a page: what buttons and headlines of other stories are not."""
    lines = (line for letter in letters for line in letter.text.split("\n"))
    return "\n".join(line for line in lines if len(line) >= _PARAGRAPH)


def _words(text: str) -> list[str]:
    return _WORD.findall(_LINK.sub(" ", text).casefold())


def _lacked(said: Sequence[str], held: Sequence[str]) -> int:
    """Return how many words of a text stand nowhere in another beside the same two words."""
    others = set(_runs(held))
    found = {at + step for at, run in enumerate(_runs(said)) if run in others for step in range(3)}
    return len(said) - len(found)


def _runs(words: Sequence[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
