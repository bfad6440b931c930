"""A Dask cluster of real processes: all parts come, whoever dies, or one sentence says why not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fake_readers import load
from worker_scenes import Cluster, task_of, tasks_of

from relmap.errors import ModelError
from relmap.store.parts import is_whole
from relmap.workers import Order, Task, WorkerError, fetch_part, run


def run_all(
    order: Order, tasks: list[Task], address: str, heard: Callable[[], object] = lambda: None
) -> tuple[set[str], int]:
    told: list[int] = []
    done = run(order, iter(tasks), cluster=address, load=load, progress=told.append)
    parts = set()
    with closing(done):
        for each in done:
            parts.add(each.part)
            heard()
    return parts, sum(told)


def whole(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir() if is_whole(path)}


def test_every_part_is_extracted_and_can_be_fetched(
    order: Order, cluster: Cluster, tmp_path: Path
) -> None:
    tasks = tasks_of(6)
    names = {task.part for task in tasks}
    shared = replace(order, parts=f"file://{tmp_path}/shared")
    assert run_all(shared, tasks, cluster.address) == (names, 12)
    own = tmp_path / "own"
    own.mkdir()
    for name in names:
        fetch_part(shared.parts, name, own)
    assert whole(own) == names


def test_few_tasks_are_drawn_ahead(order: Order, cluster: Cluster) -> None:
    drawn = 0

    def draw() -> Iterator[Task]:
        nonlocal drawn
        for task in tasks_of(12):
            drawn += 1
            yield task

    done = run(order, draw(), cluster=cluster.address, load=load, progress=lambda _: None)
    with closing(done):
        for finished, _ in enumerate(done, start=1):
            assert drawn <= finished + 2 * 2


def test_a_worker_that_dies_costs_nothing_but_time(
    order: Order, cluster: Cluster, tmp_path: Path
) -> None:
    tasks = [task_of("Opec met", f"DIE ONCE {tmp_path}/mark"), *tasks_of(4)]
    assert run_all(order, tasks, cluster.address) == ({task.part for task in tasks}, 10)
    assert whole(Path(order.parts)) == {task.part for task in tasks}


def test_a_part_that_kills_its_workers_is_named_when_all_others_are_done(
    order: Order, cluster: Cluster
) -> None:
    deadly = task_of("DIE", start=41)
    tasks = [deadly, *tasks_of(3)]
    with pytest.raises(WorkerError, match=r'"press\.jsonl", row 42\. .*is kept'):
        run_all(order, tasks, cluster.address)
    assert whole(Path(order.parts)) == {task.part for task in tasks} - {deadly.part}


def test_what_a_worker_cannot_do_reaches_the_user_as_it_was_said(
    order: Order, cluster: Cluster
) -> None:
    with pytest.raises(ModelError, match="not installed"):
        run_all(replace(order, model="missing"), tasks_of(2), cluster.address)
    with pytest.raises(WorkerError, match=r'"fake 2".*"fake 1"; install the same'):
        run_all(replace(order, version="fake 2"), tasks_of(2), cluster.address)


def test_workers_with_another_relmap_are_named(
    order: Order, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relmap.workers.cluster.code_version", lambda: "relmap 0 / code old")
    with pytest.raises(
        WorkerError, match=r"the worker on .* has relmap .*, .* has relmap 0 / code"
    ):
        run_all(order, tasks_of(2), cluster.address)
    assert not list(Path(order.parts).iterdir())


def test_a_scheduler_that_never_comes_back_is_said(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relmap.workers.connecting.PATIENCE", 2.0)
    own = Cluster(tmp_path)
    scheduler = own.start_scheduler()
    own.start_worker()
    tasks = tasks_of(50)
    try:
        with pytest.raises(WorkerError, match=r"is gone; .* is kept: .* goes on where it stopped"):
            run_all(order, tasks, own.address, heard=scheduler.kill)
    finally:
        own.stop()
    assert whole(Path(order.parts))


def test_a_scheduler_that_comes_back_is_waited_for(order: Order, tmp_path: Path) -> None:
    own = Cluster(tmp_path)
    schedulers = [own.start_scheduler()]
    own.start_worker()
    tasks = tasks_of(30)

    def restart() -> None:
        if len(schedulers) == 1:
            schedulers[0].kill()
            schedulers[0].wait()
            schedulers.append(own.start_scheduler())
            own.start_worker()

    try:
        assert run_all(order, tasks, own.address, heard=restart)[0] == {each.part for each in tasks}
    finally:
        own.stop()


def test_nobody_answers(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.workers.connecting.PATIENCE", 0.5)
    with pytest.raises(WorkerError, match=r"no Dask scheduler answers at .*dask scheduler"):
        run_all(order, tasks_of(1), "tcp://127.0.0.1:1")
    with pytest.raises(WorkerError, match="no Dask scheduler answers"):
        run_all(order, tasks_of(1), "pigeon://loft")


def test_a_cluster_without_workers_is_not_waited_for_for_ever(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relmap.workers.connecting.NO_WORKERS", 0.5)
    own = Cluster(tmp_path)
    own.start_scheduler()
    try:
        with pytest.raises(
            WorkerError, match=r"has had no worker .*dask worker tcp://127\.0\.0\.1"
        ):
            run_all(order, tasks_of(1), own.address)
    finally:
        own.stop()


def test_without_dask_the_remedy_is_said(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkerError, match=r'pip install "relmap\[cluster\]"'):
        run_all(order, tasks_of(1), "tcp://127.0.0.1:1")
