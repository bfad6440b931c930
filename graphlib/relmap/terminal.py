"""What the command line says to a person: progress, a summary, one line for an error."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from relmap import models
from relmap.models import Unread

if TYPE_CHECKING:
    from rich.progress import TaskID

    from relmap.build import BuildReport

#: So many unread inputs are listed after a build; all of them are a command away.
LISTED_UNREAD = 10

#: So many names whose letters are missing are listed after a picture.
LISTED_MISSING = 10

#: Stages whose steps are articles, so that articles per second mean something.
OF_ARTICLES = frozenset({"reading", "extracting", "resolving"})

#: Speed, and with it the time left, is that of so many seconds: a cluster reports whole parts.
SPEED_SECONDS = 120.0

# Unicode's control, format, surrogate and line-ending characters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def say(*lines: str) -> None:
    """Print lines on stderr, so that a pipe that takes stdout stays clean.

    File names and reasons quote what strangers wrote: no markup is obeyed in them, and control
    characters, which could repaint the terminal, are shown as escapes.
    """
    console = Console(stderr=True, soft_wrap=True, markup=False, highlight=False, emoji=False)
    for line in lines:
        console.print(printable(line))


class SpeedColumn(ProgressColumn):
    """Articles per second, where a stage counts articles."""

    def render(self, task: Task) -> Text:
        """Return the speed as text, "" while there is none."""
        speed = task.finished_speed or task.speed
        if not speed or task.description not in OF_ARTICLES:
            return Text("")
        return Text(f"{speed:,.0f} articles/s" if speed >= 10 else f"{speed:.1f} articles/s")


@contextmanager
def progress_bars() -> Iterator[models.Progress | None]:
    """Lend a callback that draws one bar per stage, or None where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), SpeedColumn()),
        *(TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn()),
    )
    with Progress(*columns, console=console, speed_estimate_period=SPEED_SECONDS) as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                # Nobody knew how much there was to read; once the next stage begins, it was all.
                for task in bars.tasks:
                    bars.update(task.id, total=task.completed if task.total is None else task.total)
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def summarize(report: BuildReport, store: Path) -> list[str]:
    """Say what a build did: read, new, known, unread and why, what the store holds, what next."""
    place = shlex.quote(str(store))
    return [
        *summarize_round(report, store),
        f"See the map:  relmap serve --store {place}",
        f"Keep a copy:  relmap map --store {place} -o map.png",
        f"Hand it over: relmap brief --store {place} -o pack.html",
        f"Take tables:  relmap export ties --store {place} -o ties.csv",
    ]


def summarize_round(report: BuildReport, store: Path) -> list[str]:
    """Say what one build of many did, and what the store holds."""
    return [
        f"Read {_number(report.read, 'article')}: {report.new:,} new, {report.known:,} known.",
        *_gone_lines(report.gone),
        *_unread_lines(report.unread, shlex.quote(str(store))),
        f"The store holds {_number(report.articles, 'article')}, "
        f"{_number(report.actors, 'actor')} and {_number(report.ties, 'tie')}: {store}",
    ]


def count_shown(actors: int, within: int, ties: int) -> str:
    """Say what a file holds of what it could: "150 of 4,210 actors, 1,204 ties"."""
    return f"{actors:,} of {_number(within, 'actor')}, {_number(ties, 'tie')}"


def report_letters(missing: Sequence[str]) -> list[str]:
    """Say which names a picture draws with boxes in them, since no font here has their letters."""
    if not missing:
        return []
    listed = ", ".join(missing[:LISTED_MISSING])
    more = len(missing) - LISTED_MISSING
    return [
        "No font of this machine has all letters of: "
        f"{listed}{f' and {more:,} more' if more > 0 else ''}.",
        "Install a font that has them (Noto Sans covers most scripts) and run the command again.",
    ]


def _gone_lines(gone: int) -> list[str]:
    if not gone:
        return []
    stand = "no longer stands in its file as it did, and has" if gone == 1 else ""
    stand = stand or "no longer stand in their files as they did, and have"
    return [f"{_number(gone, 'article')} {stand} left the store."]


def _unread_lines(unread: tuple[Unread, ...], place: str) -> list[str]:
    if not unread:
        return []
    lines = [f"Not read, or not in full: {_number(len(unread), 'input')}."]
    lines += [f"  {_where(item)}: {item.reason}" for item in unread[:LISTED_UNREAD]]
    if len(unread) > LISTED_UNREAD:
        lines.append(
            f"  … and {len(unread) - LISTED_UNREAD:,} more. "
            f"All of them: relmap export unread --store {place}"
        )
    return lines


def _where(unread: Unread) -> str:
    return unread.path if unread.row is None else f"{unread.path}, row {unread.row}"


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def printable(text: str) -> str:
    """A line with its control characters shown as escapes, so that none repaints the terminal."""
    return "".join(_escape(char) if category(char) in _UNSEEN else char for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
