"""The tables as files: what is in view, as CSV, made when the button is pressed."""

from __future__ import annotations

import io
from collections.abc import Callable

import streamlit as st

from relmap.briefing import tables
from relmap.models import Filters
from relmap.store import Store


def show_download(store: Store, filters: Filters, table: tables.Table, label: str) -> None:
    """Draw the button that saves one table under the filters in force."""
    st.download_button(
        label,
        data=content(store, filters, table),
        file_name=f"{table}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download.{table}",
        icon=":material/download:",
    )


def content(store: Store, filters: Filters, table: tables.Table) -> Callable[[], bytes]:
    """Return a function that makes the file, since few who see the button press it.

    The file starts with a byte-order mark: without one Excel reads "Türkiye" as Latin-1.
    """

    def make() -> bytes:
        stream = io.StringIO(newline="")
        tables.write(tables.rows(store, table, filters), tables.COLUMNS[table], "csv", stream)
        return stream.getvalue().encode("utf-8-sig")

    return make
