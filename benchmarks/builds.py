"""Seconds of whole builds: by one process, by two, on a Dask cluster of two, and a second time.

    python benchmarks/builds.py [--articles 2000] [--runs 3] [--table FILE] [--only one two dask again]

Every build is the command `relmap build` on the same table with the real model, into an empty store;
"again" repeats the command of "one" on its store. The kinds take turns. The scheduler and its two
workers are started before the clock and listen on this machine alone. README.md in this folder says
what each line means.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from corpus import write_table
from generated.stream import Stream

#: Kinds of builds, and the options that make them.
KINDS = {"one": [], "again": [], "two": ["--workers", "2"], "dask": ["--cluster"]}

#: What is printed: which kind is how many times as fast as which.
RATIOS = (("two", "one"), ("dask", "two"), ("again", "one"))


def main() -> None:
    """Build in turn and print the medians and the ratios of each turn."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--table", type=Path, help="your own table in place of a generated one")
    options.add_argument("--only", nargs="+", choices=KINDS, default=list(KINDS))
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        table = chosen.table or Path(folder) / "articles.jsonl"
        if chosen.table is None:
            write_table(Stream(chosen.articles, 1), table)
        address = stack.enter_context(cluster(2)) if "dask" in chosen.only else ""
        turns = [take_turn(table, Path(folder), chosen.only, address) for _ in range(chosen.runs)]
    for kind in chosen.only:
        seconds = sorted(turn[kind] for turn in turns)
        print(f"{kind}: {statistics.median(seconds):.2f} s ({seconds[0]:.2f} to {seconds[-1]:.2f})")
    for fast, slow in RATIOS:
        if {fast, slow} <= {*chosen.only}:
            ratios = sorted(turn[slow] / turn[fast] for turn in turns)
            print(
                f"{fast} is {statistics.median(ratios):.2f} times as fast as {slow} "
                f"({ratios[0]:.2f} to {ratios[-1]:.2f})"
            )


def take_turn(table: Path, folder: Path, kinds: list[str], address: str) -> dict[str, float]:
    """The seconds of one build of each kind; "again" needs the store that "one" leaves."""
    seconds = {}
    for kind, how in KINDS.items():
        if kind not in kinds:
            continue
        store = folder / ("one" if kind == "again" else kind)
        if kind != "again":
            shutil.rmtree(store, ignore_errors=True)
        where = [address] if kind == "dask" else []
        seconds[kind] = time_build([str(table), "--store", str(store), *how, *where])
    return seconds


def time_build(arguments: list[str]) -> float:
    """The seconds of one `relmap build`, with the start of its process."""
    command = [sys.executable, "-m", "relmap", "build", *arguments]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """Lend the address of a Dask scheduler that has so many workers of one thread each."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        told = Path(folder) / "scheduler.json"
        here = ["--no-dashboard", "--scheduler-file", str(told)]
        scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1"]
        stack.enter_context(running([*scheduler, "--port", "0", *here]))
        while not told.exists():
            time.sleep(0.1)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--nthreads", "1"]
        place = ["--host", "127.0.0.1", "--local-directory", folder, "--no-nanny", *here]
        for _ in range(workers):
            stack.enter_context(running([*worker, *place]))
        yield wait_for_workers(told, workers)


def wait_for_workers(told: Path, workers: int) -> str:
    """The scheduler's address, once its workers are there."""
    from distributed import Client  # noqa: PLC0415

    with Client(scheduler_file=str(told)) as client:
        client.wait_for_workers(workers, timeout=60)
        return str(client.scheduler.address)


@contextmanager
def running(command: list[str]) -> Iterator[None]:
    """Run a process in the background, and end it."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
