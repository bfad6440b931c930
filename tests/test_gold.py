"""The seeds against the gold file read by hand: who is named in which sentence, and the ties.

`gold/seeds.json` gives every sentence of the five articles with the actors that it names, and the
lines that are no part of the story. Figures of this build: see docs/quality.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from relmap.models import EVIDENCE_ROLES, Filters
from relmap.store import Store

GOLD = json.loads((Path(__file__).parent / "gold" / "seeds.json").read_text(encoding="utf-8"))
NAMES = {form: a["name"] for a in GOLD["actors"] for form in (a["name"], *a["aliases"])}
KINDS = {a["name"]: a["kind"] for a in GOLD["actors"]}

#: The 21 actors that every careful reader names: countries, people, the SCO and its RATS.
EXPECTED = {
    *(name for name, kind in KINDS.items() if kind != "organization"),
    "Shanghai Cooperation Organization",
    "Regional Anti-Terrorist Structure",
}


@dataclass(frozen=True)
class Score:
    """What was found of what is there."""

    right: int
    found: int
    there: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there)

    def __str__(self) -> str:
        precision, recall = self.right / self.found, self.right / self.there
        return f"precision {precision:.3f}, recall {recall:.3f}, F1 {self.f1:.3f}"


@pytest.fixture(scope="module")
def store(seeds_store) -> Store:
    return Store.open(seeds_store)


def named(store: Store, article_id: str, start: int, end: int) -> set[str]:
    """The actors named in a stretch of an article, under the gold's names."""
    actors = store.actors()
    found = {actors[m.actor_id].name for m in store.mentions(article_id) if start <= m.start < end}
    return {NAMES.get(name, f"not in the gold: {name}") for name in found}


def read_gold(store: Store):
    """Each gold sentence as (article id, start, end, actors, is evidence)."""
    ids = {Path(row.path).name: row.article_id for row in store.articles().itertuples()}
    for article in GOLD["articles"]:
        text, position = store.article(ids[article["file"]]).text, 0
        for sentence in article["sentences"]:
            start = text.index(sentence["text"], position)
            position = start + len(sentence["text"])
            is_evidence = sentence.get("evidence", True)
            yield ids[article["file"]], start, position, set(sentence["actors"]), is_evidence


def test_mentions(store):
    right = found = there = 0
    for article_id, start, end, wanted, _ in read_gold(store):
        got = named(store, article_id, start, end)
        right, found, there = right + len(got & wanted), found + len(got), there + len(wanted)
    score = Score(right, found, there)
    assert score.f1 >= 0.98, score


def test_ties(store):
    wanted = {
        frozenset(pair)
        for *_, actors, _ in read_gold(store)
        for pair in combinations(sorted(actors), 2)
    }
    actors = store.actors()
    got = {
        frozenset(NAMES.get(actors[end].name, actors[end].name) for end in (tie.source, tie.target))
        for tie in store.view(Filters()).ties
    }
    score = Score(len(got & wanted), len(got), len(wanted))
    assert score.f1 >= 0.97, score


def test_every_expected_actor_is_there_once_under_its_full_name(store):
    found = [NAMES.get(actor.name, actor.name) for actor in store.actors().values()]
    assert len(EXPECTED) == 21
    assert set(found) >= EXPECTED
    assert sorted(found) == sorted(set(found)), "an actor stands twice"
    assert set(found) <= set(KINDS), "something that is no actor"


def test_kinds(store):
    for actor in store.actors().values():
        assert actor.kind == KINDS[NAMES[actor.name]]


def test_lines_outside_the_story_are_no_evidence(store):
    for article_id, start, end, _, is_evidence in read_gold(store):
        roles = {s.role for s in store.sentences(article_id) if s.start < end and start < s.end}
        assert bool(roles & EVIDENCE_ROLES) == is_evidence, (article_id, start, roles)


def test_sentences_end_where_a_reader_ends_them(store):
    found = {
        (row.article_id, s.start, s.end)
        for row in store.articles().itertuples()
        for s in store.sentences(row.article_id)
        if s.role in EVIDENCE_ROLES
    }
    wanted = {(a, start, end) for a, start, end, _, is_evidence in read_gold(store) if is_evidence}
    assert found == wanted


def test_russia_and_pakistan_share_the_sentences_of_the_gold(store):
    wanted = {
        (article_id, start)
        for article_id, start, _, actors, _ in read_gold(store)
        if {"Russia", "Pakistan"} <= actors
    }
    evidence = store.view(Filters()).evidence("country:PK", "country:RU")
    assert {(e.article_id, e.start) for e in evidence} == wanted
    assert len(evidence) == len(wanted) == 14
