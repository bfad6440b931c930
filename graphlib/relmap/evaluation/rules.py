"""What each rule is worth: the mentions that it found or joined, and how many of them are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from relmap.evaluation.gold import GoldArticle
from relmap.evaluation.predictions import Prediction
from relmap.evaluation.readings import Reading
from relmap.evaluation.spans import read_spans, trim

Step = Literal["found", "joined"]
_Verdict = Literal["right", "wrong", "spared"]
_Judged = tuple[Step, str, _Verdict]


@dataclass(frozen=True, slots=True)
class RuleScore:
    """The mentions that a rule found, or to which it gave their actor.

    Those that are neither right nor wrong are optional, or stand in an ignored stretch.
    """

    step: Step
    rule: str
    mentions: int
    right: int
    wrong: int


def score_rules(
    readings: Sequence[Reading], articles: Iterable[tuple[GoldArticle, Prediction]]
) -> tuple[RuleScore, ...]:
    """Every rule, those with the most mentions first.

    Sentences judge both rules of a mention. Articles that have labelled names only judge the
    rule that found it, by its trimmed place and kind.
    """
    judged = Counter([*_by_sentence(readings), *_by_place(articles)])
    rules = {(step, rule) for step, rule, _ in judged}
    scores = [
        RuleScore(
            step,
            rule,
            sum(judged[step, rule, verdict] for verdict in ("right", "wrong", "spared")),
            judged[step, rule, "right"],
            judged[step, rule, "wrong"],
        )
        for step, rule in rules
    ]
    return tuple(sorted(scores, key=lambda score: (score.step, -score.mentions, score.rule)))


def _by_sentence(readings: Iterable[Reading]) -> Iterator[_Judged]:
    for reading in readings:
        verdicts: dict[str, _Verdict] = {
            **dict.fromkeys(reading.right.values(), "right"),
            **dict.fromkeys(reading.wrong, "wrong"),
            **dict.fromkeys(reading.spared, "spared"),
        }
        for mention in reading.mentions:
            verdict = verdicts[mention.actor_id]
            yield "found", mention.rule, verdict
            yield "joined", mention.joined, verdict


def _by_place(articles: Iterable[tuple[GoldArticle, Prediction]]) -> Iterator[_Judged]:
    for article, prediction in articles:
        if article.sentences is not None or article.names is None:
            continue
        text, spans = article.article.text, read_spans(article, prediction)
        there = {trim(span, text) for span in spans.there}
        for name in prediction.spans:
            span = (name.start, name.end, name.kind)
            verdict: _Verdict = "right" if trim(span, text) in there else "wrong"
            yield "found", name.rule, "spared" if span in spans.spared else verdict
