"""The filters beside the page: what the reader sets there becomes one `Filters`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from relmap.app.corpus_facts import CorpusFacts
from relmap.app.selection import Selection, find, select
from relmap.app.wording import KIND_LABELS, number
from relmap.models import Filters, Kind
from relmap.store import View

#: Keys of the widgets; tests and the reset button know them by these names.
FIRST, LAST = "filter.first", "filter.last"
OUTLETS, UNDATED, UNKNOWN = "filter.outlets", "filter.undated", "filter.unknown_outlet"
WEIGHT, FIND = "filter.weight", "find"
REFERENCES = "filter.references"
#: What the switch for references does and how far it can be trusted (docs/quality.md).
ABOUT_REFERENCES = (
    "Counts words that stand for a name (“she”, “the minister”, “the group”) as a mention, but only "
    "where exactly one actor of the article fits. About 19 in 20 of them are right, and about half "
    "of all such words are left out because they are not certain."
)
#: The search offers so many actors, strongest first: a browser chokes on lists beyond that.
FOUND = 2000


def kind_key(kind: Kind) -> str:
    """Return the key of the checkbox of a kind."""
    return f"filter.kind.{kind}"


def reset() -> None:
    """Take back every filter."""
    for key in [key for key in st.session_state if str(key).startswith("filter.")]:
        del st.session_state[key]


def put(filters: Filters, facts: CorpusFacts) -> None:
    """Make the widgets say these filters; only before they are drawn, or in a callback."""
    reset()
    outlets = filters.outlets or frozenset()
    st.session_state[OUTLETS] = [name for name, _ in facts.outlets if name in outlets]
    st.session_state[UNDATED] = filters.undated
    st.session_state[UNKNOWN] = filters.unknown_outlet
    for kind in KIND_LABELS:
        st.session_state[kind_key(kind)] = kind in filters.kinds
    st.session_state[WEIGHT] = filters.min_weight
    st.session_state[REFERENCES] = filters.references
    if facts.first and facts.last:
        put_days(filters.first or facts.first, filters.last or facts.last)


def put_days(first: date, last: date) -> None:
    """Make the widgets say these days; only before they are drawn, or in a callback."""
    st.session_state[FIRST] = first
    st.session_state[LAST] = last


def forget_other_corpus(facts: CorpusFacts) -> None:
    """Take the filters back when they were set for other articles: their days may not exist.

    What was chosen in another store is let go as well; it may not occur in this one.
    """
    before = st.session_state.get("relmap.corpus")
    if before == facts.identity:
        return
    st.session_state["relmap.corpus"] = facts.identity
    reset()
    if before is not None and before[0] != facts.identity[0]:
        select(Selection())


def show_filters(facts: CorpusFacts) -> Filters:
    """Draw the filters and return what they say.

    Where a range of days spans the whole corpus no day is set, so that the same view is one view.
    """
    first, last = _days(facts)
    undated = _switch(UNDATED, "Undated", facts.undated)
    outlets = _outlets(facts)
    unknown = _switch(UNKNOWN, "Unknown outlet", facts.unknown_outlet)
    kinds = _kinds()
    weight = _weight(facts)
    references = _references()
    return Filters(
        first=first if first != facts.first else None,
        last=last if last != facts.last else None,
        outlets=frozenset(outlets) if outlets else None,
        undated=undated,
        unknown_outlet=unknown,
        kinds=kinds,
        min_weight=weight,
        references=references,
    )


def show_reset() -> None:
    """Draw the button that takes back every filter."""
    st.button("Reset filters", on_click=reset, key="reset", width="stretch")


def show_search(names: Mapping[str, str], view: View) -> None:
    """Draw the search for an actor; choosing one selects it and empties the field again."""
    offered = [seen.actor_id for seen in view.strongest(FOUND)]

    def choose() -> None:
        found = st.session_state.get(FIND)
        if found:
            find(found)
        st.session_state[FIND] = None

    st.selectbox(
        "Find an actor",
        offered,
        index=None,
        key=FIND,
        format_func=names.__getitem__,
        placeholder=f"Type a name ({number(view.counts.actors)} in view)",
        on_change=choose,
        disabled=not offered,
    )


def _days(facts: CorpusFacts) -> tuple[date | None, date | None]:
    if facts.first is None or facts.last is None:
        st.caption("No article has a date.")
        return None, None
    left, right = st.columns(2, gap="small")
    for column, key, label, default in (
        (left, FIRST, "From", facts.first),
        (right, LAST, "To", facts.last),
    ):
        st.session_state.setdefault(key, default)
        chosen = st.session_state[key] or default
        # A link may ask for days beyond the first or last article.
        column.date_input(
            label,
            key=key,
            min_value=min(chosen, facts.first),
            max_value=max(chosen, facts.last),
            format="YYYY-MM-DD",
        )
    return st.session_state[FIRST] or facts.first, st.session_state[LAST] or facts.last


def _outlets(facts: CorpusFacts) -> list[str]:
    counts = dict(facts.outlets)
    if not counts:
        st.caption("No article names its outlet.")
        return []
    return st.multiselect(
        "Outlets",
        [outlet for outlet, _ in facts.outlets],
        key=OUTLETS,
        format_func=lambda outlet: f"{outlet} ({number(counts[outlet])})",
        placeholder=f"All {number(len(counts))}" if len(counts) > 1 else "All",
    )


def _switch(key: str, label: str, articles: int) -> bool:
    if not articles:
        return True
    st.session_state.setdefault(key, True)
    return st.toggle(f"{label} ({number(articles)})", key=key)


def _kinds() -> frozenset[Kind]:
    st.html('<p class="relmap-label" id="kinds">Kinds</p>')
    chosen = []
    for kind, label in KIND_LABELS.items():
        st.session_state.setdefault(kind_key(kind), True)
        if st.checkbox(label, key=kind_key(kind)):
            chosen.append(kind)
    return frozenset(chosen)


def _references() -> bool:
    st.session_state.setdefault(REFERENCES, False)
    return st.checkbox("Count “he”, “she”, “the minister”", key=REFERENCES, help=ABOUT_REFERENCES)


def _weight(facts: CorpusFacts) -> int:
    st.session_state.setdefault(WEIGHT, 1)
    return int(
        st.number_input(
            "Sentences per tie, at least",
            min_value=1,
            max_value=max(1, facts.heaviest, st.session_state[WEIGHT]),
            step=1,
            key=WEIGHT,
        )
    )
