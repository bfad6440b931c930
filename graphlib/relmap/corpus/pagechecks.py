"""What was found on a page as its story → whether it is one, or a login, a notice, a list of others."""

from __future__ import annotations

import re
from typing import Any

from relmap.corpus import pageblocks
from relmap.errors import EmptyError, InputError

# "Accept cookies" is no story.
_FEWEST_LETTERS = 60
# "Please enable JavaScript to read this story and turn off your ad blocker."
_LONGEST_ASKING = 400
_ASKS = re.compile(
    r"(enable|turn on|activate|allow|requires?|needs?|without) (your browser[’']s )?java ?script\b"
    r"|java ?script (is|has been|must be|needs to be|appears to be) (disabled|enabled|required|off"
    r"|turned)"
    r"|(disable|turn off|switch off|deactivate|pause|allow(list)?|whitelist) [\w’' ]{0,40}"
    r"\bad[ -]?block(er|ers|ing)?\b|ad[ -]?block(er|ing)? (is |has been )?(detected|enabled|on)\b",
    re.IGNORECASE,
)
# Of a page that calls itself a list less has to be teasers than of one that says nothing.
_MOST_TEASERS = {"": 0.5, "list": 1 / 3}
_LIST = (
    "this page is a list of other stories (a home page or a section); "
    "save the pages of the stories themselves"
)


def check_story(tree: Any, text: str, kind: str) -> None:
    """Refuse what is no story.

    Raises:
        InputError: it is too short, or asks for something.
        EmptyError: it is a list of other stories.
    """
    if is_too_short(text):
        raise InputError(
            "no story was found on this page (a list of links, a login, a video?); "
            "save its article as plain text if there is one"
        )
    if _ASKS.search(text) and len(text) < _LONGEST_ASKING:
        raise InputError(
            "this page only asks for JavaScript or to see advertisements, its story is not in it; "
            "open it in a browser and save the article as plain text"
        )
    if kind != "story" and is_list(tree, text, kind):
        raise EmptyError(_LIST)


def is_list(tree: Any, text: str, kind: str = "") -> bool:
    """Tell whether too much of a story found on a page of a `kind` ("", "list") is teasers."""
    return pageblocks.linked_share(tree, text) > _MOST_TEASERS[kind]


def is_too_short(text: str) -> bool:
    """Tell whether a text has too few letters for a story."""
    return letters(text) < _FEWEST_LETTERS


def letters(text: str) -> int:
    """Return the number of letters in a text."""
    return sum(map(str.isalpha, text))
