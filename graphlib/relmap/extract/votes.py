"""One kind for one name within an article, or none: what the model said of it and the words around."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from relmap.extract.cues import Cue, read_cue
from relmap.extract.names import Name
from relmap.knowledge import outlets
from relmap.models import Kind

#: How much a title before a name, and the words around it, count against the model's view of one
#: place; the table of organizations settles a kind.
TITLE, WORDS, TABLE = 3, 2, 100


@dataclass(slots=True)
class Ballot:
    """What an article says of one name: votes for its kind, and cues for what it is instead."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    cues: Counter[Cue] = field(default_factory=Counter)
    places: int = 0

    def kind(self) -> Kind | None:
        """The kind with most votes, persons before others where they tie; None for no actor."""
        kind = max(sorted(self.kinds, reverse=True), key=self.kinds.__getitem__)
        is_sure = self.kinds[kind] > self.places + WORDS
        if is_sure or not self.places:
            return kind
        things = self.cues["thing"] if kind == "person" else 0
        return None if things * 2 > self.places or self.cues["plan"] * 3 >= self.places else kind


def vote(docs: Sequence[Doc], lines: Sequence[Sequence[Name]]) -> Mapping[str, Kind | None]:
    """The kind of each name of an article, None for those that name no actor.

    `lines` are the names found in each of `docs`.
    """
    ballots: dict[str, Ballot] = defaultdict(Ballot)
    for doc, names in zip(docs, lines, strict=True):
        for name in names:
            cast(ballots[name.text], doc, name)
    return {text: ballot.kind() for text, ballot in ballots.items()}


def cast(ballot: Ballot, doc: Doc, name: Name) -> None:
    """Add what one place says about its name."""
    if name.rule == "organization table":
        ballot.kinds[name.kind] += TABLE
        return
    ballot.places += 1
    ballot.kinds[name.kind] += TITLE if name.title else 1
    cue = read_cue(doc, name.start, name.end)
    ballot.cues[cue] += 1
    if cue == "organization" or (cue == "person" and not outlets.publishes(name.text)):
        ballot.kinds[cue] += WORDS
