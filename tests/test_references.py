"""References from text to ties: against the gold, against counting by hand, and switched off.

`gold/references.json` holds invented articles. Those of the split "held out" were written before any
rule was. Figures: docs/quality.md.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from relmap.actors import resolve
from relmap.build import build
from relmap.extract import Extractor
from relmap.models import REFERENCE, Article, Evidence, Filters
from relmap.store import Store

GOLD = json.loads((Path(__file__).parent / "gold" / "references.json").read_text(encoding="utf-8"))
NAMES = {form: a["name"] for a in GOLD["actors"] for form in (a["name"], *a["aliases"])}
SPLITS = ("development", "held out")


@dataclass(frozen=True)
class Read:
    """A gold sentence with the actors that were found in it, by name and by reference."""

    split: str
    gold: dict[str, list[str]]
    named: frozenset[str]
    referred: frozenset[str]

    def wanted(self, what: str) -> frozenset[str]:
        return frozenset(self.gold.get(what, ()))


@pytest.fixture(scope="module")
def read() -> list[Read]:
    """Every sentence of the gold."""
    texts = [Article(a["id"], a["text"], "gold.json") for a in GOLD["articles"]]
    resolution = resolve(Extractor.load().extract(texts))
    names = {actor.actor_id: NAMES.get(actor.name, actor.name) for actor in resolution.actors}
    found = []
    for article, mentions in zip(GOLD["articles"], resolution.mentions, strict=True):
        end = 0
        for sentence in article["sentences"]:
            start = article["text"].index(sentence["text"], end)
            end = start + len(sentence["text"])
            here = [m for m in mentions if start <= m.start < end]
            named = frozenset(names[m.actor_id] for m in here if m.rule != REFERENCE)
            referred = frozenset(names[m.actor_id] for m in here if m.rule == REFERENCE)
            found.append(Read(article["split"], sentence, named, referred))
    return found


@pytest.mark.parametrize("split", SPLITS)
def test_references_are_right_where_they_are_understood(read, split):
    some = [one for one in read if one.split == split]
    found = [(one, who) for one in some for who in one.referred - one.wanted("optional")]
    right = [who for one, who in found if who in one.wanted("references")]
    there = sum(len(one.wanted("references")) for one in some)
    precision, recall = len(right) / len(found), len(right) / there
    assert precision >= 0.9, f"precision {precision:.3f}, recall {recall:.3f}"
    assert recall >= 0.4, f"precision {precision:.3f}, recall {recall:.3f}"


@pytest.mark.parametrize("split", SPLITS)
def test_the_sentences_that_ties_gain_are_right(read, split):
    gained = right = 0
    for one in read:
        if one.split == split:
            doubtful = one.wanted("optional")
            by_name = set(combinations(sorted(one.named - doubtful), 2))
            both = set(combinations(sorted((one.named | one.referred) - doubtful), 2))
            there = one.wanted("actors") | one.wanted("references")
            gained += len(both - by_name)
            right += sum(there.issuperset(pair) for pair in both - by_name)
    assert gained >= 10
    assert right / gained >= 0.9, f"{right} of {gained}"


def test_an_invented_article_says_so():
    assert all(article["invented"] for article in GOLD["articles"])
    assert Counter(article["split"] for article in GOLD["articles"]) == dict.fromkeys(SPLITS, 12)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("references")
    lines = [json.dumps({"id": a["id"], "text": a["text"]}) for a in GOLD["articles"]]
    (folder / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    build([folder / "gold.jsonl"], folder / "store")
    return Store.open(folder / "store")


@pytest.mark.parametrize("references", [False, True])
def test_weights_are_what_counting_mentions_by_hand_gives(store, references):
    weights: Counter[tuple[str, str]] = Counter()
    for article in GOLD["articles"]:
        sentences: dict[int, set[str]] = {}
        for one in store.mentions(article["id"], references=references):
            sentences.setdefault(one.sentence, set()).add(one.actor_id)
        for actors in sentences.values():
            weights.update(combinations(sorted(actors), 2))
    view = store.view(Filters(references=references))
    assert {(tie.source, tie.target): tie.sentences for tie in view.ties} == weights
    assert sum(seen.mentions for seen in view.actors) == sum(
        len(store.mentions(article["id"], references=references)) for article in GOLD["articles"]
    )
    for tie in view.ties:
        evidence = view.evidence(tie.source, tie.target)
        assert len(evidence) == tie.sentences
        assert all(is_shown(one, tie.source) and is_shown(one, tie.target) for one in evidence)


def is_shown(evidence: Evidence, actor_id: str) -> bool:
    """Whether a sentence marks an actor at words of its own."""
    words = [
        evidence.sentence[mark.start - evidence.start : mark.end - evidence.start]
        for mark in evidence.marks
        if mark.actor_id == actor_id
    ]
    return bool(words) and all(word.strip() == word != "" for word in words)


def test_switched_off_a_build_shows_what_one_without_references_shows(store):
    extracted = list(
        Extractor.load().extract(
            Article(article["id"], article["text"], "gold.json") for article in GOLD["articles"]
        )
    )
    without = resolve(extracted, without={"references"})
    assert {actor.actor_id: actor for actor in without.actors} == dict(store.actors())
    for extraction, mentions in zip(extracted, without.mentions, strict=True):
        assert store.mentions(extraction.article_id) == mentions
