from __future__ import annotations

import json
from pathlib import Path

from relmap.app import stock
from relmap.models import Filters, Lens
from relmap.store import Store

from .conftest import unpack


def test_rows_are_sent_as_the_map_packs_them(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    drawn = stock.map_of(store, Filters(), Lens())
    sent = json.loads(stock.rows_of(store, Filters(), Lens()))
    assert sent.pop("frame")
    assert sent == json.loads(json.dumps(drawn.packed()))


def test_another_middle_or_layout_is_another_frame(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    lenses = (Lens(), Lens(around="country:RU"), Lens(placement="shown"))
    frames = {unpack(stock.rows_of(store, Filters(), lens))["frame"] for lens in lenses}
    assert len(frames) == 3
    same = stock.rows_of(store, Filters(min_weight=2), Lens(top=50))
    assert unpack(same)["frame"] == unpack(stock.rows_of(store, Filters(), Lens()))["frame"]
