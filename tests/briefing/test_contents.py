"""A pack holds every tie that is drawn, numbered, with as many sentences as it weighs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.briefing.contents import Extent, describe_map, gather
from relmap.models import KINDS, Filters, Lens
from relmap.shown import show
from relmap.store import Store
from relmap.view.caption import Caption
from relmap.view.pack import Pack, PackTie

CAPTION = Caption("Title", (), "made")
ALL = Extent(1_000_000)
DAYS = (None, date(2023, 3, 30), date(2023, 7, 5))
OUTLETS = ("The Diplomatic Insight", "The Frontier Post")

filters = st.builds(
    Filters,
    first=st.sampled_from(DAYS[:2]),
    last=st.sampled_from(DAYS),
    outlets=st.none() | st.frozensets(st.sampled_from(OUTLETS)),
    undated=st.booleans(),
    unknown_outlet=st.booleans(),
    kinds=st.frozensets(st.sampled_from(KINDS)),
    min_weight=st.integers(1, 4),
    references=st.booleans(),
)
lenses = st.builds(Lens, top=st.sampled_from([1, 5, 150]))


@pytest.fixture(scope="module")
def pack(store: Store) -> Pack:
    return gather(store, show(store, Filters(), Lens()), CAPTION, ALL)


def sentences_of(tie: PackTie) -> list[str]:
    quotes = [quote for passage in tie.passages for quote in passage.quotes]
    assert [quote.number for quote in quotes] == list(range(1, len(quotes) + 1))
    return ["".join(piece.text for piece in quote.pieces) for quote in quotes]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=filters, lens=lenses, quoted=st.sampled_from([1, 3, 14, 1_000_000]))
def test_a_tie_is_quoted_as_often_as_it_weighs(
    store: Store, chosen: Filters, lens: Lens, quoted: int
) -> None:
    shown = show(store, chosen, lens)
    pack = gather(store, shown, CAPTION, Extent(quoted))
    assert [tie.tie_id for tie in pack.ties] == [tie.tie_id for tie in shown.ties]
    for told, tie in zip(pack.ties, shown.ties, strict=True):
        found = [each.sentence for each in shown.view.evidence(tie.source, tie.target)]
        assert len(found) == tie.sentences
        assert sentences_of(told) == found[:quoted]
        assert told.quoted == min(tie.sentences, quoted)
        assert bool(told.left_out) == (tie.sentences > quoted)


def test_ties_are_numbered_from_the_heaviest_on(pack: Pack) -> None:
    assert [tie.number for tie in pack.ties] == list(range(1, len(pack.ties) + 1))
    weights = [int(tie.cells[0]) for tie in pack.ties]
    assert weights == sorted(weights, reverse=True)
    assert pack.numbers()[pack.ties[4].tie_id] == 5


def test_a_tie_says_its_counts_outlets_and_days(pack: Pack) -> None:
    first = pack.ties[0]
    assert first.name == "Pakistan – Russia"
    assert [end.word for end in first.ends] == ["Country", "Country"]
    assert first.cells == ("14", "4", "2", "2023-03-30", "2023-07-05", "10")
    assert first.counts == "14 sentences in 4 articles"
    assert (
        first.spread == "from 2 known outlets, 30 March to 5 July 2023, 10 of 14 sentences undated"
    )
    undated = next(tie for tie in pack.ties if tie.cells[4] == "undated")
    assert undated.spread.endswith("undated")


def test_both_actors_are_marked_and_nobody_else(pack: Pack) -> None:
    for tie in pack.ties:
        kinds = {end.kind for end in tie.ends}
        for passage in tie.passages:
            for quote in passage.quotes:
                marked = [piece for piece in quote.pieces if piece.kind]
                assert len(marked) >= 2
                assert {piece.kind for piece in marked} == kinds


def test_it_says_what_is_not_quoted_and_which_ties_are_not_drawn(store: Store) -> None:
    shown = show(store, Filters(), Lens(top=5))
    cut = gather(store, shown, CAPTION, Extent(3))
    assert cut.ties[0].left_out == "The newest 3 of 14 sentences are quoted."
    assert "more than 3 sentences the newest 3 are quoted" in " ".join(cut.reading)
    hidden = shown.view.counts.ties - len(shown.ties)
    assert any(line.startswith(f"{hidden} ties in view are not part of it") for line in cut.reading)
    whole = gather(store, show(store, Filters(), Lens()), CAPTION, ALL)
    assert len(whole.reading) == 1


def test_the_map_is_told_in_words(store: Store, pack: Pack) -> None:
    told = describe_map(show(store, Filters(), Lens()), pack)
    assert told.startswith(f"Map of 24 actors and {len(pack.ties)} ties. ")
    assert "Pakistan – Russia (14)" in told
    nothing = show(store, Filters(kinds=frozenset()), Lens())
    assert "0 actors" in describe_map(nothing, gather(store, nothing, CAPTION, ALL))


def test_the_heaviest_ties_can_be_told_alone_and_the_others_are_counted(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    some = gather(store, shown, CAPTION, Extent(1_000_000, ties=7))
    assert [tie.tie_id for tie in some.ties] == [tie.tie_id for tie in shown.ties[:7]]
    assert f"The 7 heaviest of {len(shown.ties)} ties stand here" in " ".join(some.reading)


def test_ties_that_are_told_alone_hide_no_others(store: Store) -> None:
    shown = show(store, Filters(), Lens(top=5))
    hidden = shown.view.counts.ties - len(shown.ties)
    some = gather(store, shown, CAPTION, Extent(1_000_000, ties=2))
    assert any(line.startswith(f"{hidden} ties in view are not part") for line in some.reading)


@given(total=st.integers(0, 200), quoted=st.integers(1, 20))
def test_a_total_cuts_all_evenly_and_says_how_much(store: Store, total: int, quoted: int) -> None:
    shown = show(store, Filters(), Lens())
    pack = gather(store, shown, CAPTION, Extent(quoted, total))
    told = [tie.quoted for tie in pack.ties]
    wanted = [min(tie.sentences, quoted) for tie in shown.ties]
    assert sum(told) == min(total, sum(wanted))
    assert all(one <= most for one, most in zip(told, wanted, strict=True))
    cut = [one for one, most in zip(told, wanted, strict=True) if one < most]
    assert max(cut, default=0) - min(cut, default=0) <= 1
    for one, tie in zip(pack.ties, shown.ties, strict=True):
        assert bool(one.left_out) == (one.quoted < tie.sentences)
