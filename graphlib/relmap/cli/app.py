"""The command line as a whole: which commands there are, and how they end."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from relmap import terminal
from relmap.cli.building import build_store
from relmap.cli.drawing import draw_map, write_brief
from relmap.cli.evaluating import evaluate_gold
from relmap.cli.exporting import export
from relmap.cli.serving import serve_dashboard
from relmap.errors import RelmapError

app = typer.Typer(
    name="relmap",
    help="Who appears with whom in the news, and the sentences that say so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("build")(build_store)
app.command("export")(export)
app.command("map")(draw_map)
app.command("brief")(write_brief)
app.command("serve")(serve_dashboard)
app.command("evaluate")(evaluate_gold)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a RelmapError becomes one line on stderr and exit code 1."""
    try:
        app(arguments)
    except RelmapError as error:
        terminal.say(f"Error: {error}")
        sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"relmap {version('relmap')}")
        raise typer.Exit


@app.callback()
def relmap(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Who appears with whom in the news, and the sentences that say so."""
