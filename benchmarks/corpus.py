"""A generated corpus of any size: articles with known actors, and a store of them at once.

    python benchmarks/corpus.py --articles 5000 --out FOLDER [--store STORE] [--seed 1]

FOLDER gets `articles.jsonl`, which `relmap build` reads, and `stories.jsonl`, which tells what is a
copy of what. STORE gets what a build of it would be, without the language model; what each stage
took stands in FOLDER's `build.json`. Same seed, same size, same bytes. README.md in this folder says more.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generated.fastpath import build_store
from generated.stream import Stream, Written

#: The stage in which the articles are invented.
_READING = "reading"


def main() -> None:
    """Write the table, the store, or both."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, required=True)
    options.add_argument("--out", type=Path, required=True, help="the folder of articles.jsonl")
    options.add_argument("--store", type=Path, help="build this store too, by the fast path")
    options.add_argument("--no-table", action="store_true", help="the store alone")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    stream = Stream(chosen.articles, chosen.seed)
    table = chosen.out / "articles.jsonl"
    if not chosen.no_table:
        started = time.perf_counter()
        write_table(stream, table)
        print(f"{table}: {chosen.articles:,} articles in {time.perf_counter() - started:.1f} s")
    if chosen.store:
        stages = Stages()
        report = build_store(stream, table, chosen.store, stages, stages.inventing(stream))
        chosen.out.mkdir(parents=True, exist_ok=True)
        seconds, processor = stages.seconds()
        built = {"articles": report.articles, "seconds": seconds, "processor": processor}
        (chosen.out / "build.json").write_text(json.dumps(built) + "\n", "utf-8")
        print(
            f"{chosen.store}: {report.articles:,} articles, {report.actors:,} actors, "
            f"{report.ties:,} ties; {in_words(seconds)}"
        )


def write_table(stream: Stream, table: Path) -> None:
    """Write one article a line, and beside it the truth about copies, one copy a line."""
    table.parent.mkdir(parents=True, exist_ok=True)
    with (
        table.open("w", encoding="utf-8", newline="\n") as lines,
        table.with_name("stories.jsonl").open("w", encoding="utf-8", newline="\n") as truth,
    ):
        for written in stream:
            lines.write(json.dumps(record(written), ensure_ascii=False) + "\n")
            if written.copy_of is not None:
                truth.write(json.dumps(copied(written)) + "\n")


def copied(written: Written) -> dict[str, str | bool]:
    """A copy as a row: whose story it prints, what was changed, and whether the paper framed it."""
    return {
        "id": written.article_id,
        "copy_of": f"g{written.copy_of:07d}",
        "changes": written.changes,
        "frame": written.frame,
    }


def record(written: Written) -> dict[str, str]:
    """An article as a row: what is unknown is left out."""
    told = {
        "id": written.article_id,
        "title": written.story.title,
        "date": written.day.isoformat() if written.day else None,
        "outlet": written.outlet,
        "url": written.url,
        "text": written.story.text,
    }
    return {name: value for name, value in told.items() if value is not None}


class Stages:
    """Hears how a build goes on, and keeps the seconds of each stage, of the clock and of the process.

    What it takes to invent the articles, while the build reads them, is none of the build's.
    """

    def __init__(self) -> None:
        self._began: dict[str, tuple[float, float]] = {}
        self._invented = [0.0, 0.0]

    def __call__(self, stage: str, _done: int, _total: int | None) -> None:
        """Note when a stage is heard of first."""
        if stage not in self._began:
            self._began[stage] = _clocks()
            if sys.stderr.isatty():
                print(stage, "…", file=sys.stderr)

    def inventing(self, stream: Stream) -> Iterator[Written]:
        """Yield the articles of a corpus, and keep the seconds that it took to invent them."""
        articles = iter(stream)
        while True:
            before = _clocks()
            written = next(articles, None)
            for clock, (start, end) in enumerate(zip(before, _clocks(), strict=True)):
                self._invented[clock] += end - start
            if written is None:
                return
            yield written

    def seconds(self) -> tuple[dict[str, float], dict[str, float]]:
        """The seconds of each stage: of the clock, and of this process, which other work leaves as they are."""
        ends = [*list(self._began.values())[1:], _clocks()]
        took = [
            {
                stage: end[clock] - began[clock]
                for (stage, began), end in zip(self._began.items(), ends, strict=True)
            }
            for clock in (0, 1)
        ]
        for stages, invented in zip(took, self._invented, strict=True):
            stages[_READING] -= invented
        return took[0], took[1]


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def in_words(seconds: dict[str, float]) -> str:
    """The seconds of each stage, and of all."""
    each = (f"{stage} {took:.1f} s" for stage, took in seconds.items())
    return f"{', '.join(each)}; in all {sum(seconds.values()):.1f} s"


if __name__ == "__main__":
    main()
