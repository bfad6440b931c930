"""Everything that a gold says about a build, from the readings of its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relmap.evaluation.gold import Gold
from relmap.evaluation.identities import compare_identities
from relmap.evaluation.mistakes import Mistake, list_mistakes
from relmap.evaluation.predictions import Prediction
from relmap.evaluation.readings import (
    LineScore,
    read_article,
    score_lines,
    score_mentions,
    wrong_kinds,
)
from relmap.evaluation.references import ReferenceFigures, measure_references
from relmap.evaluation.rules import RuleScore, score_rules
from relmap.evaluation.scores import Score, total
from relmap.evaluation.spans import SpanScores, score_spans
from relmap.evaluation.ties import TieScores, score_ties
from relmap.models import Kind


@dataclass(frozen=True, slots=True)
class SentenceFigures:
    """What the labelled sentences say; `splits` and `merges` count further actors.

    `wrong_kinds` are right mentions of an actor that goes under another kind than in the gold.
    """

    mentions: dict[Kind, Score]
    ties: TieScores
    splits: int
    merges: int
    wrong_kinds: int
    lines: LineScore

    @property
    def all_mentions(self) -> Score:
        """The mentions of all kinds together."""
        return total(self.mentions.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one build; None where the gold has no labels of that level."""

    sentences: SentenceFigures | None
    spans: SpanScores | None
    references: ReferenceFigures | None


@dataclass(frozen=True, slots=True)
class Without:
    """The figures of a build that leaves out one layer."""

    layer: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Report:
    """A gold, the figures of a build on it, its rules and its mistakes."""

    gold: Gold
    version: str
    figures: Figures
    rules: tuple[RuleScore, ...]
    mistakes: tuple[Mistake, ...]
    ablation: tuple[Without, ...] = ()


def measure(gold: Gold, predictions: Sequence[Prediction], *, references: bool = False) -> Figures:
    """The figures of the predictions, one for each article of the gold."""
    pairs = list(zip(gold.articles, predictions, strict=True))
    readings = [reading for pair in pairs for reading in read_article(*pair)]
    labelled = any(article.sentences is not None for article in gold.articles)
    found = compare_identities(readings)
    return Figures(
        sentences=SentenceFigures(
            score_mentions(readings),
            score_ties(readings),
            len(found.splits),
            len(found.merges),
            sum(1 for reading in readings for _ in wrong_kinds(reading)),
            score_lines(readings),
        )
        if labelled
        else None,
        spans=score_spans(pairs),
        references=measure_references(readings) if references else None,
    )


def report(
    gold: Gold,
    predictions: Sequence[Prediction],
    *,
    version: str = "",
    references: bool = False,
    ablation: Sequence[Without] = (),
) -> Report:
    """Figures, rules and mistakes of one build."""
    pairs = list(zip(gold.articles, predictions, strict=True))
    readings = [reading for pair in pairs for reading in read_article(*pair)]
    return Report(
        gold=gold,
        version=version,
        figures=measure(gold, predictions, references=references),
        rules=score_rules(readings, pairs),
        mistakes=list_mistakes(readings, compare_identities(readings), pairs),
        ablation=tuple(ablation),
    )
