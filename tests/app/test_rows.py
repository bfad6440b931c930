from __future__ import annotations

import json
from pathlib import Path

from relmap.app import stock
from relmap.app.rows import pack
from relmap.models import Filters, Lens
from relmap.store import Store

from .conftest import unpack


def test_rows_come_out_as_they_went_in(seeds_store: Path) -> None:
    payload = stock.map_of(Store.open(seeds_store), Filters(), Lens()).payload()
    assert payload["edges"]
    assert unpack(pack(payload)) == payload


def test_an_empty_map_can_be_packed() -> None:
    empty = {"nodes": [], "edges": [], "font": 13}
    assert unpack(pack(empty)) == empty


def test_packed_rows_are_small(seeds_store: Path) -> None:
    payload = stock.map_of(Store.open(seeds_store), Filters(), Lens()).payload()
    ties = {"nodes": [{"id": row["id"]} for row in payload["nodes"]], "edges": payload["edges"]}
    assert len(pack(ties)) * 2 < len(json.dumps(ties))


def test_another_middle_or_layout_is_another_frame(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    lenses = (Lens(), Lens(around="country:RU"), Lens(placement="shown"))
    frames = {unpack(stock.rows_of(store, Filters(), lens))["frame"] for lens in lenses}
    assert len(frames) == 3
    same = stock.rows_of(store, Filters(min_weight=2), Lens(top=50))
    assert unpack(same)["frame"] == unpack(stock.rows_of(store, Filters(), Lens()))["frame"]
