"""Words per second of a whole build, against spaCy's default `nlp.pipe` of the same model.

    python benchmarks/words.py [--runs 5] [--articles PATH …]

Both read the same articles, in turn, each in a process of its own, and the model is loaded before
the clock starts. The floor is what anybody gets from `spacy.load(model).pipe(texts)`: no rules, no
store, no map. relmap's time is that of `relmap build`: files, sentences, names, actors, ties,
index and layout. README.md in this folder says more.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import replace
from pathlib import Path

from relmap.build import Inputs, run
from relmap.corpus import read
from relmap.models import DEFAULT_MODEL, Article
from relmap.steps import STEPS, load_extractor

PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run floor and build in turn and print words per second and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--articles", type=Path, nargs="+", default=None)
    options.add_argument(
        "--one", choices=["floor", "build"], help="one run; prints words per second"
    )
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = chosen.articles or write_articles(Path(folder) / "articles")
        if chosen.one:
            print(time_floor(paths) if chosen.one == "floor" else time_build(paths, Path(folder)))
            return
        pairs = [(run_alone("floor", paths), run_alone("build", paths)) for _ in range(chosen.runs)]
    floor, build = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(ours / theirs for theirs, ours in pairs)
    print(f"nlp.pipe {floor:,.0f}, relmap build {build:,.0f} words a second")
    print(f"ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


def write_articles(folder: Path) -> list[Path]:
    """The articles of benchmarks/names as plain text files, which every clone has."""
    sys.path.insert(0, str(PROJECT / "benchmarks" / "names"))
    from marked import read_folder  # noqa: PLC0415

    folder.mkdir()
    for number, article in enumerate(read_folder(PROJECT / "benchmarks" / "names" / "articles")):
        (folder / f"{number:04d}.txt").write_text(article.text, encoding="utf-8")
    return [folder]


def run_alone(which: str, paths: list[Path]) -> float:
    """Words per second of one run in a new process."""
    command = [sys.executable, __file__, "--one", which, "--articles", *map(str, paths)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def articles_of(paths: list[Path]) -> list[Article]:
    """The articles below some paths."""
    return [item for item in read(paths) if isinstance(item, Article)]


def words_of(articles: list[Article]) -> int:
    """How many words all articles have."""
    return sum(len(article.text.split()) for article in articles)


def time_floor(paths: list[Path]) -> float:
    """Words per second of the pipeline as spaCy loads it."""
    import spacy  # noqa: PLC0415

    warnings.filterwarnings("ignore", message=r"\[W095\]")
    nlp = spacy.load(DEFAULT_MODEL)
    articles = articles_of(paths)
    list(nlp.pipe(article.text for article in articles[:10]))
    start = time.perf_counter()
    for _doc in nlp.pipe(article.text for article in articles):
        pass
    return words_of(articles) / (time.perf_counter() - start)


def time_build(paths: list[Path], folder: Path) -> float:
    """Words per second of a build into an empty store."""
    extractor = load_extractor(DEFAULT_MODEL)
    articles = articles_of(paths)
    list(extractor.extract(articles[:10]))
    steps = replace(STEPS, load_extractor=lambda _model: extractor)
    start = time.perf_counter()
    inputs = Inputs.of(read(paths), tuple(map(str, paths)), upload=False)
    run(inputs, folder / "store", steps=steps)
    return words_of(articles) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
