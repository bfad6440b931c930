"""Resolution as a whole: the order of articles is no matter, and a stream gives what all at once give."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from actor_scenes import actors, article
from hypothesis import example, given
from hypothesis import strategies as st

from relmap.actors import resolve, resolve_stream
from relmap.models import (
    Extraction,
    Reference,
    Resolution,
    Sentence,
)


def test_countries_are_their_codes():
    found = actors(article("1", "c:RU", "c:KP"))
    assert [(a.name, a.country_code) for a in found.values()] == [
        ("North Korea", "KP"),
        ("Russia", "RU"),
    ]


def test_no_articles_no_actors():
    assert resolve([]) == Resolution((), ())


PEOPLE = ("Nawaz Sharif", "Shehbaz Sharif", "Sharif", "Sergei Ivanov", "Sergey Ivanov", "Ivanov")
BODIES = ("NATO", "BHA", "Baltic Harbour Authority", "Security Council", "Russian Security Council")
NAMES = st.sampled_from(
    [*(f"p:{name}" for name in PEOPLE), *(f"o:{name}" for name in BODIES), "c:PK", "c:RU"]
)


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(texts: list[list[str]], chance: random.Random):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    shuffled = chance.sample(articles, len(articles))
    one, other = resolve(articles), resolve(shuffled)
    assert one.actors == other.actors
    place = {e.article_id: i for i, e in enumerate(shuffled)}
    assert one.mentions == tuple(other.mentions[place[e.article_id]] for e in articles)


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6), st.randoms(use_true_random=False))
@example([["p:Sharif", "p:Shehbaz Sharif"], *[["p:Nawaz Sharif"]] * 4], random.Random(3))
def test_a_stream_in_any_order_gives_what_all_at_once_give(texts, chance):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    whole = resolve(articles)
    shuffled = chance.sample(articles, len(articles))
    resolved = resolve_stream(lambda: iter(shuffled))
    assert resolved.actor_ids == tuple(actor.actor_id for actor in whole.actors)
    expected = dict(zip((e.article_id for e in articles), whole.mentions, strict=True))
    found = list(resolved.articles())
    assert [extraction for extraction, _ in found] == shuffled
    assert {extraction.article_id: mentions for extraction, mentions in found} == expected
    assert tuple(resolved.actors()) == whole.actors


def test_only_the_last_reading_needs_sentences_and_references():
    she = Reference(8, 11, 0, "she", "pronoun", "she", "f")
    whole = [replace(article("1", "p:Ada Lee"), references=(she,)), article("2", "p:Ada Lee")]
    bare = [replace(extraction, sentences=(), references=()) for extraction in whole]
    resolved = resolve_stream(lambda: whole, bare=lambda: bare)
    assert tuple(found for _, found in resolved.articles()) == resolve(whole).mentions
    assert tuple(resolved.actors()) == resolve(whole).actors


def test_nothing_of_an_article_is_kept_between_readings():
    def read() -> Iterator[Extraction]:
        nonlocal readings
        readings += 1
        for number in range(30):
            yield article(f"kept {number}", "p:Ada Lee", "p:Lee", "o:NATO", "c:KE")
            assert count_kept() <= 2  # the one that is read, and the one before it

    def count_kept() -> int:
        every = gc.get_objects()
        return sum(isinstance(each, Extraction) and "kept" in each.article_id for each in every)

    readings = 0
    resolved = resolve_stream(read)
    assert (readings, count_kept()) == (2, 0)
    for _ in resolved.articles():
        pass
    assert readings == 3
    assert [actor.name for actor in resolved.actors()] == ["Kenya", "NATO", "Ada Lee"]


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6))
def test_every_mention_has_an_actor_and_every_actor_its_mentions(texts: list[list[str]]):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    resolution = resolve(articles)
    used = {m.actor_id for mentions in resolution.mentions for m in mentions}
    assert used == {a.actor_id for a in resolution.actors}
    for extraction, mentions in zip(articles, resolution.mentions, strict=True):
        assert [(m.start, m.end) for m in mentions] == [
            (m.start, m.end) for m in extraction.mentions
        ]
    assert sum(a.mentions for actor in resolution.actors for a in actor.aliases) == sum(
        len(text) for text in texts
    )


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_ids_differ_by_kind(kind):
    mention = replace(article("1", "p:Chad Union").mentions[0], kind=kind)
    extraction = Extraction("1", (Sentence(0, 20, "story"),), (mention,))
    assert list(actors(extraction)) == [f"{kind}:chad-union"]


def test_without_surnames_every_name_stands_for_itself():
    found = resolve([article("1", "p:Rajnath Singh", "p:Singh")], without={"surnames"})
    assert {a.name for a in found.actors} == {"Rajnath Singh", "Singh"}


def test_without_votes_every_kind_stays():
    articles = [article(str(i), "p:Priebus") for i in range(3)] + [article("3", "o:Priebus")]
    assert {a.kind for a in resolve(articles).actors} == {"person"}
    apart = resolve(articles, without={"votes"})
    assert {a.kind for a in apart.actors} == {"person", "organization"}
