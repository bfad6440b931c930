from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relmap.app.periods import MOST_BARS, Bar, bars


def bars_of(days: Iterable[date]) -> tuple[Bar, ...]:
    """The bars of articles that appeared on these days, one article each."""
    return bars(Counter(days))


def test_a_fortnight_goes_by_day() -> None:
    days = [date(2023, 7, 1), date(2023, 7, 14), date(2023, 7, 14)]
    made = bars_of(days)
    assert len(made) == 14
    assert [bar.articles for bar in made] == [1, *[0] * 12, 2]
    assert made[-1].label == "14 July 2023"


def test_a_summer_goes_by_week() -> None:
    made = bars_of(
        [date(2023, 3, 30), *(date(2023, 6, day) for day in range(1, 9)), date(2023, 7, 5)]
    )
    assert made[0].first == date(2023, 3, 27)
    assert (made[0].label, made[0].step) == ("week of 27 March 2023", "week")
    assert len(made) == 15


def test_two_articles_of_a_summer_do_not_stand_in_fifteen_weeks() -> None:
    made = bars_of([date(2023, 3, 30), date(2023, 7, 5)])
    assert [bar.articles for bar in made] == [1, 0, 0, 0, 1]
    assert {bar.step for bar in made} == {"month"}


def test_years_go_by_month_and_quarter() -> None:
    months = bars_of([date(2021, 12, 31), *(date(2023, 1, day) for day in range(1, 9))])
    assert (months[0].label, months[-1].label) == ("December 2021", "January 2023")
    quarters = bars_of([date(2014, 5, 1), *(date(2023, 1, day) for day in range(1, 20))])
    assert (quarters[0].label, quarters[0].step) == ("April 2014 to June 2014", "quarter")
    ages = bars_of([date(1800, 1, 1), date(2024, 1, 1)])
    assert ages[0].step.endswith(" years")


def test_no_day_is_no_bar() -> None:
    assert bars_of([]) == ()


@given(st.lists(st.dates(date(1800, 1, 1), date(2100, 1, 1)), min_size=1, max_size=40))
def test_every_day_falls_into_exactly_one_bar(days: list[date]) -> None:
    made = bars_of(days)
    assert 1 <= len(made) <= MOST_BARS
    for bar, following in itertools.pairwise(made):
        assert bar.last + timedelta(days=1) == following.first
    for bar in made:
        assert bar.articles == sum(bar.first <= day <= bar.last for day in days)
    assert sum(bar.articles for bar in made) == len(days)
