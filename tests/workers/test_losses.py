"""What is tried again, what is given up, and which articles are named then."""

from __future__ import annotations

import pytest
from worker_scenes import task_of, tasks_of

from relmap.workers import WorkerError
from relmap.workers.losses import MOST_LOST, NOT_BEGUN, TRIES, Losses


def test_a_part_is_tried_three_times_and_named_at_the_end() -> None:
    losses, task = Losses(), task_of("Nato met")
    assert [losses.note(task, 0) for _ in range(TRIES)] == [True, True, False]
    with pytest.raises(WorkerError, match=r'read "press\.jsonl", row 1\. .*fewer workers'):
        losses.complain()


def test_deaths_of_different_parts_do_not_add_up() -> None:
    losses = Losses()
    for task in tasks_of(10):
        assert losses.note(task, 1)
    losses.complain()


def test_the_articles_that_were_read_then_are_named() -> None:
    losses, task = Losses(), task_of(*["Nato met"] * 40)
    for reached in (3, 35, 35):
        losses.note(task, reached)
    with pytest.raises(WorkerError, match=r"one of 8 articles .*row 33; .*row 34; .* and 5 more\)"):
        losses.complain()


def test_a_cause_that_is_not_in_the_articles_ends_it_early() -> None:
    losses = Losses()
    *some, last = tasks_of(MOST_LOST)
    for task in some:
        losses.give_up(task.articles)
    with pytest.raises(WorkerError, match=f"one of {2 * MOST_LOST} articles"):
        losses.give_up(last.articles)


def test_workers_that_never_begin_are_not_blamed_on_articles() -> None:
    losses, task = Losses(), task_of("Nato met")
    for _ in range(5):
        assert losses.note(task, NOT_BEGUN)
        losses.note_life()
    for _ in range(TRIES - 1):
        losses.note(task, NOT_BEGUN)
    with pytest.raises(WorkerError, match="end before they have read anything"):
        losses.note(task, NOT_BEGUN)
