from __future__ import annotations

from pathlib import Path

from relmap.app import stock
from relmap.app.legend import NOTE, REFERRED, legend
from relmap.models import Filters, Lens
from relmap.store import Store


def test_a_whole_map_says_what_its_marks_mean(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    drawn = stock.map_of(store, Filters(), Lens())
    said = legend(drawn, store.view(Filters()))
    assert [kind["label"] for kind in said["kinds"]] == ["Countries", "People", "Organizations"]
    heaviest = store.view(Filters()).ties[0].sentences
    assert said["widths"][-1]["label"] == f"{heaviest} sentences"
    assert said["note"] == NOTE
    assert said["communities"] == []
    assert said["referred"] == ""
    assert legend(drawn, store.view(Filters(references=True)))["referred"] == REFERRED


def test_communities_are_told_by_their_strongest_actor_and_size(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    drawn = stock.map_of(store, Filters(), Lens(colouring="community"))
    told = legend(drawn, store.view(Filters()))["communities"]
    sizes = [int(each["label"].rpartition("(")[2].rstrip(")")) for each in told]
    assert sum(sizes) == len(drawn.nodes)
    assert told[0]["label"].startswith("around ")
    assert told[0]["colour"] == 0
