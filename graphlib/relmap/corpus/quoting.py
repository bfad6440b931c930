"""A mail's plain text → its lines as they were written: joined where the mail program broke them.

A line that ends with a space goes on in the next one where the mail says so ("format=flowed", RFC
3676); marks of quotation (">") are counted and left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from relmap.corpus.paragraphs import paragraphs

_QUOTED = re.compile(r"(?:> ?)+")
_FLOWED = re.compile(r">*")
#: What stands above a signature.
SIGNATURE = "-- "
# A signature is a few short lines; what is longer may be a second story.
_MOST_LINES, _LONGEST_LINE, _LONGEST_SIGNATURE = 8, 80, 400


class QuotedLine(NamedTuple):
    """A line without its marks of quotation, and how many these were."""

    depth: int
    text: str


def lines_of(text: str, *, flowed: bool = False, delete_space: bool = False) -> list[QuotedLine]:
    """Return the lines of a mail's text, those that flow joined (`delete_space`: without a space)."""
    if not flowed:
        return [_quoted(line) for line in text.splitlines()]
    lines: list[tuple[int, list[str]]] = []
    goes_on = False
    for raw in text.splitlines():
        depth, line = _stuffed(raw)
        if not (goes_on and depth == lines[-1][0] and line != SIGNATURE):
            lines.append((depth, []))
        goes_on = line.endswith(" ") and line != SIGNATURE
        lines[-1][1].append(line[:-1] if goes_on and delete_space else line)
    return [QuotedLine(depth, "".join(pieces)) for depth, pieces in lines]


def _quoted(line: str) -> QuotedLine:
    match = _QUOTED.match(line)
    return QuotedLine(match[0].count(">"), line[match.end() :]) if match else QuotedLine(0, line)


def _stuffed(line: str) -> tuple[int, str]:
    """Return how deep a line of flowed text is quoted, and the line without its first space."""
    marks = _FLOWED.match(line)
    depth = marks.end() if marks else 0
    rest = line[depth:]
    if depth and rest.startswith(" >"):  # "> > …": a program that does not know better
        return _quoted(line)
    return depth, rest.removeprefix(" ") if rest != SIGNATURE else rest


def written(lines: Sequence[QuotedLine]) -> str:
    """Return lines as a text: what is quoted alike is unwrapped by itself, signatures left out."""
    runs = [[line.text for line in run] for _, run in groupby(lines, key=lambda line: line.depth)]
    return "\n".join(_unwrapped(_unsigned(run)) for run in runs).strip("\r\n")


def _unsigned(run: Sequence[str]) -> str:
    """Return the lines of a run as a text, without the signature at its end."""
    filled = size = 0
    for place in reversed(range(len(run))):
        if run[place] == SIGNATURE:
            return "\n".join(run[:place])
        length = len(run[place].strip())
        filled, size = filled + bool(length), size + length
        if filled > _MOST_LINES or length > _LONGEST_LINE or size > _LONGEST_SIGNATURE:
            break
    return "\n".join(run)


def _unwrapped(text: str) -> str:
    """Return a text with each of its paragraphs on one line."""
    pieces: list[str] = []
    done = 0
    for start, end in paragraphs(text):
        pieces.extend((text[done:start], " ".join(text[start:end].split())))
        done = end
    return "".join((*pieces, text[done:]))
