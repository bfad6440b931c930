"""The text shown of a story and the one that its page's JSON-LD holds → the whole, if that is more.

A paid story often shows two paragraphs; search engines are given all ten as its "articleBody".
"""

from __future__ import annotations

import re

from relmap.corpus.pageblocks import key

# A body is only looked at where it has so many times the letters of what is shown.
_FEWEST_TIMES = 1.5
# "By Ann Lee", "2 hours ago" need not stand in a body; a title and a standfirst may be above it.
_SHORTEST, _TOP = 25, 3
_MARKUP = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
# "…, officials said.The ministers …": paragraphs without a gap can't be told apart any more.
_GLUED = re.compile(r"[^\W\d_]{3}[.!?][\"”’»)]*(?=[^\W\d_a-z])")
_MORE = (
    "this page's fields hold more of its story than it shows, but not as paragraphs, and that is "
    "not read; save the whole story as plain text"
)


def whole(shown: str, body: object) -> tuple[str, str | None]:
    """Return what is to be read of a story, and what is to be said of that.

    `shown` is the text found on the page. `body` counts only if it begins as that does and holds
    every paragraph of it.
    """
    if not isinstance(body, str):
        return shown, None
    lines = [line for line in shown.splitlines() if line.strip()]
    wanted = key(_MARKUP.sub("\n", body))
    first = next((at for at, line in enumerate(lines[:_TOP]) if _begins(wanted, key(line))), None)
    if first is None or len(wanted) < _FEWEST_TIMES * len(key(shown)):
        return shown, None
    if any(len(key(line)) >= _SHORTEST and key(line) not in wanted for line in lines[first:]):
        return shown, _MORE
    paragraphs = [" ".join(line.split()) for line in body.splitlines()]
    are_fewer = sum(map(bool, paragraphs)) < len(lines[first:])
    if are_fewer or _MARKUP.search(body) or _GLUED.search(body):
        return shown, _MORE
    return "\n".join([*lines[:first], *filter(None, paragraphs)]), None


def _begins(wanted: str, line: str) -> bool:
    return len(line) >= _SHORTEST and wanted.startswith(line)
