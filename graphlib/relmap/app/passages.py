"""Article text cut into stretches, so that the browser never counts code points itself.

Offsets are Python's (code points), a browser counts UTF-16 units: "🛰 Russia" would be marked one
letter off. So the page receives the pieces: {"text": "Moscow", "actor": "country:RU", …}.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NotRequired, TypedDict

from relmap.models import (
    EVIDENCE_ROLES,
    REFERENCE,
    Actor,
    ActorMention,
    Article,
    Mark,
    Role,
    Sentence,
)

Side = Literal["source", "target", "other"]

_LINE = re.compile(r"[^\r\n]+")


class Segment(TypedDict):
    """A stretch of text; a name carries its actor, and `here` marks the sentence asked for.

    `referred` marks words that stand for the actor without naming it.
    """

    text: str
    actor: NotRequired[str]
    name: NotRequired[str]
    kind: NotRequired[str]
    side: NotRequired[Side]
    referred: NotRequired[bool]
    here: NotRequired[bool]


class ArticleLine(TypedDict):
    """One line of an article with its role and whether it can be evidence."""

    role: Role
    evidence: bool
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Names:
    """Who is who in a text: all actors, and which of them were chosen, on which side."""

    actors: Mapping[str, Actor]
    chosen: Mapping[str, Side]

    def segment(self, text: str, mark: Mark | ActorMention) -> Segment:
        """Return `text` as what `mark` says of it, or as plain text where its actor is unknown."""
        actor = self.actors.get(mark.actor_id)
        if actor is None:
            return {"text": text}
        side = self.chosen.get(mark.actor_id, "other")
        who: Segment = {"text": text, "actor": mark.actor_id, "side": side}
        if is_reference(mark):
            who["referred"] = True
        return {**who, "name": actor.name, "kind": actor.kind}


def is_reference(mark: Mark | ActorMention) -> bool:
    """Return whether a mark is on words that only stand for its actor: "she"."""
    return mark.referred if isinstance(mark, Mark) else mark.rule == REFERENCE


def names_for(actors: Mapping[str, Actor], chosen: Sequence[str]) -> Names:
    """Return the names of `actors` where the first of `chosen` is the source, the second the target."""
    ends: tuple[Side, Side] = ("source", "target")
    return Names(actors, dict(zip(chosen, ends, strict=False)))


def segments(
    text: str,
    offset: int,
    marks: Iterable[Mark | ActorMention],
    names: Names,
) -> list[Segment]:
    """Cut `text`, which begins at `offset` of its article, at the names that `marks` point to.

    The pieces joined again are `text`. Marks outside of it, or inside another mark, are left out.
    """
    pieces: list[Segment] = []
    at = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start, end = mark.start - offset, mark.end - offset
        if start < at or end > len(text) or start >= end:
            continue
        if start > at:
            pieces.append({"text": text[at:start]})
        pieces.append(names.segment(text[start:end], mark))
        at = end
    if at < len(text):
        pieces.append({"text": text[at:]})
    return pieces


def article_lines(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    names: Names,
    here: tuple[int, int],
) -> list[ArticleLine]:
    """Return every line of an article that is not blank, in order, with its role.

    `here` is the stretch `[start, end)` to be marked; an empty one marks nothing.
    """
    lines: list[ArticleLine] = []
    for match in _LINE.finditer(article.text):
        start, end = match.span()
        if not match.group().strip():
            continue
        role = _role(sentences, start, end)
        lines.append(
            {
                "role": role,
                "evidence": role in EVIDENCE_ROLES,
                "segments": _line(article.text, (start, end), mentions, names, here),
            }
        )
    return lines


def _line(
    text: str,
    line: tuple[int, int],
    mentions: Sequence[ActorMention],
    names: Names,
    here: tuple[int, int],
) -> list[Segment]:
    """Cut one line into what stands before, inside and after the sentence asked for."""
    start, end = line
    first, last = (min(max(edge, start), end) for edge in here)
    pieces: list[Segment] = []
    for left, right, inside in ((start, first, False), (first, last, True), (last, end, False)):
        if left >= right:
            continue
        cut = segments(text[left:right], left, mentions, names)
        pieces += [{**piece, "here": True} for piece in cut] if inside else cut
    return pieces


def _role(sentences: Sequence[Sentence], start: int, end: int) -> Role:
    """Return the role of the sentence that fills most of a line; a line without one is story."""
    overlap, role = 0, "story"
    for sentence in sentences:
        shared = min(end, sentence.end) - max(start, sentence.start)
        if shared > overlap:
            overlap, role = shared, sentence.role
    return role  # type: ignore[return-value]
