from __future__ import annotations

from pathlib import Path

from relmap.app import stock
from relmap.app.legend import NOTE, REFERRED, legend
from relmap.app.selection import Selection
from relmap.models import Filters
from relmap.store import Store


def test_a_whole_map_says_what_its_marks_mean(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    drawn = stock.map_of(store, Filters(), 150, "light")
    said = legend(drawn, store.view(Filters()), Selection())
    assert [kind["label"] for kind in said["kinds"]] == ["Countries", "People", "Organizations"]
    heaviest = store.view(Filters()).ties[0].sentences
    assert said["widths"][-1]["label"] == f"{heaviest} sentences"
    assert said["note"] == NOTE
    assert said["left_out"] == ""
    assert said["referred"] == ""
    assert legend(drawn, store.view(Filters(references=True)), Selection())["referred"] == REFERRED


def test_a_map_of_the_strongest_says_how_many_there_are(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    view = store.view(Filters())
    drawn = stock.map_of(store, Filters(), 3, "light")
    strongest, weakest = view.actors[0].actor_id, view.actors[-1].actor_id
    counted = f"3 of {view.counts.actors} actors shown, the strongest."
    assert legend(drawn, view, Selection((strongest,)))["left_out"] == counted
    missing = legend(drawn, view, Selection((weakest,)))["left_out"]
    assert missing == f"{counted} What you chose is not among them: show more actors."
