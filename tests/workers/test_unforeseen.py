"""What nobody foresaw reaches the user as it was said, with the article, wherever it happened."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fake_readers import Fake, load, load_ahead
from worker_scenes import task_of, tasks_of

from relmap.errors import ModelError, StoreError
from relmap.models import Article, Extraction
from relmap.store.parts import is_whole
from relmap.workers import Order, Task, WorkerError, run
from relmap.workers.naming import describe, quote
from relmap.workers.order import Load
from relmap.workers.unforeseen import told

RunAll = Callable[..., None]


@pytest.fixture(params=["here", "processes", "cluster"])
def run_all(request: pytest.FixtureRequest, order: Order) -> RunAll:
    """Extract tasks in each of the three ways."""
    how: dict[str, object] = {}
    if request.param == "processes":
        how = {"workers": 2}
    elif request.param == "cluster":
        how = {"cluster": request.getfixturevalue("cluster").address}

    def run_them(tasks: list[Task], load: Load = load, order: Order = order) -> None:
        made = run(order, iter(tasks), load=load, progress=lambda _: None, **how)  # type: ignore[arg-type]
        with closing(made) as done:
            for _ in done:
                pass

    return run_them


def whole(order: Order) -> set[str]:
    return {path.stem for path in Path(order.parts).iterdir() if is_whole(path)}


def test_what_an_article_raises_is_told_with_its_name(run_all: RunAll, order: Order) -> None:
    bad = task_of("Nato met", "FAIL the real reason", "Opec met", start=40)
    with pytest.raises(WorkerError) as raised:
        run_all([bad])
    said = str(raised.value)
    assert 'reading "press.jsonl", row 42 has failed (ValueError: the real reason)' in said
    assert "Leave this article out and run the same build again; what was extracted is kept" in said
    assert "memory" not in said
    assert not whole(order)


def test_the_one_of_several_that_were_read_at_once_is_found(run_all: RunAll) -> None:
    bad = task_of(*["Nato met"] * 11, "FAIL so", *["Opec met"] * 11)
    with pytest.raises(WorkerError, match=r'reading "press\.jsonl", row 12 has .*ValueError: so\)'):
        run_all([bad], load_ahead)


def test_a_model_that_cannot_be_loaded_is_told_so(run_all: RunAll, order: Order) -> None:
    with pytest.raises(
        ModelError, match=r'model "broken" cannot be loaded \(OSError: \[E053\] .*--model'
    ):
        run_all(tasks_of(4), order=replace(order, model="broken"))


def test_want_of_memory_is_told_as_that(run_all: RunAll) -> None:
    with pytest.raises(WorkerError, match=r'"press\.jsonl", row 42.* is kept') as raised:
        run_all([task_of("EXHAUST", start=41)])
    assert "memory" in str(raised.value)


class Moody(Fake):
    """Fails over many at once, and over none by itself."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        some = list(articles)
        if len(some) > 1:
            raise RuntimeError("too many")
        yield from super().extract(some)


def test_where_each_can_be_read_alone_all_that_were_read_then_are_named(order: Order) -> None:
    done = run(order, iter(tasks_of(1, each=20)), load=lambda _: Moody(), progress=lambda _: None)
    with pytest.raises(WorkerError, match=r"one of 16 articles .*RuntimeError: too many\)"):
        list(done)


def test_a_place_that_fails_in_its_own_way_is_not_blamed_on_the_article(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("no credentials")

    monkeypatch.setattr("relmap.workers.extraction.put_part", fail)
    done = run(order, iter(tasks_of(1)), load=load, progress=lambda _: None)
    with pytest.raises(StoreError, match=r'cannot be kept at ".*parts" \(LookupError: no cred'):
        list(done)


def test_a_callback_that_fails_is_its_callers_own(order: Order) -> None:
    def fail(_: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(run(order, iter(tasks_of(1)), load=load, progress=fail))


def test_interrupts_and_errors_of_ours_pass_as_they_are() -> None:
    for error in (KeyboardInterrupt(), StoreError("full"), MemoryError()):
        with pytest.raises(type(error)) as raised, told(WorkerError):
            raise error
        assert raised.value is error


def test_a_hostile_title_is_quoted_on_one_line_and_cut_short() -> None:
    article = Article("x", "", "a\nb.txt", title="\x1b[31mred\u202e\n" + "long " * 99)
    named = quote([article])
    assert named.startswith('"a b.txt" ("[31mred long long')
    assert named.endswith('…")')
    assert named.isprintable()
    assert len(named) < 100


def test_an_exception_without_a_text_is_told_by_its_kind() -> None:
    assert describe(StopIteration()) == "StopIteration"
    assert len(describe(ValueError("x" * 1000))) < 400


def caught(path: Path) -> Iterator[str]:
    """Every name that an `except` of a file catches."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            names = [] if node.type is None else list(ast.walk(node.type))
            yield from (name.id for name in names if isinstance(name, ast.Name))


def test_there_is_one_place_that_catches_every_exception(project: Path) -> None:
    package = project / "graphlib" / "relmap"
    found = [path for path in sorted(package.rglob("*.py")) if "Exception" in caught(path)]
    assert found == [package / "workers" / "unforeseen.py"]


class _SpeechlessError(Exception):
    def __str__(self) -> str:
        raise ValueError


def test_an_exception_that_cannot_say_what_it_is_has_its_kind() -> None:
    assert describe(_SpeechlessError()).startswith("_SpeechlessError")
    assert describe(KeyError("x")) == "KeyError: 'x'"
