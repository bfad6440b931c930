"""The whole way from text to ties against a brute-force answer, on random articles and filters.

The answer knows nothing of spaCy, stores or arrays: it looks for names in the sentences that it
wrote itself, pairs them, and counts.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from relmap.build import build
from relmap.models import KINDS, Counts, Filters
from relmap.store import Store, View

ACTORS = {
    "France": "country:FR",
    "Spain": "country:ES",
    "Brazil": "country:BR",
    "Japan": "country:JP",
    "Kenya": "country:KE",
    "Norway": "country:NO",
    "NATO": "organization:nato",
    "UNESCO": "organization:unesco",
}
SENTENCES = (
    "Envoys of {} and {} met on Monday.",
    "{} signed an agreement with {} and {}.",
    "The talks between {}, {}, {} and {} went on for a week.",
    "A statement by {} was published later.",
    "Nothing else was decided.",
    "{} thanked {}, and {} was pleased.",
)
OUTLETS = ("The Daily Test", "Sample News", None)
FIRST_DAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Written:
    """An article as the test wrote it: its sentences and the actors that each names."""

    sentences: tuple[tuple[str, frozenset[str]], ...]
    day: date | None
    outlet: str | None

    @property
    def text(self) -> str:
        return " ".join(text for text, _ in self.sentences)


def write_article(chance: random.Random) -> Written:
    sentences = []
    for _ in range(chance.randint(1, 6)):
        template = chance.choice(SENTENCES)
        # With replacement: a name may stand twice in a sentence and still counts once.
        names = [chance.choice(list(ACTORS)) for _ in range(template.count("{}"))]
        sentences.append((template.format(*names), frozenset(ACTORS[n] for n in names)))
    day = FIRST_DAY + timedelta(days=chance.randint(0, 20)) if chance.random() < 0.7 else None
    return Written(tuple(sentences), day, chance.choice(OUTLETS))


def pick_filters(chance: random.Random) -> Filters:
    first = FIRST_DAY + timedelta(days=chance.randint(0, 10)) if chance.random() < 0.5 else None
    last = FIRST_DAY + timedelta(days=chance.randint(10, 20)) if chance.random() < 0.5 else None
    some = frozenset(chance.sample(OUTLETS[:2], chance.randint(1, 2)))
    return Filters(
        first=first,
        last=last,
        outlets=some if chance.random() < 0.5 else None,
        undated=chance.random() < 0.5,
        unknown_outlet=chance.random() < 0.5,
        kinds=frozenset(chance.sample(KINDS, chance.randint(1, 3))),
        min_weight=chance.randint(1, 4),
    )


def is_kept(article: Written, filters: Filters) -> bool:
    if article.day is None:
        in_time = filters.undated
    else:
        after = filters.first is None or filters.first <= article.day
        in_time = after and (filters.last is None or article.day <= filters.last)
    if article.outlet is None:
        return in_time and filters.unknown_outlet
    return in_time and (filters.outlets is None or article.outlet in filters.outlets)


def count_pairs(articles: list[Written], filters: Filters) -> dict[tuple[str, str], list[str]]:
    """The sentences of every pair, the slow and plain way."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in articles:
        if not is_kept(article, filters):
            continue
        for text, actors in article.sentences:
            seen = sorted(a for a in actors if a.split(":")[0] in filters.kinds)
            for pair in combinations(seen, 2):
                pairs[pair].append(text)
    return {pair: texts for pair, texts in pairs.items() if len(texts) >= filters.min_weight}


def count_actors(articles: list[Written], filters: Filters) -> dict[str, tuple[int, int]]:
    """In how many sentences and articles each actor in view stands."""
    tied = {end for pair in count_pairs(articles, filters) for end in pair}
    kept = [article for article in articles if is_kept(article, filters)]
    standing = {
        actor: [
            number
            for number, one in enumerate(kept)
            for _, named in one.sentences
            if actor in named
        ]
        for actor in ACTORS.values()
        if actor.split(":")[0] in filters.kinds
    }
    return {
        actor: (len(places), len(set(places)))
        for actor, places in standing.items()
        if places and (filters.min_weight == 1 or actor in tied)
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ties_are_what_counting_by_hand_gives(seed, tmp_path):
    chance = random.Random(seed)
    articles = [write_article(chance) for _ in range(50)]
    table = tmp_path / "articles.jsonl"
    # With titles of their own: an article that is another's copy in all respects is read once.
    rows = [
        {"id": str(i), "title": f"No. {i}", "text": a.text, "outlet": a.outlet}
        | {"date": a.day and a.day.isoformat()}
        for i, a in enumerate(articles)
    ]
    table.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    build([table], tmp_path / "store")
    store = Store.open(tmp_path / "store")

    for filters in [Filters(), *(pick_filters(chance) for _ in range(25))]:
        wanted = count_pairs(articles, filters)
        view = store.view(filters)
        found = {
            (tie.source, tie.target): [e.sentence for e in view.evidence(tie.source, tie.target)]
            for tie in view.ties
        }
        assert {pair: sorted(s) for pair, s in found.items()} == {
            pair: sorted(s) for pair, s in wanted.items()
        }, filters
        assert all(tie.sentences == len(found[tie.source, tie.target]) for tie in view.ties)
        kept = {str(i) for i, article in enumerate(articles) if is_kept(article, filters)}
        assert view.article_ids() == kept
        check_totals(store.view(filters), articles, filters)
        check_totals(view, articles, filters)


def check_totals(view: View, articles: list[Written], filters: Filters) -> None:
    """What is said of all ties and actors together, before they were listed and after."""
    kept = [article for article in articles if is_kept(article, filters)]
    wanted, actors = count_pairs(articles, filters), count_actors(articles, filters)
    assert replace(view.counts, stories=0) == Counts(
        actors=len(actors),
        actors_total=len(count_actors(articles, Filters())),
        ties=len(wanted),
        ties_total=len(count_pairs(articles, Filters())),
        articles=len(kept),
        articles_total=len(articles),
        undated=sum(article.day is None for article in kept),
        unknown_outlet=sum(article.outlet is None for article in kept),
    )
    assert view.outlet_counts() == Counter(article.outlet for article in kept)
    assert view.article_days() == Counter(article.day for article in kept)
    assert {each.actor_id: (each.sentences, each.articles) for each in view.actors} == actors
    strength = Counter(end for pair, texts in wanted.items() for end in pair for _ in texts)
    assert all(each.strength == strength[each.actor_id] for each in view.actors)
    assert sum(tie.sentences for tie in view.ties) == sum(map(len, wanted.values()))
