"""One article's gold sentences beside what was found in them: right, wrong, spared and lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relmap.evaluation.gold import GoldArticle, GoldSentence
from relmap.evaluation.matching import fitting, is_spared, pair_up
from relmap.evaluation.predictions import Found, Prediction
from relmap.evaluation.scores import Score
from relmap.models import EVIDENCE_ROLES, KINDS, Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one gold sentence, by actor id.

    `right` are gold actors with the id that stands for them, `wrong` ids that stand for nobody
    here, `spared` ids that are optional, `lost` gold actors that were not found. `references`
    are mentions that are no name, and `is_evidence` says that the build counts the line.
    """

    article: GoldArticle
    sentence: GoldSentence
    mentions: tuple[Found, ...]
    right: Mapping[str, str]
    wrong: frozenset[str]
    spared: frozenset[str]
    references: tuple[Found, ...]
    is_evidence: bool

    @property
    def lost(self) -> list[str]:
        """The gold actors that were not found, in order."""
        return sorted(self.sentence.actors - set(self.right))

    @property
    def names(self) -> frozenset[str]:
        """Everybody who was found: gold names of the right ones, ids of the wrong ones."""
        return frozenset(self.right) | {f"!{actor_id}" for actor_id in self.wrong}


def read_article(article: GoldArticle, prediction: Prediction) -> list[Reading]:
    """The reading of each labelled sentence; none where no sentence is labelled."""
    sentences = article.sentences or ()
    mentions = [within(prediction.mentions, sentence) for sentence in sentences]
    pairs = pair_up(sentences, mentions, article.targets)
    return [
        _read(article, sentence, found, pairs, prediction)
        for sentence, found in zip(sentences, mentions, strict=True)
    ]


def within(found: Iterable[Found], sentence: GoldSentence) -> tuple[Found, ...]:
    """The mentions that begin in a sentence."""
    return tuple(one for one in found if sentence.start <= one.start < sentence.end)


def _read(
    article: GoldArticle,
    sentence: GoldSentence,
    mentions: tuple[Found, ...],
    pairs: dict[str, str],
    prediction: Prediction,
) -> Reading:
    right: dict[str, str] = {}
    wrong: set[str] = set()
    spared: set[str] = set()
    for mention in mentions:
        claims = fitting(mention, sentence.actors, article.targets)
        own = [gold for gold in claims if pairs.get(gold) == mention.actor_id]
        if own:
            right[own[0]] = mention.actor_id
        elif not claims and is_spared(mention, sentence.optional, article.targets):
            spared.add(mention.actor_id)
        else:
            wrong.add(mention.actor_id)
    return Reading(
        article=article,
        sentence=sentence,
        mentions=mentions,
        right=right,
        wrong=frozenset(wrong),
        spared=frozenset(spared),
        references=within(prediction.references, sentence),
        is_evidence=any(
            line.start < sentence.end and sentence.start < line.end
            for line in prediction.sentences
            if line.role in EVIDENCE_ROLES
        ),
    )


def score_mentions(readings: Sequence[Reading]) -> dict[Kind, Score]:
    """An actor named in a sentence, counted once for that sentence, by its kind in the gold.

    What is nobody in the gold counts with the kind it was given.
    """
    scores = dict.fromkeys(KINDS, Score())
    for reading in readings:
        targets = reading.article.targets
        kinds = {mention.actor_id: mention.kind for mention in reading.mentions}
        for gold in sorted(reading.sentence.actors):
            hit = int(gold in reading.right)
            scores[targets[gold].kind] += Score(hit, hit, 1)
        for actor_id in sorted(reading.wrong):
            scores[kinds[actor_id]] += Score(0, 1, 0)
    return scores


def wrong_kinds(reading: Reading) -> Iterator[tuple[str, Found]]:
    """The right actors of a sentence that go under a wrong kind, with their first mention."""
    first: dict[str, Found] = {}
    for mention in reading.mentions:
        first.setdefault(mention.actor_id, mention)
    for gold, actor_id in sorted(reading.right.items()):
        if first[actor_id].kind != reading.article.targets[gold].kind:
            yield gold, first[actor_id]


@dataclass(frozen=True, slots=True)
class LineScore:
    """How many labelled sentences are taken for what they are, the story or a line beside it."""

    right: int
    sentences: int
    page_lines_counted: int
    story_lines_dropped: int

    @property
    def accuracy(self) -> float:
        """The share of sentences taken for what they are."""
        return self.right / self.sentences if self.sentences else 1.0


def score_lines(readings: Sequence[Reading]) -> LineScore:
    """Whether the build counts those sentences as evidence that a reader counts."""
    counted = sum(r.is_evidence and not r.sentence.is_evidence for r in readings)
    dropped = sum(r.sentence.is_evidence and not r.is_evidence for r in readings)
    return LineScore(len(readings) - counted - dropped, len(readings), counted, dropped)
