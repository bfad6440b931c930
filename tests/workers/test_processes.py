"""Several processes: all parts come, whoever dies, and no process is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

import pytest
from fake_readers import load
from worker_scenes import GUARD_SECONDS, HERE, is_alive, task_of, tasks_of, wait_for

from relmap.errors import ModelError
from relmap.store.parts import is_whole
from relmap.workers import Order, Task, WorkerError, run


def run_all(order: Order, tasks: list[Task], workers: int = 2) -> tuple[set[str], int]:
    told: list[int] = []
    with closing(run(order, iter(tasks), workers=workers, load=load, progress=told.append)) as done:
        parts = {each.part for each in done}
    return parts, sum(told)


def whole(order: Order) -> set[str]:
    return {path.stem for path in Path(order.parts).iterdir() if is_whole(path)}


def test_every_part_is_extracted_by_other_processes(order: Order, tmp_path: Path) -> None:
    tasks = tasks_of(6, text=f"TELL {tmp_path}")
    names = {task.part for task in tasks}
    assert run_all(order, tasks) == (names, 12)
    assert whole(order) == names
    told = [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()]
    assert 1 <= len(told) <= 2
    assert os.getpid() not in told
    assert not any(map(is_alive, told))


def test_few_tasks_are_drawn_ahead(order: Order) -> None:
    drawn = 0

    def draw() -> Iterator[Task]:
        nonlocal drawn
        for task in tasks_of(8):
            drawn += 1
            yield task

    with closing(run(order, draw(), workers=2, load=load, progress=lambda _: None)) as done:
        assert drawn == 0
        for finished, _ in enumerate(done, start=1):
            assert drawn <= finished + 2


def test_a_worker_that_dies_costs_nothing_but_its_part(order: Order, tmp_path: Path) -> None:
    tasks = [*tasks_of(3), task_of("Opec met", f"DIE ONCE {tmp_path}/mark"), *tasks_of(3, each=3)]
    assert run_all(order, tasks) == ({task.part for task in tasks}, 6 + 2 + 9)
    assert (tmp_path / "mark").exists()
    assert whole(order) == {task.part for task in tasks}


@pytest.mark.parametrize("death", ["DIE", "EXHAUST"])
def test_a_part_that_kills_every_worker_is_named_when_all_others_are_done(
    order: Order, death: str
) -> None:
    deadly = task_of(death, start=41)
    tasks = [deadly, *tasks_of(4)]
    with pytest.raises(WorkerError, match=r'3 workers .* "press\.jsonl", row 42\. .*is kept'):
        run_all(order, tasks)
    assert whole(order) == {task.part for task in tasks} - {deadly.part}


def test_workers_that_cannot_even_load_the_model_are_not_blamed_on_articles(order: Order) -> None:
    with pytest.raises(WorkerError, match="end before they have read anything"):
        run_all(replace(order, model="deadly"), tasks_of(4))


def test_what_a_worker_cannot_do_reaches_the_user_as_it_was_said(order: Order) -> None:
    with pytest.raises(ModelError, match='The language model "missing" is not installed'):
        run_all(replace(order, model="missing"), tasks_of(4))
    with pytest.raises(WorkerError, match="install the same"):
        run_all(replace(order, version="fake 2"), tasks_of(4))


def test_closing_ends_workers_in_the_middle_of_a_part(order: Order, tmp_path: Path) -> None:
    def told() -> list[int]:
        return [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()]

    slow = task_of(f"TELL {tmp_path} SLEEP {GUARD_SECONDS}")
    others = (task_of("Nato met", "SLEEP 0.01", start=row) for row in count(1))
    tasks = chain([slow], others)
    with closing(run(order, tasks, workers=2, load=load, progress=lambda _: None)) as done:
        finished = {next(done).part}
        while not told():
            finished.add(next(done).part)
    (process,) = told()
    assert not is_alive(process)
    assert slow.part not in finished
    assert finished <= whole(order)
    assert not (Path(order.parts) / f"{slow.part}.parquet").exists()


DRIVER = """
import sys
from fake_readers import load
from worker_scenes import task_of
from relmap.workers import Order, run

if __name__ == "__main__":
    folder, seconds = sys.argv[1:]
    order = Order("fake", "fake 1", folder + "/parts")
    tasks = [task_of(f"TELL {folder} SLEEP {seconds}", start=row) for row in range(2)]
    print(*run(order, iter(tasks), workers=2, load=load, progress=print))
"""


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_their_driver(tmp_path: Path, death: signal.Signals) -> None:
    script = tmp_path / "driver.py"
    script.write_text(DRIVER)
    driver = subprocess.Popen(
        [sys.executable, script, tmp_path, str(GUARD_SECONDS)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )

    def told() -> list[int]:
        return [int(path.name) for path in tmp_path.iterdir() if path.name.isdigit()]

    wait_for(lambda: len(told()) == 2)
    # Ctrl-C reaches everybody who was started from the terminal, the others the driver alone.
    (os.killpg if death == signal.SIGINT else os.kill)(driver.pid, death)
    driver.wait(GUARD_SECONDS)
    wait_for(lambda: not any(map(is_alive, told())))
    # Only the driver itself may complain of an interrupt.
    assert driver.stderr is not None
    assert driver.stderr.read().count(b"Traceback") <= (death == signal.SIGINT)


def test_a_script_without_a_guard_is_told_what_is_missing(tmp_path: Path) -> None:
    script = tmp_path / "driver.py"
    script.write_text(DRIVER.replace('if __name__ == "__main__":', "if True:"))
    done = subprocess.run(
        [sys.executable, script, tmp_path, "0"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert 'must call build() below `if __name__ == "__main__":`' in done.stderr
