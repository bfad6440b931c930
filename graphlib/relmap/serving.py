"""The dashboard as a command to start: where its page lies and how Streamlit is called."""

from __future__ import annotations

import sys
from pathlib import Path

from relmap.errors import RelmapError


def find_dashboard() -> Path:
    """Return the page that Streamlit runs: the wheel's own, else the checkout's.

    A wheel carries it in relmap/site/; in a checkout it lies beside `graphlib/`.

    Raises
    ------
    RelmapError
        when neither is there.
    """
    package = Path(__file__).resolve().parent
    for page in (package / "site" / "dashboard.py", package.parents[1] / "dashboard.py"):
        if page.is_file():
            return page
    raise RelmapError(
        "dashboard.py is missing from this installation of relmap. Install relmap again, "
        "or start the dashboard from a checkout with `streamlit run dashboard.py`."
    )


def serve_command(page: Path, port: int | None) -> list[str]:
    """Return the command that starts the dashboard; without a port Streamlit takes a free one."""
    command = [sys.executable, "-m", "streamlit", "run", str(page)]
    return command if port is None else [*command, "--server.port", str(port)]
