"""The names of many docs at once: what spaCy's recognizer decides token by token, in whole arrays.

spaCy walks from token to token and asks each of some 74 moves whether it may be made, which takes three
times as long as the network whose scores it weighs. But outside of a name a token's scores depend on the
token alone. So those are computed for all tokens in one product; only the names that may begin somewhere
are then followed, all of them side by side. The moves, their order and when each may be made are those of
`BiluoPushDown` in spaCy's `pipeline/_parser_internals/ner.pyx`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

COMPONENT = "relmap_entities"

#: The recognizer whose network is used; it stays in the pipeline, switched off.
RECOGNIZER = "ner"

#: What the network looks at: the token, and the first and the last so far of the name it may be in.
LOOKED_AT = 3

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: An entity: its first token, the token behind its last, its label.
Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Moves:
    """Which columns of the scores begin, go on with, end or alone are a name, one of each a label."""

    labels: tuple[str, ...]
    begin: Ints
    go_on: Ints
    end: Ints
    single: Ints
    outside: int

    @classmethod
    def of(cls, names: Sequence[str]) -> Moves:
        """The moves of a recognizer, named "B-ORG", "O", … in the order of its scores."""
        place = {name: column for column, name in enumerate(names)}
        labels = tuple(name[2:] for name in names if name.startswith("B-"))
        begin, go_on, end, single = (
            np.array([place[f"{move}-{label}"] for label in labels], dtype=np.int64)
            for move in "BILU"
        )
        return cls(labels, begin, go_on, end, single, place["O"])


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of several docs one after the other.

    `closes` marks those behind which no name goes on: the last of a doc and of a sentence.
    """

    firsts: tuple[int, ...]
    closes: Bools
    is_space: Bools

    @classmethod
    def of(cls, docs: Sequence[Doc]) -> Tokens:
        """The tokens of docs that have some."""
        attributes = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        starts = attributes[:, 0].astype(np.int64) == 1
        ends = list(accumulate(len(doc) for doc in docs))
        closes = np.append(starts[1:], True)
        closes[np.array(ends) - 1] = True
        return cls((0, *ends[:-1]), closes, attributes[:, 1] == 1)


class Network:
    """The recognizer's layers: token vectors → the features of a place → scores of the moves."""

    def __init__(self, model: Any) -> None:
        self._to_vectors, self._lower, self._upper = model.layers

    def look(self, docs: Sequence[Doc]) -> Places:
        """What the network makes of docs: as many tokens as all of them have."""
        features, _ = self._lower(self._to_vectors.predict(docs), is_train=False)
        return Places(features, self._lower.get_param("b"), self._upper)


@dataclass(frozen=True, slots=True)
class Places:
    """The precomputed features of tokens; row 0 stands for a token that is not there."""

    features: Floats
    bias: Floats
    upper: Any

    def score_outside(self) -> Floats:
        """The scores of all moves for every token, were no name open there."""
        nobody = self.features[0]
        return self._score((self.features[1:, 0] + nobody[1]) + nobody[2])

    def score_inside(self, token: Ints, first: Ints) -> Floats:
        """The scores of all moves for tokens in a name that is open since `first`."""
        own, opened = self.features[token + 1, 0], self.features[first + 1, 1]
        return self._score((own + opened) + self.features[token, 2])

    def _score(self, summed: Floats) -> Floats:
        pieces = summed + self.bias
        # Some pieces each: taking them pairwise is several times faster than a maximum along an axis.
        hidden = reduce(np.maximum, (pieces[:, :, piece] for piece in range(pieces.shape[2])))
        scores: Floats = self.upper.predict(hidden)
        return scores


