"""Which store a command works on: the one named, else the one in the user's data folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from relmap.store import Store

StoreOption = Annotated[
    Path | None,
    typer.Option("--store", help="The store; without it, the one in your user data folder."),
]


def find_place(store: Path | None) -> Path:
    """Return where the store is, or is to be."""
    from relmap.store.locations import default_store

    return store or default_store()


def open_store(store: Path | None) -> Store:
    """Open the store that is meant; raises StoreError where there is none."""
    from relmap.store import Store

    return Store.open(find_place(store))
