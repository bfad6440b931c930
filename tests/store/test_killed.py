"""A build that is killed at any point leaves a readable store, and the next one finishes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from relmap.errors import StoreError
from relmap.models import Filters
from relmap.store import Store

#: Runs one build of the fake press and kills itself before the nth change of a name on the disk.
SCRIPT = """
import importlib.util, os, signal, sys
conftest, store, nth = sys.argv[1:]
sys.path.insert(0, os.path.dirname(conftest))
spec = importlib.util.spec_from_file_location("press", conftest)
press = importlib.util.module_from_spec(spec)
sys.modules["press"] = press
spec.loader.exec_module(press)
done = 0

def count(event, _arguments):
    global done
    if event in ("os.rename", "os.remove", "shutil.rmtree"):
        done += 1
        if done == int(nth):
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
press.make_press().build(press.Path(store), [
    press.make_article("Russia met Pakistan.", "new/a.txt"),
    press.make_article("Asif met Modi.", "new/b.txt"),
])
"""


class Killed(BaseException):
    """Stands in for anything that ends a build at once."""


def what_it_shows(path: Path) -> tuple[Any, ...]:
    store = Store.open(path)
    view = store.view(Filters())
    evidence = [view.evidence(tie.source, tie.target) for tie in view.ties]
    return store.generation, view.ties, evidence, store.positions(), store.unread()


@pytest.fixture
def before(article) -> list[Any]:
    return [article("SCO met India.", "old/a.txt"), article("Moscow met Asif.", "old/b.txt")]


@pytest.fixture
def after(article) -> list[Any]:
    return [
        article("SCO met Modi.", "old/a.txt"),
        *(article(f"Russia met Pakistan {row}.", "new.csv", row=row) for row in range(2)),
    ]


@pytest.mark.parametrize("first_build", [True, False], ids=["first build", "second build"])
def test_a_build_that_ends_anywhere_is_finished_by_the_next(
    new_press, before, after, first_build: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relmap.store.writing.ARTICLES_PER_PART", 1)
    undisturbed = tmp_path / "undisturbed"
    for items in [after] if first_build else [before, after]:
        new_press().build(undisturbed, items)
    goal = what_it_shows(undisturbed)
    calls: list[str] = []
    new_press().build(tmp_path / "counted", after, progress=lambda stage, *_: calls.append(stage))
    assert set(calls) == {"reading", "extracting", "resolving", "indexing"}
    for last_call in range(len(calls)):
        path = tmp_path / str(last_call)
        if not first_build:
            new_press().build(path, before)
            old = what_it_shows(path)
        with pytest.raises(Killed):
            new_press().build(path, after, progress=kill_at(last_call))
        if first_build:
            with pytest.raises(StoreError, match="was never finished; run the same"):
                Store.open(path)
        else:
            assert what_it_shows(path) == old
        new_press().build(path, after)
        assert what_it_shows(path) == goal


def kill_at(last_call: int):
    calls = iter(range(last_call + 1))

    def progress(_stage: str, _done: int, _total: int | None) -> None:
        if next(calls) == last_call:
            raise Killed

    return progress


def test_finished_parts_are_not_extracted_again(
    new_press, article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relmap.store.writing.ARTICLES_PER_PART", 2)
    items = [article(f"Russia met Pakistan {row}.", "a.csv", row=row) for row in range(6)]

    def progress(stage: str, done: int, _total: int | None) -> None:
        if stage == "extracting" and done == 5:
            raise Killed

    with pytest.raises(Killed):
        new_press().build(tmp_path / "s", items, progress=progress)
    press = new_press()
    report = press.build(tmp_path / "s", items)
    assert press.reader.read == 2
    assert (report.new, report.known, report.articles) == (6, 0, 6)


def test_kill_minus_nine_before_every_change_on_the_disk(
    new_press, before, article, tmp_path: Path
) -> None:
    conftest = Path(__file__).with_name("conftest.py")
    undisturbed = tmp_path / "undisturbed"
    new_press().build(undisturbed, before)
    old = what_it_shows(undisturbed)
    run_script(conftest, undisturbed, 0)
    goal = what_it_shows(undisturbed)
    assert goal != old
    nth, code = 0, -9
    while code == -9:
        nth += 1
        path = tmp_path / str(nth)
        new_press().build(path, before)
        code = run_script(conftest, path, nth)
        assert what_it_shows(path) in ([old, goal] if code else [goal])
        run_script(conftest, path, 0)
        assert what_it_shows(path) == goal
    assert nth > 4, "holder, part, index and pointer are renamed, and the old removed"


def run_script(conftest: Path, store: Path, nth: int) -> int:
    command = [sys.executable, "-c", SCRIPT, str(conftest), str(store), str(nth)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, -9), done.stderr
    return done.returncode


def test_what_killed_builds_left_behind_is_removed(press, article, tmp_path: Path) -> None:
    path = tmp_path / "s"
    press.build(path, [article("Russia met Pakistan.")])
    (path / "index" / ("ab" * 16 + ".writing")).mkdir()
    (path / "parts" / "x.parquet.77.writing").write_bytes(b"half")
    press.build(path, [article("Russia met India.")])
    assert not list(path.rglob("*.writing"))
