"""An index made from random articles against counting by hand, without a build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.filters import NO_DAY
from relmap.models import (
    EVIDENCE_ROLES,
    KINDS,
    REFERENCE,
    Actor,
    ActorMention,
    Filters,
    Sentence,
    Unread,
)
from relmap.store import heaviest, indexing, selecting
from relmap.store.encoding import Indexed
from relmap.store.identity import Copy, Owned
from relmap.store.index import ROLES, Index
from relmap.store.indexing import IndexDraft
from relmap.store.listing import list_actors, list_heaviest, list_ties
from relmap.store.mapped import load_index, save_index
from relmap.store.places import mentions_in, sentences_in
from relmap.store.selecting import select

# Numbered by id, and named so that their names come in another order.
ACTORS = [
    Actor(f"{kind}:{number}", f"N{(number * 7) % 8}", kind)
    for number, kind in enumerate(sorted(KINDS) * 3)
]
ACTORS.sort(key=lambda actor: actor.actor_id)
IDS = [actor.actor_id for actor in ACTORS]
OUTLETS = ["Dawn", "Tass", "Zeit"]
DAYS = [date(2023, 3, 30), date(2023, 7, 5), date(2024, 1, 1)]


@st.composite
def indexed(draw: st.DrawFn, number: int) -> Indexed:
    """An article of any number of sentences, some of them long, with mentions in them."""
    sentences, mentions, end = [], [], 0
    for place in range(draw(st.integers(0, 4))):
        start = end + draw(st.sampled_from([0, 1, 2, 40, 300]))
        end = start + draw(st.sampled_from([30, 200, 255, 70_000]))
        sentences.append(Sentence(start, end, draw(st.sampled_from(ROLES))))
        at = start
        for _ in range(draw(st.integers(0, 4))):
            at += draw(st.sampled_from([0, 1, 4]))
            actor = draw(st.sampled_from(IDS))
            rule = draw(st.sampled_from(["full name", "a name", REFERENCE]))
            mentions.append(ActorMention(at, at + 2, place, actor, rule))
            at += 2
    day = draw(st.sampled_from([None, *DAYS]))
    copy = Copy(
        key=100 - number,
        content=f"{number:032x}",
        own_id=f"id{number}",
        path=draw(st.sampled_from(["a.csv", "b.csv"])),
        row=draw(st.sampled_from([None, 0, 7])),
        title=draw(st.sampled_from([None, "One", "Two"])),
        title_source="table",
        outlet=draw(st.sampled_from([None, *OUTLETS])),
        outlet_source="table",
        date=day and day.isoformat(),
        date_source="table",
        url=None,
        words=draw(st.sampled_from([0, 300])),
        language=draw(st.sampled_from(["", "en"])),
    )
    return Indexed(Owned(f"id{number}", copy), tuple(sentences), tuple(mentions))


@st.composite
def corpora(draw: st.DrawFn) -> list[Indexed]:
    return [draw(indexed(number)) for number in range(draw(st.integers(0, 8)))]


@st.composite
def any_filters(draw: st.DrawFn, corpus: Sequence[Indexed]) -> Filters:
    known = sorted({one.owned.copy.outlet for one in corpus if one.owned.copy.outlet})
    first, last = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2)))
    return Filters(
        first=draw(st.sampled_from([None, first])),
        last=draw(st.sampled_from([None, last])),
        outlets=draw(st.none() | st.frozensets(st.sampled_from(known)) if known else st.none()),
        undated=draw(st.booleans()),
        unknown_outlet=draw(st.booleans()),
        kinds=draw(st.frozensets(st.sampled_from(KINDS))),
        min_weight=draw(st.integers(1, 3)),
        references=draw(st.booleans()),
    )


def make(corpus: Iterable[Indexed], unread: Sequence[Unread] = ()):
    draft = IndexDraft(IDS, generation="g", extractor="e")
    for one in corpus:
        draft.add([one])
    return draft.finish(ACTORS, unread, {100 - number: 100 - number % 3 for number in range(9)})


def in_order(corpus: Iterable[Indexed]) -> list[Indexed]:
    """By day, undated last, then id."""
    return sorted(corpus, key=lambda one: (one.owned.copy.date or "9999", one.owned.article_id))


@given(corpora())
def test_every_sentence_and_mention_comes_back(corpus: list[Indexed]) -> None:
    index, tables = make(corpus)
    assert tables["articles"]["article_id"].to_pylist() == [
        one.owned.article_id for one in in_order(corpus)
    ]
    for number, one in enumerate(in_order(corpus)):
        sentences, mentions = sentences_in(index, number), mentions_in(index, number)
        assert one.sentences == tuple(
            Sentence(start, end, ROLES[role])
            for start, end, role in zip(
                sentences.start.tolist(),
                sentences.end.tolist(),
                sentences.role.tolist(),
                strict=True,
            )
        )
        columns = (mentions.start, mentions.end, mentions.sentence, mentions.actor, mentions.rule)
        assert one.mentions == tuple(
            ActorMention(start, end, sentence, IDS[actor], index.manifest.rules[rule])
            for start, end, sentence, actor, rule in zip(
                *(column.tolist() for column in columns), strict=True
            )
        )


@given(corpora())
def test_articles_keep_what_is_told_of_them(corpus: list[Indexed]) -> None:
    index, tables = make(corpus)
    outlets, paths = index.manifest.outlets, tables["paths"]["path"].to_pylist()
    for number, one in enumerate(in_order(corpus)):
        copy = one.owned.copy
        assert index["article.key"][number] == copy.key
        assert index["article.day"][number] == (
            date.fromisoformat(copy.date).toordinal() if copy.date else NO_DAY
        )
        assert (*outlets, None)[index["article.outlet"][number]] == copy.outlet
        assert paths[index["article.path"][number]] == copy.path
        assert index["article.row"][number] == (0 if copy.row is None else copy.row + 1)
        assert index["article.words"][number] == copy.words
        assert index.manifest.origins[index["article.origin"][number]][3] == copy.language
    ordered = in_order(corpus)
    listed = [ordered[number].owned for number in index["article.listed"].tolist()]
    newest = sorted(listed, key=lambda owned: (owned.copy.title or "", owned.article_id))
    newest.sort(key=lambda owned: owned.copy.date or "", reverse=True)
    assert listed == newest
    by_id = [ordered[number].owned.article_id for number in index["article.by_id"].tolist()]
    assert by_id == sorted(one.owned.article_id for one in corpus)


@given(corpora())
def test_stories_are_numbered_by_their_first_articles(corpus: list[Indexed]) -> None:
    index, _ = make(corpus)
    first: dict[int, int] = {}
    for number, one in enumerate(in_order(corpus)):
        story = (100 - one.owned.copy.key) % 3
        assert index["article.story"][number] == first.setdefault(story, len(first))


@given(corpora(), st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_order_of_articles_changes_no_byte(corpus: list[Indexed], chance, at_once: int) -> None:
    shuffled = list(corpus)
    chance.shuffle(shuffled)
    one, tables = make(corpus)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "_AT_ONCE", at_once)
        patch.setattr("relmap.ties._AT_ONCE", at_once)
        patch.setattr("relmap.store.pairing._AT_ONCE", at_once)
        patch.setattr("relmap.store.pairs._AT_ONCE", at_once)
        other, others = make(shuffled)
    assert one.manifest == other.manifest
    assert {name: table.to_pylist() for name, table in tables.items()} == {
        name: table.to_pylist() for name, table in others.items()
    }
    for name, column in one.columns.items():
        assert column.dtype == other[name].dtype, name
        assert column.tobytes() == other[name].tobytes(), name


def test_an_index_comes_back_from_the_disk(tmp_path: Path) -> None:
    index, tables = make([], [Unread("a", None, "empty")])
    save_index(tmp_path, index, tables)
    again = load_index(tmp_path)
    assert again.manifest == index.manifest
    for name, column in index.columns.items():
        assert (again[name].dtype, again[name].shape) == (column.dtype, column.shape)


def weights_by_hand(corpus: Sequence[Indexed], filters: Filters) -> Counter[tuple[str, str]]:
    weights: Counter[tuple[str, str]] = Counter()
    for one in corpus:
        if not keeps(one.owned.copy, filters):
            continue
        for number, sentence in enumerate(one.sentences):
            here = {
                mention.actor_id
                for mention in one.mentions
                if mention.sentence == number
                and sentence.role in EVIDENCE_ROLES
                and (filters.references or mention.rule != REFERENCE)
                and mention.actor_id.partition(":")[0] in filters.kinds
            }
            weights.update(combinations(sorted(here), 2))
    return Counter({k: n for k, n in weights.items() if n >= filters.min_weight})


def keeps(copy: Copy, filters: Filters) -> bool:
    if copy.date is None:
        in_time = filters.undated
    else:
        day = date.fromisoformat(copy.date)
        after = filters.first is None or filters.first <= day
        in_time = after and (filters.last is None or day <= filters.last)
    if copy.outlet is None:
        return in_time and filters.unknown_outlet
    return in_time and (filters.outlets is None or copy.outlet in filters.outlets)


@pytest.mark.parametrize("narrow", [0, 10**9], ids=["paired anew", "all entries"])
@pytest.mark.parametrize("block", [1, 3, 1 << 18])
@settings(max_examples=40)
@given(data=st.data(), corpus=corpora())
def test_stopping_early_changes_nothing(
    data: st.DataObject, corpus: list[Indexed], block: int, narrow: int
) -> None:
    """Whichever way the weights are added up, and wherever it stops, the ties are the same."""
    index, _ = make(corpus)
    names = {actor.actor_id: actor.name for actor in ACTORS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(heaviest, "_FIRST_BLOCK", block)
        patch.setattr(selecting, "NARROW", narrow)
        patch.setattr(selecting, "_AT_ONCE", block)
        for filters in [Filters(), *(data.draw(any_filters(corpus)) for _ in range(4))]:
            by_hand = weights_by_hand(corpus, filters)
            wanted = sorted(
                by_hand,
                key=lambda pair: (-by_hand[pair], *((names[end], end) for end in pair)),
            )
            everything = select(index, filters)
            ties = list_ties(index, everything.ties, IDS, None)
            assert [(tie.source, tie.target) for tie in ties] == wanted
            assert [tie.sentences for tie in ties] == [by_hand[pair] for pair in wanted]
            for top in (1, 2, 5, 100):
                assert list_heaviest(select(index, filters), IDS, top) == ties[:top]
                assert list_heaviest(everything, IDS, top) == ties[:top]
            check_single_ties(index, filters, everything)


def check_single_ties(index: Index, filters: Filters, everything) -> None:
    """One tie alone weighs what it weighs among all."""
    alone = select(index, filters)
    dyads = np.arange(len(alone.entries))
    some = alone.weigh_some(dyads[::2])
    again = everything.weigh_some(dyads[::2])
    assert sorted(some.group.tolist()) == again.group.tolist()
    weight = dict(zip(some.group.tolist(), some.sentences.tolist(), strict=True))
    assert [weight[dyad] for dyad in again.group.tolist()] == again.sentences.tolist()
    entries = alone.entries
    for dyad in dyads.tolist():
        u, v = int(entries.u[dyad]), int(entries.v[dyad])
        assert alone.find(u, v) == dyad
        assert (alone.find_tie(u, v) is not None) == (dyad in everything.ties.group)
        assert alone.find(v, u) is None


@given(data=st.data(), corpus=corpora())
def test_actors_are_the_same_either_way(data: st.DataObject, corpus: list[Indexed]) -> None:
    index, _ = make(corpus)
    filters = data.draw(any_filters(corpus))
    shown = []
    for narrow in (0, 10**9):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(selecting, "NARROW", narrow)
            selected = select(index, filters)
            actors = list_actors(index, selected, IDS, None)
            assert [list_actors(index, selected, IDS, top) for top in (1, 3)] == [
                actors[:1],
                actors[:3],
            ]
            shown.append(actors)
    assert shown[0] == shown[1]


def test_namesakes_are_marked() -> None:
    index, _ = make([])
    names = Counter(actor.name for actor in ACTORS)
    assert index["actor.namesake"].tolist() == [names[actor.name] > 1 for actor in ACTORS]
    assert index["actor.rank"].tolist() == [
        sorted((actor.name, actor.actor_id) for actor in ACTORS).index((one.name, one.actor_id))
        for one in ACTORS
    ]
