"""A PDF's printed lines → running text: paragraphs joined, divided words put together.

A line goes on with the paragraph above where it stands right below in the same size, is not
indented, and its first word would not have fitted above. What stands at the top or bottom of many
pages is a line of its own, once, and no part of the sentence that runs on to the next page. A
divided word loses its hyphen only where the document has it in one piece elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from relmap.corpus.pdffurniture import Key, furniture, key_of, repeated
from relmap.corpus.pdfpages import OTHER_SIZE, WIDEST_GAP, Printed

# How far back the width of a column is looked for.
_LINES_BACK = 4
_WORD = re.compile(r"\w+(?:-\w+)*")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]»]*$")
# In heights of a line.
_INDENT = 0.7


@dataclass(slots=True)
class _Writer:
    """The text so far: whole paragraphs, the one that may go on, and what waits for its end."""

    known: Counter[str]
    paragraphs: list[str] = field(default_factory=list)
    lines: list[Printed] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def add(self, line: Printed) -> None:
        """Go on with the paragraph, or begin the next."""
        if self.lines and not _goes_on(self.lines, line):
            self.end()
        self.lines.append(line)

    def end(self) -> None:
        """End the paragraph; the headers and footers that it ran across follow it."""
        if self.lines:
            self.paragraphs.append(_joined(self.lines, self.known))
        self.paragraphs.extend(self.waiting)
        self.lines, self.waiting = [], []


def running_text(pages: Sequence[Sequence[Printed]]) -> str:
    """Return the text of a document, a blank line between two paragraphs."""
    known = Counter(word.casefold() for page in pages for word in _whole_words(page))
    writer = _Writer(known)
    shares = repeated(pages)
    said: set[Key] = set()
    for page in pages:
        edges = furniture(page, shares)
        for place, line in enumerate(page):
            if place not in edges:
                writer.add(line)
            elif key_of(line) not in said:
                said.add(key_of(line))
                writer.waiting.append(line.text)
    writer.end()
    return "\n\n".join(writer.paragraphs)


def _whole_words(page: Iterable[Printed]) -> Iterator[str]:
    """Yield the words of a page without the two halves of divided ones."""
    divided = False
    for line in page:
        words = _WORD.findall(line.text)
        yield from words[1 if divided else 0 : -1 if line.hyphen else None]
        divided = line.hyphen


def _goes_on(lines: Sequence[Printed], line: Printed) -> bool:
    """Tell whether a line goes on with the paragraph that these lines are."""
    above = lines[-1]
    size = max(above.height, line.height, 0.1)
    if abs(above.height - line.height) > OTHER_SIZE * size:
        return False
    if above.hyphen:
        return True
    down = above.base - line.base
    if abs(down) < 0.5 * size:  # the same line, in two pieces
        return -size <= line.left - above.right < size
    column = _same_column(lines)
    open_end = _SENTENCE_END.search(above.text) is None
    if open_end and line.text[:1].islower():
        return True
    beside = line.left > above.right or line.right < above.left
    if beside or not 0 < down <= WIDEST_GAP * size:
        # Another column or page: the sentence runs on behind a full line only.
        return open_end and len(column) > 1 and _is_full(column, column[-2], "a")
    indented = line.left - min(one.left for one in column[-2:]) > _INDENT * size
    return not indented and _is_full(column, line, line.text)


def _same_column(lines: Sequence[Printed]) -> Sequence[Printed]:
    """Return the last lines that stand one below the other, a few of them."""
    start = len(lines) - 1
    while (
        start > len(lines) - _LINES_BACK
        and start
        and 0 < lines[start - 1].base - lines[start].base <= 3 * lines[start].height
    ):
        start -= 1
    return lines[start:]


def _is_full(column: Sequence[Printed], beside: Printed, text: str) -> bool:
    """Tell whether the first word of `text` would not have fitted on the column's last line.

    How far the column reaches is told by its last lines and the one beside or below.
    """
    above = column[-1]
    letter = (above.right - above.left) / max(len(above.text), 1)
    word = text.split(maxsplit=1)[0]
    edge = max(*(one.right for one in column), beside.right)
    return above.right + (len(word) + 1) * letter > edge - letter


def _joined(lines: Sequence[Printed], known: Counter[str]) -> str:
    text = lines[0].text
    for above, line in pairwise(lines):
        if above.hyphen:
            text += _between(text, line.text, known) + line.text
        else:
            text += " " + line.text
    return text


def _between(before: str, after: str, known: Counter[str]) -> str:
    """Return what stands between the halves of a word: nothing, or the hyphen that is its own.

    "Lav-|rov" is Lavrov where Lavrov is named elsewhere; "long-|term" keeps its hyphen.
    """
    halves = _WORD.findall(before)[-1:], _WORD.findall(after)[:1]
    if not (halves[0] and halves[1]) or not after[0].islower():
        return "-"
    first, second = halves[0][0].casefold(), halves[1][0].casefold()
    return "" if known[first + second] > known[f"{first}-{second}"] else "-"
