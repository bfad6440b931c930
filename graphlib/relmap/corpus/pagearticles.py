"""A page with several `<article>`s → those that are stories of their own, as scrolling adds them.

Comments, teasers and boxes are marked up as articles too: a story has a headline and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from copy import deepcopy
from itertools import islice
from typing import Any

from relmap.corpus import pageblocks, pagestories
from relmap.corpus.pageblocks import Block
from relmap.corpus.pageteasers import HEADLINES

_ASIDE = frozenset(("article", "aside", "nav", "footer", "form"))
_COMMENTS = re.compile(r"(^|[\s_-])(comments?|commentlist|repl(y|ies))([\s_-]|$)", re.IGNORECASE)
# Of each article so many paragraphs are looked at; a copy has most of them.
_LOOKED_AT, _MOST = 20, 0.5
# So many articles are sought in a text of which their paragraphs are no whole lines.
_MOST_GLUED = 100
# Of a text so much may stand outside its articles: in one line ("All the news from Kyiv"), in all.
_LONGEST_OUTSIDE, _MOST_OUTSIDE = 60, 0.1
# So many lines are sought that are no whole block.
_MOST_SOUGHT = 200
_FEWEST_PARAGRAPHS, _FEWEST_LETTERS, _LETTERS_OF_PARAGRAPH = 2, 60, 12


def candidates(tree: Any) -> list[Any]:
    """Return the elements of a page (an lxml tree) that could be stories; none if only one is."""
    found = [element for element in tree.iter("article") if _is_story(element)]
    return found if len(found) > 1 else []


def headline(element: Any) -> str | None:
    """Return the first headline in an element."""
    texts = (" ".join("".join(found.itertext()).split()) for found in element.iter(*HEADLINES))
    return next((text for text in texts if text), None)


def alone(element: Any) -> Any:
    """Return a page that holds nothing but this element."""
    page = element.makeelement("html")
    body = element.makeelement("body")
    copied = deepcopy(element)
    copied.tail = None
    body.append(copied)
    page.append(body)
    return page


def held(found: Sequence[Any], text: str) -> list[Any]:
    """Return those of some elements of which most stands in a text."""
    known, whole = set(map(pageblocks.key, text.splitlines())), pageblocks.key(text)
    return [
        element
        for place, element in enumerate(found)
        if pageblocks.held_share(_paragraphs(element), known) > _MOST
        or (place < _MOST_GLUED and is_held(element, whole))
    ]


def is_held(element: Any, whole: str) -> bool:
    """Tell whether most of what stands in an element stands in a text (as `pageblocks.key`) too."""
    return pageblocks.held_share(_paragraphs(element), whole) > _MOST


def are_all(found: Sequence[Any], text: str) -> bool:
    """Tell whether nearly all of a text stands in these elements: it is no story beside boxes."""
    outside = [len(pageblocks.key(line)) for line in outside_of(found, text)]
    whole = len(pageblocks.key(text))
    return max(outside, default=0) <= _LONGEST_OUTSIDE and sum(outside) <= _MOST_OUTSIDE * whole


def outside_of(found: Sequence[Any], text: str) -> list[str]:
    """Return the lines of a text that stand in none of these elements."""
    return list(_outside(found, text))


def own(found: Sequence[Any], title: str | None) -> Any:
    """Return the element whose headline is the page's title, else None."""
    named = set(pagestories.forms(title)) if title else set()
    return next(
        (element for element in found if pageblocks.key(headline(element) or "") in named), None
    )


def are_separate(found: Sequence[Any]) -> bool:
    """Tell whether each has a headline of the first rank: the entries of a live blog have not."""
    return all(any(True for _ in element.iter("h1")) for element in found)


def are_chapters(tree: Any, found: Sequence[Any], names: Set[str]) -> bool:
    """Tell whether the elements are the chapters of one story, whose title stands outside them.

    They lie side by side, are named alike, and each begins with a headline of a lower rank. `names`
    are the titles of the page (an lxml tree) as `pagestories.forms` gives them.
    """
    if len(found) < 2 or any(True for element in found for _ in element.iter("h1")):
        return False
    beginnings = [_beginning(element) for element in found]
    kinds = {(element.getparent(), element.get("class")) for element in found}
    is_alike = len(kinds) == len(set(beginnings)) == 1 and None not in beginnings
    return is_alike and is_titled_outside(tree, found, names)


def is_titled_outside(tree: Any, found: Sequence[Any], names: Set[str]) -> bool:
    """Tell whether the page's title stands in an `<h1>` that is in none of the elements."""
    within = {heading for element in found for heading in element.iter("h1")}
    return any(
        pageblocks.key_of(heading) in names for heading in tree.iter("h1") if heading not in within
    )


def opened(tree: Any, found: Sequence[Any]) -> Any:
    """Return a copy of a page in which some elements are plain parts of the story around them."""
    chapters = set(found)
    copied = deepcopy(tree)
    for element, twin in list(zip(tree.iter("article"), copied.iter("article"), strict=True)):
        if element in chapters:
            twin.tag = "div"
    return copied


def _beginning(element: Any) -> str | None:
    """Return which headline an element begins with ("h2"), None where it begins with a text."""
    first = next(iter(pageblocks.blocks(element)), None)
    return first.element.tag if first and first.element.tag in HEADLINES else None


def _outside(found: Sequence[Any], text: str) -> Iterator[str]:
    keys = [pageblocks.key(block.text) for element in found for block in pageblocks.blocks(element)]
    known, whole, sought = set(keys), "".join(keys), 0
    for line in text.splitlines():
        wanted = pageblocks.key(line)
        if not wanted or wanted in known:
            continue
        sought += 1
        if sought > _MOST_SOUGHT or wanted not in whole:
            yield line


def _is_story(element: Any) -> bool:
    if any(outer.tag in _ASIDE or _is_comment(outer) for outer in element.iterancestors()):
        return False
    if _is_comment(element) or headline(element) is None:
        return False
    told = _paragraphs(element)
    return (
        len(told) >= _FEWEST_PARAGRAPHS
        and sum(block.letters - block.linked for block in told) >= _FEWEST_LETTERS
    )


def _is_comment(element: Any) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag != "body" and bool(_COMMENTS.search(named[:1_000]))


def _paragraphs(element: Any) -> list[Block]:
    """Return the first paragraphs of an element that are no links."""
    found = (
        block
        for block in pageblocks.blocks(element)
        if block.element.tag == "p" and block.letters - block.linked >= _LETTERS_OF_PARAGRAPH
    )
    return list(islice(found, _LOOKED_AT))
