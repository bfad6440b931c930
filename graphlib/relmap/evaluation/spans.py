"""Names by their place in the text: the same characters and kind, exactly or trimmed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from relmap.evaluation.gold import GoldArticle
from relmap.evaluation.predictions import Prediction
from relmap.evaluation.scores import Score, compare
from relmap.knowledge.titles import split_title
from relmap.models import KINDS, Kind

#: (start, end, kind)
Span = tuple[int, int, Kind]

_ARTICLE = re.compile(r"(?:[Tt]he|THE|[Aa]n?)\s+(?=\S)")
_AROUND = " \t\n\r\u00a0\"“”‘’'()[],;:-–—"
_POSSESSIVE = re.compile(r"[’']s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpanScores:
    """Scores by kind: the same characters (`exact`), or the same name in them (`trimmed`)."""

    exact: dict[Kind, Score]
    trimmed: dict[Kind, Score]


@dataclass(frozen=True, slots=True)
class Spans:
    """The names of one article, in the gold and found, and those found that may be found."""

    there: frozenset[Span]
    found: frozenset[Span]
    spared: frozenset[Span]


def read_spans(article: GoldArticle, prediction: Prediction) -> Spans:
    """The names of an article; what was found only in an ignored stretch is spared."""
    there = frozenset((name.start, name.end, name.kind) for name in article.names or ())
    found = frozenset((span.start, span.end, span.kind) for span in prediction.spans)
    spared = frozenset(
        span for span in found if touches(span, article.ignored) and not touches(span, there)
    )
    return Spans(there, found - spared, spared)


def touches(span: Span, others: Iterable[tuple[int, int] | Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(span[0] < other[1] and other[0] < span[1] for other in others)


def trim_all(spans: Iterable[Span], text: str) -> frozenset[Span]:
    """Every span without what two readers may or may not count to a name."""
    return frozenset(trim(span, text) for span in spans)


def trim(span: Span, text: str) -> Span:
    """A span without quotes, "the", a title before a person and a possessive behind.

    "the Kremlin’s" is "Kremlin", "President Vladimir Putin" is "Vladimir Putin".
    """
    start, end, kind = span
    start, end = _strip(start, end, text)
    if possessive := _POSSESSIVE.search(text[start:end]):
        end = start + possessive.start()
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    if kind == "person":
        _, rest = split_title(text[start:end])
        start = end - len(rest) if rest else start
    return start, end, kind


def _strip(start: int, end: int, text: str) -> tuple[int, int]:
    inner = text[start:end].strip(_AROUND)
    if not inner:
        return start, end
    first = start + text[start:end].index(inner)
    return first, first + len(inner)


def score_spans(articles: Iterable[tuple[GoldArticle, Prediction]]) -> SpanScores | None:
    """The scores over the articles whose names are labelled; None where there is none."""
    exact, trimmed = dict.fromkeys(KINDS, Score()), dict.fromkeys(KINDS, Score())
    labelled = [pair for pair in articles if pair[0].names is not None]
    for article, prediction in labelled:
        spans, text = read_spans(article, prediction), article.article.text
        _add(exact, spans.found, spans.there)
        _add(trimmed, trim_all(spans.found, text), trim_all(spans.there, text))
    return SpanScores(exact, trimmed) if labelled else None


def _add(scores: dict[Kind, Score], found: frozenset[Span], there: frozenset[Span]) -> None:
    for kind in KINDS:
        scores[kind] += compare(
            [span for span in found if span[2] == kind], [span for span in there if span[2] == kind]
        )
