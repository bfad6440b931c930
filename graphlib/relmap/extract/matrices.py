"""The fastest way to multiply matrices on this processor, found by a short measurement."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import numpy as np
from thinc.api import NumpyOps, get_current_ops
from threadpoolctl import threadpool_limits

#: Rows, inner and outer width of the products that the model's layers consist of: a batch of lines
#: of some thousand words, three windows of 96 wide, three pieces of a maxout layer.
SHAPE = (2000, 288, 288)

#: Products per measurement, the best of which counts: one that was interrupted says nothing.
TRIES = 5


def choose_multiplication() -> bool:
    """Let the model multiply with the faster of thinc's BLIS and NumPy's library; True for BLIS.

    Which one is faster depends on the processor; both give the same names. NumPy's library is held
    to one thread, for these products are too small to be shared out. Takes some ten milliseconds.
    """
    ops = get_current_ops()
    if not isinstance(ops, NumpyOps):
        return False  # a graphics card has its own
    threadpool_limits(limits=1, user_api="blas")
    rows, inner, outer = SHAPE
    left = np.ones((rows, inner), dtype="float32")
    right = np.ones((outer, inner), dtype="float32")

    def multiply(*, use_blis: bool) -> Callable[[], object]:
        ops.use_blis = use_blis
        return lambda: ops.gemm(left, right, trans2=True)

    seconds = {blis: fastest(multiply(use_blis=blis)) for blis in (False, True)}
    ops.use_blis = seconds[True] < seconds[False]
    return bool(ops.use_blis)


def fastest(work: Callable[[], object]) -> float:
    """The shortest time in seconds that some work takes."""
    seconds = []
    for _ in range(TRIES):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return min(seconds)
