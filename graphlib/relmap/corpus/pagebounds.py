"""What a page may ask of its parser: how long a tag, how many elements, how deep in each other.

A parser of pages compares each attribute with those before it, and the search for a story walks
each element's ancestors: 60,000 attributes in one tag take three seconds, ten times as many five
minutes. No newspaper makes such pages.
"""

from __future__ import annotations

import re
from typing import Any

from relmap.errors import InputError

_LONGEST_TAG = 20_000
_ELEMENTS, _DEEPEST = 100_000, 200
# The tokens of the HTML standard, each read once: `++` and `*+` never give back what they took.
_ATTRIBUTE = (
    r"[\s/]*+[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))?+"
)
_COMMENT = r"<!--(?:-?>|.*?--!?>|.*)"
_SCRIPT = (
    r"<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])(?:.*?</\1(?=[\s/>])|.*)"
)
_TAG = rf"(?P<name><[a-z_][^\s/>]*+)(?:{_ATTRIBUTE})*+[\s/]*+>?"
_IN_PAGES = re.compile(f"{_COMMENT}|{_SCRIPT}|{_TAG}", re.IGNORECASE | re.DOTALL)
_IN_XML = re.compile(f"{_COMMENT}|{_TAG}", re.IGNORECASE | re.DOTALL)


def shorten_tags(page: str, *, xml: bool = False) -> str:
    """Return the page with tags beyond any measure left without their attributes.

    In a page a script holds no tags, whatever it looks like; in XML it is an element like others.
    """
    return (_IN_XML if xml else _IN_PAGES).sub(_shortened, page)


def _shortened(match: re.Match[str]) -> str:
    name = match["name"]
    too_long = name is not None and match.end() - match.start() > _LONGEST_TAG
    return f"{name[:100]}>" if too_long else match[0]


def check_size(tree: Any) -> None:
    """Refuse a page (an lxml tree) with too many elements, or too many within each other.

    Raises:
        InputError: it has.
    """
    elements = 0
    waiting = [(tree, 1)]
    while waiting:
        element, depth = waiting.pop()
        elements += 1
        if elements > _ELEMENTS or depth > _DEEPEST:
            raise InputError(
                "this page has too many elements, or too many within each other, for an article; "
                "save its article as plain text"
            )
        waiting.extend((child, depth + 1) for child in element)
