"""`relmap build`: what is read, what is said of it, and what happens to bad input."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relmap.cli.building import parse_workers
from relmap.errors import StoreError
from relmap.store import Store

Relmap = Callable[..., Any]


def test_build_says_what_it_did_and_what_comes_next(
    relmap: Relmap, seeds: Path, tmp_path: Path
) -> None:
    first = relmap("build", seeds, "--store", tmp_path / "store")
    assert (first.code, first.out) == (0, "")
    assert "Read 5 articles: 5 new, 0 known." in first.err
    assert f"relmap serve --store {tmp_path / 'store'}" in first.err
    assert "Not read" not in first.err
    second = relmap("build", seeds, "--store", tmp_path / "store")
    assert "Read 5 articles: 0 new, 5 known." in second.err


def test_build_without_a_store_uses_the_data_folder(relmap: Relmap, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia and Pakistan agreed.\n")
    assert relmap("build", tmp_path / "a.txt").code == 0
    done = relmap("export", "ties")
    assert [(row["source"], row["target"]) for row in done.rows()] == [("Pakistan", "Russia")]


def test_a_build_that_reads_nothing_fails_with_one_line(relmap: Relmap, tmp_path: Path) -> None:
    done = relmap("build", tmp_path / "missing.txt", "--store", tmp_path / "store")
    assert done.code == 1
    assert done.err.startswith("Error: ")
    assert "missing.txt" in done.err


def test_a_model_that_is_missing_is_named_with_the_remedy(
    relmap: Relmap, seeds: Path, tmp_path: Path
) -> None:
    done = relmap("build", seeds, "--store", tmp_path / "store", "--model", "xx_no_such_model")
    assert done.code == 1
    assert "xx_no_such_model" in done.err
    assert "--model" in done.err or "install" in done.err


GOOD = "Russia and Pakistan agreed on a plan."


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with every kind of bad input among the good."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "latin.txt").write_bytes("Russia met China in Zürich, a café.".encode("latin-1"))
    (folder / "utf16.txt").write_text("Japan and China met in Köln.", encoding="utf-16")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "long.txt").write_text("Russia and China. " * 1_200_000, encoding="utf-8")
    (folder / "notext.csv").write_text("title,date\nA,2023-07-05\n", encoding="utf-8")
    (folder / "rows.csv").write_text(
        f"date,text\n2023-07-05,{GOOD} First.\n2023-13-45,{GOOD} Second.\n2023-07-06,\n",
        encoding="utf-8",
    )
    long_text = "x" * 20_000_000
    (folder / "lines.jsonl").write_text(
        f'{{"text": "{GOOD} Third."}}\nnot json\n{{"text": "{long_text}"}}\n', encoding="utf-8"
    )
    return folder


def test_bad_input_is_named_file_by_file_and_the_rest_is_read(
    relmap: Relmap, inbox: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.txt"
    done = relmap("build", inbox, missing, "--store", tmp_path / "store")
    assert done.code == 0
    reasons = relmap("export", "unread", "--store", tmp_path / "store").rows()
    told = {(Path(row["path"]).name, row["row"]) for row in reasons}
    assert {
        ("empty.txt", ""),
        ("picture.txt", ""),
        ("long.txt", ""),
        ("missing.txt", ""),
        ("notext.csv", ""),
        ("rows.csv", "3"),
        ("rows.csv", "4"),
        ("lines.jsonl", "2"),
        ("lines.jsonl", "3"),
    } <= told
    assert not {"good.txt", "utf16.txt"} & {name for name, _ in told}
    for row in reasons:
        assert len(row["reason"]) > 20
        assert row["path"] in done.err or "more. All of them: relmap export unread" in done.err
    articles = relmap("export", "articles", "--store", tmp_path / "store").rows()
    # good, latin, utf16, two rows of rows.csv (one of them now undated), one of lines.jsonl
    assert len(articles) == 6
    assert sorted(row["date"] for row in articles) == ["", "", "", "", "", "2023-07-05"]
    surfaces = {
        row["surface"] for row in relmap("export", "mentions", "--store", tmp_path / "store").rows()
    }
    assert {"Japan", "China", "Russia", "Pakistan"} <= surfaces


def test_a_long_list_of_bad_inputs_is_cut_and_says_how_to_see_it_all(
    relmap: Relmap, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    for number in range(14):
        (tmp_path / f"empty{number:02}.txt").touch()
    done = relmap("build", tmp_path, "--store", tmp_path / "store")
    assert "14 inputs" in done.err
    assert "empty09.txt" in done.err
    assert "empty10.txt" not in done.err
    assert "and 4 more. All of them: relmap export unread --store" in done.err


def test_a_file_name_cannot_repaint_the_terminal(relmap: Relmap, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "\x1b[31m[bold]red.txt").touch()
    done = relmap("build", tmp_path, "--store", tmp_path / "store")
    assert "\x1b" not in done.err
    assert "\\x1b[31m[bold]red.txt" in done.err


def test_ctrl_c_stops_a_build_in_words(
    relmap: Relmap, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("relmap.build.build", interrupted)
    done = relmap("build", seeds, "--store", tmp_path / "store")
    assert done.code == 130
    assert "kept: the same command goes on" in done.err


def test_the_end_of_a_service_stops_a_build_in_words(
    relmap: Relmap, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def terminated(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)

    monkeypatch.setattr("relmap.build.build", terminated)
    before = signal.getsignal(signal.SIGTERM)
    done = relmap("build", seeds, "--store", tmp_path / "store")
    assert done.code == 143
    assert "kept: the same command goes on" in done.err
    assert signal.getsignal(signal.SIGTERM) is before


def test_several_processes_build_the_same_store(
    relmap: Relmap, seeds: Path, seeds_store: Path, tmp_path: Path
) -> None:
    done = relmap("build", seeds, "--store", tmp_path / "store", "--workers", "2")
    assert done.code == 0
    assert "Read 5 articles: 5 new, 0 known." in done.err
    assert Store.open(tmp_path / "store").generation == Store.open(seeds_store).generation
    first, second = (
        path / "index" / (path / "CURRENT").read_text().strip()
        for path in (tmp_path / "store", seeds_store)
    )
    for file in first.rglob("*"):
        if file.is_file():
            assert file.read_bytes() == (second / file.relative_to(first)).read_bytes(), file


@pytest.mark.parametrize("number", ["0", "-1", "two", "513", "1.5"])
def test_a_number_of_workers_that_is_none_is_refused(
    relmap: Relmap, seeds: Path, number: str
) -> None:
    done = relmap("build", seeds, "--workers", number)
    assert done.code == 2
    assert number in done.err


def test_auto_is_the_cores_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert parse_workers("auto") == 3
    assert parse_workers("7") == 7


def test_what_is_asked_for_reaches_the_build(
    relmap: Relmap, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, object] = {}

    def note(_paths: object, _store: object, **options: object) -> None:
        asked.update(options)
        raise StoreError("enough")

    monkeypatch.setattr("relmap.build.build", note)
    relmap("build", seeds, "--workers", "3")
    assert (asked["workers"], asked["cluster"], asked["shared_parts"]) == (3, None, None)
    relmap("build", seeds, "--cluster", "tcp://h:1", "--parts", "s3://b/p")
    assert (asked["workers"], asked["cluster"]) == (1, "tcp://h:1")
    assert asked["shared_parts"] == "s3://b/p"


def test_parts_without_a_cluster_are_refused(relmap: Relmap, seeds: Path) -> None:
    done = relmap("build", seeds, "--parts", "shared")
    assert done.code == 2
    assert "--cluster" in done.err
