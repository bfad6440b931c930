from __future__ import annotations

from pathlib import Path

import pytest

from relmap.store.locations import data_folder, default_store, seeds_store


def test_the_variable_moves_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RELMAP_DATA", str(tmp_path))
    assert default_store() == tmp_path / "store"
    assert seeds_store().parent == tmp_path
    assert seeds_store() != default_store()


def test_without_it_the_users_own_folder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RELMAP_DATA", raising=False)
    assert data_folder().name == "relmap"
    assert data_folder().is_absolute()
