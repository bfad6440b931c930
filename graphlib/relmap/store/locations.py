"""Where stores lie when the user names no place."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

#: The environment variable that moves relmap's data folder.
VARIABLE = "RELMAP_DATA"


def data_folder() -> Path:
    """Return the user's data folder for relmap, or what `RELMAP_DATA` names."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    return platformdirs.user_data_path("relmap", appauthor=False)


def default_store() -> Path:
    """Return the store that `relmap build` and the page use when none is named."""
    return data_folder() / "store"


def seeds_store() -> Path:
    """Return the store of the sample articles, kept apart from the user's own."""
    return data_folder() / "seeds"
