"""A report as text for a terminal, as Markdown, or as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Literal

from relmap.evaluation.mistakes import Mistake
from relmap.evaluation.report import Figures, Report
from relmap.evaluation.scores import Score, number, total
from relmap.evaluation.spans import SpanScores
from relmap.evaluation.tables import Row, Table, by_class, key_figures, tables
from relmap.evaluation.ties import TieScores
from relmap.models import Kind

Format = Literal["text", "json", "markdown"]
FORMATS: tuple[Format, ...] = ("text", "json", "markdown")

#: Digits of a share in JSON.
_DIGITS = 4

# What Markdown could take for markup or a link in a name that a stranger wrote.
_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#|~&@$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_FIGURES = re.compile(r"[\d., ()=+–-]*")


def render(report: Report, form: Format, *, mistakes: int | None = 0) -> str:
    """The report in one of `FORMATS`, ending in a newline.

    `mistakes` of each class are listed, all of them where it is None.
    """
    if form == "json":
        return json.dumps(as_json(report, mistakes), indent=1) + "\n"
    lines = _markdown(report, mistakes) if form == "markdown" else _text(report, mistakes)
    return "\n".join(lines) + "\n"


def _headline(report: Report) -> str:
    articles = report.gold.articles
    sentences = [sentence for article in articles for sentence in article.sentences or ()]
    names = [name for article in articles for name in article.names or ()]
    return (
        f"{report.gold.name}: {number(articles, 'article')}, {number(sentences, 'sentence')}, "
        f"{number(names, 'placed name')}; {report.version}"
    )


def _text(report: Report, most: int | None) -> Iterator[str]:
    yield _headline(report)
    for table in tables(report):
        yield from ("", table.title, table.about)
        yield from _aligned(table)
    for name, listed, count in by_class(report.mistakes, most):
        if listed:
            yield from ("", f"{name} ({len(listed):,} of {count:,})")
        for mistake in listed:
            made = f" [{_made(mistake)}]" if _made(mistake) else ""
            yield flat(f"  {mistake.article}:{mistake.start}  {_named(mistake)}{made}")
            yield f"      {mistake.text}"


def _aligned(table: Table) -> Iterator[str]:
    rows = [table.columns, *table.rows]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    for row in rows:
        first, *others = (
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(["", first, *others]).rstrip()


def _markdown(report: Report, most: int | None) -> Iterator[str]:
    yield from ("# Evaluation", "", escape(_headline(report)))
    for table in tables(report):
        yield from ("", f"## {table.title}", "", table.about, "")
        yield from _piped(table.columns, table.rows, align_right=True)
    columns = ("article", "name", "mistake", "by", "text")
    for name, listed, count in by_class(report.mistakes, most):
        if listed:
            yield from ("", f"## {name.capitalize()}: {len(listed):,} of {count:,}", "")
            rows = [(f"{m.article} {m.start}", m.name, m.about, _made(m), m.text) for m in listed]
            yield from _piped(columns, rows, align_right=False)


def _piped(columns: Row, rows: Iterable[Row], *, align_right: bool) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    ends = ["---", *(["---:" if align_right else "---"] * (len(columns) - 1))]
    yield f"| {' | '.join(ends)} |"
    for row in rows:
        yield f"| {' | '.join(map(escape, row))} |"


def escape(text: str) -> str:
    """A text as one line of Markdown that shows it and does nothing else.

    Figures stay as they are; in words every sign that could be markup gets a backslash.
    """
    return text if _FIGURES.fullmatch(text) else _MARKUP.sub(r"\\\g<0>", flat(text))


def flat(text: str) -> str:
    """A text on one line, whatever line ends a stranger's name holds."""
    return "".join(" " if char.isspace() else char for char in text)


def _named(mistake: Mistake) -> str:
    return f"{mistake.name}: {mistake.about}" if mistake.name else mistake.about


def _made(mistake: Mistake) -> str:
    """The rules and the model's label behind a mistake: "model > full name, PERSON"."""
    rules = " > ".join(rule for rule in (mistake.rule, mistake.joined) if rule)
    return ", ".join(part for part in (rules, mistake.label) if part)


def as_json(report: Report, most: int | None) -> dict[str, Any]:
    """The report as lists and objects; a level that has no labels is null."""
    return {
        "gold": report.gold.name,
        "articles": len(report.gold.articles),
        "model": report.version,
        **_figures(report.figures),
        "rules": [asdict(rule) for rule in report.rules],
        "without": {one.layer: _left_out(one.figures) for one in report.ablation},
        "mistakes": {
            name: {"count": count, "listed": [asdict(mistake) for mistake in listed]}
            for name, listed, count in by_class(report.mistakes, most)
        },
    }


def _left_out(figures: Figures) -> dict[str, float]:
    return {name: round(value, _DIGITS) for name, value in key_figures(figures)}


def _figures(figures: Figures) -> dict[str, Any]:
    sentences, references = figures.sentences, figures.references
    return {
        "mentions": sentences and _kinds(sentences.mentions),
        "ties": sentences and _ties(sentences.ties),
        "splits": sentences and sentences.splits,
        "merges": sentences and sentences.merges,
        "wrong kinds": sentences and sentences.wrong_kinds,
        "lines": sentences
        and {**asdict(sentences.lines), "accuracy": round(sentences.lines.accuracy, _DIGITS)},
        "names": figures.spans and _spans(figures.spans),
        "references": references
        and {
            "references": _score(references.references),
            "ties by names only": _ties(references.ties_without),
            "ties with references": _ties(references.ties_with),
        },
    }


def _spans(spans: SpanScores) -> dict[str, Any]:
    return {"exact": _kinds(spans.exact), "trimmed": _kinds(spans.trimmed)}


def _kinds(scores: Mapping[Kind, Score]) -> dict[str, Any]:
    by_kind = {str(kind): _score(score) for kind, score in scores.items()}
    return {**by_kind, "all": _score(total(scores.values()))}


def _ties(ties: TieScores) -> dict[str, Any]:
    return {
        "articles": _score(ties.articles),
        "sentences": _score(ties.sentences),
        "map": _score(ties.whole),
    }


def _score(score: Score) -> dict[str, float]:
    return {
        **asdict(score),
        "precision": round(score.precision, _DIGITS),
        "recall": round(score.recall, _DIGITS),
        "f1": round(score.f1, _DIGITS),
    }
