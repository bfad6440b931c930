"""A dataclass of options is one parameter to the command and many to the user."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from relmap.cli.groups import spread


@dataclass(frozen=True, slots=True)
class Size:
    width: Annotated[int, typer.Option("--wide", help="How wide.")] = 3
    names: Annotated[list[str] | None, typer.Option("--name")] = None


@dataclass(frozen=True)
class Colour:
    colour: Annotated[str, typer.Option()]


@pytest.fixture
def called() -> list[object]:
    return []


@pytest.fixture
def app(called: list[object]) -> typer.Typer:
    app = typer.Typer()

    @app.command()
    @spread
    def draw(
        path: Annotated[Path, typer.Argument()],
        size: Size,
        colour: Colour,
        fast: Annotated[bool, typer.Option("--fast")] = False,
    ) -> None:
        """Draw it."""
        called.append((path, size, colour, fast))

    return app


def test_options_are_gathered_into_their_groups(app: typer.Typer, called: list[object]) -> None:
    arguments = ["a.png", "--wide", "7", "--colour", "red", "--name", "x", "--name", "y", "--fast"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert called == [(Path("a.png"), Size(7, ["x", "y"]), Colour("red"), True)]


def test_defaults_are_those_of_the_group(app: typer.Typer, called: list[object]) -> None:
    assert CliRunner().invoke(app, ["a.png", "--colour", "red"]).exit_code == 0
    assert called == [(Path("a.png"), Size(), Colour("red"), False)]


def test_an_option_without_a_default_is_required(app: typer.Typer) -> None:
    done = CliRunner().invoke(app, ["a.png"])
    assert done.exit_code == 2
    assert "--colour" in done.output


def test_the_help_is_that_of_command_and_options(app: typer.Typer) -> None:
    done = CliRunner().invoke(app, ["--help"])
    assert "Draw it." in done.output
    assert "How wide." in done.output
    assert "--size" not in done.output
