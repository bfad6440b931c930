"""The page from top to bottom: which store, which filters, then the map and its evidence."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from relmap.app import address, building, sidebar, source, stock
from relmap.app.selection import whole_page_is_asked
from relmap.app.source import Source
from relmap.app.wording import escape
from relmap.app.workspace import show_workspace
from relmap.errors import FilterError, RelmapError
from relmap.store import Store


def main(assets: Path, seeds: Path) -> None:
    """Show the dashboard; `assets` holds its scripts and styles, `seeds` the sample articles."""
    st.set_page_config(page_title="relmap", page_icon=str(assets / "logo.svg"), layout="wide")
    st.logo(str(assets / "wordmark.svg"), size="large", icon_image=str(assets / "logo.svg"))
    st.html(assets / "page.css")
    chosen = source.choose_source()
    try:
        store = _open(chosen, seeds)
    except RelmapError as error:
        _say_what_failed(chosen, error)
    else:
        _show(assets, chosen, store)
        address.be_there()


def _open(chosen: Source, seeds: Path) -> Store:
    """Open the store; the sample articles' is built where it is missing or out of date."""
    if chosen.is_samples:
        building.refresh_samples(seeds, chosen.path)
    return stock.open_store(chosen.path)


def _show(assets: Path, chosen: Source, store: Store) -> None:
    whole_page_is_asked()  # and this is it
    facts = stock.facts_of(store)
    sidebar.forget_other_corpus(facts)
    address.open_address(assets, store, facts)
    with st.sidebar:
        search = st.container()
        filters = sidebar.show_filters(facts)
        sidebar.show_reset()
        _offer_upload(chosen)
    try:
        view = stock.view_of(store, filters)
    except FilterError as error:
        st.error(escape(str(error)))
        return
    with search:
        sidebar.show_search(stock.names_of(store), view)
    building.show_report()
    show_workspace(assets, chosen.label, store, filters)


def _offer_upload(chosen: Source) -> None:
    if building.show_uploads(chosen.uploads):
        source.show_own()
        st.rerun()


def _say_what_failed(chosen: Source, error: RelmapError) -> None:
    st.header("These articles cannot be shown")
    st.error(escape(str(error)))
    with st.sidebar:
        _offer_upload(chosen)
