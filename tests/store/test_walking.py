"""All ties and all their sentences, walked through in blocks, are what the view gives at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from relmap.models import Filters
from relmap.store import Store, walking

NAMES = ("India", "Pakistan", "Russia", "Modi", "Asif", "SCO")
FILTERS = (
    Filters(),
    Filters(references=True),
    Filters(first=date(2024, 1, 3), undated=False),
    Filters(min_weight=3),
    Filters(kinds=frozenset({"person"})),
)


@pytest.fixture(params=[(1, 1), (2, 3), (10_000, 5_000)])
def blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "_TIES", request.param[0])
    monkeypatch.setattr(walking, "_SENTENCES", request.param[1])


@pytest.fixture
def store(press, article, tmp_path: Path) -> Store:
    articles = [
        article(
            "\n".join(
                f"{one} met {other}." for one in NAMES[: 2 + n % 4] for other in NAMES[n % 3 :]
            )
            + "\nThen he met Russia.",
            f"a{n}",
            date=None if n == 4 else date(2024, 1, 1) + timedelta(days=n),
        )
        for n in range(6)
    ]
    press.build(tmp_path / "s", articles)
    return Store.open(tmp_path / "s")


@pytest.mark.usefixtures("blocks")
@pytest.mark.parametrize("filters", FILTERS)
def test_walking_is_asking_for_all(store: Store, filters: Filters) -> None:
    view = store.view(filters)
    assert tuple(view.walk_ties()) == view.ties
    walked = list(view.walk_evidence())
    assert walked == [
        (tie, replace(sentence, marks=()))
        for tie in view.ties
        for sentence in view.evidence(tie.source, tie.target)
    ]
    assert len(walked) == sum(tie.sentences for tie in view.ties)


def test_there_is_something_to_walk_through(store: Store) -> None:
    assert len(store.view(Filters()).ties) > 8
    assert any(sentence.referred for _, sentence in store.view(FILTERS[1]).walk_evidence())
