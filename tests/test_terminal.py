"""What a person at the terminal sees of a build under way."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from relmap import terminal
from relmap.build import BuildReport


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A terminal that somebody watches."""
    written = io.StringIO()
    monkeypatch.setattr(
        terminal,
        "Console",
        lambda **_: Console(file=written, force_terminal=True, width=160, color_system=None),
    )
    return written


def test_a_stage_of_articles_shows_how_fast_and_how_long(screen: io.StringIO) -> None:
    with terminal.progress_bars() as progress:
        assert progress is not None
        for done in range(0, 101, 20):
            progress("extracting", done, 200)
    shown = screen.getvalue()
    assert "extracting" in shown
    assert "100/200" in shown
    assert re.search(r"[\d,.]+ articles/s", shown)
    assert re.search(r"left +\d+:\d\d:\d\d", shown)


def test_a_stage_of_steps_shows_no_articles(screen: io.StringIO) -> None:
    with terminal.progress_bars() as progress:
        assert progress is not None
        for done in range(4):
            progress("indexing", done, 3)
    assert "indexing" in screen.getvalue()
    assert "articles/s" not in screen.getvalue()


def test_where_nobody_watches_nothing_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.progress_bars() as progress:
        assert progress is None
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (0, []),
        (1, ["1 article no longer stands in its file as it did, and has left the store."]),
        (4, ["4 articles no longer stand in their files as they did, and have left the store."]),
    ],
)
def test_a_build_says_how_many_articles_left(gone: int, said: list[str]) -> None:
    report = BuildReport(5, 3, 2, (), 5, 2, 1, gone)
    lines = terminal.summarize_round(report, Path("news"))
    assert [line for line in lines if "left the store" in line] == said
