"""`relmap build --watch`: a round for every change, whatever goes wrong in one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from relmap.cli.watching import watch_folders
from relmap.errors import InputError, StoreError

Relmap = Callable[..., Any]

#: Long enough for any machine; waited for only where the code is broken.
GUARD_SECONDS = 120.0

GOOD = "Russia and Pakistan agreed on a plan."


class Watched:
    """`relmap build --watch` as a process, and what it has said so far."""

    def __init__(self, folder: Path, store: Path, said: Path) -> None:
        self._said = said
        with said.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "relmap", "build", folder, "--store", store, "--watch"],
                stderr=errors,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "COLUMNS": "200"},
            )

    def wait_for(self, text: str, times: int = 1) -> str:
        until = time.monotonic() + GUARD_SECONDS
        while (said := self._said.read_text()).count(text) < times:
            assert time.monotonic() < until, said
            assert self.process.poll() is None, said
            time.sleep(0.05)
        return said


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def watched(inbox: Path, tmp_path: Path) -> Iterator[Watched]:
    """A watch over a folder that holds its own store, so that what a build writes could start it."""
    made = Watched(inbox, inbox / "store", tmp_path / "said.txt")
    yield made
    made.process.kill()
    made.process.wait()


def test_a_watch_survives_errors_follows_changes_and_ends_in_words(
    watched: Watched, inbox: Path
) -> None:
    watched.wait_for("Watching for changes.")
    assert "Error: nothing could be read" in watched.wait_for("Error: ")
    (inbox / "a.txt").write_text(GOOD)
    watched.wait_for("Read 1 article: 1 new, 0 known.")
    watched.wait_for("Watching for changes.", times=2)
    (inbox / "b.txt").write_text("India met China.")
    watched.wait_for("Read 2 articles: 1 new, 1 known.")
    watched.wait_for("Watching for changes.", times=3)
    (inbox / "c.txt").write_text("Japan met Iran.")
    watched.wait_for("Read 3 articles: 1 new, 2 known.")
    # One round each: what the builds themselves have written inside the folder has started none.
    assert watched.wait_for("Watching for changes.", times=4).count("Read ") == 3
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(GUARD_SECONDS) == 130
    said = (inbox.parent / "said.txt").read_text()
    assert said.endswith("Stopped watching. The same command catches up with what changes.\n")
    assert "Traceback" not in said
    assert said.count("Read ") == 3


def test_the_end_of_a_service_ends_a_watch(watched: Watched) -> None:
    watched.wait_for("Watching for changes.")
    watched.process.send_signal(signal.SIGTERM)
    assert watched.process.wait(GUARD_SECONDS) == 143


def test_an_error_does_not_end_it_but_a_folder_that_is_gone_does(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds = []

    def build_once() -> Any:
        rounds.append(1)
        if len(rounds) == 2:
            inbox.joinpath("a.txt").unlink()
            inbox.rmdir()
        else:
            inbox.joinpath("a.txt").touch()
        raise StoreError("the disk is full")

    with pytest.raises(InputError, match="is gone and cannot be watched"):
        watch_folders([inbox], tmp_path / "store", build_once)
    assert len(rounds) == 2
    assert capsys.readouterr().err.count("Error: the disk is full") == 2


def test_only_folders_can_be_watched(relmap: Relmap, inbox: Path) -> None:
    file = inbox / "a.txt"
    file.write_text(GOOD)
    done = relmap("build", file, "--watch")
    assert done.code == 2
    assert "is a file" in done.err
    done = relmap("build", inbox / "gone", "--watch")
    assert done.code == 2
    assert "is not there" in done.err
