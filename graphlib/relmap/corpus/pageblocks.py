"""A page → its blocks of text, and how much of a story found among them leads to other pages.

The page of a section is a list of teasers: each a headline that is a link, and a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from relmap.corpus.markup import BLOCKS

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("head", "noscript", "script", "style", "svg", "template"))
# "By Ann Lee", "2 hours ago" beside a teaser.
_FEWEST_LETTERS = 25
# Two teasers may be all that is left of a paid story.
_FEWEST_TEASERS = 3
# So many blocks are sought in a whole text.
_MOST_SOUGHT = 300


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text within one block element: all of its letters, and those in links."""

    element: Any
    text: str
    letters: int
    linked: int


def blocks(tree: Any) -> list[Block]:
    """Return the blocks of text of a page (an lxml tree) or of one of its elements, in order."""
    found: list[Block] = []
    block: Any = None
    pieces: list[tuple[str, bool]] = []
    for element, text, linked in _pieces(tree):
        if element is not block:
            found.extend(_block(block, pieces))
            block, pieces = element, []
        pieces.append((text, linked))
    found.extend(_block(block, pieces))
    return found


def key(text: str) -> str:
    """Return a line as it is compared: its letters and digits only."""
    return "".join(filter(str.isalnum, text.casefold()))


def key_of(element: Any) -> str:
    """Return all that stands in an element as it is compared."""
    return key("".join(element.itertext()))


def linked_share(tree: Any, text: str) -> float:
    """Return which share of a story found on a page is teasers of others: their letters of all.

    A paragraph is a teaser if most of it is a link, or if it shares its part of the page with a
    headline that is one, and with no other paragraph. 0 where less than three are.
    """
    given = blocks(tree)
    story = _among(given, text)
    counted = [block for block in story if is_paragraph(block)]
    holds = Counter(outer for block in counted for outer in _outers(block.element))
    headed = {
        outer
        for block in given
        if block.element.tag in _HEADINGS and is_linked(block)
        for outer in _outers(block.element)
    }
    teasers = [
        block
        for block in story
        if is_linked(block) or (is_paragraph(block) and _is_headed(block, holds, headed))
    ]
    if len(teasers) < _FEWEST_TEASERS:
        return 0.0
    letters = sum(map(str.isalpha, text))
    return sum(block.letters for block in teasers) / max(1, letters)


def held_share(paragraphs: Sequence[Block], whole: Container[str]) -> float:
    """Return which share of some paragraphs' letters stands in a text.

    The text is given as `key` gives it, whole or by lines.
    """
    held = sum(block.letters for block in paragraphs if key(block.text) in whole)
    return held / max(1, sum(block.letters for block in paragraphs))


def is_paragraph(block: Block) -> bool:
    """Tell whether a block is no heading and longer than "By Ann Lee", "2 hours ago"."""
    return block.element.tag not in _HEADINGS and block.letters >= _FEWEST_LETTERS


def is_linked(block: Block) -> bool:
    """Tell whether most of a block is a link to another page."""
    return 2 * block.linked > block.letters


def story_blocks(tree: Any, text: str) -> list[Block]:
    """Return the blocks of a page that a story found on it consists of."""
    return _among(blocks(tree), text)


def _among(given: Sequence[Block], text: str) -> list[Block]:
    """Return the blocks that a story found on the page consists of."""
    lines = {key(line) for line in text.splitlines()} - {""}
    found = [block for block in given if key(block.text) in lines]
    if 2 * sum(block.letters for block in found) > sum(map(str.isalpha, text)):
        return found
    # Where a page is a heap of elements the search for its story may join them in one line.
    whole = key(text)
    long = [block for block in given if block.letters >= _FEWEST_LETTERS][:_MOST_SOUGHT]
    return [block for block in long if key(block.text) in whole]


def _is_headed(block: Block, holds: Counter[Any], headed: set[Any]) -> bool:
    """Tell whether what holds this paragraph and no other one has a headline that is a link."""
    alone = takewhile(lambda outer: holds[outer] <= 1, _outers(block.element))
    return any(outer in headed for outer in alone)


def _outers(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


def _block(element: Any, pieces: Sequence[tuple[str, bool]]) -> Iterator[Block]:
    text = " ".join("".join(piece for piece, _ in pieces).split())
    if key(text):
        letters = sum(map(str.isalpha, text))
        linked = sum(sum(map(str.isalpha, piece)) for piece, is_linked in pieces if is_linked)
        yield Block(element, text, letters, linked)


def _pieces(tree: Any) -> Iterator[tuple[Any, str, bool]]:
    """Yield each text with the block that holds it, and whether it is in a link to another page.

    An empty text of another block stands where a block ends, so that what follows begins anew.
    """
    waiting: list[tuple[Any, Any, bool, bool]] = [(tree, tree, False, False)]
    while waiting:
        element, block, linked, is_end = waiting.pop()
        if is_end:
            yield block, element.tail or "", linked
            continue
        if element is not tree:
            waiting.append((element, block, linked, True))
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        if element.tag in BLOCKS:
            block = element
            yield element, "", linked
        linked = linked or (element.tag == "a" and _leads_away(element))
        yield block, element.text or "", linked
        waiting.extend((child, block, linked, False) for child in reversed(element))


def _leads_away(link: Any) -> bool:
    target = (link.get("href") or "").strip()
    return bool(target) and not target.startswith("#")
