"""The commands as a whole: their help, what is wrong with them, and how they end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relmap.cli import app

Relmap = Callable[..., Any]
COMMANDS = ("build", "export", "map", "brief", "serve", "evaluate")
SHARED = (
    *("--from", "--to", "--outlet", "--no-undated", "--unknown-outlet", "--kind", "--min-weight"),
    *("--references", "--top", "--around", "--steps", "--layout", "--colour", "--view", "--store"),
)


def test_version(relmap: Relmap) -> None:
    done = relmap("--version")
    assert (done.code, done.out) == (0, "relmap 0.1.0\n")


def test_help_names_every_command() -> None:
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["--help"])
    assert done.exit_code == 0
    for command in COMMANDS:
        assert f" {command} " in done.output


@pytest.mark.parametrize("command", ["export", "map", "brief"])
def test_commands_that_look_at_a_store_have_the_same_options(command: str) -> None:
    done = CliRunner(env={"COLUMNS": "200"}).invoke(app, [command, "--help"])
    assert done.exit_code == 0
    for option in SHARED:
        assert option in done.output
    assert "Filters: what counts" in done.output


def test_python_m_relmap_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "relmap", "export", "ties", "--store", "no-such-store"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert "no-such-store" in done.stderr


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom relmap.cli import main\n"
        "try:\n main(['map', '--help'])\nexcept SystemExit:\n pass\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "typer" in loaded
    assert not loaded & {"spacy", "thinc", "pandas", "numpy", "networkx", "streamlit", "pyvis"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], ["nonsense"]),
        (["build"], ["PATH"]),
        (["export", "nonsense"], ["unread", "graph"]),
        (["export", "ties", "--from", "5 July 2023"], ["2023-03-01"]),
        (["export", "ties", "--from", "2023-07-06", "--to", "2023-07-05"], ["after"]),
        (["export", "ties", "--kind", "ship"], ["country"]),
        (["export", "ties", "--min-weight", "0"], ["--min-weight"]),
        (["export", "ties", "--format", "xlsx"], ["jsonl"]),
        (["export", "ties", "--format", "gexf"], ["relmap export graph"]),
        (["export", "ties", "--format", "csv", "-o", "ties.jsonl"], ["ties.jsonl", "csv"]),
        (["export", "ties", "--top", "5"], ["--top", "filters"]),
        (["export", "graph", "--format", "csv"], ["relmap export ties"]),
        (["export", "graph", "--top", "0"], ["1 or more"]),
        (["export", "graph", "--steps", "2"], ["--around"]),
        (["export", "graph", "--around", " "], ["name an actor"]),
        (["export", "graph", "--view", "min=2", "--kind", "country"], ["--kind", "--view"]),
        (["map"], ["-o"]),
        (["export", "ties", "--min-weight", "many"], ["--min-weight", "no whole number"]),
        (["export", "ties", "-o", "ties.xlsx"], [".xlsx", ".csv", ".jsonl"]),
        (["export", "ties", "-o", "ties.foo"], ["ties.foo", ".csv", "--format"]),
        (["export", "graph", "-o", "graph.png"], ["relmap map", ".gexf", ".graphml"]),
        (["map", "-o", "map.gif"], [".png", ".svg", ".pdf", ".html"]),
        (["map", "-o", "map"], [".png", ".svg", ".pdf", ".html", "--format"]),
        (["map", "-o", "-"], ["--format"]),
        (["map", "-o", "map.svg", "--scale", "3"], ["--scale"]),
        (["map", "-o", "map.png", "--scale", "9"], ["--scale"]),
        (["map", "-o", "map.png", "--steps", "3", "--around", "Russia"], ["--steps"]),
        (["map", "-o", "map.png", "--view", "min=2", "--top", "3"], ["--top", "--view"]),
        (["map", "-o", "map.png", "--layout", "new"], ["shown"]),
        (["map", "-o", "map.png", "--colour", "red"], ["--colour", "kind or", "community"]),
        (["evaluate", "gold.jsonl", "--format", "xml"], ["--format", "text, json", "markdown"]),
        (["brief", "-o", "pack.pdf"], [".html", ".docx", "relmap map"]),
        (["brief", "-o", "pack.html", "--quoted", "0"], ["--quoted"]),
        (["serve", "--port", "70000"], ["--port"]),
    ],
)
def test_a_command_that_is_wrong_ends_with_2_and_says_why(
    relmap: Relmap, arguments: list[str], words: list[str]
) -> None:
    done = relmap(*arguments)
    assert done.code == 2
    assert done.out == ""
    for word in words:
        assert word in done.err
    # In our words, not in those of the libraries that look at values.
    assert "Value error" not in done.err
    assert "Input should" not in done.err


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("min=many", ["min", "many", "whole number"]),
        ("http://localhost:8501/?colour=red", ["colour", "red", "kind"]),
        ("colour=kind&pickle=1", ["pickle", "around"]),
        ("outlet=No+such+paper", ["No such paper"]),
        ("around=country:XX", ["country:XX"]),
        ("steps=2", ["steps", "around"]),
        ("actor=person:nobody", ["person:nobody", "relmap export actors"]),
        ("tie=country:RU|country:XX", ["country:XX", "relmap export actors"]),
    ],
)
def test_a_link_that_cannot_be_meant_ends_with_1_and_names_what_is_wrong(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, link: str, words: list[str]
) -> None:
    file = tmp_path / "map.html"
    done = relmap("map", "--store", seeds_store, "-o", file, "--view", link)
    assert done.code == 1
    assert done.err.startswith("Error: ")
    assert done.err.count("\n") == 1
    for word in words:
        assert word in done.err
    assert not file.exists()
