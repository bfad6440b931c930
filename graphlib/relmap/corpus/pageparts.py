"""A web page → its own story, and the further ones that stand on it, without what is around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from relmap.corpus import (
    cells,
    pagearticles,
    pageblocks,
    pagebodies,
    pagebounds,
    pagechecks,
    pagefacts,
    pagetables,
    pageteasers,
    pagetexts,
)
from relmap.corpus.libraries import needed, unharmed
from relmap.errors import InputError

#: So many articles of one page are read as stories.
MOST_STORIES = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A story on a page: its text, what the page says of it, and in which languages it may be."""

    text: str
    cells: cells.Cells
    languages: tuple[str, ...] = ()
    row: int | None = None
    tables: int = 0
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Own:
    """What of a page is its own story, what is told of it, and which articles are no teasers."""

    text: str
    cells: cells.Cells
    posts: Sequence[Any] = ()


def stories(page: str, url: str | None) -> list[Found]:
    """Return a page's story, and behind it the further ones that stand in articles of their own."""
    with needed("web pages"):
        from trafilatura import load_html  # noqa: PLC0415  only for pages
    with unharmed("this page is broken beyond reading; save its article as plain text"):
        tree = load_html(pagebounds.shorten_tags(page))
        if tree is None:
            raise InputError("this is no web page; save the article as plain text")
        pagebounds.check_size(tree)
        facts = pagefacts.facts(tree, url)
        text = pagetexts.shown(tree, facts)
        pagechecks.check_story(tree, text, facts.kind)
        tree, text = pagetexts.without_teasers(tree, text, facts)
        elements = pagearticles.candidates(tree)
        text = _with_chapters(tree, elements, text, facts)
        own = _own(tree, elements, text, facts)
        notices = []
        if own.cells is facts.cells:
            shown, notice = pagebodies.whole(own.text, facts.body)
            own = replace(own, text=shown)
            notices = [said for said in (facts.notice, notice) if said]
        beyond = elements[MOST_STORIES:]
        if len(pagearticles.held(beyond, own.text)) < len(beyond):
            notices.append(f"of this page only {MOST_STORIES} stories are read")
        found = Found(
            own.text,
            {**own.cells, "url": url or facts.cells["url"]},
            facts.languages,
            tables=pagetables.count_tables(tree, own.text),
            notices=tuple(notices),
        )
        return [found, *_further(tree, elements, own, facts)]


def _with_chapters(tree: Any, elements: Sequence[Any], text: str, facts: pagefacts.Facts) -> str:
    """Return the text of a story with all of its chapters, and with what stands above the first."""
    if facts.kind != "story" or not pagearticles.are_chapters(tree, elements, facts.names):
        return text
    if any(_is_another(tree, element, facts) for element in elements[:MOST_STORIES]):
        return text
    again = pagetexts.extracted(pagearticles.opened(tree, elements))
    held = pageblocks.key(again)
    whole = all(pageblocks.key(line) in held for line in text.splitlines())
    return again if whole and len(pagearticles.held(elements, again)) == len(elements) else text


def _is_teaser(tree: Any, element: Any, facts: pagefacts.Facts) -> bool:
    """Tell whether an element leads to another story; what has a day of its own may be a post."""
    if not pageteasers.is_teaser(element, facts.here):
        return False
    return facts.kind == "story" or not _day(tree, element)


def _is_another(tree: Any, element: Any, facts: pagefacts.Facts) -> bool:
    """Tell whether an element has a headline that is a link, or a day of its own."""
    return pageteasers.is_linked(element, facts.here) or bool(_day(tree, element))


def _day(tree: Any, element: Any) -> object:
    return pagefacts.facts_within(tree, element, pagearticles.headline(element))["date"]


