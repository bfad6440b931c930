"""Which store the page shows: the one it was told to, the user's own, or the sample articles'."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from relmap.store.locations import default_store, seeds_store

#: The environment variable by which `relmap serve --store` names its store.
VARIABLE = "RELMAP_STORE"
#: The key under which the reader's choice between the two stores lives.
CHOICE = "relmap.choice"
SAMPLES, OWN = "Sample articles", "My articles"


@dataclass(frozen=True, slots=True)
class Source:
    """A store on disk, the name it goes by on the page, and where uploads are added."""

    path: Path
    label: str
    uploads: Path

    @property
    def is_samples(self) -> bool:
        """Whether these are the sample articles, which the page builds by itself."""
        return self.label == SAMPLES


def choose_source() -> Source:
    """Return the store to show, and offer the choice where there is one.

    A store that was named by `RELMAP_STORE` is the only one; it takes the uploads as well.
    """
    named = os.environ.get(VARIABLE)
    if named:
        path = Path(named).expanduser()
        return Source(path, path.stem or str(path), path)
    own = default_store()
    if not own.exists():
        return Source(seeds_store(), SAMPLES, own)
    return Source(own, OWN, own) if _offer() == OWN else Source(seeds_store(), SAMPLES, own)


def show_own() -> None:
    """Turn to the user's own articles on the next run, after an upload."""
    st.session_state[f"{CHOICE}.next"] = OWN


def _offer() -> str:
    coming = st.session_state.pop(f"{CHOICE}.next", None)
    if coming:
        st.session_state[CHOICE] = coming
    st.session_state.setdefault(CHOICE, OWN)
    chosen = st.sidebar.radio(
        "Articles", (OWN, SAMPLES), key=CHOICE, horizontal=True, label_visibility="collapsed"
    )
    return chosen or OWN
