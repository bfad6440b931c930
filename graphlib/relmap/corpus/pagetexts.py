"""A web page → the text of its story, without other stories that the search for it takes along."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from relmap.corpus import (
    markup,
    pagearticles,
    pageblocks,
    pagechecks,
    pagefacts,
    pagelines,
    pageteasers,
)


def shown(tree: Any, facts: pagefacts.Facts) -> str:
    """Return the text of the story of a page, without those that its JSON-LD gives of others.

    Of a page that shows a few lines only, the search for a story takes all such texts.
    """
    text = extracted(tree)
    found = pageblocks.key(text)
    others = (pageblocks.key(markup.without_markup(body)) for body in facts.foreign)
    if not any(other in found for other in others if other):
        return text
    bare = deepcopy(tree)
    for script in list(bare.iter("script")):
        script.drop_tree()
    rest = extracted(bare)
    own = markup.without_markup(facts.body) if isinstance(facts.body, str) else ""
    return own if pagechecks.is_too_short(rest) else rest


def extracted(tree: Any) -> str:
    """Return the text of the story of a page (an lxml tree), "" where none is found."""
    from trafilatura import bare_extraction  # noqa: PLC0415  only for pages

    found = bare_extraction(tree, include_comments=False, include_tables=False)
    text = pagelines.unglued(tree, getattr(found, "text", None) or "")
    return pagelines.in_order(tree, text)


def without_teasers(tree: Any, text: str, facts: pagefacts.Facts) -> tuple[Any, str]:
    """Return a page and its text without the teasers that were found among its paragraphs.

    They are left out only where most of the text is something else, and all of that stays.
    """
    found = pageteasers.teasers(tree, facts.here, facts.names)
    rest = "".join(map(pageblocks.key, pagearticles.outside_of(found, text)))
    whole = pageblocks.key(text)
    if len(rest) == len(whole) or 2 * len(rest) <= len(whole):
        return tree, text
    bare = pageteasers.without(tree, found)
    again = extracted(bare)
    held = pageblocks.key(again)
    if all(pageblocks.key(line) in held for line in pagearticles.outside_of(found, text)):
        return bare, again
    return tree, text
