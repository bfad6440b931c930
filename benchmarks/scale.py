"""Questions to a store of any size, beside DuckDB and pandas; pages, timelines, memory and disk.

    python benchmarks/scale.py press/store [--times 9] [--rows FOLDER] [--out FOLDER] [--only-relmap]

README.md in this folder says what each line means.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from scaling.answers import agree, by_duckdb, by_pandas, by_relmap, medians
from scaling.memory import in_words, memory
from scaling.questions import ask
from scaling.rows import write_rows

#: Sentences of a page.
PAGE = 25


def main() -> None:
    """Ask, compare, and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("store", type=Path)
    options.add_argument("--times", type=int, default=9, help="questions of each kind")
    options.add_argument("--rows", type=Path, help="where the rows for the others are kept")
    options.add_argument("--out", type=Path, help="write scale.json there, for growth.py")
    options.add_argument("--only-relmap", action="store_true")
    chosen = options.parse_args()
    figures: dict[str, Any] = _alone(ours, chosen.store, chosen.times)
    answers, outlets, questions = (figures.pop(one) for one in ("answers", "outlets", "questions"))
    tell_ours(figures)
    if not chosen.only_relmap:
        folder = chosen.rows or chosen.store.parent
        rows, dyads = _alone(rows_of, chosen.store, folder)
        for name, other in (("DuckDB", by_duckdb), ("pandas", by_pandas)):
            found = _alone(others, other, rows, dyads, outlets, questions)
            same = sum(map(agree, answers, found.pop("answers")))
            figures[name] = found
            tell_other(name, figures, same, len(answers))
    figures["disk"] = _alone(disk, chosen.store)
    tell_disk(figures)
    if chosen.out:
        chosen.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(figures, indent=1, sort_keys=True)
        (chosen.out / "scale.json").write_text(text + "\n", "utf-8")


def _alone(what: Callable[..., Any], *given: Any) -> Any:
    """Call a function in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(what, given)


def ours(path: Path, times: int) -> dict[str, Any]:
    """What relmap takes: to open, to answer, for pages and timelines; and its memory after all."""
    from relmap.models import Filters  # noqa: PLC0415
    from relmap.store import Store  # noqa: PLC0415

    started = time.perf_counter()
    store = Store.open(path)
    view = store.view(Filters())
    counts, ties = view.counts, view.heaviest(2000)
    opened = time.perf_counter() - started
    questions = ask(store, times)
    answers, seconds = by_relmap(store, questions)
    heavy, middling = ties[:10], ties[len(ties) // 2 :][:10]
    figures: dict[str, Any] = {
        "articles": counts.articles_total,
        "actors": counts.actors_total,
        "ties": counts.ties_total,
        "opened ms": 1000 * opened,
        "relmap": medians(questions, seconds),
        "answers": answers,
        "questions": questions,
        "outlets": tuple(store.outlets),
    }
    for name, some in (("heaviest", heavy), ("median", middling)):
        ends = [(tie.source, tie.target) for tie in some]
        figures[f"page of {name} ties ms"] = _median(
            lambda one: view.evidence(*one, limit=PAGE), ends
        )
        figures[f"timeline of {name} ties ms"] = _median(lambda one: view.tie_days(*one), ends)
    return figures | {"memory": memory()}


def _median(ask_: Callable[[Any], object], given: list[Any]) -> float:
    """The median milliseconds of the second time."""
    took = []
    for _ in range(2):
        took = []
        for one in given:
            started = time.perf_counter()
            ask_(one)
            took.append(1000 * (time.perf_counter() - started))
    return median(took)


def rows_of(path: Path, folder: Path) -> tuple[Path, Path]:
    """The store's evidence rows as Parquet."""
    from relmap.store import Store  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    return write_rows(Store.open(path), folder)


def others(
    by: Callable[..., Any], rows: Path, dyads: Path, outlets: Any, questions: Any
) -> dict[str, Any]:
    """What another takes for the same questions, and its memory."""
    answers, seconds = by(rows, dyads, outlets, questions)
    return medians(questions, seconds) | {"answers": answers, "memory": memory()}


def disk(path: Path) -> dict[str, int]:
    """The bytes of a store by kind; of several generations only that in force."""
    from relmap.store import Store  # noqa: PLC0415
    from relmap.store.texts import deflate  # noqa: PLC0415

    store = Store.open(path)
    text = written = 0
    for article in store.read_articles(_ids(store)):
        text += len(article.text.encode())
        written += len(deflate(article.text))
    catalogue = sum(file.stat().st_size for file in path.glob("catalogue.sqlite*"))
    return {
        "text": text,
        "text as written": written,
        "catalogue beside text": catalogue - written,
        "parts": _size(path / "parts"),
        "index": _size(path / "index" / store.generation),
        "all": _size(path),
    }


def _ids(store: Any) -> Iterator[str]:
    yield from store.articles()["article_id"]


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def tell_ours(figures: dict[str, Any]) -> None:
    """Print what relmap took."""
    print(
        f"{figures['articles']:,} articles, {figures['actors']:,} actors, {figures['ties']:,} ties; "
        f"{date.today()}; medians, in ms\n"
    )
    print(f"open, first 2,000 ties  {figures['opened ms']:9.1f}")
    for kind, took in figures["relmap"].items():
        print(f"{kind:<22}  {took:9.1f}")
    for name in ("heaviest", "median"):
        print(f"page of {PAGE}, {name:<11}  {figures[f'page of {name} ties ms']:9.1f}")
        print(f"timeline, {name:<12}  {figures[f'timeline of {name} ties ms']:9.1f}")
    print(in_words("memory after all this", figures["memory"]), flush=True)


def tell_other(name: str, figures: dict[str, Any], same: int, asked: int) -> None:
    """Print what another took, and how often it answered the same."""
    print(f"\n{name}: {same} of {asked} answers the same")
    for kind, took in figures["relmap"].items():
        other = figures[name][kind]
        print(f"{kind:<22}  {other:9.1f}   {other / took:6.1f} x relmap's")
    print(in_words("memory", figures[name]["memory"]), flush=True)


def tell_disk(figures: dict[str, Any]) -> None:
    """Print the bytes per article."""
    sizes, articles = figures["disk"], figures["articles"]
    print("\nbytes an article")
    for kind in ("text", "text as written", "catalogue beside text", "parts", "index"):
        print(f"{kind:<22}  {sizes[kind] / articles:9,.0f}")
    beside = sizes["all"] - sizes["text as written"]
    print(f"{'in all beside text':<22}  {beside / articles:9,.0f}")


if __name__ == "__main__":
    main()
