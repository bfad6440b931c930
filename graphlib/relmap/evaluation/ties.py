"""Ties in a gold against ties that were found: two actors in one sentence, at three distances."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from relmap.evaluation.readings import Reading
from relmap.evaluation.scores import Score, compare


@dataclass(frozen=True, slots=True)
class TieScores:
    """Dyads, counted per sentence, once per article, and once on the whole map."""

    sentences: Score
    articles: Score
    whole: Score


_Where = Callable[[Reading], object]
_Names = Callable[[Reading], Collection[str]]


def named_in_gold(reading: Reading) -> frozenset[str]:
    """The actors that a sentence names."""
    return reading.sentence.actors


def named(reading: Reading) -> frozenset[str]:
    """Everybody who was found by name."""
    return reading.names


def score_ties(
    readings: Sequence[Reading], there: _Names = named_in_gold, found: _Names = named
) -> TieScores:
    """The dyads among those who are there against the dyads among those who were found.

    Wrong names make ties as well, and those are wrong.
    """

    def score(where: _Where) -> Score:
        return compare(_dyads(readings, found, where), _dyads(readings, there, where))

    return TieScores(
        sentences=score(lambda reading: (reading.article.name, reading.sentence.start)),
        articles=score(lambda reading: reading.article.name),
        whole=score(lambda _: ""),
    )


def _dyads(
    readings: Iterable[Reading], names: _Names, where: _Where
) -> set[tuple[object, str, str]]:
    """Every dyad once for each place."""
    return {
        (where(reading), first, second)
        for reading in readings
        for first, second in combinations(sorted(names(reading)), 2)
    }
