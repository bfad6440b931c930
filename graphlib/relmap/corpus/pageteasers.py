"""A page with `<article>`s that only lead to other stories → which they are, the page without them.

A teaser is a headline that is a link and a sentence or two, often with who wrote it and when: where
it stands among the paragraphs of a story, its people seem to be in it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from copy import deepcopy
from itertools import islice
from typing import Any

from relmap.corpus import pageblocks
from relmap.corpus.pagestories import bare

#: Headlines of an `<article>`.
HEADLINES = ("h1", "h2", "h3")
# A story has more paragraphs than a teaser, or longer ones.
_FEWEST_PARAGRAPHS, _MOST_LETTERS = 3, 600
# So many elements has no teaser, and so many articles of a page are looked at.
_MOST_ELEMENTS, _MOST_ARTICLES = 200, 1_000


def teasers(tree: Any, here: Set[str], own: Set[str]) -> list[Any]:
    """Return the articles of a page (an lxml tree) that lead to other stories.

    `here` are the page's addresses as `pagestories.bare` gives them, `own` its titles as
    `pageblocks.key` does: what is headed by one is no other story.
    """
    found = islice(tree.iter("article"), _MOST_ARTICLES)
    return [
        element
        for element in found
        if is_teaser(element, here)
        and not own & set(map(pageblocks.key_of, element.iter(*HEADLINES)))
        and not _begins_story(tree, element, own)
    ]


def _begins_story(tree: Any, element: Any, own: Set[str]) -> bool:
    """Tell whether the page's title stands directly above an element: its link names the desk."""
    above = None
    for block in pageblocks.blocks(tree):
        if element is block.element or element in block.element.iterancestors("article"):
            return (
                above is not None
                and above.element.tag == "h1"
                and pageblocks.key_of(above.element) in own
            )
        above = block
    return False


def is_teaser(element: Any, here: Set[str]) -> bool:
    """Tell whether a headline leads away, is not of the first rank, and has no story behind it."""
    if len(list(islice(element.iter(), _MOST_ELEMENTS))) == _MOST_ELEMENTS:
        return False
    if element.find(".//h1") is not None or not is_linked(element, here):
        return False
    told = [
        block.letters
        for block in pageblocks.blocks(element)
        if pageblocks.is_paragraph(block) and not pageblocks.is_linked(block)
    ]
    return len(told) < _FEWEST_PARAGRAPHS and sum(told) <= _MOST_LETTERS


def is_linked(element: Any, here: Set[str]) -> bool:
    """Tell whether the headline in an element is a link to another page, or stands in one."""
    heading = _heading(element)
    if heading is None:
        return False
    within = list(heading.iter("a"))
    letters = sum(len(pageblocks.key_of(link)) for link in within)
    if 2 * letters <= len(pageblocks.key_of(heading)):
        within = list(islice(heading.iterancestors("a"), 1))
    return any(_leads_away(link.get("href") or "", here) for link in within)


def without(tree: Any, elements: Sequence[Any]) -> Any:
    """Return a copy of a page without some of its articles; what stands behind them stays."""
    gone = set(elements)
    copied = deepcopy(tree)
    pairs = list(zip(tree.iter("article"), copied.iter("article"), strict=True))
    for element, twin in pairs:
        if element in gone:
            twin.drop_tree()
    return copied


def _heading(element: Any) -> Any:
    headings = element.iter(*HEADLINES)
    return next((found for found in headings if pageblocks.key_of(found)), None)


def _leads_away(target: str, here: Set[str]) -> bool:
    """Tell whether a link leads to another page: the entries of a live blog link to themselves."""
    path = target.strip().casefold().partition("#")[0].partition("?")[0].rstrip("/")
    if not path:
        return False
    if "://" in path or path.startswith("//"):
        return bare(path if "://" in path else f"https:{path}") not in here
    return not any(address.endswith(f"/{path.lstrip('./')}") for address in here)
