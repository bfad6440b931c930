"""Days as runs: nothing lost, nothing joined that does not follow, and ties within their actors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from relmap.briefing.spells import Spells, make_spells, runs, tie_days
from relmap.models import ActorInView, Tie

START = date(2023, 2, 20)
days = st.builds(lambda number: START + timedelta(days=number), st.integers(0, 30))


def spelled(spells: Spells) -> set[date]:
    return {
        first + timedelta(days=number)
        for first, last in spells
        for number in range((last - first).days + 1)
    }


@given(st.lists(days))
def test_runs_hold_exactly_the_days(found: list[date]) -> None:
    assert spelled(runs(found)) == set(found)


@given(st.lists(days))
def test_runs_are_as_long_as_they_can_be(found: list[date]) -> None:
    spells = runs(found)
    assert all(first <= last for first, last in spells)
    for (_, last), (first, _) in pairwise(spells):
        assert first - last > timedelta(days=1)


def test_a_month_ends_and_the_run_goes_on() -> None:
    found = [date(2023, 3, 1), date(2023, 2, 28), date(2023, 3, 1), date(2023, 3, 4)]
    assert runs(found) == (
        (date(2023, 2, 28), date(2023, 3, 1)),
        (date(2023, 3, 4), date(2023, 3, 4)),
    )


class View:
    """As much of a view as spells ask for."""

    def __init__(
        self,
        ties: Mapping[tuple[str, str], list[date | None]],
        own: Mapping[str, list[date | None]] | None = None,
    ) -> None:
        self._ties, self._own = ties, own or {}

    def tie_days(self, source: str, target: str) -> dict[date | None, int]:
        found = self._ties[source, target]
        return {day: found.count(day) for day in found}

    def sentences_of(self, actor_id: str) -> tuple[Any, ...]:
        return tuple(SimpleNamespace(date=day) for day in self._own[actor_id])


def spells_of(view: View, actors: str, ties: list[tuple[str, str]]) -> dict[str, Spells]:
    made = [Tie(*ends, 1, 1, 1, None, None) for ends in ties]
    seen = [ActorInView(actor, 1, 1, 1) for actor in actors]
    return make_spells(view, seen, made, tie_days(view, made))  # type: ignore[arg-type]


def test_an_actor_is_there_on_the_days_of_its_ties() -> None:
    one, two = date(2023, 7, 4), date(2023, 7, 5)
    found = spells_of(
        View({("a", "b"): [one, None], ("a", "c"): [two]}), "abc", [("a", "b"), ("a", "c")]
    )
    assert found["a|b"] == ((one, one),)
    assert found["a"] == ((one, two),)
    assert found["b"] == ((one, one),)


def test_what_is_never_dated_is_always_there_with_both_its_ends() -> None:
    one = date(2023, 7, 4)
    view = View({("a", "b"): [None], ("a", "c"): [one]})
    found = spells_of(view, "abc", [("a", "b"), ("a", "c")])
    assert found == {"a|b": (), "a|c": ((one, one),), "a": (), "b": (), "c": ((one, one),)}


def test_an_actor_without_a_tie_is_there_on_the_days_of_its_sentences() -> None:
    one = date(2023, 7, 4)
    view = View({}, {"a": [one, None], "b": [None]})
    assert spells_of(view, "ab", []) == {"a": ((one, one),), "b": ()}


@given(
    st.dictionaries(
        st.sampled_from([("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")]),
        st.lists(st.none() | days, min_size=1, max_size=4),
    )
)
def test_a_tie_is_never_there_without_its_ends(
    ties: dict[tuple[str, str], list[date | None]],
) -> None:
    own: dict[str, list[date | None]] = {actor: [START] for actor in "abcd"}
    found = spells_of(View(ties, own), "abcd", sorted(ties))
    for source, target in ties:
        tie = found[f"{source}|{target}"]
        for end in (source, target):
            assert not found[end] or (tie and spelled(tie) <= spelled(found[end]))
