"""The sentences of a tie as they are quoted: by article, cut at the names of its two actors."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from relmap.models import Actor, Evidence, Tie
from relmap.view.directions import harmless
from relmap.view.pack import Passage, Piece, Quote, Source

#: A file that is to fit an e-mail quotes so many sentences in all, and of one tie the newest so many.
TOTAL, QUOTED = 4_000, 200


def allot(ties: Sequence[Tie], quoted: int, total: int | None) -> tuple[int, ...]:
    """Return how many sentences of each tie are quoted: `quoted` at most, and in all `total`.

    `ties` come heaviest first. Where `total` is less, all are cut evenly, and what is left over
    goes to the heaviest, one each; None sets no limit.
    """
    shares = _even(ties, quoted)
    if total is None or sum(shares) <= total:
        return tuple(shares)
    level = bisect_right(range(quoted + 1), total, key=lambda most: sum(_even(ties, most))) - 1
    shares = _even(ties, level)
    # The ties with more sentences than that stand first.
    for place in range(total - sum(shares)):
        shares[place] += 1
    return tuple(shares)


def _even(ties: Sequence[Tie], most: int) -> list[int]:
    return [min(tie.sentences, most) for tie in ties]


def say_allotted(ties: Sequence[Tie], shares: Sequence[int], quoted: int) -> str:
    """Say what `allot` left out, "" for nothing."""
    cut = [share for tie, share in zip(ties, shares, strict=True) if share < tie.sentences]
    if not cut:
        return ""
    if min(cut) == quoted:
        return f"Of ties with more than {quoted:,} sentences the newest {quoted:,} are quoted"
    level = min(cut)
    more = sum(share > level for share in shares)
    heaviest = f"{more:,} heaviest ties" if more > 1 else "heaviest tie"
    foremost = f"of the {heaviest} the newest {level + 1:,}, of all others " if more else ""
    return (
        f"To keep the file small, {sum(shares):,} of {sum(tie.sentences for tie in ties):,} "
        f"sentences are quoted: {foremost or 'of each tie '}"
        f"{f'at most the newest {level:,}' if level else 'none'}"
    )


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

    The pieces joined again are the sentence, with "\ufffd" for what would turn it around. Other
    actors' names are not told apart.
    """
    actors = {actor.actor_id: actor for actor in ends}
    text, at = harmless(evidence.sentence), 0
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
