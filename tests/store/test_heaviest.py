"""The heaviest ties where adding up stops early: what could still change the answer is looked at.

`test_indexing` compares with a full sort on random articles; these are the cases that matter.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from relmap.models import Filters
from relmap.store import Store, heaviest
from relmap.store.selecting import Selection, Ties

ASIF, MODI = "person:khawaja-asif", "person:narendra-modi"
INDIA, PAKISTAN, RUSSIA = "country:IN", "country:PK", "country:RU"


@pytest.fixture(autouse=True)
def one_dyad_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heaviest, "_FIRST_BLOCK", 1)


def ties(path: Path, filters: Filters, top: int) -> list[tuple[str, int]]:
    return [(tie.tie_id, tie.sentences) for tie in Store.open(path).view(filters).heaviest(top)]


def test_of_equal_ties_the_first_by_name_wins_wherever_it_lies(
    press, article, tmp_path: Path
) -> None:
    """Dyads of one weight lie in the order of ids: "Khawaja Asif" comes behind "Modi" there."""
    lines = ["India met Pakistan.", "Modi met SCO.", "Modi met Russia."]
    press.build(tmp_path / "s", [article("\n".join(lines * 2), date=date(2024, 1, 1))])
    for filters in (Filters(), Filters(undated=False), Filters(references=True)):
        everything = ties(tmp_path / "s", filters, 100)
        assert len(everything) == 3
        for top in (1, 2):
            assert ties(tmp_path / "s", filters, top) == everything[:top]


def test_a_tie_that_only_references_make_heavy_is_found(press, article, tmp_path: Path) -> None:
    """By names alone it lies behind ties that are lighter where references count."""
    named = ["Russia met India."] * 3 + ["Russia met Pakistan."] * 2 + ["Asif met Modi."]
    press.build(tmp_path / "s", [article("\n".join([*named, *["Then he met Modi."] * 5]))])
    assert ties(tmp_path / "s", Filters(), 1) == [(f"{INDIA}|{RUSSIA}", 3)]
    assert ties(tmp_path / "s", Filters(references=True), 1) == [(f"{ASIF}|{MODI}", 6)]


def test_a_filter_may_make_the_lightest_the_heaviest(press, article, tmp_path: Path) -> None:
    old = article("Russia met India.\n" * 9 + "India met Modi.\n" * 5, "a", date=date(2020, 1, 1))
    new = article(
        "Asif met Pakistan.\nIndia met Modi.\nAsif met Pakistan.", "b", date=date(2024, 1, 1)
    )
    press.build(tmp_path / "s", [old, new])
    since = Filters(first=date(2023, 1, 1))
    assert ties(tmp_path / "s", since, 1) == [(f"{PAKISTAN}|{ASIF}", 2)]
    assert ties(tmp_path / "s", since, 9) == [(f"{PAKISTAN}|{ASIF}", 2), (f"{INDIA}|{MODI}", 1)]
    assert ties(tmp_path / "s", Filters(min_weight=9), 5) == [(f"{INDIA}|{RUSSIA}", 9)]
    assert ties(tmp_path / "s", Filters(min_weight=10), 5) == []
    assert ties(tmp_path / "s", since, 0) == []


def test_it_stops_early(press, article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    weigh = Selection.weigh

    def count(self: Selection, first: int, last: int) -> Ties:
        looked.append(last)
        return weigh(self, first, last)

    monkeypatch.setattr(Selection, "weigh", count)
    text = "Russia met India.\n" * 5 + "India met Modi.\nAsif met Pakistan.\nAsif met SCO."
    press.build(tmp_path / "s", [article(text)])
    looked.clear()
    assert ties(tmp_path / "s", Filters(), 1) == [(f"{INDIA}|{RUSSIA}", 5)]
    assert looked == [0, 1]
