"""The same articles give the same files, whatever the order, the process and its hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from relmap.briefing.formats import FORMATS, GRAPH_FORMATS
from relmap.briefing.tables import TABLES
from relmap.cli.drawing import BRIEF_FORMS, MAP_FORMS

Relmap = Callable[..., Any]

#: Every file that a store can become, by its name.
OUTPUTS = [
    *(f"{table}.{form}" for table in TABLES for form in FORMATS),
    *(f"graph.{form}" for form in GRAPH_FORMATS),
    *(f"map.{form}" for form in MAP_FORMS),
    *(f"brief.{form}" for form in BRIEF_FORMS),
]
#: Those that cost next to nothing to write.
QUICK = [name for name in OUTPUTS if name.endswith((".csv", ".json", ".svg"))]
#: Both ways to count words that stand for a name; the second colours and lays out anew as well.
WAYS = ([], ["--references"])
LENS = ["--colour", "community", "--layout", "shown"]


def command(name: str, way: list[str], store: Path, folder: Path) -> list[str]:
    what = name.partition(".")[0]
    verb = [what] if what in {"map", "brief"} else ["export", what]
    lens = LENS if way and what in {"map", "brief", "graph"} else []
    file = folder / f"{'-'.join(way)}{name}"
    return [*verb, "--store", str(store), "-o", str(file), *way, *lens]


def test_two_builds_in_any_order_export_the_same_bytes(
    relmap: Relmap, seeds: Path, tmp_path: Path
) -> None:
    texts = sorted(seeds.glob("*.txt"))
    found = []
    for name, paths in (("one", texts), ("two", texts[::-1])):
        store = tmp_path / f"{name}-store"
        assert relmap("build", *paths, "--store", store).code == 0
        (tmp_path / name).mkdir()
        for output in QUICK:
            for way in WAYS:
                done = relmap(*command(output, way, store, tmp_path / name))
                assert done.code == 0, done.err
        found.append(files(tmp_path / name))
    assert len(found[0]) == 2 * len(QUICK)
    assert [name for name in found[0] if found[0][name] != found[1][name]] == []
    assert b",reference," in found[0]["--referencesmentions.csv"]
    assert b",reference," not in found[0]["mentions.csv"]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


#: Builds a store, then writes every file of it; a command is a line of words between tabs.
BUILD_AND_EXPORT = """
import sys
from pathlib import Path
from relmap.cli import main
from relmap.store import Store
def relmap(arguments):
    try:
        main(arguments)
    except SystemExit as end:
        assert not end.code, end.code
seeds, store = sys.argv[1:]
relmap(["build", seeds, "--store", store])
for line in sys.stdin.read().splitlines():
    relmap(line.split(chr(9)))
print(Store.open(Path(store)).model)
"""


def test_two_processes_build_and_export_the_same_bytes(seeds: Path, tmp_path: Path) -> None:
    found, models = [], set()
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        store = tmp_path / f"store{seed}"
        commands = [command(output, way, store, folder) for output in OUTPUTS for way in WAYS]
        done = subprocess.run(
            [sys.executable, "-c", BUILD_AND_EXPORT, str(seeds), str(store)],
            input="\n".join("\t".join(words) for words in commands),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        models.add(done.stdout.strip())
        found.append(files(folder))
    assert len(found[0]) == 2 * len(OUTPUTS)
    assert [name for name in found[0] if found[0][name] != found[1][name]] == []
    (model,) = models
    assert " + names " in model, "the weights of this project are what both builds read with"
