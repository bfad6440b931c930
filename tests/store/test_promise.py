"""Promise 1: every weight is the number of sentences shown behind it, whatever the filters."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.models import EVIDENCE_ROLES, KINDS, REFERENCE, Article, Counts, Filters, Tie
from relmap.store import Store, View

OUTLETS = ("Dawn", "Tass", "'; DROP TABLE articles; --")
DAYS = [date(2023, 3, 30), date(2023, 7, 5), date(2024, 1, 1)]
WORDS = ["Russia", "Moscow", "Pakistan", "India", "Asif", "Modi", "SCO", "Sharif", "he", "“said’"]

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
lines = st.one_of(sentences, sentences.map("Also Read {}".format))
articles = st.builds(
    Article,
    article_id=st.just(""),
    text=st.lists(lines, min_size=1, max_size=4).map("\n \n".join),
    path=st.just("inbox/table.csv"),
    title=st.sampled_from([None, "One", "Two"]),
    date=st.sampled_from([None, *DAYS]),
    outlet=st.sampled_from([None, *OUTLETS]),
)
corpora = st.lists(
    articles,
    min_size=1,
    max_size=7,
    unique_by=lambda one: (one.text, one.title, one.date, one.outlet),
)


@st.composite
def filters_for(draw: st.DrawFn, corpus: Sequence[Article]) -> Filters:
    known = sorted({one.outlet for one in corpus if one.outlet})
    outlets = st.none() | st.frozensets(st.sampled_from(known)) if known else st.none()
    days = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2)))
    return Filters(
        first=draw(st.sampled_from([None, days[0]])),
        last=draw(st.sampled_from([None, days[1]])),
        outlets=draw(outlets),
        undated=draw(st.booleans()),
        unknown_outlet=draw(st.booleans()),
        kinds=draw(st.frozensets(st.sampled_from(KINDS))),
        min_weight=draw(st.integers(1, 3)),
        references=draw(st.booleans()),
    )


class BruteForce:
    """The same answers by looking at every sentence of every article."""

    def __init__(self, corpus: Sequence[Article], filters: Filters, extract, resolve) -> None:
        extractions = [extract(one) for one in corpus]
        resolution = resolve(extractions)
        kinds = {actor.actor_id: actor.kind for actor in resolution.actors}
        self.names = {actor.actor_id: actor.name for actor in resolution.actors}
        self.filters = filters
        self.kept = [one for one in corpus if self.keeps(one)]
        self.behind: dict[tuple[str, str], list[tuple[Article, int, int]]] = {}
        self.referred: set[tuple[tuple[str, str], str, int]] = set()
        self.named: dict[str, list[tuple[Article, int]]] = {}
        for one, extraction, mentions in zip(corpus, extractions, resolution.mentions, strict=True):
            for number, sentence in enumerate(extraction.sentences):
                if one not in self.kept or sentence.role not in EVIDENCE_ROLES:
                    continue
                here = [m for m in mentions if m.sentence == number]
                by_name = {m.actor_id for m in here if m.rule != REFERENCE}
                here = [m.actor_id for m in here if filters.references or m.rule != REFERENCE]
                here = [actor for actor in here if kinds[actor] in filters.kinds]
                for actor in here:
                    self.named.setdefault(actor, []).append((one, sentence.start))
                for pair in combinations(sorted(set(here)), 2):
                    place = (one, sentence.start, sentence.end)
                    self.behind.setdefault(pair, []).append(place)
                    if not by_name.issuperset(pair):
                        self.referred.add((pair, one.article_id, sentence.start))
        least = filters.min_weight
        self.behind = {pair: rows for pair, rows in self.behind.items() if len(rows) >= least}

    def keeps(self, one: Article) -> bool:
        filters = self.filters
        if one.date is None:
            in_time = filters.undated
        else:
            in_time = (filters.first is None or filters.first <= one.date) and (
                filters.last is None or one.date <= filters.last
            )
        if one.outlet is None:
            return in_time and filters.unknown_outlet
        return in_time and (filters.outlets is None or one.outlet in filters.outlets)

    def ties(self) -> list[Tie]:
        found = []
        for (source, target), rows in self.behind.items():
            days = [one.date for one, _, _ in rows if one.date]
            tie = Tie(
                source,
                target,
                sentences=len(rows),
                articles=len({one.article_id for one, _, _ in rows}),
                outlets=len({one.outlet for one, _, _ in rows if one.outlet}),
                first_date=min(days, default=None),
                last_date=max(days, default=None),
            )
            found.append(tie)
        names = self.names
        return sorted(found, key=lambda tie: (-tie.sentences, names[tie.source], names[tie.target]))

    def actors(self) -> set[tuple[str, int, int, int]]:
        tied = {actor for pair in self.behind for actor in pair}
        shown = self.named if self.filters.min_weight == 1 else tied
        return {
            (
                actor,
                len(self.named[actor]),
                len({one.article_id for one, _ in self.named[actor]}),
                sum(len(rows) for pair, rows in self.behind.items() if actor in pair),
            )
            for actor in shown
        }

    def neighbourhood(self, centre: str, steps: int) -> list[str]:
        """The actor, then ring by ring those with the most sentences with the rings inside."""
        strength = {actor: strong for actor, _, _, strong in self.actors()}
        found = [centre]
        for _ in range(steps):
            pull: Counter[str] = Counter()
            for pair, rows in self.behind.items():
                for one, other in (pair, pair[::-1]):
                    if one in found and other not in found:
                        pull[other] += len(rows)
            found += sorted(pull, key=lambda actor: (-pull[actor], -strength[actor], actor))
        return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), drawn=corpora)
def test_the_view_is_what_counting_by_hand_gives(
    data: st.DataObject,
    drawn: list[Article],
    new_press: Callable,
    extract: Callable,
    resolve: Callable,
) -> None:
    corpus = [replace(one, article_id=f"id{row}", row=row) for row, one in enumerate(drawn)]
    everything = [
        BruteForce(corpus, Filters(references=counted), extract, resolve)
        for counted in (False, True)
    ]
    with tempfile.TemporaryDirectory() as folder:
        new_press().build(Path(folder, "store"), corpus)
        store = Store.open(Path(folder, "store"))
        for filters in [Filters(), *(data.draw(filters_for(corpus)) for _ in range(4))]:
            by_hand = BruteForce(corpus, filters, extract, resolve)
            view = store.view(filters)
            check_view(view, by_hand)
            assert store.view(filters).heaviest(2) == view.ties[:2]
            assert store.view(filters).strongest(1) == view.actors[:1]
            total = everything[filters.references]
            check_counts(view.counts, by_hand, total, corpus)
            check_evidence(view, by_hand, corpus)
            check_per_day_and_outlet(view, by_hand)
            check_neighbourhoods(view, by_hand)


def check_view(view: View, by_hand: BruteForce) -> None:
    assert list(view.ties) == by_hand.ties()
    shown = [(one.actor_id, one.mentions, one.articles, one.strength) for one in view.actors]
    assert set(shown) == by_hand.actors()
    assert [strength for *_, strength in shown] == sorted((s for *_, s in shown), reverse=True)
    assert view.article_ids() == {one.article_id for one in by_hand.kept}


def check_counts(
    counts: Counts, by_hand: BruteForce, without_filters: BruteForce, corpus: Sequence[Article]
) -> None:
    assert counts == Counts(
        actors=len(by_hand.actors()),
        actors_total=len(without_filters.actors()),
        ties=len(by_hand.behind),
        ties_total=len(without_filters.behind),
        articles=len(by_hand.kept),
        articles_total=len(corpus),
        undated=sum(one.date is None for one in by_hand.kept),
        unknown_outlet=sum(one.outlet is None for one in by_hand.kept),
        stories=len({one.text for one in by_hand.kept}),
    )


def check_per_day_and_outlet(view: View, by_hand: BruteForce) -> None:
    days = view.article_days()
    assert days == Counter(one.date for one in by_hand.kept)
    assert list(days) == sorted(days, key=lambda day: (day is None, day or date.min))
    outlets = view.outlet_counts()
    assert outlets == Counter(one.outlet for one in by_hand.kept)
    assert list(outlets) == sorted(outlets, key=lambda outlet: (outlet is None, outlet or ""))
    for (source, target), rows in by_hand.behind.items():
        days = view.tie_days(target, source)
        assert days == Counter(one.date for one, _, _ in rows)
        assert list(days) == sorted(days, key=lambda day: (day is None, day or date.min))


def check_neighbourhoods(view: View, by_hand: BruteForce) -> None:
    for centre in by_hand.actors():
        for steps in (1, 2):
            wanted = by_hand.neighbourhood(centre[0], steps)
            found, within = view.neighbourhood(centre[0], steps)
            assert [one.actor_id for one in found] == wanted
            assert set(found) <= set(view.actors)
            assert within == len(wanted)
            for top in (1, 2, 3, 4):
                assert view.neighbourhood(centre[0], steps, top) == (found[:top], within)


def check_evidence(view: View, by_hand: BruteForce, corpus: Sequence[Article]) -> None:
    texts = {one.article_id: one.text for one in corpus}
    for tie in view.ties:
        evidence = view.evidence(tie.target, tie.source)
        assert len(evidence) == tie.sentences
        rows = by_hand.behind[tie.source, tie.target]
        rows.sort(key=lambda row: (newest(row[0].date), row[0].article_id, row[1]))
        assert [(one.article_id, one.start, one.end) for one in evidence] == [
            (one.article_id, start, end) for one, start, end in rows
        ]
        assert view.evidence(tie.source, tie.target, start=1, limit=2) == evidence[1:3]
        for one in evidence:
            assert one.sentence == texts[one.article_id][one.start : one.end]
            assert {tie.source, tie.target} <= {mark.actor_id for mark in one.marks}
            assert all(one.start <= mark.start < mark.end <= one.end for mark in one.marks)
            place = ((tie.source, tie.target), one.article_id, one.start)
            assert one.referred == (place in by_hand.referred)
            assert all(
                texts[one.article_id][m.start : m.end] == "he" for m in one.marks if m.referred
            )
    for actor in view.actors:
        named = by_hand.named[actor.actor_id]
        places = sorted({(newest(one.date), one.article_id, start) for one, start in named})
        shown = view.sentences_of(actor.actor_id)
        assert [(one.article_id, one.start) for one in shown] == [place[1:] for place in places]


def newest(day: date | None) -> int:
    return -day.toordinal() if day else 0


def test_a_tie_that_is_not_in_view_has_no_evidence(press, article, tmp_path: Path) -> None:
    press.build(tmp_path / "s", [article("Russia met Pakistan and Asif.\nRussia met Pakistan.")])
    view = Store.open(tmp_path / "s").view(Filters(min_weight=2))
    assert [tie.tie_id for tie in view.ties] == ["country:PK|country:RU"]
    assert len(view.evidence("country:RU", "country:PK")) == 2
    assert view.evidence("country:PK", "person:khawaja-asif") == ()
    assert view.evidence("country:PK", "country:PK") == ()
    assert view.evidence("country:PK", "nobody") == ()
    assert view.sentences_of("person:khawaja-asif") == ()
    assert view.sentences_of("nobody") == ()
    assert view.tie_days("country:RU", "country:PK") == {None: 2}
    assert view.tie_days("country:PK", "person:khawaja-asif") == {}
    assert view.tie_days("country:PK", "nobody") == {}
    assert view.neighbourhood("person:khawaja-asif", 2) == ((), 0)
    assert view.neighbourhood("nobody", 1) == ((), 0)


def test_two_mentions_of_an_actor_in_a_sentence_are_one_row(press, article, tmp_path: Path) -> None:
    press.build(tmp_path / "s", [article("Russia and Moscow met Pakistan.")])
    view = Store.open(tmp_path / "s").view(Filters())
    (tie,) = view.ties
    assert (tie.sentences, tie.outlets, tie.first_date) == (1, 0, None)
    (evidence,) = view.evidence(tie.source, tie.target)
    assert [evidence.sentence[mark.start : mark.end] for mark in evidence.marks] == [
        "Russia",
        "Moscow",
        "Pakistan",
    ]
    assert [(one.actor_id, one.mentions) for one in view.actors] == [
        ("country:RU", 2),
        ("country:PK", 1),
    ]


@pytest.mark.parametrize("line", ["Also Read: Russia and Pakistan", "Russia and Sharif", "Modi"])
def test_what_is_no_evidence_ties_nobody(press, article, tmp_path: Path, line: str) -> None:
    press.build(tmp_path / "s", [article(line)])
    assert Store.open(tmp_path / "s").view(Filters()).ties == ()


def test_references_count_only_where_they_are_asked_for(press, article, tmp_path: Path) -> None:
    text = "Asif met Russia.\nThen he met India.\nThen Asif left, and he met Pakistan."
    press.build(tmp_path / "s", [article(text)])
    store = Store.open(tmp_path / "s")
    by_name, with_references = store.view(Filters()), store.view(Filters(references=True))
    asif = "person:khawaja-asif"
    assert [tie.tie_id for tie in by_name.ties_of(asif)] == [
        f"country:PK|{asif}",
        f"country:RU|{asif}",
    ]
    assert by_name.evidence("country:IN", asif) == ()
    (evidence,) = with_references.evidence("country:IN", asif)
    assert evidence.referred
    assert [(mark.start - 17, mark.referred) for mark in evidence.marks] == [(5, True), (12, False)]
    (named,) = with_references.evidence("country:PK", asif)
    assert not named.referred
    assert [one.referred for one in with_references.sentences_of(asif)] == [False, True, False]
    (seen,) = [one for one in by_name.actors if one.actor_id == asif]
    assert (seen.mentions, seen.sentences) == (2, 2)
    (seen,) = [one for one in with_references.actors if one.actor_id == asif]
    assert (seen.mentions, seen.sentences) == (4, 3)
    assert (by_name.counts.ties_total, with_references.counts.ties_total) == (2, 3)
    assert store.actors()[asif].aliases[0].mentions == 2
    (article_id,) = by_name.article_ids()
    mentions = store.mentions(article_id)
    assert len(store.mentions(article_id, references=True)) == len(mentions) + 2


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=corpora)
def test_without_references_a_store_is_as_if_it_had_none(
    drawn: list[Article], new_press: Callable
) -> None:
    corpus = [replace(one, article_id=f"id{row}", row=row) for row, one in enumerate(drawn)]
    never = new_press()
    resolve = never.steps.resolve
    never.steps = replace(
        never.steps,
        resolve=lambda extractions, bare: resolve(
            lambda: (replace(one, references=()) for one in extractions()), bare
        ),
    )
    shown = []
    for press in (new_press(), never):
        with tempfile.TemporaryDirectory() as folder:
            press.build(Path(folder, "store"), corpus)
            store = Store.open(Path(folder, "store"))
            view = store.view(Filters())
            shown.append(
                (
                    (view.ties, view.actors, view.counts, store.positions(), store.actors()),
                    [view.evidence(tie.source, tie.target) for tie in view.ties],
                    [view.sentences_of(seen.actor_id) for seen in view.actors],
                    [store.mentions(one) for one in sorted(view.article_ids())],
                )
            )
    assert shown[0] == shown[1]
