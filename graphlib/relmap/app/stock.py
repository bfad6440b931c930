"""What the page keeps in memory: open stores, views and facts, remembered by store and filters.

Cache keys are a path, a generation and the filters; never the data, which takes seconds to hash.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

import streamlit as st

from relmap.app.corpus_facts import CorpusFacts, gather
from relmap.app.keeping import Keeper
from relmap.briefing.names import Names
from relmap.errors import StoreError
from relmap.models import Filters, Lens, Unread
from relmap.shown import Shown, show_view
from relmap.store import Store, View
from relmap.store.folder import find_store
from relmap.store.generations import current_generation
from relmap.view.network import MapData, draw

FilterKey = tuple[Any, ...]

#: All views that are kept take so many bytes together. What is drawn holds the view it is of, which
#: is among these or was until lately.
KEPT = 1 << 28
#: What a view keeps in arrays: so many bytes for each article, actor and tie of the store.
_PER_ARTICLE, _PER_ACTOR, _PER_TIE = 9, 16, 24


def identity(store: Store) -> tuple[str, str]:
    """Return what tells one state of one store from every other."""
    return str(store.path), store.generation


def open_store(path: Path) -> Store:
    """Open a store as it is now; a newer generation is seen on the next run.

    Raises
    ------
    StoreError
        when it is missing, is not one, or was made by another version.
    """
    generation = current_generation(find_store(path))
    return _open(path, generation)


@st.cache_resource(max_entries=4, show_spinner=False)
def _open(path: Path, generation: str | None) -> Store:  # noqa: ARG001  a part of the cache's key
    return Store.open(path)


def is_usable(path: Path) -> bool:
    """Return whether there is a store at `path` that this version can show."""
    try:
        open_store(path)
    except StoreError:
        return False
    return True


def filter_key(filters: Filters) -> FilterKey:
    """Return filters as a key that is the same for equal filters and is quickly hashed."""
    outlets = None if filters.outlets is None else tuple(sorted(filters.outlets))
    return (
        filters.first,
        filters.last,
        outlets,
        filters.undated,
        filters.unknown_outlet,
        tuple(sorted(filters.kinds)),
        filters.min_weight,
        filters.references,
    )


_KEYS: dict[str | type[Any], Callable[[Any], Any]] = {
    Store: identity,
    Filters: filter_key,
    Lens: astuple,
}


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_KEYS)
def facts_of(store: Store) -> CorpusFacts:
    """Return the limits of a store's corpus."""
    # A weight that can be asked for under one setting of the switch may be asked for under both.
    return gather(identity(store), view_of(store, Filters(references=True)))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_KEYS)
def names_of(store: Store) -> Mapping[str, str]:
    """Return a name for every actor of a store that no other one goes by."""
    return Names(store)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_KEYS)
def unread_of(store: Store) -> Sequence[Unread]:
    """Return what was not read."""
    return tuple(store.unread())


def view_of(store: Store, filters: Filters) -> View:
    """Return a store under filters."""
    key = identity(store), filter_key(filters)
    return _views().get(key, lambda: store.view(filters), _weight_of(store))


def shown_of(store: Store, filters: Filters, lens: Lens) -> Shown:
    """Return what of a store under filters a lens shows.

    Raises
    ------
    FilterError
        when the filters or the lens cannot be meant.
    """
    key = identity(store), filter_key(filters), astuple(lens)
    view = view_of(store, filters)
    return _shown().get(key, lambda: show_view(store, view, lens), _weight_of(store))


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_KEYS)
def _weight_of(store: Store) -> int:
    """Return how many bytes a view of a store takes at most, once all of it was asked for."""
    counts = store.view(Filters()).counts
    return (
        _PER_ARTICLE * counts.articles_total
        + _PER_ACTOR * counts.actors_total
        + _PER_TIE * counts.ties_total
    )


@st.cache_resource(show_spinner=False)
def _views() -> Keeper[View]:
    # What the filters leave, and all days of it for the timeline, are needed at the same time.
    return Keeper(KEPT, least=2, most=64)


@st.cache_resource(show_spinner=False)
def _shown() -> Keeper[Shown]:
    return Keeper(KEPT // 2, least=1, most=16)


# Ten thousand ties are 10 MB here, and half of one where they are sent.
@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=_KEYS)
def map_of(store: Store, filters: Filters, lens: Lens) -> MapData:
    """Return the map of what is shown, ready to be drawn; the page knows in which theme."""
    shown = shown_of(store, filters, lens)
    return draw(shown.graph, shown.positions, communities=shown.communities or None)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=_KEYS)
def rows_of(store: Store, filters: Filters, lens: Lens) -> bytes:
    """Return the rows of that map as they are sent, so that a click does not write them again.

    With them goes their `frame`: another one than before makes the map show all that is drawn.
    """
    frame = f"{lens.around} {lens.steps} {lens.placement}"
    sent = map_of(store, filters, lens).packed() | {"frame": frame}
    return json.dumps(sent, ensure_ascii=False, separators=(",", ":")).encode()
