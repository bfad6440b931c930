"""Articles as an error names them: where each was read, and its title."""

from __future__ import annotations

from collections.abc import Sequence
from traceback import TracebackException

from relmap.models import Article

#: Articles that an error quotes.
_QUOTED = 3

#: Characters of a title, and of what an exception says, that an error quotes.
_TITLE, _SAID = 80, 300


def quote(articles: Sequence[Article]) -> str:
    """Name the one article that something was the matter with, or those of which it was one."""
    quoted = [_quote_one(article) for article in articles[:_QUOTED]]
    if len(articles) == 1:
        return quoted[0]
    more = len(articles) - _QUOTED
    listed = "; ".join([*quoted, *([f"and {more:,} more"] if more > 0 else [])])
    return f"one of {len(articles):,} articles ({listed})"


def describe(error: BaseException) -> str:
    """Return kind and text of an exception on one line: "ValueError: math domain error"."""
    said = plain(_text_of(error), _SAID)
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _text_of(error: BaseException) -> str:
    """Return what an exception says, or that it cannot: a library's class may raise at that, too."""
    return str(TracebackException(type(error), error, None, lookup_lines=False, compact=True))


def plain(text: str, longest: int) -> str:
    """Return a text on one line and cut short, without anything that a terminal would obey."""
    shown = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def _quote_one(article: Article) -> str:
    where = f'"{plain(article.path, len(article.path))}"'
    row = "" if article.row is None else f", row {article.row}"
    title = f' ("{plain(article.title, _TITLE)}")' if article.title else ""
    return f"{where}{row}{title}"
