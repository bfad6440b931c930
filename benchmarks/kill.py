"""Builds whose worker, driver or scheduler is killed at random moments, against one left in peace.

    python benchmarks/kill.py [--rounds 20] [--articles 400] [--seed 1] [--real] [--out FOLDER]

Each round builds a new store of the same generated articles. Somebody is killed (SIGKILL) at a
moment that the seed decides; a build that ended by it is started again, until it is complete. Then
the index must be, byte for byte, that of the undisturbed build, and so must every tie with its
sentences. Ends with code 1 where a round differs. Without `--real`, the names come from the
generator instead of the language model. README.md in this folder says more.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import time
from pathlib import Path
from random import Random
from subprocess import Popen
from tempfile import mkdtemp

from corpus import write_table
from generated.stream import Stream
from killing.processes import HUNG, Cluster, kill, start, workers_of

from relmap.models import Filters
from relmap.store import Store

#: Milliseconds that an article takes without the language model.
PACE = 15

#: Who may die in a build by processes of this machine, and in one on a cluster.
VICTIMS = {"processes": ("worker", "driver"), "cluster": ("worker", "driver", "scheduler")}


def main() -> None:
    """Build once in peace, then round after round with somebody killed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--articles", type=int, default=400)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--real", action="store_true", help="with the language model")
    options.add_argument("--out", type=Path, help="where to work; kept when it is over")
    chosen = options.parse_args()
    folder = chosen.out or Path(mkdtemp(prefix="relmap-kill-"))
    folder.mkdir(parents=True, exist_ok=True)
    write_table(Stream(chosen.articles, chosen.seed), folder / "articles.jsonl")
    model = None if chosen.real else f"{chosen.articles} {chosen.seed} {PACE}"
    cluster = Cluster(folder)
    cluster.start()
    try:
        wrong = Killing(folder, model, cluster, Random(chosen.seed)).go_through(chosen.rounds)
    finally:
        cluster.stop()
    if chosen.out is None:
        shutil.rmtree(folder)
    print(f"{chosen.rounds - wrong} of {chosen.rounds} rounds end as the build left in peace")
    sys.exit(1 if wrong else 0)


class Killing:
    """Rounds of builds of one table."""

    def __init__(self, folder: Path, model: str | None, cluster: Cluster, chance: Random) -> None:
        self._folder, self._model, self._cluster, self._chance = folder, model, cluster, chance

    def go_through(self, rounds: int) -> int:
        """Return in how many rounds something differs."""
        began = time.monotonic()
        peaceful = self._start("processes", self._folder / "peace")
        if peaceful.wait(HUNG * 4):
            raise SystemExit(f"the build left in peace failed; see {self._folder}/build.log")
        self._seconds = time.monotonic() - began
        wanted = told_by(self._folder / "peace")
        print(f"in peace: {self._seconds:.1f} s, {wanted[2]} ties, {wanted[3]} sentences of them")
        wrong = 0
        for number in range(1, rounds + 1):
            how = self._chance.choice(sorted(VICTIMS))
            store = self._folder / f"round{number}"
            shutil.rmtree(store, ignore_errors=True)
            events = self._build_under_fire(how, store)
            same = told_by(store) == wanted
            wrong += not same
            print(f"{number:3} {how}: {', '.join(events)}: {'the same' if same else 'DIFFERENT'}")
            shutil.rmtree(store)
        return wrong

    def _build_under_fire(self, how: str, store: Path) -> list[str]:
        """Build until it is complete, with one to three deaths; return what happened."""
        events: list[str] = []
        deaths = self._chance.randint(1, 3)
        while True:
            self._cluster.start()
            build = self._start(how, store)
            try:
                while deaths and not self._ends_within(build, self._moment()):
                    struck = self._strike(how, build)
                    events += [struck] if struck else []
                    deaths -= bool(struck)
                if self._ends_within(build, HUNG) and build.returncode == 0:
                    return [*events, "complete"]
            finally:
                kill(build.pid)
                build.wait()
            events.append("again")

    def _strike(self, how: str, build: Popen[bytes]) -> str:
        """Kill somebody who works for a build; return who it was, "" where no worker is there."""
        victim = self._chance.choice(VICTIMS[how])
        if victim == "driver":
            kill(build.pid)
        elif victim == "scheduler" and self._cluster.scheduler is not None:
            kill(self._cluster.scheduler.pid)
            self._cluster.scheduler.wait()
            if self._chance.random() < 0.5:
                self._cluster.start()
                return "scheduler killed and started again"
        else:
            parents = [build] if how == "processes" else list(self._cluster.nannies)
            workers = [worker for parent in parents for worker in workers_of(parent.pid)]
            if not workers:
                return ""
            kill(self._chance.choice(workers))
        return f"{victim} killed"

    def _moment(self) -> float:
        """Return after how many seconds somebody is killed next."""
        return self._chance.uniform(0, self._seconds / 2)

    def _ends_within(self, build: Popen[bytes], seconds: float) -> bool:
        """Wait, and start workers that have ended; True when the build has ended meanwhile."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and build.poll() is None:
            self._cluster.tend()
            time.sleep(0.02)
        return build.poll() is not None

    def _start(self, how: str, store: Path) -> Popen[bytes]:
        words = ["killing.drive", "--table", str(self._folder / "articles.jsonl")]
        words += ["--store", str(store)]
        words += [] if self._model is None else ["--model", self._model]
        words += ["--cluster", self._cluster.address] if how == "cluster" else ["--workers", "2"]
        return start(words, self._folder / "build.log")


def told_by(path: Path) -> tuple[str, str, int, int]:
    """Digests of the index's files and of all ties with their sentences, and how many there are."""
    generation = path / "index" / (path / "CURRENT").read_text().strip()
    files = hashlib.blake2b()
    for file in sorted(generation.rglob("*")):
        if file.is_file():
            files.update(file.relative_to(generation).as_posix().encode())
            files.update(file.read_bytes())
    view = Store.open(path).view(Filters())
    rows, sentences = hashlib.blake2b(), 0
    for tie in view.ties:
        evidence = view.evidence(tie.source, tie.target)
        sentences += len(evidence)
        rows.update(repr((tie, evidence)).encode())
    return files.hexdigest(), rows.hexdigest(), len(view.ties), sentences


if __name__ == "__main__":
    main()
