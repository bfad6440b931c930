"""The three that answer: relmap, DuckDB over Parquet, pandas in memory; each in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from scaling.questions import TOP, Question
from scaling.rows import NO_OUTLET

#: A tie: its actors, sentences, articles, outlets, first and last day.
Row = tuple[str, str, int, int, int, str, str]
Answer = list[Row]
_FIELDS = ("source", "target", "sentences", "articles", "outlets", "first_date", "last_date")

# The quickest way found to ask it: weights first, details for the heaviest only.
_SQL = """
WITH kept AS (SELECT * FROM read_parquet(?) WHERE day BETWEEN ? AND ? {outlets}),
heaviest AS (SELECT dyad FROM kept GROUP BY dyad ORDER BY count(*) DESC, dyad LIMIT {top})
SELECT source, target, count(*), count(DISTINCT article),
       count(DISTINCT outlet) FILTER (outlet <> {no_outlet}), min(day), max(day)
FROM kept JOIN heaviest USING (dyad) JOIN read_parquet(?) AS names USING (dyad)
GROUP BY source, target
"""


def by_relmap(store: Any, questions: Sequence[Question]) -> tuple[list[Answer], list[float]]:
    """The ties that the map shows, from a store that is open."""

    def answer(question: Question) -> Answer:
        ties = store.view(question.filters).heaviest(TOP)
        return [_row(*(getattr(tie, name) for name in _FIELDS)) for tie in ties]

    return _timed(answer, questions)


def by_duckdb(
    rows: Path, dyads: Path, outlets: Sequence[str], questions: Sequence[Question]
) -> tuple[list[Answer], list[float]]:
    """DuckDB in memory, its rows in Parquet."""
    import duckdb  # noqa: PLC0415

    connection = duckdb.connect()
    numbers = {outlet: number for number, outlet in enumerate(outlets)}

    def answer(question: Question) -> Answer:
        chosen = question.outlets and ", ".join(str(numbers[one]) for one in question.outlets)
        sql = _SQL.format(
            outlets=f"AND outlet IN ({chosen})" if chosen else "", top=TOP, no_outlet=NO_OUTLET
        )
        found = connection.execute(sql, [str(rows), question.first, question.last, str(dyads)])
        return [_row(*row) for row in found.fetchall()]

    return _timed(answer, questions)


def by_pandas(
    rows: Path, dyads: Path, outlets: Sequence[str], questions: Sequence[Question]
) -> tuple[list[Answer], list[float]]:
    """pandas with the same rows in memory; days and outlets as small numbers."""
    import pandas as pd  # noqa: PLC0415

    frame = pd.read_parquet(rows)
    names = pd.read_parquet(dyads).set_index("dyad")
    frame["day"] = pd.to_datetime(frame["day"])
    numbers = {outlet: number for number, outlet in enumerate(outlets)}

    def answer(question: Question) -> Answer:
        kept = frame["day"].between(pd.Timestamp(question.first), pd.Timestamp(question.last))
        if question.outlets is not None:
            kept &= frame["outlet"].isin([numbers[one] for one in question.outlets])
        some = frame[kept]
        heaviest = some["dyad"].value_counts().nlargest(TOP).index
        listed = some[some["dyad"].isin(heaviest)]
        known = listed[listed["outlet"] != NO_OUTLET].groupby("dyad")["outlet"].nunique()
        told = listed.groupby("dyad").agg(
            sentences=("sentence", "size"), articles=("article", "nunique"),
            first=("day", "min"), last=("day", "max"),
        ).join(known).join(names)  # fmt: skip
        return [
            _row(
                one.source, one.target, one.sentences, one.articles, one.outlet, one.first, one.last
            )
            for one in told.fillna({"outlet": 0}).itertuples()
        ]

    return _timed(answer, questions)


def agree(one: Answer, other: Answer) -> bool:
    """Tell whether two answers are the same but for which of equally heavy ties came in last."""
    if sorted(row[2] for row in one) != sorted(row[2] for row in other):
        return False
    least = min((row[2] for row in one), default=0)
    cut = len(one) == TOP
    return {row for row in one if row[2] > least or not cut} == {
        row for row in other if row[2] > least or not cut
    }


def medians(questions: Sequence[Question], seconds: Sequence[float]) -> dict[str, float]:
    """The median milliseconds of each kind of question."""
    kinds = dict.fromkeys(question.kind for question in questions)
    return {
        kind: 1000
        * median(
            took for question, took in zip(questions, seconds, strict=True) if question.kind == kind
        )
        for kind in kinds
    }


def _timed(
    answer: Callable[[Question], Answer], questions: Sequence[Question]
) -> tuple[list[Answer], list[float]]:
    """Answer everything twice, and time the second time; a store keeps no answers."""
    answers = [answer(question) for question in questions]
    seconds = []
    for question in questions:
        started = time.perf_counter()
        answer(question)
        seconds.append(time.perf_counter() - started)
    return answers, seconds


def _row(  # noqa: PLR0913, PLR0917 - a row's fields
    source: str, target: str, sentences: int, articles: int, outlets: int, first: date, last: date
) -> Row:
    return (
        source, target, int(sentences), int(articles), int(outlets),
        first.isoformat()[:10], last.isoformat()[:10],
    )  # fmt: skip
