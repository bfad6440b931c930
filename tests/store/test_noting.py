"""Noting articles takes steps as there are articles, not as there are pairs of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from relmap.store.catalogue import Catalogue
from relmap.store.inputs import Reading


def count_steps(folder: Path, articles: Iterable[Any], *, upload: bool) -> int:
    """Count the steps of SQLite's machine that the noting of articles takes, in hundreds."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with Catalogue(folder / f"{upload}.sqlite") as catalogue:
        reading = Reading(catalogue, upload=upload, code="1")
        catalogue._db.set_progress_handler(step, 100)
        reading.add(articles)
    (folder / f"{upload}.sqlite").unlink()
    return steps


@pytest.mark.parametrize("upload", [False, True])
def test_noting_takes_steps_as_there_are_articles(tmp_path: Path, article, upload: bool) -> None:
    """Articles without rows in one file, or in one upload: each asks how many there were before."""

    def steps(number: int) -> int:
        articles = [article(f"Russia {one}", "inbox/a.txt") for one in range(number)]
        return count_steps(tmp_path, articles, upload=upload)

    assert steps(1600) < 6 * steps(400)
