"""The catalogue on a disk that has no more room."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.errors import StoreError
from relmap.models import Article
from relmap.store import catalogue as module
from relmap.store.catalogue import Catalogue


def test_a_full_disk_is_what_the_user_reads(
    article: Callable[[str], Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def connect_to_small_disk(*place: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*place, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 20")
        return connection

    monkeypatch.setattr(module.sqlite3, "connect", connect_to_small_disk)
    with Catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        catalogue.begin_reading()
        with pytest.raises(StoreError, match="disk is full"):
            catalogue.add([article("Russia met Pakistan. " * 10_000)], upload=False)
        catalogue.add([article("Russia met Pakistan.")], upload=False)
        assert len(catalogue.copies()) == 1
