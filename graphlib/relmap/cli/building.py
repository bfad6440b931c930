"""`relmap build`: articles into a store, once or whenever they change."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from relmap import terminal
from relmap.cli.stores import StoreOption, find_place
from relmap.cli.values import parse_count
from relmap.cli.watching import check_folders, watch_folders

if TYPE_CHECKING:
    from relmap.build import BuildReport

#: What a shell expects of a command that a signal ended: Ctrl-C, and the end of a service.
STOPPED, TERMINATED = 130, 143

#: More processes than this are a slip of the finger, or a case for a cluster.
MOST_WORKERS = 512


class Terminated(KeyboardInterrupt):
    """The system asks this process to end; it goes the way of Ctrl-C."""


def parse_workers(text: str) -> int:
    """Read a number of processes, or "auto" for as many as this process may use cores."""
    return _count_cores() if text == "auto" else parse_count(1, MOST_WORKERS)(text)


def build_store(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="Text files, tables (csv, jsonl), folders."),
    ],
    store: StoreOption = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="An installed spaCy pipeline, or the folder of one. Without it, the one that the "
            "store was last built with.",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            parser=parse_workers,
            metavar="N|auto",
            help="Processes that read articles, about 1 GB of memory each; auto: one per core.",
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="A Dask scheduler, tcp://host:8786; its workers read."
        ),
    ] = None,
    parts: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER|URL",
            help="With --cluster: where its workers put what they extract; a folder or URL "
            "(s3://…) that they and this machine share. Without it, the store's own folder.",
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Go on, and build whenever something in the folders changes."),
    ] = False,
) -> None:
    """Read articles into a store; what it knows already is not read again."""
    from relmap.build import build

    if parts is not None and cluster is None:
        raise typer.BadParameter("--parts needs --cluster: without one, parts go into the store.")
    place = find_place(store)

    def build_once() -> BuildReport:
        with terminal.progress_bars() as progress:
            return build(
                paths,
                place,
                model=model,
                progress=progress,
                workers=workers or 1,
                cluster=cluster,
                shared_parts=parts,
            )

    with _stoppable(watching=watch):
        if watch:
            check_folders(paths)
            watch_folders(paths, place, build_once)
        else:
            terminal.say(*terminal.summarize(build_once(), place))


def _count_cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _stoppable(*, watching: bool) -> Iterator[None]:
    """End in words when Ctrl-C or the system says so."""
    try:
        with _terminable():
            yield
    except KeyboardInterrupt as stop:
        if watching:
            terminal.say("Stopped watching. The same command catches up with what changes.")
        else:
            terminal.say("Stopped. What was extracted so far is kept: the same command goes on.")
        code = TERMINATED if isinstance(stop, Terminated) else STOPPED
        raise typer.Exit(code) from None


@contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM end what runs meanwhile as Ctrl-C does, so that it cleans up."""
    if current_thread() is not main_thread():
        yield
        return
    asked = False

    def end(_signal: int, _frame: object) -> NoReturn:
        nonlocal asked
        asked = True
        raise Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except KeyboardInterrupt as stop:
        # A library may have made a plain one of ours on its way.
        raise (Terminated() if asked else stop) from None
    finally:
        signal.signal(signal.SIGTERM, before)
