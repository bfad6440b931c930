"""HTML of a feed's entry, a mail or a cell → plain text: its paragraphs as lines, nothing else of it.

One pass that never looks back, so that a megabyte of broken tags takes as long as one of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from relmap.corpus.decoding import clean

#: Where a line ends; within `<b>`, `<a>` and the like it goes on.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
# What is inside these is never read as text.
_SILENT = frozenset(("script", "style", "title", "template", "noscript", "svg", "head"))
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)|<[!?]")
# Tags that a piece of an article may have.
_KNOWN = (
    r"(p|br|hr|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|blockquote|figure|figcaption|img|table"
    r"|tr|td|th|section|article|font|sup|sub)"
)
_OPENED = re.compile(rf"<{_KNOWN}(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_CLOSED = re.compile(rf"</{_KNOWN}\s{{0,9}}>", re.IGNORECASE)
_LINES = frozenset(("br", "p"))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_SPACES = re.compile(r"[^\S\n]+")


def text_of(markup: str) -> str:
    """Return the text of a piece of HTML, one line per paragraph."""
    text = "".join(_pieces(markup))
    lines = (" ".join(_SPACES.sub(" ", line).split()) for line in text.split("\n"))
    return clean("\n".join(line for line in lines if line))


def without_markup(text: str) -> str:
    """Return a text as it is, unless it is a piece of HTML: then the text of that.

    It is one if a tag that ends lines is opened and closed in it, or if a line or a paragraph is
    begun: "5 < 6" and "a <b> c" are none, and neither is an article that quotes "<b>bold</b>".
    """
    opened = {match[1].lower() for match in _OPENED.finditer(text)}
    closed = {match[1].lower() for match in _CLOSED.finditer(text)}
    if not (opened & closed & BLOCKS or opened & _LINES):
        return text
    return text_of(_BLANK_LINE.sub("<br>", text))


def _pieces(markup: str) -> Iterator[str]:
    """Yield text as it is shown, with "\n" for each tag that ends a line."""
    at = 0
    while (opening := markup.find("<", at)) >= 0:
        yield _shown(markup[at:opening])
        match = _TAG.match(markup, opening)
        if match is None:  # "5 < 6"
            yield "<"
            at = opening + 1
            continue
        name = (match[1] or "").lower()
        if name in BLOCKS:
            yield "\n"
        at = _end(markup, opening, match, name)
    yield _shown(markup[at:])


def _shown(text: str) -> str:
    # A line end in the source is a space: only tags end lines.
    return unescape(text.replace("\n", " ").replace("\r", " ")).replace("\n", " ")


def _end(markup: str, opening: int, match: re.Match[str], name: str) -> int:
    """Return where the reading goes on behind a tag, a comment, or what is never shown."""
    if markup.startswith("<!--", opening):
        return _behind(markup, "-->", opening + 4)
    if markup.startswith("<![CDATA[", opening):
        return opening + 9
    end = _behind(markup, ">", match.end())
    if name in _SILENT and markup[opening + 1] != "/" and markup[end - 2 : end] != "/>":
        closing = re.compile(f"</{name}(?![a-z0-9])", re.IGNORECASE).search(markup, end)
        return _behind(markup, ">", closing.end()) if closing else len(markup)
    return end


def _behind(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return found + len(mark) if found >= 0 else len(markup)
