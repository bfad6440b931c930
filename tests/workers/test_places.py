"""Parts in folders and behind URLs: whole or not there, and fetched into the store's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

from relmap.errors import StoreError
from relmap.models import Extraction
from relmap.store.parts import is_whole, part_file
from relmap.workers import WorkerError, fetch_part
from relmap.workers.places import has_part, make_place, put_part

CONTENT = "0a" * 16
FOUND = {CONTENT: Extraction(CONTENT, (), ())}
SKETCHES = {CONTENT: np.array([1, 2, 3], np.uint32)}


@pytest.fixture(params=["folder", "file", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A folder, the same behind a URL, and what stands for an object store."""
    if request.param == "folder":
        yield str(tmp_path / "shared")
    elif request.param == "file":
        yield f"file://{tmp_path}/shared"
    else:
        yield f"memory://{uuid4().hex}/parts"


def test_what_is_put_is_there_and_can_be_fetched(place: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    assert make_place(place) == place
    assert not has_part(place, "one")
    put_part(place, "one", FOUND, SKETCHES)
    put_part(place, "one", FOUND, SKETCHES)
    assert has_part(place, "one")
    assert not has_part(place, "two")
    fetch_part(place, "one", own)
    assert [path.name for path in own.iterdir()] == ["one.parquet"]
    assert is_whole(part_file(own, "one"))


def test_a_url_holds_nothing_but_parts(tmp_path: Path) -> None:
    put_part(f"file://{tmp_path}/shared", "one", FOUND, SKETCHES)
    assert [path.name for path in (tmp_path / "shared").iterdir()] == ["one.parquet"]


def test_half_a_part_is_none(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for place in (str(tmp_path), f"file://{tmp_path}"):
        put_part(place, "one", FOUND, SKETCHES)
        file = part_file(tmp_path, "one")
        file.write_bytes(file.read_bytes()[:-1])
        assert not is_whole(file)
        assert not has_part(place, "one")
        with pytest.raises(StoreError, match="cannot be seen; name with --parts"):
            fetch_part(place, "one", own, patience=0)
        assert not list(own.iterdir())


def test_a_part_in_the_stores_own_folder_stays_as_it_is(tmp_path: Path) -> None:
    put_part(str(tmp_path), "one", FOUND, SKETCHES)
    before = part_file(tmp_path, "one").stat().st_ino
    fetch_part(str(tmp_path), "one", tmp_path, patience=0)
    assert part_file(tmp_path, "one").stat().st_ino == before


def test_a_part_that_nobody_can_see_is_said(tmp_path: Path) -> None:
    for place in (str(tmp_path / "gone"), f"memory://{uuid4().hex}"):
        with pytest.raises(StoreError, match=r'"one\.parquet" to ".*", but from here'):
            fetch_part(place, "one", tmp_path, patience=0)


def test_a_folder_is_told_as_it_is_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert make_place("shared") == str(tmp_path / "shared")
    assert (tmp_path / "shared").is_dir()


def test_a_folder_that_a_worker_lacks_is_not_made_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"parts cannot be written to .*--parts"):
        put_part(str(tmp_path / "gone"), "one", FOUND, SKETCHES)
    assert not (tmp_path / "gone").exists()


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="parts cannot be written"):
        make_place(str(tmp_path / "file" / "parts"))


def test_a_url_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match=r'"pigeon://loft/parts" cannot be opened .*s3://'):
        has_part("pigeon://loft/parts", "one")


def test_a_file_system_that_is_not_installed_is_named() -> None:
    with pytest.raises(WorkerError, match=r"cannot be opened .*install"):
        has_part("gs://bucket/parts", "one")
