"""One step ahead: the same items in the same order, and no thread left behind."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.extract.ahead import one_ahead, read_ahead

#: Long enough for any machine; waited for only where the code is broken.
GUARD_SECONDS = 60

SEEN: ContextVar[str] = ContextVar("SEEN", default="nothing")


def broken_after(items: list[int]) -> Iterator[int]:
    """The items, and then an error."""
    yield from items
    raise OSError("the disk is gone")


@given(st.lists(st.one_of(st.integers(), st.just(""), st.lists(st.integers(), max_size=2))))
def test_every_item_comes_in_its_order(items):
    assert list(one_ahead(iter(items))) == items


def test_another_thread_makes_the_items():
    makers = set(one_ahead(threading.get_ident() for _ in range(3)))
    assert len(makers) == 1
    assert threading.get_ident() not in makers


def test_the_next_item_is_made_while_one_is_used_and_no_other():
    made: list[int] = []
    is_second_made = threading.Event()

    def make() -> Iterator[int]:
        for number in count():
            made.append(number)
            if number == 1:
                is_second_made.set()
            yield number

    ahead = one_ahead(make())
    assert next(ahead) == 0
    assert is_second_made.wait(GUARD_SECONDS)
    ahead.close()
    assert made == [0, 1]


@pytest.mark.parametrize("items", [[], [1], [1, 2, 3]])
def test_an_error_comes_after_the_items_before_it(items):
    ahead = one_ahead(broken_after(items))
    assert list(islice(ahead, len(items))) == items
    with pytest.raises(OSError, match="the disk is gone"):
        next(ahead)


def test_an_error_of_the_item_ahead_waits_until_it_is_its_turn():
    ahead = one_ahead(broken_after([1]))
    assert next(ahead) == 1
    ahead.close()  # whoever needs no more is not told


@pytest.mark.parametrize("taken", [0, 1, 5])
def test_who_stops_reading_leaves_no_thread(taken):
    before = set(threading.enumerate())
    ahead = one_ahead(count())
    assert list(islice(ahead, taken)) == list(range(taken))
    ahead.close()
    assert set(threading.enumerate()) <= before


def test_an_error_of_whoever_reads_leaves_no_thread():
    before = set(threading.enumerate())

    def read() -> None:
        for _ in one_ahead(count()):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read()
    assert set(threading.enumerate()) <= before


def test_a_program_ends_though_nobody_read_to_the_end():
    code = (
        "from itertools import count\n"
        "from relmap.extract.ahead import one_ahead\n"
        "ahead = one_ahead(count())\n"
        "print(next(ahead), next(ahead))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=GUARD_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 1\n", "")


def test_the_other_thread_sees_what_this_one_set():
    token = SEEN.set("blis")
    try:
        assert list(one_ahead(SEEN.get() for _ in range(3))) == ["blis"] * 3
    finally:
        SEEN.reset(token)


def test_two_at_once_do_not_mix():
    pairs = zip(one_ahead(iter(range(9))), one_ahead(iter("abcdefghi")), strict=True)
    assert list(pairs) == list(zip(range(9), "abcdefghi", strict=True))


def test_a_process_of_several_reads_in_one_thread(monkeypatch):
    def makers() -> set[int]:
        return set(read_ahead(threading.get_ident() for _ in range(3)))

    assert threading.get_ident() not in makers()
    monkeypatch.setattr("relmap.extract.ahead.parent_process", object)
    assert makers() == {threading.get_ident()}