def _own(tree: Any, elements: Sequence[Any], text: str, facts: pagefacts.Facts) -> _Own:
    """Return what of the text found is the story that the page is about, and what is told of it.

    `elements` are the articles of the page that could be stories. The entries of a live blog stay
    together, and so does a story with its boxes or chapters; of the posts of a blog the page's own
    fields tell nothing.
    """
    held = pagearticles.held(elements, text)
    is_story = facts.kind == "story"
    if not pagearticles.are_all(held, text):
        if len(held) > 1 and _are_posts(tree, held, facts):
            return _beside(tree, held, text, facts)
        return _Own(text, facts.cells)
    own = pagearticles.own(elements, facts.title)
    if len(held) > 1 and is_story and not pagearticles.are_separate(held):
        return _Own(text, facts.cells)
    told = facts.cells
    if own is None and held:
        own = held[0]
        if not is_story:
            told = pagefacts.facts_within(tree, own, pagearticles.headline(own))
    is_post = own is not None and not is_story and pageteasers.is_linked(own, facts.here)
    posts = elements if is_post else ()
    if own is None or held == [own]:
        return _Own(text, told, posts)
    alone = pagetexts.extracted(pagearticles.alone(own))
    if pagechecks.is_too_short(alone):
        return _Own(text, facts.cells, posts)
    return _Own(alone, told, posts)


def _are_posts(tree: Any, held: Sequence[Any], facts: pagefacts.Facts) -> bool:
    """Tell whether articles with other text around them are stories of their own nevertheless.

    Each has a headline of the first rank, or on a page that is no story one that is a link, or a
    day of its own.
    """
    if pagearticles.are_separate(held):
        return facts.kind != "story" or not pagearticles.is_titled_outside(tree, held, facts.names)
    return facts.kind != "story" and all(
        pagearticles.are_separate([element]) or _is_another(tree, element, facts)
        for element in held[:MOST_STORIES]
    )


def _beside(tree: Any, held: Sequence[Any], text: str, facts: pagefacts.Facts) -> _Own:
    """Return the own story of a page with posts and other text around them, which stays in it.

    It is the post with the page's title, or the other text; where that is less than the first post
    of a page that calls itself a story, or too short for one, it goes with that post.
    """
    own = pagearticles.own(held, facts.title)
    outside = "\n".join(pagearticles.outside_of(held, text))
    few = pagechecks.is_too_short(outside)
    told = facts.cells
    if own is None and (few or (facts.kind == "story" and not _is_longer(outside, held[0]))):
        own = held[0]
        if facts.kind != "story":
            told = pagefacts.facts_within(tree, own, pagearticles.headline(own))
    others = [element for element in held if element is not own]
    is_post = own is None or pageteasers.is_linked(own, facts.here)
    posts = others if is_post and facts.kind != "story" else ()
    if own is None:
        return _Own(outside, told, posts)
    alone = pagetexts.extracted(pagearticles.alone(own))
    if pagechecks.is_too_short(alone):
        return _Own(text, facts.cells)
    return _Own(_around(own, alone, held, text), told, posts)


def _around(own: Any, alone: str, held: Sequence[Any], text: str) -> str:
    """Return the text of a post (`alone`) with the lines above and below it that are in no post."""
    lines = text.splitlines()
    within = {pageblocks.key(block.text) for block in pageblocks.blocks(own)}
    at = next((at for at, line in enumerate(lines) if pageblocks.key(line) in within), 0)
    above = pagearticles.outside_of(held, "\n".join(lines[:at]))
    below = pagearticles.outside_of(held, "\n".join(lines[at:]))
    return "\n".join([*above, alone, *below])


def _is_longer(text: str, element: Any) -> bool:
    return pagechecks.letters(text) > sum(block.letters for block in pageblocks.blocks(element))


def _further(
    tree: Any, elements: Sequence[Any], own: _Own, facts: pagefacts.Facts
) -> Iterator[Found]:
    """Yield the stories of a page that its own text does not hold."""
    read = [pageblocks.key(own.text)]
    for element in elements[:MOST_STORIES]:
        if any(pagearticles.is_held(element, whole) for whole in read):
            continue
        if element not in own.posts and _is_teaser(tree, element, facts):
            continue
        alone = pagearticles.alone(element)
        text = pagetexts.extracted(alone)
        if pagechecks.is_too_short(text):
            continue
        if pagechecks.is_list(alone, text):
            continue
        read.append(pageblocks.key(text))
        title = pagearticles.headline(element)
        yield Found(text, pagefacts.facts_within(tree, element, title), facts.languages)
