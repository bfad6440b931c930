"""The text of a story as it was found on a page → the same with a line for each of its blocks.

On a short page the search for the story may give a whole element as one line, its headline glued to
the first sentence: "Macron meets Sunak Emmanuel Macron met …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from relmap.corpus.pageblocks import Block, blocks, key

# So many lines are sought in the whole page.
_MOST_SOUGHT = 200


def unglued(tree: Any, text: str) -> str:
    """Return the text with each line parted that is several whole blocks of the page (an lxml tree).

    A line that is anything else stays as it is.
    """
    return "\n".join(_lines(blocks(tree), text))


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
