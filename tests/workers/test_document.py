"""docs/cluster.md: every command in it is one that the installed programs understand."""

from __future__ import annotations

import importlib
import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from typer.main import get_command

DASK = {
    "scheduler": "distributed.cli.dask_scheduler",
    "worker": "distributed.cli.dask_worker",
    "ssh": "distributed.cli.dask_ssh",
}


def shell_lines(project: Path) -> list[list[str]]:
    text = (project / "docs" / "cluster.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines() if line.strip()]


def command_of(words: list[str]) -> Any:
    if words[0] == "dask":
        return importlib.import_module(DASK[words[1]]).main
    from relmap.cli.app import app

    return get_command(app).commands[words[1]]  # type: ignore[attr-defined]


def commands_in_yaml(project: Path) -> list[list[str]]:
    folder = project / "docs" / "cluster"
    made = [yaml.safe_load(path.read_text()) for path in sorted(folder.glob("*.yaml"))]

    def walk(node: Any) -> list[list[str]]:
        if isinstance(node, dict):
            mine = [[str(word) for word in node["args"]]] if "args" in node else []
            return mine + [found for value in node.values() for found in walk(value)]
        if isinstance(node, list):
            return [found for value in node for found in walk(value)]
        return []

    return walk(made)


def test_commands_of_ours_and_of_dask_parse(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hosts.txt").write_text("first\n")
    lines = [words for words in shell_lines(project) if words[0] in {"relmap", "dask"}]
    lines += commands_in_yaml(project)
    assert {words[0] for words in lines} == {"relmap", "dask"}
    assert {words[1] for words in lines} == {"build", "scheduler", "worker", "ssh"}
    for words in lines:
        command = command_of(words)
        try:
            command.make_context(words[1], words[2:], resilient_parsing=False)
        except click.ClickException as error:
            pytest.fail(f"{shlex.join(words)}: {error.format_message()}")


def test_every_option_of_a_build_by_many_is_told(project: Path) -> None:
    text = (project / "docs" / "cluster.md").read_text(encoding="utf-8")
    for option in ("--workers", "--cluster", "--parts", "--watch"):
        assert f"`{option}" in text
        assert any(option in words for words in shell_lines(project))


def test_every_file_it_names_is_there(project: Path) -> None:
    text = (project / "docs" / "cluster.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert links
    for link in links:
        assert (project / "docs" / link).resolve().is_file(), link
    for words in shell_lines(project):
        for word in words:
            if word.startswith("docs/"):
                assert (project / word).is_file(), word


def test_the_image_takes_along_what_the_package_is_built_from(project: Path) -> None:
    import tomllib

    container = (project / "docs" / "cluster" / "Containerfile").read_text(encoding="utf-8")
    copied = set()
    for line in container.splitlines():
        if line.startswith("COPY "):
            copied.update(line.split()[1:-1])
    wanted = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = wanted["tool"]["hatch"]["build"]["targets"]["wheel"]
    roots = {path.split("/")[0] for path in (*wheel["packages"], *wheel["force-include"])}
    files = {wanted["project"]["readme"], *wanted["project"]["license-files"], "pyproject.toml"}
    assert roots | files == copied


def test_driver_scheduler_and_workers_are_one_image(project: Path) -> None:
    text = "".join(
        path.read_text() for path in sorted((project / "docs" / "cluster").glob("*.yaml"))
    )
    images = re.findall(r"image: (\S+)", text)
    assert len(images) == 3
    assert len(set(images)) == 1
