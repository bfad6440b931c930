"""Work that takes a while, with its progress on the page: the samples' first build, and uploads.

The extraction, and with it the language model, is loaded only here and only when it is needed.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from relmap.app.stock import is_usable
from relmap.app.wording import count, escape, number
from relmap.errors import RelmapError, StoreError
from relmap.models import Progress, Unread
from relmap.store.folder import MARKER, find_store

#: So many unread inputs are listed after an upload; the rest stands in the tab "Not read".
LISTED = 20
_REPORT = "relmap.report"
_ROUND = "relmap.upload_round"


def refresh_samples(seeds: Path, store: Path) -> None:
    """Build the sample articles' store, or bring it up to date, once per run of the server.

    Where nothing has changed this takes a tenth of a second and loads no language model. An older
    store that cannot be brought up to date (the model is gone, another build is at work) is shown
    as it is.

    Raises
    ------
    RelmapError
        when there is no store to show and none can be built.
    """
    # Two tabs that open at once would both build; the second one waits and then finds it done.
    with _refreshing():
        if store in _refreshed():
            return
        there = is_usable(store)
        try:
            _discard_other_format(store)
            _build_samples(seeds, store)
        except RelmapError:
            if not there:
                raise
        _refreshed().add(store)


@st.cache_resource(show_spinner=False)
def _refreshed() -> set[Path]:
    return set()


@st.cache_resource(show_spinner=False)
def _refreshing() -> Lock:
    return Lock()


def _build_samples(seeds: Path, store: Path) -> None:
    from relmap.build import build  # noqa: PLC0415  spaCy is slow to load and rarely needed

    place = st.empty()
    label = "Reading the sample articles. This happens once and takes about ten seconds."
    with place.container(key="first_build"), st.status(label, expanded=True):
        build([seeds], store, progress=_bar(st.empty()))
    place.empty()


def _discard_other_format(store: Path) -> None:
    """Remove a samples' store of another format; there is nothing of the user's in it.

    One that is merely unfinished stays: another dashboard may be building it at this moment.
    """
    if not (store / MARKER).is_file():
        return
    try:
        find_store(store)
    except StoreError:
        shutil.rmtree(store)


def show_uploads(store: Path) -> bool:
    """Draw the upload and do what it is given; return whether the store has changed."""
    from relmap.corpus import SUFFIXES  # noqa: PLC0415  readers bring libraries along

    with st.expander("Add articles"):
        place = st.empty()  # for the progress: below the button it would lie out of sight
        files = st.file_uploader(
            "Articles: texts, documents or tables",
            type=[suffix.removeprefix(".") for suffix in SUFFIXES],
            accept_multiple_files=True,
            key=f"upload.{st.session_state.get(_ROUND, 0)}",
        )
        st.caption("They stay on this computer, in a store of your own.")
        if not files:
            return False
        if not st.button(f"Read {count(len(files), 'file')}", type="primary", width="stretch"):
            return False
        contents = [(file.name, file.getvalue()) for file in files]
        return _take_in(contents, store, _bar(place))


def show_report() -> None:
    """Show what the last upload brought, until the next event of the reader."""
    report = st.session_state.pop(_REPORT, None)
    if report is None:
        return
    new, known, unread = report
    already = f", {number(known)} were there already" if known else ""
    st.success(f"{count(new, 'article')} added{already}.")
    if unread:
        _list_unread(unread)


def _take_in(contents: Sequence[tuple[str, bytes]], store: Path, progress: Progress) -> bool:
    from relmap.build import build_uploads  # noqa: PLC0415  as above

    try:
        report = build_uploads(contents, store, progress=progress)
    except RelmapError as error:
        st.error(escape(str(error)))
        return False
    st.session_state[_REPORT] = (report.new, report.known, report.unread)
    # A new key empties the upload: the same files shall not be offered again.
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    return True


def _list_unread(unread: Sequence[Unread]) -> None:
    lines = [f"{count(len(unread), 'input')} were not read, or not in full:"]
    for item in unread[:LISTED]:
        where = item.path if item.row is None else f"{item.path}, row {item.row}"
        lines.append(f"- {escape(f'{where}: {item.reason}')}")
    if len(unread) > LISTED:
        lines.append(f"- … and {number(len(unread) - LISTED)} more, in the tab “Not read”")
    st.warning("\n".join(lines))


def _bar(slot: DeltaGenerator) -> Progress:
    """Return a callback that fills one bar after the other, one per stage.

    A stage whose end is not known has no bar: an empty one would look stuck.
    """

    def show(stage: str, done: int, total: int | None) -> None:
        name = stage.capitalize()
        if total:
            text = f"{escape(name)}: {number(done)} of {number(total)}"
            slot.progress(min(1.0, done / total), text=text)
        else:
            slot.text(f"{name}: {number(done)} so far" if done else f"{name} …")

    return show