class EntityReader:
    """Sets the entities of docs as the pipeline's own recognizer would."""

    def __init__(self, recognizer: Any) -> None:
        self._network = Network(recognizer.model)
        moves = recognizer.moves
        # `recognizer.move_names` leaves one out, and so says nothing about columns.
        self._moves = Moves.of([moves.get_class_name(column) for column in range(moves.n_moves)])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Set the entities of docs, a batch at once, and pass them on."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            read = [doc for doc in batch if len(doc)]
            if read:
                self._mark(read)
            yield from batch

    def _mark(self, docs: Sequence[Doc]) -> None:
        tokens = Tokens.of(docs)
        places = self._network.look(docs)
        entities = iter(find_entities(tokens, places, self._moves))
        waiting = next(entities, None)
        for doc, first in zip(docs, tokens.firsts, strict=True):
            found = []
            while waiting is not None and waiting[0] < first + len(doc):
                start, end, label = waiting
                found.append(Span(doc, start - first, end - first, label=label))
                waiting = next(entities, None)
            doc.set_ents(found, default="outside")


def can_read(recognizer: Any) -> bool:
    """Whether a recognizer is of the kind that is read here: greedy, and its network as we know it."""
    model = recognizer.model
    return (
        recognizer.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == LOOKED_AT
        and model.get_ref("lower").get_dim("nP") > 1
    )


def read_at_once(nlp: Language) -> None:
    """Let a pipeline set entities for whole batches; one with another kind of network is left alone."""
    if can_read(nlp.get_pipe(RECOGNIZER)):
        nlp.add_pipe(COMPONENT, after=RECOGNIZER)
        nlp.disable_pipe(RECOGNIZER)


@Language.factory(COMPONENT)
def make_reader(nlp: Language, name: str) -> EntityReader:  # noqa: ARG001 - spaCy gives both
    """The component for a pipeline that has a recognizer."""
    return EntityReader(nlp.get_pipe(RECOGNIZER))


def find_entities(tokens: Tokens, places: Places, moves: Moves) -> Iterator[Entity]:
    """The entities of all tokens in order; none within another."""
    decided = decide_outside(tokens, places.score_outside(), moves)
    begins = {column: number for number, column in enumerate(moves.begin.tolist())}
    first = np.flatnonzero(np.isin(decided, moves.begin))
    label = np.array([begins[column] for column in decided[first].tolist()], dtype=np.int64)
    ends = dict(zip(first.tolist(), follow(tokens, places, moves, first, label), strict=True))
    columns = np.concatenate((moves.begin, moves.single)).tolist()
    labels = dict(zip(columns, moves.labels * 2, strict=True))
    behind = 0
    for start in np.flatnonzero(decided != moves.outside).tolist():
        if start < behind:
            continue  # inside a name, where nothing was decided by the token alone
        behind = ends.get(start, start + 1)
        yield start, behind, labels[int(decided[start])]


def decide_outside(tokens: Tokens, scores: Floats, moves: Moves) -> Ints:
    """The best move for every token, were no name open there."""
    allowed = np.full(scores.shape, -np.inf, dtype=np.float32)
    may_begin = np.flatnonzero(~tokens.closes & ~tokens.is_space)
    may_stand = np.flatnonzero(~tokens.is_space)
    for rows, columns in ((may_begin, moves.begin), (may_stand, moves.single)):
        at = np.ix_(rows, columns)
        allowed[at] = scores[at]
    allowed[:, moves.outside] = scores[:, moves.outside]
    best: Ints = allowed.argmax(axis=1)
    return best


def follow(tokens: Tokens, places: Places, moves: Moves, first: Ints, label: Ints) -> list[int]:
    """Where each name ends that begins at a token of `first` with a label: the token behind it."""
    ends = first + 1
    open_ones = np.arange(len(first))
    while len(open_ones):
        token = ends[open_ones]
        scores = places.score_inside(token, first[open_ones])
        row = np.arange(len(token))
        go_on, end = moves.go_on[label[open_ones]], moves.end[label[open_ones]]
        longer, enough = scores[row, go_on], scores[row, end]
        # Of equal scores spaCy takes the one that stands first.
        goes_on = ~tokens.closes[token] & ((longer > enough) | ((longer == enough) & (go_on < end)))
        ends[open_ones] += 1
        open_ones = open_ones[goes_on]
    return [int(end) for end in ends]
