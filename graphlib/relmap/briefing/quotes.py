"""The sentences of a tie as they are quoted: by article, cut at the names of its two actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from relmap.models import Actor, Evidence
from relmap.view.pack import Passage, Piece, Quote, Source


def passages(
    evidence: Sequence[Evidence], ends: Sequence[Actor], sources: Mapping[str, Source]
) -> tuple[Passage, ...]:
    """Group the sentences of a tie by article, numbered in the order of the view."""
    numbered = enumerate(evidence, start=1)
    return tuple(
        Passage(
            sources[article_id],
            tuple(Quote(number, tuple(pieces(each, ends))) for number, each in found),
        )
        for article_id, found in groupby(numbered, key=lambda item: item[1].article_id)
    )


def pieces(evidence: Evidence, ends: Sequence[Actor]) -> Iterator[Piece]:
    """Cut a sentence where it names, or refers to, one of the actors in `ends`.

    The pieces joined again are the sentence. Other actors' names are not told apart.
    """
    actors = {actor.actor_id: actor for actor in ends}
    text, at = evidence.sentence, 0
    for mark in sorted(evidence.marks, key=lambda mark: (mark.start, -mark.end)):
        start, end = mark.start - evidence.start, mark.end - evidence.start
        if mark.actor_id not in actors or start < at or start >= end or end > len(text):
            continue
        if start > at:
            yield Piece(text[at:start])
        actor = actors[mark.actor_id]
        yield Piece(text[start:end], actor.kind, actor.name if mark.referred else "")
        at = end
    if at < len(text):
        yield Piece(text[at:])
