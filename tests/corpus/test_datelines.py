"""A dateline covers its own stretch, and gives a day or an outlet only where both are sure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import datelines


@pytest.mark.parametrize(
    ("line", "covered", "day", "outlet"),
    [
        ("Islamabad, 5 July 2023(TDI): Today, x", "Islamabad, 5 July 2023(TDI): ", date(2023, 7, 5), "The Diplomatic Insight"),
        ("New Delhi, 30 March 2023 (TDI): The x", "New Delhi, 30 March 2023 (TDI): ", date(2023, 3, 30), "The Diplomatic Insight"),
        ("KYIV, Ukraine (AP) — Kyiv said", "KYIV, Ukraine (AP) — ", None, "Associated Press"),
        ("WASHINGTON, Jan 5 (Reuters) - The", "WASHINGTON, Jan 5 (Reuters) - ", None, "Reuters"),
        ("MOSCOW, March 3, 2022 /TASS/. The", "MOSCOW, March 3, 2022 /TASS/. ", date(2022, 3, 3), "TASS"),
        ("BEIJING (Xinhua) -- China", "BEIJING (Xinhua) -- ", None, "Xinhua"),
        ("Paris (AFP) – France", "Paris (AFP) – ", None, "Agence France-Presse"),
        ("Kyiv, Ukraine CNN — World", "Kyiv, Ukraine CNN — ", None, "CNN"),
        ("CNN — The arrival", "CNN — ", None, "CNN"),
        ("(Reuters) - The", "(Reuters) - ", None, "Reuters"),
        ("Washington (CNN)President", "Washington (CNN)", None, "CNN"),
        ("WASHINGTON — President", "WASHINGTON — ", None, None),
        ("LAHORE, 3 May 2024 (XYZQ): The", "LAHORE, 3 May 2024 (XYZQ): ", date(2024, 5, 3), None),
        ("GAZA CITY, Gaza Strip (AP/AFP) — The", "GAZA CITY, Gaza Strip (AP/AFP) — ", None, None),
    ],
)  # fmt: skip
def test_datelines(line: str, covered: str, day: date | None, outlet: str | None) -> None:
    found = datelines.find(line)
    assert found is not None
    assert line[found.start : found.end] == covered
    assert (found.date, found.outlet and found.outlet.name) == (day, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "On 5 July 2023: The day began",
        "In Moscow, March 3, 2022 - a day",
        "Moscow: Two sides met",
        "PUTIN: We will",
        "BREAKING — Talks fail",
        "ISIS -- which holds the city — said",
        "FILE - The president",
        "Both sides — for once — agreed",
        "Palestinian Authority (PA) President Mahmoud Abbas said",
        "The Shanghai Cooperation Organization (SCO) met",
        "Russia and China - two members",
        "",
    ],
)
def test_sentences_are_not_datelines(line: str) -> None:
    assert datelines.find(line) is None


@given(st.text(max_size=200), st.integers(0, 20))
def test_a_dateline_stays_within_its_line(text: str, start: int) -> None:
    start = min(start, len(text))
    found = datelines.find(text, start, len(text))
    assert found is None or start == found.start < found.end <= len(text)
