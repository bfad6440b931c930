"""Mentions that are no name, "he" or "the minister", scored apart from the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relmap.evaluation.matching import fitting
from relmap.evaluation.readings import Reading
from relmap.evaluation.scores import Score, compare, total
from relmap.evaluation.ties import TieScores, score_ties


@dataclass(frozen=True, slots=True)
class ReferenceFigures:
    """References by themselves, and the ties of names and references together.

    `ties_without` is what names alone find of those ties, `ties_with` what references add.
    """

    references: Score
    ties_without: TieScores
    ties_with: TieScores


def measure_references(readings: Sequence[Reading]) -> ReferenceFigures | None:
    """The figures over the articles that were read for references; None where there is none."""
    labelled = [reading for reading in readings if reading.article.has_references]
    if not labelled:
        return None
    return ReferenceFigures(
        score_references(labelled),
        ties_without=score_ties(labelled, there=meant_in_gold),
        ties_with=score_ties(labelled, there=meant_in_gold, found=with_references),
    )


def score_references(readings: Sequence[Reading]) -> Score:
    """Actors that a sentence means without naming them.

    A reference to somebody whom the sentence names as well adds nothing and is not counted.
    """
    return total(
        compare(found_references(reading), reading.sentence.references) for reading in readings
    )


def found_references(reading: Reading) -> frozenset[str]:
    """Who is referred to and not named: gold names of the right ones, ids of the wrong ones."""
    named = set(reading.right.values()) | reading.wrong | reading.spared
    found: set[str] = set()
    for mention in reading.references:
        if mention.actor_id in named:
            continue
        claims = fitting(mention, reading.sentence.references, reading.article.targets)
        # Somebody whom the sentence names, though that name was lost, is no wrong reference.
        if claims or not fitting(mention, reading.sentence.actors, reading.article.targets):
            found.add(claims[0] if claims else f"!{mention.actor_id}")
    return frozenset(found)


def meant_in_gold(reading: Reading) -> frozenset[str]:
    """Everybody whom a sentence of the gold names or means."""
    return reading.sentence.actors | reading.sentence.references


def with_references(reading: Reading) -> frozenset[str]:
    """Everybody who was found by name or by reference."""
    return reading.names | found_references(reading)
