"""Libraries that only some kinds of files need: loaded when the first such file is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from relmap.errors import InputError


@contextmanager
def needed(kind: str) -> Iterator[None]:
    """Turn a failed import inside the block into the reason why `kind` ("web pages") go unread.

    Raises:
        InputError: the library is not installed.
    """
    try:
        yield
    except ImportError as error:
        what = f" ({error.name})" if error.name else ""
        raise InputError(
            f"{kind} are read with a library that is not installed{what}; "
            'whoever installed relmap can add it: pip install "relmap[readers]"'
        ) from error


@contextmanager
def unharmed(reason: str) -> Iterator[None]:
    """Turn what a library's parser raises on hostile input into the reason why it goes unread.

    A parser that meets what its author never saw fails in any of these ways. A disk that fails is
    no fault of the file; but an `OSError` without a number ("Not a gzipped file") no system gives.

    Raises:
        InputError: the block raised one of them.
    """
    try:
        yield
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        EOFError,
        LookupError,
        NotImplementedError,
        RecursionError,
        SyntaxError,
        TypeError,
        ValueError,
    ) as error:
        raise InputError(reason) from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise InputError(reason) from error
