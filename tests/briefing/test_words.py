"""Filters as a reader of the map sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from relmap.briefing.words import (
    LISTED_OUTLETS,
    count_in_view,
    describe,
    limits,
    list_outlets,
    number,
    spell_days,
)
from relmap.models import Counts, Filters

COUNTS = Counts(
    actors=12,
    actors_total=21,
    ties=37,
    ties_total=73,
    articles=3,
    articles_total=5,
    undated=2,
    unknown_outlet=1,
)
SHOWN = "12 of 21 actors, 37 of 73 ties, 3 of 5 articles"


def test_without_filters_all_is_said_to_be_there() -> None:
    assert describe(Filters(), COUNTS) == (
        "all dates",
        "all outlets",
        "2 undated articles included",
        "1 article of unknown outlet included",
        SHOWN,
    )


def test_every_filter_is_named() -> None:
    filters = Filters(
        first=date(2023, 3, 1),
        last=date(2023, 7, 5),
        outlets=frozenset({"the Post", "The Diplomatic Insight"}),
        undated=False,
        unknown_outlet=False,
        kinds=frozenset({"country", "person"}),
        min_weight=3,
        references=True,
    )
    assert describe(filters, replace(COUNTS, undated=0, unknown_outlet=0)) == (
        "1 March 2023 to 5 July 2023",
        "outlets: The Diplomatic Insight, the Post",
        "undated articles left out",
        "articles of unknown outlet left out",
        "only people and countries",
        "ties of at least 3 sentences",
        "“he”, “she” and “the minister” counted where one actor fits",
        SHOWN,
    )


def test_half_open_and_single_days() -> None:
    day = date(2023, 7, 5)
    assert describe(Filters(first=day), COUNTS)[0] == "from 5 July 2023 on"
    assert describe(Filters(last=day), COUNTS)[0] == "up to 5 July 2023"
    assert describe(Filters(first=day, last=day), COUNTS)[0] == "5 July 2023"


def test_outlets_are_listed_only_while_they_can_be_read() -> None:
    some = frozenset(f"Outlet {n}" for n in range(LISTED_OUTLETS))
    assert "Outlet 7" in describe(Filters(outlets=some), COUNTS)[1]
    assert describe(Filters(outlets=some | {"One more"}), COUNTS)[1] == "9 chosen outlets"
    assert describe(Filters(outlets=frozenset()), COUNTS)[1] == "no named outlet"


def test_nothing_is_said_of_undated_articles_where_there_are_none() -> None:
    lines = describe(Filters(), replace(COUNTS, undated=0, unknown_outlet=0))
    assert lines == ("all dates", "all outlets", SHOWN)


def test_counts_have_thousands_and_singulars() -> None:
    assert count_in_view(Counts(1, 1, 0, 1, 1234, 4210, 0, 0)) == (
        "1 of 1 actor, 0 of 1 tie, 1,234 of 4,210 articles"
    )


def test_a_range_of_days_says_no_more_than_it_must() -> None:
    assert spell_days(date(2023, 7, 4), date(2023, 7, 9)) == "4 to 9 July 2023"
    assert spell_days(date(2023, 7, 4), date(2023, 8, 9)) == "4 July to 9 August 2023"
    assert spell_days(date(2022, 7, 4), date(2023, 7, 4)) == "4 July 2022 to 4 July 2023"
    assert spell_days(date(2023, 7, 4), date(2023, 7, 4)) == "4 July 2023"


def test_outlets_come_with_their_articles_most_first() -> None:
    assert list_outlets({"b": 1, "A": 1, "TASS": 1234}) == "TASS (1,234), A (1), b (1)"
    many = {f"Outlet {place}": 1 for place in range(LISTED_OUTLETS + 12)}
    assert list_outlets(many).endswith(" and 12 more")
    assert list_outlets(many).count("(1)") == LISTED_OUTLETS
    assert list_outlets({}) == ""


def test_limits_are_said_only_where_there_are_any() -> None:
    assert limits(Filters(first=date(2023, 1, 1), outlets=frozenset({"TASS"}))) == ()
    assert limits(Filters(kinds=frozenset(), min_weight=2)) == (
        "no kind of actor",
        "ties of at least 2 sentences",
    )


def test_a_count_agrees_with_its_noun() -> None:
    assert [number(count, "tie") for count in (0, 1, 1234)] == ["0 ties", "1 tie", "1,234 ties"]
