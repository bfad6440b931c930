"""Text → lines with roles: what is story, and what only stands on the page beside it.

First the text falls into paragraphs, then each gets a role from its shape and its place, then
datelines and page furniture inside a paragraph become lines of their own. Nothing is dropped:
lines are disjoint, in order, and cover every character that is not white space.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relmap.corpus import bylines, datelines, furniture, headlines, roles
from relmap.corpus.paragraphs import Stretch, paragraphs
from relmap.models import Line, Role

#: The longest line in characters; longer ones are cut so that the language model stays bounded.
LONGEST = 20_000
# A block of links behind "Similar Posts" has short lines and not many of them.
_MOST_LINKS, _LONGEST_LINK = 12, 160
# Authors are told of in the first line or the last few.
_EDGE = 5


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of an article's text with their roles."""
    found = paragraphs(text)
    cut: list[Line] = []
    for stretch, role in zip(found, _roles(text, found), strict=True):
        if role in ("story", "heading"):
            cut.extend(_story_lines(text, stretch, role))
        else:
            cut.append(Line(*stretch, role))
    return tuple(cut)


def _roles(text: str, found: Sequence[Stretch]) -> list[Role]:
    contents = [text[start:end] for start, end in found]
    given: list[Role | None] = [roles.by_shape(line) for line in contents]
    _mark_author(contents, given)
    _mark_links(contents, given)
    _mark_shouted(contents, given)
    return [role or _plain_role(contents, index) for index, role in enumerate(given)]


def _mark_author(contents: Sequence[str], given: list[Role | None]) -> None:
    """Mark "About the author" with the line below, and who wrote it at the article's edges."""
    for index, line in enumerate(contents):
        if bylines.ABOUT.fullmatch(line):
            given[index : index + 2] = ["byline"] * len(given[index : index + 2])
    if len(contents) > 1 and given[0] is None and bylines.is_bare(contents[0]):
        given[0] = "byline"
    if len(contents) > 2 and given[:2] == ["byline", None] and bylines.is_affiliation(contents[1]):
        given[1] = "byline"
    open_lines = [index for index, role in enumerate(given) if role is None]
    for index in {*open_lines[:1], *open_lines[-_EDGE:]}:
        if len(open_lines) > 1 and bylines.is_biography(contents[index]):
            given[index] = "byline"


def _mark_links(contents: Sequence[str], given: list[Role | None]) -> None:
    """Mark the links below a label: one headline, or all short lines up to the article's end."""
    for index, line in enumerate(contents):
        if given[index] != "teaser" or not roles.announces_links(line):
            continue
        rest = range(index + 1, len(contents))
        if len(rest) <= _MOST_LINKS and all(_is_link(contents[i]) for i in rest):
            for i in rest:
                given[i] = given[i] or "navigation"
        elif (
            len(rest) > 1
            and given[index + 1] is None
            and headlines.is_headline(contents[index + 1])
        ):
            given[index + 1] = "teaser"


def _is_link(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and not line.rstrip("\"”’')").endswith((".", "!"))


def _mark_shouted(contents: Sequence[str], given: list[Role | None]) -> None:
    """Mark links in capitals between paragraphs of a text that is otherwise in normal letters."""
    if sum(line.isupper() for line in contents) * 3 > len(contents):
        return
    for index, line in enumerate(contents):
        if index and given[index] is None and headlines.is_shouted(line):
            given[index] = "teaser"


def _plain_role(contents: Sequence[str], index: int) -> Role:
    line = contents[index]
    if index + 1 < len(contents) and datelines.find(line) is None:
        first = index == 0 and headlines.is_headline(line)
        if first or headlines.is_heading(line):
            return "heading"
    return "story"


def _story_lines(text: str, stretch: Stretch, role: Role) -> Iterator[Line]:
    start, end = stretch
    dateline = datelines.find(text, start, end)
    if dateline is not None:
        yield Line(start, start + len(text[start : dateline.end].rstrip()), "dateline")
        start = dateline.end
    for piece_start, piece_end, piece_role in furniture.split(text, start, end):
        for first, last in _bounded(text, piece_start, piece_end):
            yield Line(first, last, piece_role or role)


def _bounded(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Cut a stretch longer than LONGEST behind a sentence, else at white space, else anywhere."""
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind(mark) + 1 for mark in (". ", "? ", "! ", ".\n", "” "))
        if cut < LONGEST // 2:
            cut = max(window.rfind(" "), window.rfind("\n"))
        cut = cut if cut > 0 else LONGEST
        piece = window[:cut].rstrip()
        if piece:
            yield start, start + len(piece)
        start += cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
