"""What the stages of a build hand to the steps that others carry out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relmap import stages
from relmap.build import Inputs, run
from relmap.models import Article, Filters, Tie
from relmap.steps import STEPS
from relmap.store import Store

TEXTS = (
    "Russia and Pakistan signed an agreement on Monday.\nRussia and Pakistan met again.\n",
    "Russia, Pakistan and China held talks in Geneva.\n",
)


def test_the_heaviest_ties_have_a_say_in_the_layout_and_the_rest_stay_ties(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def lay_out(actors, shown, ties: list[Tie]):
        asked.append([tie.tie_id for tie in ties])
        return STEPS.lay_out(actors, shown, ties)

    monkeypatch.setattr(stages, "LAID_OUT_TIES", 1)
    items = [Article(f"a{n}", text, f"{n}.txt") for n, text in enumerate(TEXTS)]
    inputs = Inputs.of(items, ["inbox"], upload=False)
    run(inputs, tmp_path / "s", steps=replace(STEPS, lay_out=lay_out))
    assert asked == [["country:PK|country:RU"]]
    store = Store.open(tmp_path / "s")
    assert {"country:PK", "country:RU", "country:CN"} <= set(store.positions())
    assert len(store.view(Filters()).ties) > 1
