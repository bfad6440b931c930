"""Parts extracted in this process: lazily, with the reader that is there, counted article by article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fake_readers import Fake, load
from hypothesis import given
from hypothesis import strategies as st
from worker_scenes import tasks_of

from relmap.store.parts import is_whole, part_file
from relmap.workers import Done, Order, Task, WorkerError, run
from relmap.workers.counted import Counted


def test_parts_come_in_order_and_articles_are_counted_one_by_one(order: Order) -> None:
    tasks, told = tasks_of(3), []
    done = list(run(order, iter(tasks), load=load, progress=told.append))
    assert done == [Done(task.part, 2) for task in tasks]
    assert told == [1] * 6
    assert all(is_whole(part_file(Path(order.parts), task.part)) for task in tasks)


def test_nothing_is_loaded_or_drawn_before_it_is_needed(order: Order) -> None:
    happened: list[str] = []

    def draw() -> Iterator[Task]:
        for task in tasks_of(2):
            happened.append("drawn")
            yield task

    def reader() -> Fake:
        happened.append("loaded")
        return Fake()

    with closing(run(order, draw(), reader=reader, progress=lambda _: None)) as done:
        assert not happened
        next(done)
        assert happened == ["drawn", "loaded"]
        next(done)
        assert happened == ["drawn", "loaded", "drawn"]


def test_what_is_there_needs_no_reader_and_counts_at_once(order: Order) -> None:
    tasks: list[Task] = tasks_of(2)
    list(run(order, iter(tasks), load=load, progress=lambda _: None))

    def never() -> Fake:
        raise AssertionError("the model is not needed")

    told: list[int] = []
    assert len(list(run(order, iter(tasks), reader=never, progress=told.append))) == 2
    assert told == [2, 2]


def test_a_relative_folder_is_where_this_process_is(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (task,) = tasks_of(1)
    list(run(replace(order, parts="here"), iter([task]), load=load, progress=lambda _: None))
    assert is_whole(part_file(tmp_path / "here", task.part))


def test_another_version_is_refused_here_too(order: Order) -> None:
    with pytest.raises(WorkerError, match="install the same"):
        list(
            run(replace(order, version="x"), iter(tasks_of(1)), load=load, progress=lambda _: None)
        )


@given(st.lists(st.integers(0, 50)))
def test_progress_is_never_taken_back(reached: list[int]) -> None:
    told: list[int] = []
    counted = Counted(told.append)
    for number in reached:
        counted.reach(number)
    assert sum(told) == max([0, *reached])
    assert all(more > 0 for more in told)
