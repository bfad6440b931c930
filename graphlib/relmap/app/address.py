"""The page's address: what it asks for is shown, and what is shown stands in it.

It is read when the page is opened and when the reader goes back or forward, and never in between:
the address that comes with a quick second click is still the one before the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

from relmap.app import lenses, sidebar
from relmap.app.corpus_facts import CorpusFacts
from relmap.app.parts import last_heard, mount
from relmap.app.selection import Selection, ask_for_whole_page, select
from relmap.app.wording import escape, number
from relmap.errors import LinkError
from relmap.links import LONGEST, PARAMETERS, Link, read_parameters, write_link
from relmap.store import Store

#: So many complaints about an address are shown; an address can be as wrong as it likes.
COMPLAINTS = 3
#: So much of a value that is not there is quoted.
_QUOTED = 60
_OPENED = "relmap.opened"
_ASKED = "relmap.asked"
_STEPS = "history"
_SESSION = "relmap.session"

Parameters = Mapping[str, Sequence[str]]


def open_address(assets: Path, store: Store, facts: CorpusFacts) -> None:
    """Show what the address asks for, where it was not shown yet, and say what is wrong in it.

    Call it before the widgets are drawn: it sets what they say. And call `be_there` when the whole
    page is drawn: a run that is broken off before leaves the address to the next one.
    """
    mount(assets, "history", {"session": _session()}, key=_STEPS, on_event=_hear)
    asked = _asked()
    if asked is None:
        return
    link, complaints = understand(asked)
    link, more = fit(link, store, facts)
    sidebar.put(link.filters, facts)
    lenses.put(link.lens)
    select(Selection(link.selection))
    _complain([*complaints, *more])


def be_there() -> None:
    """Note that the page shows what the address asks for."""
    st.session_state[_OPENED] = True
    st.session_state.pop(_ASKED, None)


def show_address(assets: Path, link: Link) -> None:
    """Write the view into the address, and draw the button that copies it.

    A view that no link can hold (a thousand outlets) leaves the address alone and says so. The last
    step that was heard of goes with it: the browser may be a step further back by now.
    """
    heard = last_heard(_STEPS)
    data: dict[str, Any] = {"link": None, "why_not": "", "session": _session(), "heard": heard}
    try:
        data["link"] = write_link(link)
    except LinkError as error:
        data["why_not"] = str(error)
    mount(assets, "address", data, key="address")


def understand(parameters: Parameters) -> tuple[Link, list[str]]:
    """Return the link that is left of `parameters` without those that are wrong, and what is wrong.

    Of two that contradict each other (a first day after the last) the earlier one counts.
    """
    kept: dict[str, Sequence[str]] = {}
    complaints = []
    # One parameter can need another: "steps" means nothing before "around".
    order = sorted(
        parameters, key=lambda name: PARAMETERS.index(name) if name in PARAMETERS else -1
    )
    for name, values in ((name, parameters[name]) for name in order):
        try:
            read_parameters({**kept, name: values})
        except LinkError as error:
            complaints.append(str(error))
        else:
            kept[name] = values
    return read_parameters(kept), complaints


def fit(link: Link, store: Store, facts: CorpusFacts) -> tuple[Link, list[str]]:
    """Return the link without what these articles do not have, and what that was."""
    complaints = []
    filters, lens, selection = link.filters, link.lens, link.selection
    if filters.outlets is not None:
        known = filters.outlets & {name for name, _ in facts.outlets}
        complaints += [_unknown("outlet", name) for name in sorted(filters.outlets - known)]
        if not filters.outlets:
            complaints.append('"outlet" names none; all outlets are shown')
        filters = replace(filters, outlets=known or None)
    if facts.first is None and (filters.first or filters.last):
        complaints.append('"from" and "to" ask for days, but none of these articles has a date')
        filters = replace(filters, first=None, last=None)
    if lens.around and store.actor_number(lens.around) is None:
        complaints.append(_unknown("around", lens.around))
        lens = replace(lens, around="", steps=1)
    missing = [end for end in selection if store.actor_number(end) is None]
    if missing:
        complaints.append(_unknown("actor" if len(selection) == 1 else "tie", missing[0]))
        selection = ()
    return Link(filters, lens, selection), complaints


def _unknown(name: str, value: str) -> str:
    return f'the link says {name}="{value[:_QUOTED]}", which these articles do not have'


def _asked() -> Parameters | None:
    """Return the parameters that wait to be shown: the address's own when the page is opened."""
    opened = {name: st.query_params.get_all(name) for name in st.query_params}
    if opened and not st.session_state.get(_OPENED):
        st.session_state.setdefault(_ASKED, opened)
    asked: Parameters | None = st.session_state.get(_ASKED)
    return asked


def _hear(event: Mapping[str, Any]) -> None:
    """Note what the reader went back or forward to; it may come with an event of a fragment."""
    search = event.get("search")
    if isinstance(search, str) and len(search) <= LONGEST:
        st.session_state[_ASKED] = parse_qs(search.removeprefix("?"), keep_blank_values=True)
        ask_for_whole_page()


def _session() -> str:
    """Return a name for this session: what another one had heard of says nothing in this one."""
    name: str = st.session_state.setdefault(_SESSION, token_hex(8))
    return name


def _complain(complaints: Sequence[str]) -> None:
    if not complaints:
        return
    said = [f"- {escape(each)}" for each in complaints[:COMPLAINTS]]
    if len(complaints) > COMPLAINTS:
        said.append(f"- … and {number(len(complaints) - COMPLAINTS)} more")
    st.warning("Some of this address cannot be shown and was left out:\n" + "\n".join(said))
