"""A mail's HTML → the same without what no program shows: preheaders, marks between letters."""

from __future__ import annotations

import re

from relmap.corpus.markup import text_of
from relmap.corpus.quoting import QuotedLine

_TAG = re.compile(r"<!--|<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_UNSEEN = re.compile(r"\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b", re.IGNORECASE)
# An attribute without a value, which no value is: title="The hidden war in Sudan".
_HIDDEN = re.compile(r"\shidden(?=\s|=|/|$)", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*(?:\"|$)|'[^']*(?:'|$)")
_CLOSED = (re.compile(r"max-height\s*:\s*0", re.IGNORECASE),
           re.compile(r"overflow\s*:\s*hidden", re.IGNORECASE))  # fmt: skip
# Where a quotation begins and ends, with marks of private use for both.
_QUOTE = re.compile(r"<(/?)blockquote(?:\s[^<>]*)?>", re.IGNORECASE)
_BEGIN, _END = "\ue000", "\ue001"
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
# A page that would lose more than this has its text shown by a script or a style of its own.
_MOST = 2 / 3
# Soft hyphens, spaces without width and the like stand in words too; joiners belong to a word
# in Persian or Hindi, and to none beside a space.
_MARKS = re.compile("[\xad\u034f\u200b\u2060\ufeff]")
_JOINERS = re.compile(r"(?<!\w)[\u200c\u200d]+|[\u200c\u200d]+(?!\w)")


def shown_lines(markup: str) -> tuple[QuotedLine, ...]:
    """Return the lines of a mail's HTML as it is shown, one per paragraph, and how deep each is."""
    lines: list[QuotedLine] = []
    depth = 0
    for line in _shown_text(_QUOTE.sub(_with_mark, markup)).split("\n"):
        if line == _BEGIN:
            depth += 1
        elif line == _END:
            depth = max(0, depth - 1)
        else:
            lines.append(QuotedLine(depth, line))
    return tuple(lines)


def _with_mark(tag: re.Match[str]) -> str:
    return f"<p>{_END}</p>{tag[0]}" if tag[1] else f"{tag[0]}<p>{_BEGIN}</p>"


def _shown_text(markup: str) -> str:
    whole, seen = text_of(markup), text_of(without_hidden(markup))
    return unmarked(seen if len(seen) >= (1 - _MOST) * len(whole) else whole)


def unmarked(text: str) -> str:
    """Return a text without the marks that have no width, which cut words and fill preheaders."""
    return _JOINERS.sub("", _MARKS.sub("", text))


def without_hidden(markup: str) -> str:
    """Return HTML without the elements that are not shown; one that never ends stays."""
    kept: list[str] = []
    done, at = 0, 0
    while tag := _TAG.search(markup, at):
        at = _behind(markup, tag)
        if not tag[2] or tag[1] or tag[2].lower() in _VOID or not _is_hidden(tag[3]):
            continue
        end = _end(markup, tag[2].lower(), at)
        if end is None:
            break
        kept.append(markup[done : tag.start()])
        done = at = end
    return "".join((*kept, markup[done:]))


def _is_hidden(attributes: str) -> bool:
    if _UNSEEN.search(attributes) or _HIDDEN.search(_VALUE.sub("''", attributes)):
        return not attributes.rstrip().endswith("/")
    return all(style.search(attributes) for style in _CLOSED)


def _end(markup: str, name: str, at: int) -> int | None:
    """Return where an element ends whose first tag ends at `at`, None where it never does."""
    depth = 1
    while tag := _TAG.search(markup, at):
        at = _behind(markup, tag)
        if (tag[2] or "").lower() == name and not tag[3].rstrip().endswith("/"):
            depth += -1 if tag[1] else 1
            if not depth:
                return at
    return None


def _behind(markup: str, tag: re.Match[str]) -> int:
    if tag[2]:
        return tag.end()
    found = markup.find("-->", tag.end())
    return found + 3 if found >= 0 else len(markup)
