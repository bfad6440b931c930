"""The text of a story as it was found on a page → the same lines as on the page, in their order.

On a short page the search for the story may give a whole element as one line, its headline glued to
the first sentence: "Macron meets Sunak Emmanuel Macron met …". A box in an `<article>` of its own
it may put above the story: "Ann Lee writes about Asia." above "Emmanuel Macron met …".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Any

from relmap.corpus.pageblocks import Block, blocks, key

# So many lines are sought in the whole page.
_MOST_SOUGHT = 200


def unglued(tree: Any, text: str) -> str:
    """Return the text with each line parted that is several whole blocks of the page (an lxml tree).

    A line that is anything else stays as it is.
    """
    return "\n".join(_lines(blocks(tree), text))


def in_order(tree: Any, text: str) -> str:
    """Return the text with a box that stands above all of it where it stands on the page.

    A box is an article whose lines follow others of the text there; of a text in order nothing is
    moved.
    """
    given = blocks(tree)
    lines, places = text.splitlines(), _places(given)
    found = [places.get(key(line)) for line in lines]
    first = next((place for place in found if place is not None), None)
    box = None if first is None else _article_of(given[first].element)
    if box is None:
        return text
    within = {key(block.text) for block in blocks(box)}
    size = len(list(takewhile(lambda line: key(line) in within, lines)))
    known = [place for place in found[:size] if place is not None]
    behind = [(at, place) for at, place in enumerate(found) if at >= size and place is not None]
    if not known or not any(place < known[0] for _, place in behind):
        return text
    at = next((at for at, place in behind if place > known[-1]), len(lines))
    return "\n".join([*lines[size:at], *lines[:size], *lines[at:]])


def _places(given: Sequence[Block]) -> dict[str, int]:
    """Return where on the page each text stands, of those that stand there once."""
    keys = [key(block.text) for block in given]
    counts = Counter(keys)
    return {wanted: place for place, wanted in enumerate(keys) if counts[wanted] == 1}


def _article_of(element: Any) -> Any:
    """Return the innermost `<article>` around an element, or itself; None if there is none."""
    return element if element.tag == "article" else next(element.iterancestors("article"), None)


def _lines(given: Sequence[Block], text: str) -> Iterator[str]:
    keys = [key(block.text) for block in given]
    bounds = {at: place for place, at in enumerate(accumulate(map(len, keys), initial=0))}
    whole, known, behind, sought = "".join(keys), set(keys), 0, 0
    for line in text.splitlines():
        wanted = key(line)
        if not wanted or wanted in known or sought == _MOST_SOUGHT:
            yield line
            continue
        sought += 1
        start = whole.find(wanted, behind)
        first, last = bounds.get(start), bounds.get(start + len(wanted))
        if first is None or last is None:
            yield line
        else:
            behind = start + len(wanted)
            yield from (block.text for block in given[first:last])
