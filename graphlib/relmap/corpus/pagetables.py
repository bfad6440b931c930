"""A story found on a page → how many tables of figures or names stand in it and are not read.

A row of a table is no sentence: who stands beside whom in it has not met.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from relmap.corpus.pageblocks import key, key_of, story_blocks

_OUTSIDE = frozenset(("aside", "footer", "form", "header", "nav"))
_MOST = 100
_FEWEST_ROWS = 2


def count_tables(tree: Any, text: str) -> int:
    """Return the number of tables with a head that stand beside the paragraphs of a story.

    `tree` is the page (an lxml tree), `text` what was found of the story. A table without a head
    may be there for the layout only; such are not counted, and neither is one that was read.
    """
    headed = [table for table in islice(tree.iter("table"), _MOST) if _has_head(table)]
    if not headed:
        return 0
    beside = {block.element.getparent() for block in story_blocks(tree, text)}
    whole = key(text)
    return sum(
        any(outer in beside for outer in table.iterancestors())
        and not any(outer.tag in _OUTSIDE for outer in table.iterancestors())
        and not _is_read(table, whole)
        for table in headed
    )


def _has_head(table: Any) -> bool:
    rows = list(islice(table.iter("tr"), _FEWEST_ROWS))
    inner = table.find(".//table") is not None
    return len(rows) == _FEWEST_ROWS and table.find(".//th") is not None and not inner


def _is_read(table: Any, whole: str) -> bool:
    cells = (key_of(cell) for cell in table.iter("td"))
    longest = max(islice(cells, _MOST), key=len, default="")
    return longest in whole
