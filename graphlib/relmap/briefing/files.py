"""Where outputs go: to a file that appears whole or not at all, or to standard output."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from relmap.errors import RelmapError

# A lone surrogate, which JSON can smuggle into an article, has no UTF-8: its escape is written.
_ERRORS = "backslashreplace"


@contextmanager
def output_stream(path: Path | None) -> Iterator[TextIO]:
    """Lend a UTF-8 stream that leaves newlines alone; None and "-" are standard output.

    Raises
    ------
    RelmapError
        when it cannot be written. A reader that has seen enough ("| head") is no such error.
    """
    if is_standard_output(path) or path is None:
        with _standard_output() as stream:
            yield stream
        return
    with (
        whole_file(path) as draft,
        draft.open("w", encoding="utf-8", errors=_ERRORS, newline="") as stream,
    ):
        yield stream


def is_standard_output(path: Path | None) -> bool:
    """Whether nothing, or "-", was named: then standard output is meant."""
    return path is None or str(path) == "-"


def refuse_terminal(path: Path | None) -> None:
    """Refuse to write bytes that are no text to a terminal, before they are made.

    Raises
    ------
    RelmapError
        when standard output is meant and a person would see what is written there.
    """
    if is_standard_output(path) and sys.stdout is not None and sys.stdout.isatty():
        raise RelmapError("this is no text for a terminal. Name a file with -o, or use a pipe.")


def write_bytes(path: Path | None, content: bytes) -> None:
    """Write a whole file or none; None and "-" are standard output.

    Raises
    ------
    RelmapError
        when it cannot be written. A reader that has seen enough ("| head") is no such error.
    """
    if is_standard_output(path) or path is None:
        with _standard_output() as stream:
            stream.buffer.write(content)
            stream.buffer.flush()
        return
    with whole_file(path) as draft:
        draft.write_bytes(content)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Lend a path beside `path` to write to, and rename it to `path` once the block has ended well.

    Whatever stops the block, an older file at `path` stays as it was. A link keeps pointing where
    it did; what is no regular file ("/dev/stdout") is written to directly.

    Raises
    ------
    RelmapError
        when the file cannot be written.
    """
    try:
        target = path.resolve()
        is_device = target.exists() and not target.is_file() and not target.is_dir()
        draft = target if is_device else target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            yield draft
            if draft != target:
                draft.replace(target)
        finally:
            if draft != target:
                # Where no file could be made, none can be removed: the first reason is the one.
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(str(path), error, "Name another file with -o.") from error


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    stream = sys.stdout
    if stream is None:  # closed by the shell: "relmap export ties >&-"
        raise RelmapError("standard output is closed. Name a file with -o.")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=_ERRORS, newline="")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written would be tried, and fail, once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise _unwritable("standard output", error, "Name a file with -o.") from error


def _unwritable(what: str, error: OSError, remedy: str) -> RelmapError:
    return RelmapError(f"{what} cannot be written: {error.strerror or error}. {remedy}")
