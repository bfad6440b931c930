"""`relmap build`: articles into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relmap import terminal
from relmap.cli.stores import StoreOption, find_place
from relmap.models import DEFAULT_MODEL

#: What a shell expects of a command that Ctrl-C ended.
STOPPED = 130


def build_store(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="Text files, tables (csv, jsonl), folders."),
    ],
    store: StoreOption = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline.")
    ] = None,
) -> None:
    """Read articles into a store; what it knows already is not read again."""
    from relmap.build import build

    place = find_place(store)
    try:
        with terminal.progress_bars() as progress:
            report = build(paths, place, model=model or DEFAULT_MODEL, progress=progress)
    except KeyboardInterrupt:
        terminal.say("Stopped. What was extracted so far is kept: the same command goes on.")
        raise typer.Exit(STOPPED) from None
    terminal.say(*terminal.summarize(report, place))
