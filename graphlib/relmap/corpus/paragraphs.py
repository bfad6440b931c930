"""Text → paragraphs: stretches of text that are one line or one hard-wrapped paragraph.

A line break ends a paragraph, because news sites write one paragraph a line, often without a
blank line between. Text that was wrapped at 60 to 90 characters is joined again: there a line
breaks in the middle of a sentence, and only because the next word no longer fitted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Stretch = tuple[int, int]

# Everything that `str.splitlines` calls a line end; "\r\n" and blank lines leave no stretch.
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]»]*$")
_NARROWEST, _WIDEST = 50, 100
_FULL_SHARE = 0.6
# A sentence that runs on: "… and\nagree to receive content". Shorter lines may be captions.
_RUNS_ON_FROM = 40


def paragraphs(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of all non-blank paragraphs, in order, without the space around them."""
    lines = _stripped_lines(text)
    width = _wrap_width(text, lines)
    joined: list[Stretch] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _continues(text, before, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return tuple(joined)


def _continues(text: str, before: Stretch, line: Stretch, width: int | None) -> bool:
    """Tell whether `line` goes on with the sentence or the wrapped paragraph of the line before."""
    if not _adjacent(text, before, line):
        return False
    if width is not None and _is_full(text, before, line, width):
        return True
    long_enough = before[1] - before[0] >= _RUNS_ON_FROM
    ends_open = text[before[1] - 1].islower() or text[before[1] - 1] == ","
    return long_enough and ends_open and text[line[0]].islower()


def _stripped_lines(text: str) -> list[Stretch]:
    stretches = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            stretches.append((start, end))
    return stretches


def _adjacent(text: str, before: Stretch, after: Stretch) -> bool:
    """Tell whether only one line end lies between two lines."""
    gap = text[before[1] : after[0]]
    return len((gap.strip(" \t\xa0") + "|").splitlines()) <= 2


def _wrap_width(text: str, lines: Sequence[Stretch]) -> int | None:
    """Return the width at which the text was wrapped, or None when it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if len(pairs) < 2:
        return None
    width = max(end - start for (start, end), _ in pairs)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [pair for pair in pairs if _is_full(text, pair[0], pair[1], width)]
    running = [a for a, _ in full if not _SENTENCE_END.search(text[a[0] : a[1]][-8:])]
    if len(full) < 2 or len(full) < _FULL_SHARE * len(pairs):
        return None
    return width if len(running) >= _FULL_SHARE * len(full) else None


def _is_full(text: str, line: Stretch, after: Stretch, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    first_word = text[after[0] : after[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first_word) > width
