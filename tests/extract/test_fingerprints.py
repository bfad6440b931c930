"""One hash over a folder: any file that differs changes it, where it lies does not."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from relmap.extract.fingerprints import PINNED
from relmap.modelfiles import digest_folder
from relmap.models import DEFAULT_MODEL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model" / "ner").mkdir(parents=True)
    (tmp_path / "model" / "meta.json").write_text("{}")
    (tmp_path / "model" / "ner" / "weights").write_bytes(b"\x00\x01")
    return tmp_path / "model"


def change(folder: Path) -> None:
    (folder / "ner" / "weights").write_bytes(b"\x00\x02")


def add(folder: Path) -> None:
    (folder / "more").write_bytes(b"")


def remove(folder: Path) -> None:
    (folder / "meta.json").unlink()


def rename(folder: Path) -> None:
    (folder / "meta.json").rename(folder / "Meta.json")


def move(folder: Path) -> None:
    (folder / "ner" / "weights").rename(folder / "weights")


def swap(folder: Path) -> None:
    (folder / "ner" / "weights").write_text("{}")
    (folder / "meta.json").write_bytes(b"\x00\x01")


@pytest.mark.parametrize("do", [change, add, remove, rename, move, swap])
def test_every_difference_counts(folder, do):
    before = digest_folder(folder)
    do(folder)
    assert digest_folder(folder) != before


def test_the_same_files_elsewhere_give_the_same(folder, tmp_path):
    before = digest_folder(folder)
    assert digest_folder(folder.rename(tmp_path / "elsewhere")) == before


def test_what_python_compiles_on_import_does_not_count(folder):
    before = digest_folder(folder)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "main.cpython-311.pyc").write_bytes(b"\x00")
    assert digest_folder(folder) == before


def test_the_installed_default_is_the_pinned_one():
    found = find_spec(DEFAULT_MODEL)  # found, not imported: the import reads the model's table
    assert found is not None
    assert found.origin is not None
    assert digest_folder(Path(found.origin).parent) == PINNED
