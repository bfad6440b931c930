"""A PDF's printed lines → running text: paragraphs joined, divided words put together.

A line goes on with the paragraph above where it stands right below in the same size, is not
indented, and its first word would not have fitted above: how far the column reaches is told by all
lines of the page that stand over or under it. A list's lines are no sentence, however long. What stands at the top or bottom of many
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
# So many lines before and behind in the file are looked at; a newspaper's page has some hundreds.
_NEAR = 400
# So many lines of so few words, all with a capital, are a list and no sentence.
_LIST, _LIST_WORDS = 3, 6
# So many lines that end together are those of a justified column.
_TOGETHER = 3
# In heights of a line: a title's lines are closer than those of a text may be.
_TITLE_GAP = 1.5
_BULLETS = tuple("•‣▪▫■□◦●○◆◇►▶·*\uf0b7\uf0a7\uf0d8")
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
    page: Sequence[Printed] = ()  # those near the last line
    waiting: list[str] = field(default_factory=list)

    def add(self, line: Printed, page: Sequence[Printed]) -> None:
        """Go on with the paragraph, or begin the next; `page` are the lines near this one."""
        if self.lines and not _goes_on(self.lines, line, self.page):
            self.end()
        self.lines.append(line)
        self.page = page

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
        body = [line for place, line in enumerate(page) if place not in edges]
        done = 0
        for place, line in enumerate(page):
            if place not in edges:
                writer.add(line, body[max(done - _NEAR, 0) : done + _NEAR])
                done += 1
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


def _goes_on(lines: Sequence[Printed], line: Printed, page: Sequence[Printed]) -> bool:
    """Tell whether a line goes on with the paragraph that these lines of a page are."""
    above = lines[-1]
    size = max(above.height, line.height, 0.1)
    if not _is_like(above, line):
        return False
    if above.hyphen or line.text.startswith(_BULLETS):
        return above.hyphen
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
        return (
            open_end
            and len(column) > 1
            and _is_full(column, column[-2], "a", ())
            and _is_full(column, column[-2], line.text, page)
        )
    indented = line.left - min(one.left for one in column[-2:]) > _INDENT * size
    return (
        not indented
        and not (down > _TITLE_GAP * size and _is_large(line, page))
        and _is_full(column, line, line.text, page)
        and not _is_list(above, line, page)
    )


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


def _is_full(
    column: Sequence[Printed], beside: Printed, text: str, page: Sequence[Printed]
) -> bool:
    """Tell whether the first word of `text` would not have fitted on the column's last line.

    How far the column reaches is told by its last lines, the one beside or below, and the widest
    of the page's lines over and under it that does not reach past what stands beside it.
    """
    above = column[-1]
    letter = (above.right - above.left) / max(len(above.text), 1)
    word = text.split(maxsplit=1)[0]
    limit = min(
        (
            one.left
            for one in page
            if one.left >= above.right
            and any(abs(one.base - other.base) < 0.7 * other.height for other in column)
        ),
        default=float("inf"),
    )
    wide = (
        one.right
        for one in page
        if one.left <= above.left + letter < one.right <= limit and _is_like(one, above)
    )
    together = {
        one.text
        for one in page
        if one.left < above.right and abs(one.right - above.right) < 1 and _is_like(one, above)
    }
    if len(together) >= _TOGETHER:
        return True
    edge = max(*(one.right for one in column), beside.right, *wide)
    return above.right + (len(word) + 1) * letter > edge - letter


def _is_list(above: Printed, line: Printed, page: Sequence[Printed]) -> bool:
    """Tell whether two lines are of a list: names, headlines, each on a line of its own.

    A text has a line somewhere that begins within a sentence, or lines that end together.
    """
    if abs(above.right - line.right) < 1:
        return False
    left = min(above.left, line.left)
    column = [
        one for one in page if abs(one.left - left) < 0.5 * line.height and _is_like(one, line)
    ]
    return len(column) >= _LIST and all(
        one.text[:1].isupper() and len(one.text.split()) <= _LIST_WORDS for one in column
    )


def _is_large(line: Printed, page: Sequence[Printed]) -> bool:
    """Tell whether most of the page's lines are smaller."""
    return 2 * sum(one.height < (1 - OTHER_SIZE) * line.height for one in page) > len(page)


def _is_like(one: Printed, other: Printed) -> bool:
    """Tell whether two lines are of about the same size."""
    return abs(one.height - other.height) <= OTHER_SIZE * max(one.height, other.height, 0.1)


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
