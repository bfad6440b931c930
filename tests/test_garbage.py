from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from relmap.garbage import collected_rarely


@pytest.fixture(autouse=True)
def before() -> Iterator[tuple[int, int, int]]:
    """What is set outside."""
    found = gc.get_threshold()
    gc.set_threshold(500, 7, 9)
    yield 500, 7, 9
    gc.set_threshold(*found)


def test_cycles_are_looked_for_rarely_and_then_as_before(before) -> None:
    with collected_rarely():
        assert gc.get_threshold()[0] > 10 * before[0]
        assert gc.isenabled()
    assert gc.get_threshold() == before


def test_as_before_after_an_error_too(before) -> None:
    with pytest.raises(ValueError, match="any"), collected_rarely():
        raise ValueError("any")
    assert gc.get_threshold() == before


def test_rarely_until_the_last_of_several_threads_is_done(before) -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(collected_rarely())
    second.enter_context(collected_rarely())
    first.close()
    assert gc.get_threshold() != before
    second.close()
    assert gc.get_threshold() == before
