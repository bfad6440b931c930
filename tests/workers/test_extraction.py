"""One part: written once, by the version that was asked for, without articles it cannot read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fake_readers import Fake, load
from worker_scenes import task_of

from relmap.errors import ModelError
from relmap.models import Extraction
from relmap.store.parts import part_file, read_part, read_sketches
from relmap.stories import sketch
from relmap.workers import Done, Order, Task, WorkerError, extract_part


def read(order: Order, task: Task) -> list[Extraction]:
    return list(read_part(part_file(Path(order.parts), task.part)))


@pytest.fixture
def parts(order: Order) -> Path:
    Path(order.parts).mkdir()
    return Path(order.parts)


def test_a_part_holds_what_the_reader_found(order: Order, parts: Path) -> None:
    task = task_of("Nato met", "Opec met")
    counts: list[int] = []
    assert extract_part(order, task, load=load, count=counts.append) == Done(task.part, 2)
    assert [found.mentions[0].surface for found in read(order, task)] == ["Nato", "Opec"]
    assert [found.article_id for found in read(order, task)] == [
        article.article_id for article in task.articles
    ]
    assert counts == [0, 1, 2]
    assert [path.name for path in parts.iterdir()] == [f"{task.part}.parquet"]


def test_a_part_holds_the_sketch_of_every_text(order: Order, parts: Path) -> None:
    text = " ".join(f"word{number}" for number in range(400))
    task = task_of(text, "Nato met")
    extract_part(order, task, load=load)
    sketches = dict(read_sketches(part_file(parts, task.part)))
    for article in task.articles:
        np.testing.assert_array_equal(sketches[article.article_id], sketch(article.text))


def test_a_part_that_is_whole_is_left_alone(order: Order, parts: Path) -> None:
    task = task_of("Nato met")
    extract_part(order, task, load=load)
    before = part_file(parts, task.part).stat()

    def never(_model: str) -> Fake:
        raise AssertionError("the model is not needed")

    assert extract_part(order, task, load=never) == Done(task.part, 1)
    assert part_file(parts, task.part).stat().st_mtime_ns == before.st_mtime_ns


def test_a_part_that_is_half_is_written_again(order: Order, parts: Path) -> None:
    task = task_of("Nato met")
    extract_part(order, task, load=load)
    file = part_file(parts, task.part)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    extract_part(order, task, load=load)
    assert file.read_bytes() == whole


@pytest.mark.parametrize(
    ("language", "found"), [("", 1), ("en", 1), ("de", 0), ("fr", 0), ("xx", 0)]
)
def test_nothing_is_taken_from_another_language(
    order: Order, parts: Path, language: str, found: int
) -> None:
    foreign = task_of("Bundestag met", language=language).articles
    task = Task("mixed", (*task_of("Nato met", start=5).articles, *foreign))
    extract_part(order, task, load=load)
    assert [len(each.mentions) for each in read(order, task)] == [1, found]


@pytest.mark.parametrize(("own", "its"), [("nb", "no"), ("hr", "sr"), ("xx", "de"), ("", "de")])
def test_some_models_read_more_than_one_code(order: Order, parts: Path, own: str, its: str) -> None:
    class Other(Fake):
        language = own

    task = task_of("Nato met", language=its)
    extract_part(order, task, load=lambda _model: Other())
    assert len(read(order, task)[0].mentions) == 1


def test_another_version_is_refused_by_name(order: Order, parts: Path) -> None:
    task = task_of("Nato met")
    with pytest.raises(WorkerError, match=r'"fake 2".* a worker has "fake 1"; install the same'):
        extract_part(replace(order, version="fake 2"), task, load=load)
    assert not list(parts.iterdir())


def test_a_missing_model_is_a_model_error(order: Order, parts: Path) -> None:
    with pytest.raises(ModelError, match="not installed"):
        extract_part(replace(order, model="missing"), task_of("Nato met"), load=load)


def test_the_real_model_is_the_default(order: Order, parts: Path) -> None:
    from relmap.models import DEFAULT_MODEL
    from relmap.steps import load_extractor

    version = load_extractor(DEFAULT_MODEL).version
    task = task_of("Russia and Pakistan signed an agreement on Monday.")
    extract_part(Order(DEFAULT_MODEL, version, order.parts), task)
    assert [each.surface for each in read(order, task)[0].mentions] == ["Russia", "Pakistan"]
