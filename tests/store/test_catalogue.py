"""The catalogue on a disk that has no more room, and of another relmap."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random
from string import ascii_letters
from typing import get_args

import pytest

from relmap.errors import StoreError
from relmap.models import Article, Origin
from relmap.store import catalogue as module
from relmap.store.catalogue import Catalogue
from relmap.store.inputs import Reading
from relmap.store.schema import ORIGINS


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
        reading = Reading(catalogue, upload=False, code="1")
        letters = "".join(Random(1).choices(ascii_letters, k=4_000_000))  # hardly to be deflated
        with pytest.raises(StoreError, match="disk is full"):
            reading.add([article(letters)])
        assert catalogue.revision == 0
        reading.add([article("Russia met Pakistan.")])
        assert catalogue.execute("SELECT count(*) FROM copies").fetchone() == (1,)
        assert catalogue.revision == 1


def test_a_catalogue_of_another_relmap_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    with sqlite3.connect(path) as old:
        old.execute("PRAGMA user_version = 1")
    before = path.read_bytes()
    with pytest.raises(
        StoreError, match=r"is of version 1, .*; build the articles into a new store"
    ):
        Catalogue(path)
    assert path.read_bytes() == before


def test_every_origin_has_a_number() -> None:
    assert set(ORIGINS) == set(get_args(Origin))
    assert len(ORIGINS) == len(set(ORIGINS))
