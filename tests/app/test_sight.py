from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from relmap.app import sight
from relmap.models import Filters
from relmap.store import Store, View


@pytest.fixture
def view(seeds_store: Path) -> View:
    return Store.open(seeds_store).view(Filters(undated=False))


def test_what_is_in_view_is_found_and_nothing_else(view: View) -> None:
    for tie in view.ties:
        assert sight.find_tie(view, tie.tie_id) == tie
    assert sight.find_tie(view, "country:BY|country:PK") is None
    assert sight.find_tie(view, "no tie") is None
    for seen in view.actors:
        assert sight.find_actor(view, seen.actor_id) == seen
    assert sight.find_actor(view, "country:BY") is None


def test_every_actor_has_as_many_sentences_as_are_counted(view: View) -> None:
    for seen in view.actors:
        counted = sight.count_sentences(view, seen.actor_id)
        assert counted == len(view.sentences_of(seen.actor_id))
    assert sight.count_sentences(view, "country:BY") == 0


@pytest.mark.parametrize("total", [*range(18), 1000])
def test_counting_reads_a_few_single_sentences(total: int) -> None:
    asked = []

    def sentences_of(_actor: str, *, start: int, limit: int) -> tuple[int, ...]:
        asked.append(limit)
        return tuple(range(total))[start : start + limit]

    view = cast("View", SimpleNamespace(sentences_of=sentences_of))
    assert sight.count_sentences(view, "a") == total
    assert set(asked) == {1}
    assert len(asked) <= 22
