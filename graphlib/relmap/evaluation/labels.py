"""The labels of one gold article, each found in its text: sentences, names, ignored stretches."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from relmap.evaluation.cells import Cell
from relmap.evaluation.gold import GoldName, GoldSentence
from relmap.models import KINDS

_SENTENCE = ("text", "actors", "optional", "references", "evidence")

#: Characters of a sentence that an error quotes.
_QUOTED = 50


def read_sentences(article: Cell, text: str, actors: Collection[str]) -> tuple[GoldSentence, ...]:
    """The labelled sentences in the order of the text; what lies between them is not scored."""
    found: list[GoldSentence] = []
    position = 0
    for cell in article.items("sentences", "sentence"):
        cell.keys(_SENTENCE)
        words = cell.text("text", needed=True)
        start = text.find(words, position)
        if start < 0:
            quoted = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
            behind = " after the sentence before it" if words in text else ""
            cell.fail(
                f'"{quoted}" is not in the text{behind}; copy it from the article exactly, '
                "and keep the order of the text."
            )
        position = start + len(words)
        found.append(read_sentence(cell, start, words, actors))
    return tuple(found)


def read_sentence(cell: Cell, start: int, words: str, actors: Collection[str]) -> GoldSentence:
    """One sentence and whom it names."""
    sentence = GoldSentence(
        start=start,
        end=start + len(words),
        actors=frozenset(cell.texts("actors")),
        optional=frozenset(cell.texts("optional")),
        references=frozenset(cell.texts("references")),
        is_evidence=cell.flag("evidence", default=True),
    )
    for name in sorted(sentence.actors | sentence.references):
        if name not in actors:
            cell.fail(f'there is no actor "{name}"; add it to "actors" or check its spelling.')
    for name in sorted(sentence.optional):
        if name not in actors and name not in words:
            cell.fail(
                f'"{name}" is neither an actor nor in the sentence; an optional name must be one.'
            )
    if both := sorted(sentence.actors & (sentence.references | sentence.optional)):
        cell.fail(f'"{both[0]}" is an actor here and something else too; keep it in one list.')
    if sentence.actors and not sentence.is_evidence:
        cell.fail("a line that is no evidence names nobody; take its actors or the mark away.")
    return sentence


def read_names(article: Cell, text: str) -> tuple[GoldName, ...]:
    """The labelled names in the order of the text; no two share a character."""
    names: list[tuple[GoldName, Cell]] = []
    for cell in article.items("names", "name"):
        cell.keys(("start", "end", "kind"))
        start, end = read_stretch(cell, text)
        kind = next((kind for kind in KINDS if kind == cell.value.get("kind")), None)
        if kind is None:
            cell.fail(f'"kind" must be one of {", ".join(KINDS)}.')
        names.append((GoldName(start, end, kind), cell))
    names.sort(key=lambda pair: (pair[0].start, pair[0].end))
    for (before, _), (name, cell) in pairwise(names):
        if name.start < before.end:
            cell.fail(
                f'"{text[name.start : name.end]}" overlaps "{text[before.start : before.end]}" '
                f"({before.start}–{before.end}); keep one of them."
            )
    return tuple(name for name, _ in names)


def read_ignored(article: Cell, text: str) -> tuple[tuple[int, int], ...]:
    """The stretches where a name may be found or not."""
    found: list[tuple[int, int]] = []
    for cell in article.items("ignored", "ignored stretch"):
        cell.keys(("start", "end"))
        found.append(read_stretch(cell, text))
    return tuple(sorted(found))


def read_stretch(cell: Cell, text: str) -> tuple[int, int]:
    """A stretch `[start, end)` that lies in the text and holds something."""
    start, end = cell.offset("start"), cell.offset("end")
    if not start < end <= len(text):
        cell.fail(
            f"{start}–{end} is no stretch of the text, which has {len(text)} characters; "
            '"end" is the first character behind the name.'
        )
    return start, end
