"""Words per second of a whole build, against the model alone: as spaCy loads it, and as relmap does.

    python benchmarks/words.py [--runs 5] [--articles PATH …]

All three read the same articles, in turn, each in a process of its own, and the model is loaded
before the clock starts. The floor is what anybody gets from `spacy.load(model).pipe(texts)`: no
rules, no store, no map. The model alone is the pipeline of a build on the same lines, and nothing
else. relmap's time is that of `relmap build`: files, sentences, names, actors, ties, index and
layout. README.md in this folder says more.
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
from relmap.corpus import lines, read
from relmap.extract.extractor import BATCH_LINES
from relmap.extract.pipeline import load_pipeline
from relmap.extract.unwrapping import unwrap
from relmap.models import DEFAULT_MODEL, EVIDENCE_ROLES, Article
from relmap.steps import STEPS, load_extractor

PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run the three in turn and print words per second and their ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--articles", type=Path, nargs="+", default=None)
    options.add_argument("--one", choices=[*KINDS], help="one run; prints words per second")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = chosen.articles or write_articles(Path(folder) / "articles")
        if chosen.one:
            print(KINDS[chosen.one](paths, Path(folder)))
            return
        turns = [{kind: run_alone(kind, paths) for kind in KINDS} for _ in range(chosen.runs)]
    medians = {kind: statistics.median(turn[kind] for turn in turns) for kind in KINDS}
    print(
        f"nlp.pipe {medians['floor']:,.0f}, relmap's model alone {medians['model']:,.0f}, "
        f"relmap build {medians['build']:,.0f} words a second"
    )
    print(f"ratio {spread([turn['build'] / turn['floor'] for turn in turns], '.2f')}")
    # Each reads the same words, so a second of the build has so much of one of the model's.
    shares = [1 - turn["build"] / turn["model"] for turn in turns]
    print(f"of the build's time beside the model's {spread(shares, '.0%')}")


def spread(ratios: list[float], form: str) -> str:
    """The median of some ratios, the lowest and the highest."""
    middle, least, most = statistics.median(ratios), min(ratios), max(ratios)
    return f"{middle:{form}} ({least:{form}} to {most:{form}})"


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


def time_floor(paths: list[Path], _folder: Path) -> float:
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


def time_model(paths: list[Path], _folder: Path) -> float:
    """Words per second of a build's pipeline on a build's lines, in one thread."""
    nlp = load_pipeline(DEFAULT_MODEL)
    articles = articles_of(paths)
    texts = [text for article in articles for text in evidence_of(article)]
    list(nlp.pipe(texts[:100], batch_size=BATCH_LINES))
    start = time.perf_counter()
    for _doc in nlp.pipe(texts, batch_size=BATCH_LINES):
        pass
    return words_of(articles) / (time.perf_counter() - start)


def evidence_of(article: Article) -> list[str]:
    """The lines of an article that the model reads."""
    found = (line for line in lines(article.text) if line.role in EVIDENCE_ROLES)
    return [unwrap(article.text[line.start : line.end]).text for line in found]


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


#: What is timed, in turn.
KINDS = {"floor": time_floor, "model": time_model, "build": time_build}

if __name__ == "__main__":
    main()
