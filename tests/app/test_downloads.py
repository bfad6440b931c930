from __future__ import annotations

import csv
import io
from pathlib import Path

from relmap.app.downloads import content
from relmap.models import Filters
from relmap.store import Store


def test_a_download_holds_what_is_in_view(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    filters = Filters(undated=False)
    made = content(store, filters, "ties")()
    rows = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))
    view = store.view(filters)
    assert sum(int(row["sentences"]) for row in rows) == sum(tie.sentences for tie in view.ties)
    assert len(rows) == view.counts.ties < view.counts.ties_total


def test_excel_is_told_that_it_is_utf_8(seeds_store: Path) -> None:
    made = content(Store.open(seeds_store), Filters(), "actors")()
    assert made.startswith(b"\xef\xbb\xbfactor,")
