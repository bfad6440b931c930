"""`relmap serve`: the dashboard on a store."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Annotated

import typer

from relmap.cli.stores import StoreOption, open_store
from relmap.cli.values import parse_count


def serve_dashboard(
    store: StoreOption = None,
    port: Annotated[
        int | None,
        typer.Option(
            parser=parse_count(1, 65535), metavar="N", help="The port, on this machine only."
        ),
    ] = None,
) -> None:
    """Start the dashboard on a store; without one, on your own articles or the sample ones."""
    from relmap.serving import find_dashboard, serve_command

    environment = dict(os.environ)
    if store is not None:
        # A store that is not one is better said here than on the page.
        environment["RELMAP_STORE"] = str(open_store(store).path.resolve())
    command = serve_command(find_dashboard(), port)
    if sys.platform == "win32":
        sys.exit(subprocess.call(command, env=environment))  # noqa: S603 - our own words
    # The dashboard takes the place of this process: what ends `relmap serve` ends it too.
    os.execve(command[0], command, environment)  # noqa: S606 - no shell, our own words
