"""Map and evidence side by side and the tables below: one fragment, so that a click is cheap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from relmap.app import stock
from relmap.app.downloads import show_download
from relmap.app.evidence import panel
from relmap.app.legend import legend
from relmap.app.map import show_chosen, show_map
from relmap.app.parts import mount
from relmap.app.reader import show_article
from relmap.app.selection import (
    Selection,
    ask_for_whole_page,
    current,
    follow,
    pages,
    select,
    take_reading,
    whole_page_is_asked,
    wish,
)
from relmap.app.sidebar import reset
from relmap.app.tables import Table, actors_table, articles_table, ties_table, unread_table
from relmap.app.wording import caveats, escape, number
from relmap.briefing.words import count_in_view
from relmap.models import Filters
from relmap.store import Store, View
from relmap.view.theme import ThemeName


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the parts of the workspace look at."""

    assets: Path
    store: Store
    view: View
    selection: Selection


@st.fragment
def show_workspace(assets: Path, label: str, store: Store, filters: Filters, top: int) -> None:
    """Show what is in view, on the map the `top` strongest actors.

    A click reruns this part alone; only a reset of the filters needs the whole page.
    """
    if whole_page_is_asked():
        st.rerun(scope="app")
    scene = Scene(assets, store, stock.view_of(store, filters), current())
    _show_counts(label, scene.view)
    with st.container(key="stage"):
        left, right = st.columns((62, 38), gap="small")
        with left:
            _show_map(scene, top)
        with right:
            _show_evidence(scene)
    _show_tables(scene)
    reading = take_reading()
    if reading:
        show_article(assets, store, reading, scene.selection, filters.references)


def _show_counts(label: str, view: View) -> None:
    """Say what is in view; the label may be a folder's name and is kept from being Markdown."""
    with st.container(key="counts", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.title(escape(label), anchor=False, width="content")
        st.text(count_in_view(view.counts), width="content")
        hidden = caveats(view.counts)
        if hidden:
            st.text(f"({hidden})", width="content")


def _show_map(scene: Scene, top: int) -> None:
    drawn = stock.map_of(scene.store, scene.view.filters, top, _theme())
    show_chosen(scene.selection, wish(), key="chosen")
    show_map(drawn, key="map", on_select=select)
    mount(scene.assets, "legend", legend(drawn, scene.view, scene.selection), key="legend")


def _show_evidence(scene: Scene) -> None:
    data = panel(scene.store, scene.view, scene.selection, pages())
    mount(scene.assets, "evidence", data, key="evidence", on_event=_follow)


def _show_tables(scene: Scene) -> None:
    store, view, selection = scene.store, scene.view, scene.selection
    unread = len(store.unread())
    labels = ("Ties", "Actors", "Articles", f"Not read ({number(unread)})")
    # The open tab is remembered by its label, which counts: another count is another set of tabs.
    ties, actors, articles, missed = st.tabs(labels, key=f"tables.{unread}", on_change="rerun")
    with ties:
        if ties.open:
            _table(scene, "ties", ties_table(store, view, selection))
            with st.container(horizontal=True):
                show_download(store, view.filters, "ties", "Ties as CSV")
                show_download(store, view.filters, "evidence", "Evidence as CSV")
    with actors:
        if actors.open:
            _table(scene, "actors", actors_table(store, view, selection))
            show_download(store, view.filters, "actors", "Actors as CSV")
    with articles:
        if articles.open:
            _table(scene, "articles", articles_table(store, view))
            show_download(store, view.filters, "articles", "Articles as CSV")
    with missed:
        if missed.open:
            _table(scene, "unread", unread_table(store))
            if unread:
                show_download(store, view.filters, "unread", "Not read as CSV")


def _table(scene: Scene, name: str, table: Table) -> None:
    mount(scene.assets, "table", table, key=f"table.{name}", on_event=_follow)


def _follow(event: Mapping[str, Any]) -> None:
    """Do what a panel asks for; a reset changes the sidebar, which lies outside the fragment."""
    if event.get("do") == "reset":
        reset()
        ask_for_whole_page()
    else:
        follow(event)


def _theme() -> ThemeName:
    return "dark" if st.context.theme.type == "dark" else "light"
