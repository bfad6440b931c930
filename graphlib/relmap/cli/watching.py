"""Folders that are watched: a build now, and another whenever something in them has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from relmap import terminal
from relmap.errors import InputError, RelmapError

if TYPE_CHECKING:
    from relmap.build import BuildReport

#: Milliseconds of quiet after which a change is taken to be complete, and the longest wait for it:
#: a large file that is still being copied changes all the time.
QUIET, LONGEST = 1_000, 60_000

#: Milliseconds after which somebody looks up from waiting: the first build begins that much later.
_LOOK_UP = 200


def check_folders(paths: Sequence[Path]) -> None:
    """Refuse what cannot be watched; raises typer.BadParameter."""
    for path in paths:
        if not path.is_dir():
            what = "is a file" if path.exists() else "is not there"
            raise typer.BadParameter(f'--watch takes folders, and "{path}" {what}.')


def watch_folders(
    folders: Sequence[Path], store: Path, build_once: Callable[[], BuildReport]
) -> None:
    """Build, then build again after every change in the folders, until somebody interrupts.

    What goes wrong in one round is said, and the next change may mend it. Changes during a round
    start another one. What the store itself writes is no change, should it lie in a folder.

    Raises
    ------
    InputError
        when a folder is gone: what comes back under its name would not be seen.
    """
    from watchfiles import Change, watch

    inside = store.resolve()

    def counts(_change: Change, path: str) -> bool:
        return not Path(path).resolve().is_relative_to(inside)

    changes = watch(
        *folders,
        watch_filter=counts,
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=_LOOK_UP,
        yield_on_timeout=True,
    )
    first = True
    # The first change may come before the first build, so watching begins before it.
    for changed in changes:
        if first or changed:
            _build_round(store, build_once)
            _check_there(folders)
            terminal.say("Watching for changes. Ctrl-C ends it.")
        first = False


def _build_round(store: Path, build_once: Callable[[], BuildReport]) -> None:
    try:
        terminal.say(*terminal.summarize_round(build_once(), store))
    except RelmapError as error:
        terminal.say(f"Error: {error}")


def _check_there(folders: Sequence[Path]) -> None:
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f'"{folder}" is gone and cannot be watched any more; start again')
