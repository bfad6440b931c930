from __future__ import annotations

import errno
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from relmap.errors import StoreError
from relmap.models import Filters
from relmap.store import Store, files
from relmap.store.folder import make_store
from relmap.store.lock import only_build


def test_a_second_build_says_who_holds_the_store(tmp_path: Path) -> None:
    folder = make_store(tmp_path / "s")
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with only_build(folder):
            held.set()
            done.wait(30)

    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(hold)
        held.wait(30)
        with pytest.raises(StoreError) as caught, only_build(folder, patience=0.05):
            pytest.fail("two builds at once")
        done.set()
        holding.result()
    assert f"another build (process {os.getpid()} on " in str(caught.value)
    assert str(caught.value).endswith(f'"{folder.root}"; run this again when it is done')
    with only_build(folder, patience=0):
        assert folder.lock.exists()


def test_two_builds_at_once_both_count(new_press, article, tmp_path: Path) -> None:
    path = tmp_path / "s"
    texts = ["Russia met Pakistan.", "India met Modi.", "SCO met Asif."]
    with ThreadPoolExecutor(3) as pool:
        items = [[article(text, f"{row}.txt")] for row, text in enumerate(texts)]
        list(pool.map(lambda mine: new_press().build(path, mine), items))
    assert len(Store.open(path).view(Filters()).ties) == 3


def test_a_build_that_failed_frees_the_store(tmp_path: Path) -> None:
    folder = make_store(tmp_path / "s")
    with pytest.raises(KeyError), only_build(folder):
        raise KeyError
    with only_build(folder, patience=0):
        pass


def test_a_store_that_cannot_be_locked_is_said(press, article, tmp_path: Path) -> None:
    folder = make_store(tmp_path / "s")
    folder.lock.mkdir()
    with pytest.raises(StoreError, match="cannot be locked"):
        press.build(tmp_path / "s", [article("Russia met Pakistan.")])


def test_a_full_disk_is_said_and_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_store(tmp_path / "s")

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", refuse)
    with pytest.raises(StoreError, match="make room"), only_build(folder):
        pytest.fail("the build began without its name on the lock")
    assert not list(folder.root.glob("*.writing"))
    monkeypatch.undo()
    with only_build(folder, patience=0):
        pass
