from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from relmap.errors import StoreError
from relmap.store import Store
from relmap.store.folder import MARKER, find_store, make_store

MAKERS: dict[str, Callable[[Path], object]] = {
    "a file": lambda path: path.write_text("not a store"),
    "an empty folder": lambda path: path.mkdir(),
    "somebody's folder": lambda path: (path / "photos").mkdir(parents=True),
    "a folder with a folder for a marker": lambda path: (path / MARKER).mkdir(parents=True),
}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_what_is_no_store_is_said(make, tmp_path: Path) -> None:
    path = tmp_path / "x"
    make(path)
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert str(caught.value) == (
        f'"{path}" is not a relmap store (it holds no relmap-store.json); '
        "name another one with --store, or a new folder to build into"
    )


def test_a_missing_store_is_said(tmp_path: Path) -> None:
    path = tmp_path / "none"
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert str(caught.value) == (
        f'there is no store at "{path}"; make one with: relmap build ARTICLES --store "{path}"'
    )


def test_another_format_is_said(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text('{"format": 7}')
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path)
    assert str(caught.value) == (
        f'the store at "{tmp_path}" has format 7, this relmap reads format 2; '
        "use the relmap that made it, or build the articles into a new folder"
    )


@pytest.mark.parametrize("marker", [b"", b"{", b"[]", b"7", b"\xff", b'{"version": 1}'])
def test_a_marker_that_says_nothing_is_said(tmp_path: Path, marker: bytes) -> None:
    (tmp_path / MARKER).write_bytes(marker)
    with pytest.raises(StoreError, match=r"cannot be understood; build into a new folder$"):
        Store.open(tmp_path)


def test_a_store_that_was_never_finished_is_said(tmp_path: Path) -> None:
    make_store(tmp_path / "s")
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path / "s")
    assert str(caught.value) == (
        f'the store at "{tmp_path / "s"}" was never finished; '
        'run the same "relmap build" again, it goes on where it stopped'
    )


def test_a_path_that_cannot_be_looked_into_is_said() -> None:
    with pytest.raises(StoreError, match="name another place with --store"):
        find_store(Path("x" * 5000))
    with pytest.raises(StoreError, match="name another place with --store"):
        make_store(Path("x" * 5000))


def test_a_build_writes_into_no_foreign_folder(press, article, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(StoreError, match="is not a relmap store"):
        press.build(tmp_path, [article("Russia met Pakistan.")])
    assert names(tmp_path) == ["thesis.docx"]


def test_a_store_is_made_in_a_new_or_an_empty_folder(tmp_path: Path) -> None:
    assert make_store(tmp_path / "a" / "b") == find_store(tmp_path / "a" / "b")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / f"{MARKER}.77.writing").write_bytes(b"killed")
    assert make_store(tmp_path / "empty") == find_store(tmp_path / "empty")
    assert make_store(tmp_path / "empty") == find_store(tmp_path / "empty"), "again"


def test_a_lost_catalogue_is_said_and_nothing_is_dropped(press, article, tmp_path: Path) -> None:
    press.build(tmp_path / "s", [article("Russia met Pakistan.")])
    (tmp_path / "s" / "catalogue.sqlite").unlink()
    before = names(tmp_path / "s")
    with pytest.raises(StoreError, match=r"catalogue.*is missing.*restore the file"):
        press.build(tmp_path / "s", [article("India met Modi.")])
    assert names(tmp_path / "s") == before
