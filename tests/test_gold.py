"""The seeds against the gold file read by hand: who is named in which sentence, and the ties.

`gold/seeds.json` gives every sentence of the five articles with the actors that it names, and the
lines that are no part of the story. The figures come from `relmap evaluate`, what is where from
the store that `relmap build` made: see docs/quality.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from relmap.evaluation import evaluate, read_gold
from relmap.evaluation.matching import plain
from relmap.evaluation.report import Report
from relmap.evaluation.scores import compare
from relmap.models import EVIDENCE_ROLES, Actor, Filters
from relmap.store import Store

GOLD = read_gold(Path(__file__).parent / "gold" / "seeds.json")
TARGETS = GOLD.articles[0].targets

#: The 21 actors that every careful reader names: countries, people, the SCO and its RATS.
EXPECTED = {
    *(name for name, target in TARGETS.items() if target.kind != "organization"),
    "Shanghai Cooperation Organization",
    "Regional Anti-Terrorist Structure",
}


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate(GOLD)


def gold_name(actor: Actor) -> str:
    """The gold's name of an actor, which must go by its full name or an alias of the gold."""
    found = [name for name, target in TARGETS.items() if plain(actor.name) in target.forms]
    assert len(found) < 2, f"{actor.name} is several actors of the gold"
    return found[0] if found else f"not in the gold: {actor.name}"


def read_labels(store: Store):
    """Each gold sentence as (article id, its label)."""
    ids = {Path(row.path).name: row.article_id for row in store.articles().itertuples()}
    for article in GOLD.articles:
        for sentence in article.sentences:
            yield ids[article.name], sentence


def test_mentions(report):
    score = report.figures.sentences.all_mentions
    assert score.f1 >= 0.98, (score, report.mistakes)


def test_ties(report):
    ties = report.figures.sentences.ties
    for score in (ties.whole, ties.articles, ties.sentences):
        assert score.f1 >= 0.97, (score, report.mistakes)


def test_nobody_is_split_or_merged(report):
    assert (report.figures.sentences.splits, report.figures.sentences.merges) == (0, 0)
    assert report.figures.sentences.wrong_kinds == 0


def test_the_store_names_whom_the_gold_names(store):
    """What the store holds is held against the labels, not what `evaluate` makes of them."""
    actors = store.actors()
    found, there = set(), set()
    for article_id, sentence in read_labels(store):
        within = (m for m in store.mentions(article_id) if sentence.start <= m.start < sentence.end)
        found |= {(article_id, sentence.start, gold_name(actors[m.actor_id])) for m in within}
        there |= {(article_id, sentence.start, name) for name in sentence.actors}
    score = compare(found, there)
    assert score.f1 >= 0.98, (score, found ^ there)


def test_the_ties_of_the_map(store):
    actors = store.actors()
    wanted = {
        frozenset((first, second))
        for _, sentence in read_labels(store)
        for first in sentence.actors
        for second in sentence.actors
        if first < second
    }
    found = {
        frozenset((gold_name(actors[tie.source]), gold_name(actors[tie.target])))
        for tie in store.view(Filters()).ties
    }
    score = compare(found, wanted)
    assert score.f1 >= 0.97, (score, found ^ wanted)


def test_every_expected_actor_is_there_once_under_its_full_name(store):
    found = [gold_name(actor) for actor in store.actors().values()]
    assert len(EXPECTED) == 21
    assert set(found) >= EXPECTED
    assert sorted(found) == sorted(set(found)), "an actor stands twice"
    assert set(found) <= set(TARGETS), "something that is no actor"


def test_kinds(store):
    for actor in store.actors().values():
        assert actor.kind == TARGETS[gold_name(actor)].kind


def test_lines_outside_the_story_are_no_evidence(store, report):
    for article_id, label in read_labels(store):
        roles = {
            s.role
            for s in store.sentences(article_id)
            if s.start < label.end and label.start < s.end
        }
        assert bool(roles & EVIDENCE_ROLES) == label.is_evidence, (article_id, label.start, roles)
    assert report.figures.sentences.lines.accuracy == 1.0


def test_sentences_end_where_a_reader_ends_them(store):
    found = {
        (row.article_id, s.start, s.end)
        for row in store.articles().itertuples()
        for s in store.sentences(row.article_id)
        if s.role in EVIDENCE_ROLES
    }
    wanted = {(a, s.start, s.end) for a, s in read_labels(store) if s.is_evidence}
    assert found == wanted


def test_russia_and_pakistan_share_the_sentences_of_the_gold(store):
    wanted = {
        (article_id, sentence.start)
        for article_id, sentence in read_labels(store)
        if {"Russia", "Pakistan"} <= sentence.actors
    }
    evidence = store.view(Filters()).evidence("country:PK", "country:RU")
    assert {(e.article_id, e.start) for e in evidence} == wanted
    assert len(evidence) == len(wanted) == 14
