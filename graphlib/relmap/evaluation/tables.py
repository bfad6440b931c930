"""A report as tables of texts, in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relmap.evaluation.mistakes import CLASSES, Mistake
from relmap.evaluation.references import ReferenceFigures
from relmap.evaluation.report import Figures, Report, SentenceFigures
from relmap.evaluation.scores import Score, total
from relmap.evaluation.spans import SpanScores
from relmap.models import KINDS, Kind

#: What stands where there is nothing to count.
NOTHING = "–"

_SCORE = ("right", "found", "gold", "precision", "recall", "F1")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, a sentence on what is counted, and rows under columns; the first names the row."""

    title: str
    about: str
    columns: Row
    rows: tuple[Row, ...]


def tables(report: Report) -> Iterator[Table]:
    """The tables of a report; one that counts nothing is left out."""
    figures = report.figures
    if figures.sentences is not None:
        yield _mentions(figures.sentences)
        yield _ties(figures.sentences)
        yield _actors(figures.sentences)
    if figures.spans is not None:
        yield _names(figures.spans)
    if figures.references is not None:
        yield _references(figures.references)
    yield _rules(report)
    if report.ablation:
        yield _ablation(report)
    yield _mistakes(report.mistakes)


def _mentions(figures: SentenceFigures) -> Table:
    return Table(
        "Mentions",
        "An actor named in a sentence, once for each sentence; one name for one actor in an article.",
        ("", *_SCORE),
        tuple(_by_kind(figures.mentions)),
    )


def _ties(figures: SentenceFigures) -> Table:
    ties = figures.ties
    return Table(
        "Ties",
        "Two actors named in one sentence.",
        ("", *_SCORE),
        (
            score_row("once for each article", ties.articles),
            score_row("once for each sentence", ties.sentences),
            score_row("once on the whole map", ties.whole),
        ),
    )


def _actors(figures: SentenceFigures) -> Table:
    lines = figures.lines
    return Table(
        "Actors and lines",
        "Splits are further actors of one gold actor, merges further gold actors of one actor.",
        ("", "count"),
        (
            ("splits", f"{figures.splits:,}"),
            ("merges", f"{figures.merges:,}"),
            ("mentions under a wrong kind", f"{figures.wrong_kinds:,}"),
            ("sentences taken for what they are", f"{lines.right:,} of {lines.sentences:,}"),
            ("… their share", decimal(lines.accuracy)),
            ("lines beside the story that count", f"{lines.page_lines_counted:,}"),
            ("lines of the story left out", f"{lines.story_lines_dropped:,}"),
        ),
    )


def _names(spans: SpanScores) -> Table:
    return Table(
        "Names by their place",
        'Trimmed: without quotes, "the", a title before a person, a possessive behind.',
        ("", *_SCORE),
        (
            *_by_kind(spans.trimmed, ", trimmed"),
            *_by_kind(spans.exact, ", exact"),
        ),
    )


def _references(figures: ReferenceFigures) -> Table:
    return Table(
        "References",
        "Actors that a sentence means without a name, and the ties of names and references.",
        ("", *_SCORE),
        (
            score_row("references", figures.references),
            score_row("ties by names only", figures.ties_without.articles),
            score_row("ties with references", figures.ties_with.articles),
        ),
    )


def _rules(report: Report) -> Table:
    return Table(
        "Rules",
        "Mentions that a rule found, or to which it gave their actor; the rest is optional.",
        ("", "mentions", "right", "wrong", "share right"),
        tuple(
            (
                f"{score.step}: {score.rule}",
                f"{score.mentions:,}",
                f"{score.right:,}",
                f"{score.wrong:,}",
                decimal(score.right / judged) if (judged := score.right + score.wrong) else NOTHING,
            )
            for score in report.rules
        ),
    )


def _ablation(report: Report) -> Table:
    heads = [head for head, _ in key_figures(report.figures)]
    full = dict(key_figures(report.figures))
    return Table(
        "Layers left out",
        "The figures without a layer; in brackets what it adds, a minus is what it costs.",
        ("", *heads),
        (
            ("nothing left out", *(_plain(full[head]) for head in heads)),
            *(
                (one.layer, *_compared(dict(key_figures(one.figures)), full))
                for one in report.ablation
            ),
        ),
    )


def key_figures(figures: Figures) -> Iterator[tuple[str, float]]:
    """The figures that an ablation compares; counts are of mistakes, shares of what is right."""
    if figures.sentences is not None:
        yield "mentions F1", figures.sentences.all_mentions.f1
        yield "ties F1", figures.sentences.ties.articles.f1
        yield "splits", figures.sentences.splits
        yield "merges", figures.sentences.merges
        yield "kinds", figures.sentences.wrong_kinds
        yield "lines", figures.sentences.lines.accuracy
    if figures.spans is not None:
        yield "names F1", total(figures.spans.trimmed.values()).f1
    if figures.references is not None:
        yield "references P", figures.references.references.precision
        yield "references R", figures.references.references.recall


def _compared(figures: Mapping[str, float], full: Mapping[str, float]) -> list[str]:
    """Each figure without a layer, and what the layer adds to it, to the digits that are shown."""
    cells = []
    for head, whole in full.items():
        value = figures[head]
        # A layer adds what goes missing without it, and takes away the mistakes that come.
        added = value - whole if isinstance(whole, int) else round(whole, 3) - round(value, 3)
        shown = f"{added:+d}" if isinstance(added, int) else f"{added:+.3f}"
        cells.append(f"{_plain(value)} ({shown if round(added, 3) else '='})")
    return cells


def _plain(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else decimal(value)


def _mistakes(mistakes: Sequence[Mistake]) -> Table:
    counts = Counter(mistake.mistake for mistake in mistakes)
    return Table(
        "Mistakes",
        "Each class once; what was split or merged is not counted as wrong and lost again.",
        ("", "count"),
        tuple((each, f"{counts[each]:,}") for each in CLASSES),
    )


def _by_kind(scores: Mapping[Kind, Score], what: str = "") -> Iterator[Row]:
    for kind in KINDS:
        yield score_row(f"{kind}{what}", scores[kind])
    yield score_row(f"all{what}", total(scores.values()))


def score_row(name: str, score: Score) -> Row:
    """A score as a row: its counts, then precision, recall and F1."""
    counts = (f"{score.right:,}", f"{score.found:,}", f"{score.there:,}")
    if not score.found and not score.there:
        return (name, *counts, NOTHING, NOTHING, NOTHING)
    return (name, *counts, *map(decimal, (score.precision, score.recall, score.f1)))


def decimal(value: float) -> str:
    """A share to the third digit."""
    return f"{value:.3f}"


def by_class(
    mistakes: Iterable[Mistake], most: int | None
) -> Iterator[tuple[str, list[Mistake], int]]:
    """For each class that has any: its mistakes, at most so many of them, and how many there are."""
    listed = list(mistakes)
    for each in CLASSES:
        if group := [mistake for mistake in listed if mistake.mistake == each]:
            yield each, group[:most], len(group)
