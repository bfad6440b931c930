"""Map and evidence side by side and the tables below: one fragment, so that a click is cheap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from relmap.app import lenses, stock
from relmap.app.address import show_address
from relmap.app.downloads import show_download
from relmap.app.evidence import panel
from relmap.app.legend import legend
from relmap.app.map import show_chosen, show_map
from relmap.app.pager import first_row, turn
from relmap.app.parts import last_heard, mount
from relmap.app.reader import show_article
from relmap.app.saving import show_saving
from relmap.app.selection import (
    Selection,
    ask_for_whole_page,
    current,
    follow,
    pages,
    take_reading,
    whole_page_is_asked,
    wish,
)
from relmap.app.sidebar import put_days, reset
from relmap.app.surroundings import surroundings
from relmap.app.tables import Table, actors_table, articles_table, ties_table, unread_table
from relmap.app.timeline import brushed_days, timeline, without_days
from relmap.app.toolbar import show_toolbar
from relmap.app.wording import caveats, escape, number
from relmap.briefing.words import count_in_view
from relmap.links import Link
from relmap.models import Filters, Lens
from relmap.shown import Shown
from relmap.store import Store, View


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the parts of the workspace look at."""

    assets: Path
    store: Store
    shown: Shown
    selection: Selection

    @property
    def view(self) -> View:
        """The store under the filters, whatever of it is drawn."""
        return self.shown.view


@st.fragment
def show_workspace(assets: Path, label: str, store: Store, filters: Filters) -> None:
    """Show what is in view, and on the map what the lens takes of it.

    A click reruns this part alone; only what changes the filters needs the whole page.
    """
    if whole_page_is_asked():
        st.rerun(scope="app")
    lens = _lens_for(store)
    scene = Scene(assets, store, stock.shown_of(store, filters, lens), current())
    _show_heading(label, scene)
    with st.container(key="stage"):
        show_toolbar(scene.shown, stock.names_of(store).get(lens.around, ""))
        left, right = st.columns((62, 38), gap="small")
        with left:
            _show_map(scene)
        with right:
            _show_evidence(scene)
    _show_tables(scene)
    reading = take_reading()
    if reading:
        show_article(assets, store, reading, scene.selection, filters.references)


def _lens_for(store: Store) -> Lens:
    """Return the lens; an actor that another store had in its middle is let go."""
    lens = lenses.current()
    if not lens.around or store.actor_number(lens.around) is not None:
        return lens
    lenses.show_whole()
    return lenses.current()


def _show_heading(label: str, scene: Scene) -> None:
    """Say what is in view; the label may be a folder's name and is kept from being Markdown."""
    view, chosen = scene.view, scene.selection.actors
    with st.container(key="heading", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(
            key="counts", horizontal=True, vertical_alignment="bottom", gap="small", width="content"
        ):
            st.title(escape(label), anchor=False, width="content")
            st.text(count_in_view(view.counts), width="content")
            hidden = caveats(view.counts)
            if hidden:
                st.text(f"({hidden})", width="content")
        with st.container(key="leaving", horizontal=True, gap="small", width="content"):
            show_address(scene.assets, Link(view.filters, scene.shown.lens, chosen))
            show_saving(scene.store, scene.shown, chosen)


def _show_map(scene: Scene) -> None:
    what = (scene.store, scene.view.filters, scene.shown.lens)
    show_chosen(scene.selection, wish(), key="chosen", map_key="map")
    show_map(stock.rows_of(*what), key="map", on_event=_follow)
    mount(scene.assets, "legend", legend(stock.map_of(*what), scene.view), key="legend")
    _show_timeline(scene)


def _show_timeline(scene: Scene) -> None:
    facts, filters = stock.facts_of(scene.store), scene.view.filters
    whole = stock.view_of(scene.store, without_days(filters))

    def brush(event: Mapping[str, Any]) -> None:
        """Filter by the days that were brushed; the fields that say them lie in the sidebar."""
        days = brushed_days(facts, event)
        if days:
            put_days(*days)
            ask_for_whole_page()

    data = timeline(facts, whole, filters, scene.selection) | {"heard": last_heard("timeline")}
    mount(scene.assets, "timeline", data, key="timeline", on_event=brush)


def _show_evidence(scene: Scene) -> None:
    drawn = {seen.actor_id for seen in scene.shown.actors}
    around = surroundings(scene.shown.lens, drawn, scene.selection, scene.store.actors())
    data = panel(scene.store, scene.view, scene.selection, pages()) | {"around": around}
    mount(scene.assets, "evidence", data, key="evidence", on_event=_follow)


def _show_tables(scene: Scene) -> None:
    store, view, selection = scene.store, scene.view, scene.selection
    unread = len(stock.unread_of(store))
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
            start = first_row((stock.identity(store), stock.filter_key(view.filters)))
            _table(scene, "articles", articles_table(store, view, start))
            show_download(store, view.filters, "articles", "Articles as CSV")
    with missed:
        if missed.open:
            _table(scene, "unread", unread_table(stock.unread_of(store)))
            if unread:
                show_download(store, view.filters, "unread", "Not read as CSV")


def _table(scene: Scene, name: str, table: Table) -> None:
    mount(scene.assets, "table", table, key=f"table.{name}", on_event=_follow)


def _follow(event: Mapping[str, Any]) -> None:
    """Do what a panel asks for; a reset changes the sidebar, which lies outside the fragment."""
    what, target, steps = event.get("do"), event.get("id"), event.get("steps", 1)
    if what == "reset":
        reset()
        ask_for_whole_page()
    elif what == "page":
        turn(event.get("start"))
    elif what == "whole":
        lenses.show_whole()
    elif what == "around":
        if isinstance(target, str) and steps in (1, 2):
            lenses.look_around(target, steps)
    else:
        follow(event)
