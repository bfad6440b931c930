"""Articles with their names marked in the text: "[Aminata Sow|P] told [IPS|O] in [Dakar|G]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: What a mark's letter stands for: the entity labels of OntoNotes, which the pipeline was trained on.
LABELS = {
    "P": "PERSON",
    "O": "ORG",
    "G": "GPE",
    "N": "NORP",
    "L": "LOC",
    "F": "FAC",
    "E": "EVENT",
    "W": "WORK_OF_ART",
    "R": "PRODUCT",
    "A": "LAW",
    "X": "LANGUAGE",
}

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z])\]")

#: An article begins with a line "=== country | topic".
HEAD = re.compile(r"^=== (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of text with its names as (start, end, label)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article: the folder and file it stands in, its heading, and its lines that are not blank."""

    place: str
    heading: str
    lines: tuple[MarkedLine, ...]

    @property
    def text(self) -> str:
        """The article as a reader sees it."""
        return "\n\n".join(line.text for line in self.lines)


def read_folder(folder: Path) -> Iterator[MarkedArticle]:
    """Every article in the .txt files below a folder, sorted by path."""
    for path in sorted(folder.rglob("*.txt")):
        place = path.relative_to(folder).as_posix()
        parts = HEAD.split(path.read_text(encoding="utf-8"))[1:]
        for heading, body in zip(parts[::2], parts[1::2], strict=True):
            lines = tuple(read_line(line.strip()) for line in body.splitlines() if line.strip())
            yield MarkedArticle(place, heading.strip(), lines)


def read_line(line: str) -> MarkedLine:
    """A line without its marks, and where the names stand then; ValueError for a broken mark."""
    parts: list[str] = []
    names: list[tuple[int, int, str]] = []
    length = position = 0
    for match in MARK.finditer(line):
        parts += [line[position : match.start()], match[1]]
        start = length + match.start() - position
        length = start + len(match[1])
        names.append((start, length, LABELS[match[2]]))
        position = match.end()
    text = "".join([*parts, line[position:]])
    if re.search(r"[\[\]|]", text):
        raise ValueError(f"a mark is broken in: {line}")
    return MarkedLine(text, tuple(names))
