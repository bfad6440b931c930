"""A command run as a user types it: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from relmap.cli import main


@dataclass(frozen=True)
class Done:
    """A command that has ended: its code, and what it printed."""

    code: int
    content: bytes
    err: str

    @property
    def out(self) -> str:
        return self.content.decode()

    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


def commands(captured: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """Run a command in this process and return how it ended and what it printed."""

    def run(*arguments: object) -> Done:
        code: object = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code or 0
        out, err = captured.readouterr()
        assert b"Traceback" not in err
        assert isinstance(code, int)
        return Done(code, out, err.decode())

    return run
