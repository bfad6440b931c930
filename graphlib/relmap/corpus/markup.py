"""HTML of a feed's entry, a mail or a cell → plain text: its paragraphs as lines, nothing else of it.

One pass that never looks back, so that a megabyte of broken tags takes as long as one of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.entities import html5
from itertools import pairwise

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
# Other names of tags: in a cell "Biden<Trump said" and "<scholz@bund.example>" are text.
_INLINE = (
    "a|abbr|acronym|area|audio|b|base|bdi|bdo|big|body|button|canvas|cite|code|col|colgroup|data"
    "|del|details|dfn|em|embed|font|html|i|iframe|img|input|ins|kbd|label|legend|link|map|mark|meta"
    "|object|option|param|picture|q|rp|rt|ruby|s|samp|select|small|source|span|strike|strong|sub"
    "|summary|sup|textarea|time|tt|u|var|video|wbr|[a-z]{1,9}[:-][a-z-]{1,40}"
)
_MARK = re.compile(
    rf"</?(?:{'|'.join(sorted(BLOCKS | _SILENT))}|{_INLINE})(?:\s[^<>]*)?/?>"
    r"|<!--|<!\[CDATA\[|<!\[[^<>]*\]>|<(?:!doctype|\?xml)\s[^<>]*>|<",
    re.IGNORECASE,
)
# Text in any piece of HTML: an address, and a tag of no known name that ends nowhere. One word at
# the end, as in "and <stro", is rather a tag that was cut.
_NO_TAG = re.compile(
    r"</?[^\s<>\"'=/@]{1,200}@[^\s<>\"'=/@]{1,200}>"
    rf"|</?(?!(?:{'|'.join(sorted(BLOCKS | _SILENT))}|{_INLINE})(?:[\s/<>]|\Z))"
    r"[a-z](?:[^<>]*<|[^\s<>]*\s[^<>]*\Z)",
    re.IGNORECASE,
)
_ENDS_LINE = re.compile(rf"(<(/?(?:{'|'.join(sorted(BLOCKS))}))(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_BEGINS_SILENT = {name: re.compile(rf"<{name}(?=[\s>])", re.IGNORECASE) for name in sorted(_SILENT)}
# Within these the lines may be those of a wrapped source.
_PARAGRAPHS = frozenset(("p", "li", "dd", "blockquote"))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_OTHER_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = re.compile(r"[.!?:;…。！？؟।][\"'”’)\]»]*$")
# Of the lines in a wrapped source most are so long and open, and some surely go on.
_NARROWEST = 40
_OPEN_SHARE, _SURE_SHARE = 0.6, 0.3
_REFERENCE = re.compile(r"&(?:#(?:\d{1,7}|[xX][\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31}));")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_SPACES = re.compile(r"[^\S\n]+")


def text_of(markup: str) -> str:
    """Return the text of a piece of HTML, one line per paragraph."""
    text = "".join(_pieces(_without_cdata(markup)))
    lines = (" ".join(_SPACES.sub(" ", line).split()) for line in text.split("\n"))
    return clean("\n".join(line for line in lines if line))


def without_markup(text: str) -> str:
    """Return a text as it is, unless it is a piece of HTML: then the text of that.

    It is one if a tag that ends lines is opened and closed in it, or if a line or a paragraph is
    begun: "5 < 6" and "a <b> c" are none, and neither is an article that quotes "<b>bold</b>".
    Its own line ends stay, but for those of a wrapped source; where something that is never shown
    is left open nobody knows what is the article, and the text stays as it is.
    """
    if text.strip().startswith(_CDATA) and text.strip().endswith(_CDATA_END):
        text = _without_cdata(text).strip()
    opened = {match[1].lower() for match in _OPENED.finditer(text)}
    closed = {match[1].lower() for match in _CLOSED.finditer(text)}
    if not (opened & closed & BLOCKS or opened & _LINES) or _is_left_open(text):
        return text
    return text_of("".join(_with_line_ends(text.replace("\r\n", "\n").replace("\r", "\n"))))


def unescaped(text: str) -> str:
    """Return a text without tags as HTML shows it: "R&amp;D" is "R&D", "AT&T;" stays."""
    return clean(_REFERENCE.sub(_character, text))


def _character(found: re.Match[str]) -> str:
    if found[1] and f"{found[1]};" not in html5:
        return found[0]
    return unescape(found[0]).replace("\xa0", " ")


def _without_cdata(markup: str) -> str:
    """Return HTML without the marks of XML around what is no markup there."""
    first, *others = markup.split(_CDATA)
    return first + "".join(piece.replace(_CDATA_END, "", 1) for piece in others)


def _is_left_open(text: str) -> bool:
    """Tell whether a comment, a script or the like begins and does not end before the next."""
    if any("-->" not in piece for piece in text.split("<!--")[1:]):
        return True
    return any(
        f"</{name}" not in piece.lower()
        for name, begins in _BEGINS_SILENT.items()
        for piece in begins.split(text)[1:]
    )


def _with_line_ends(text: str) -> Iterator[str]:
    """Yield the pieces of HTML with a tag for each line end of its own, and no "<" that is text."""
    pieces = _ENDS_LINE.split(_MARK.sub(_as_mark, text))
    texts, tags, names = pieces[::3], pieces[1::3], [name.lower() for name in pieces[2::3]]
    lines = sum(piece.strip().count("\n") for piece in texts)
    texts = [_BLANK_LINE.sub("<br>", piece) for piece in texts]
    whole = [
        before in _PARAGRAPHS and behind == f"/{before}"
        for before, behind in zip(["", *names], [*names, ""], strict=True)
    ]
    # A source that is wrapped has about as many tags as lines, or lines that end in mid-sentence.
    may_wrap = lines <= len(tags) or _run_on(
        [piece for piece, is_whole in zip(texts, whole, strict=True) if is_whole]
    )
    for piece, tag, is_whole in zip(texts, [*tags, ""], whole, strict=True):
        yield (piece if may_wrap and is_whole else piece.replace("\n", "<br>")) + tag


def _run_on(paragraphs: Sequence[str]) -> bool:
    """Tell whether most lines within paragraphs end in mid-sentence.

    That "Xi met Modi in Kazan\nGas flows again" goes on cannot be told, of "Xi met\nmen" it can.
    """
    stretches = (_shown_lines(part) for piece in paragraphs for part in piece.split("<br>"))
    pairs = [pair for lines in stretches for pair in pairwise(lines)]
    are_open = [(line, after) for line, after in pairs if _is_open(line)]
    sure = [line for line, after in are_open if line[-1] == "," or after[0].islower()]
    return len(are_open) >= _OPEN_SHARE * len(pairs) and len(sure) > _SURE_SHARE * len(pairs)


def _shown_lines(paragraph: str) -> list[str]:
    lines = (" ".join(line.split()) for line in _OTHER_TAG.sub("", paragraph).split("\n"))
    return [line for line in lines if line]


def _is_open(line: str) -> bool:
    return len(line) >= _NARROWEST and not _SENTENCE_END.search(line[-8:])


def _as_mark(found: re.Match[str]) -> str:
    return "&lt;" if found[0] == "<" else found[0].replace("\n", " ")


def _pieces(markup: str) -> Iterator[str]:
    """Yield text as it is shown, with "\n" for each tag that ends a line."""
    at = 0
    while (opening := markup.find("<", at)) >= 0:
        yield _shown(markup[at:opening])
        match = _TAG.match(markup, opening)
        if match is None or _NO_TAG.match(markup, opening):  # "5 < 6"
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
    end = _behind(markup, ">", match.end())
    if name in _SILENT and markup[opening + 1] != "/" and markup[end - 2 : end] != "/>":
        closing = re.compile(f"</{name}(?![a-z0-9])", re.IGNORECASE).search(markup, end)
        return _behind(markup, ">", closing.end()) if closing else len(markup)
    return end


def _behind(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return found + len(mark) if found >= 0 else len(markup)
